// Scores keylint on labelled repositories, and prints a page: `npm run corpus -- LABELS.jsonl ROOT [--list] [--json FILE]`.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const command = join(import.meta.dirname, "../../dist/cli.js");
if (!existsSync(command)) {
  process.stderr.write(`${command} is not built; run: npm run build\n`);
  process.exit(2);
}

/** The scorer is TypeScript, which Node 20 does not run. */
const contents = 'export { main } from "./main.ts"; export { runKeylint } from "./run.ts";';
const { outputFiles: [bundle] } = await build({ stdin: { contents, resolveDir: import.meta.dirname }, bundle: true, write: false, platform: "node", format: "esm", logLevel: "error" });
const { main, runKeylint } = await import(`data:text/javascript;base64,${Buffer.from(bundle.contents).toString("base64")}`);

process.exitCode = main({
  argv: process.argv.slice(2),
  lint: (folder) => runKeylint(command, folder),
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
});
