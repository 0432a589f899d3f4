// Replays a repository's history through the baseline, the hook and SARIF, and prints figures: `npm run replay -- FOLDER [COMMITS]`.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** It asks keylint's own parts by what a key is known again, which no output tells; Node 20 does not run TypeScript. */
const outfile = join(import.meta.dirname, "../../node_modules/.keylint/replay.mjs");
mkdirSync(join(outfile, ".."), { recursive: true });
await build({ entryPoints: [join(import.meta.dirname, "replay.ts")], bundle: true, outfile, platform: "node", format: "esm", packages: "external", logLevel: "error" });
const { replay } = await import(pathToFileURL(outfile).href);

const [folder, commits = "300"] = process.argv.slice(2);
if (folder === undefined || !/^\d+$/.test(commits)) {
  process.stderr.write("usage: npm run replay -- FOLDER [COMMITS]\n");
  process.exit(2);
}
process.stdout.write(replay(folder, Number(commits), (text) => process.stderr.write(text)));
