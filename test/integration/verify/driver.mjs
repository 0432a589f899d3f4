// Asks the installed keylint which of the keys in a file signed each of some tokens. Given: the folder with node_modules, and a file of
// JSON, a list of [token, keys]. Prints the list of [status, output].
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [home, file] = process.argv.slice(2);
const { main } = await import(pathToFileURL(createRequire(join(home, "here.js")).resolve("keylint")).href);
const cwd = mkdtempSync(join(tmpdir(), "keylint-integration-verify-"));

function asked([token, keys]) {
  let text = "";
  const out = { write: (part) => void (text += part), isTTY: false };
  writeFileSync(join(cwd, ".env"), keys.map((key, at) => `KEY_${at + 1}=${key}\n`).join(""));
  return [main({ argv: ["verify"], cwd, env: process.env, stdout: out, stderr: out, stdin: () => Buffer.from(token), now: Date.now }), text];
}

console.log(JSON.stringify(JSON.parse(readFileSync(file, "utf8")).map(asked)));
rmSync(cwd, { recursive: true });
