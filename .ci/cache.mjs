// Makes V8's code caches of the built package, for the Node that runs this: lints the fixtures with it, and keeps what was compiled for that.
import { build } from "esbuild";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";

// Else V8 notes in each function how long it was not called, which depends on how busy the machine is.
setFlagsFromString("--no-flush-bytecode");

const { outputFiles } = await build({ entryPoints: ["src/chunks.ts"], bundle: true, platform: "node", format: "esm", write: false });
const { chunksOf, cacheOf } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

const chunks = chunksOf(createRequire(import.meta.url), { withoutCache: true });
const quiet = { write() {}, isTTY: false };
const lint = (...argv) => chunks.require(resolve("dist/keylint.js")).main({ argv: ["--context", "all", "--no-cache", ...argv], cwd: process.cwd(), env: process.env, stdout: quiet, stderr: quiet, stdin: () => Buffer.alloc(0), now: Date.now });

lint("fixtures");
chunks.require(resolve("dist/past.js"));
// With other flags than those of who reads them, V8 refuses its caches.
setFlagsFromString("--flush-bytecode");
for (const [file, script] of chunks.scripts) {
  const cache = cacheOf(file);
  mkdirSync(dirname(cache), { recursive: true });
  writeFileSync(cache, script.createCachedData());
}
