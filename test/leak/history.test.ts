import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { FORMATS } from "../../src/options/words.ts";
import { folderWith, git } from "../discover/repository.ts";
import { keylintLater } from "../main/keylint.ts";
import { leaksOf, sentinel } from "./sentinels.ts";

const formats = FORMATS.filter((format) => format !== "stylish");

/** Files of many kinds, each with a key; `key` gives the n-th. */
function files(key: (at: number) => string): { readonly [path: string]: string } {
  return {
    "app.py": `from flask import Flask\nimport jwt\napp = Flask(__name__)\napp.secret_key = "${key(0)}"  # ${key(1)}\njwt.encode({}, "${key(2)}")\n`,
    "server.js": `const session = require("express-session");\nrequire("express")().use(session({ secret: "${key(3)}" })); // ${key(4)}\n`,
    ".env": `JWT_SECRET=${key(5)}\nOTHER=${key(6)}\n`,
    "docker-compose.yml": `services:\n  web:\n    environment:\n      SECRET_KEY: ${key(7)}\n`,
    "settings.toml": `SECRET_KEY = "${key(8)}"\n`,
    "broken.py": `SECRET_KEY = "${key(9)}\n(((\n`,
  };
}

/** All that keylint history says of files that were committed, changed, and removed. */
async function told(key: (at: number) => string): Promise<{ readonly [channel: string]: string }> {
  const [root, beside] = [folderWith(), folderWith()];
  git(root, "init", "--quiet");
  for (const [path, text] of Object.entries({ ...files(key), "more.py": files((at) => key(at + 10))["app.py"] ?? "" })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  git(root, "add", "--all", "--force");
  git(root, "commit", "--quiet", "--message", key(20));
  rmSync(join(root, "app.py"));
  git(root, "add", "--all");
  git(root, "commit", "--quiet", "--message", "second");
  const outputs = formats.flatMap((format) => ["--format", format, "--output", join(beside, format)]);
  const { stdout, stderr } = await keylintLater(root, ["history", "--context", "all", "--debug", ...outputs, "--format", "stylish"]);
  return { stdout, stderr, ...Object.fromEntries(formats.map((format) => [format, readFileSync(join(beside, format), "utf8")])) };
}

/** Commits are named by what they hold, and a finding of the past by its commit. */
function withoutNames(text: string): string {
  return text.replace(/\b[0-9a-f]{40}\b/g, "COMMIT").replace(/\b[0-9a-f]{10}\b/g, "COMMIT").replace(/"(id|primaryLocationLineHash|fingerprint)": ?"[0-9a-f]+(:1)?"/g, '"$1":"ID"').replace(/key-[0-9a-f]{12}/g, "key-ID");
}

test("nothing of a key, a comment or a commit's message comes out", async () => {
  const outputs = await told(sentinel);
  expect(outputs["stdout"]).toContain("keys to mend");
  expect(leaksOf(Array.from({ length: 40 }, (_, at) => sentinel(at)), outputs)).toEqual([]);
});

test("keys exchanged for others of their kind change no byte but the commits' names", async () => {
  const hex = (salt: string) => (at: number): string => createHash("sha256").update(`keylint fixture ${salt} ${at}`).digest("hex");
  const [one, other] = [await told(hex("one")), await told(hex("other"))];
  for (const channel of Object.keys(one)) expect(withoutNames(one[channel] ?? ""), channel).toBe(withoutNames(other[channel] ?? ""));
});
