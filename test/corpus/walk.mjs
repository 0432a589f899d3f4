// Changes a clone of a repository by lot and compares the reports of the built package with and without the cache, byte for byte:
// `npm run walk -- FOLDER [STEPS] [SEED]`. With --kill a run is ended at a random moment before each step's runs.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const outfile = join(import.meta.dirname, "../../node_modules/.keylint/walk.mjs");
mkdirSync(join(outfile, ".."), { recursive: true });
await build({ entryPoints: [join(import.meta.dirname, "../main/walk.ts")], bundle: true, outfile, platform: "node", format: "esm", logLevel: "error" });
const { walk } = await import(pathToFileURL(outfile).href);

const isKilling = process.argv.includes("--kill");
const [folder, steps = "200", seed = "1"] = process.argv.slice(2).filter((word) => word !== "--kill");
if (folder === undefined || !/^\d+$/.test(steps + seed)) {
  process.stderr.write("usage: npm run walk -- FOLDER [STEPS] [SEED] [--kill]\n");
  process.exit(2);
}

const cli = join(import.meta.dirname, "../../dist/cli.js");
const env = { ...process.env, GIT_AUTHOR_NAME: "a", GIT_AUTHOR_EMAIL: "a@example.org", GIT_COMMITTER_NAME: "a", GIT_COMMITTER_EMAIL: "a@example.org" };
const beside = realpathSync.native(mkdtempSync(join(tmpdir(), "keylint-walk-")));
const root = join(beside, "clone");
const keylint = (cwd, argv, more = {}) => spawnSync(process.execPath, [cli, ...argv], { cwd, env, encoding: "utf8", maxBuffer: 1 << 28, killSignal: "SIGKILL", ...more });
try {
  spawnSync("git", ["clone", "--quiet", resolve(folder), root], { stdio: "inherit" });
  const start = performance.now();
  keylint(root, []);
  const patience = 1.2 * (performance.now() - start);
  const before = isKilling ? (random) => void keylint(root, [], { timeout: 1 + random.below(Math.ceil(patience)) }) : undefined;
  const { wrong, again } = walk({ root, seed: Number(seed), steps: Number(steps), run: keylint, env, before, log: (text) => process.stderr.write(text) });
  const left = readdirSync(join(root, ".git/keylint"));
  process.stdout.write(`\n${steps} steps, ${again} reports printed again, ${wrong.length} wrong; left in the cache's folder: ${left.sort().join(" ")}\n${wrong.map((one) => `${one}\n`).join("")}`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  rmSync(beside, { recursive: true, force: true });
}
