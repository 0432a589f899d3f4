// Changes the program in one small way at a time and says which changes no test notices: `npm run mutation -- PART [FILE…]`.
// Stryker, https://stryker-mutator.io, does the work. It is many packages, so it is kept out of package.json, in a folder of the
// temporary folder which may be deleted at any time. The parts with their tests are in parts.json.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The last that runs on Node 20. */
const VERSION = "9.6.1";
const PARTS = JSON.parse(readFileSync(join(import.meta.dirname, "parts.json"), "utf8"));

const [part = "", ...files] = process.argv.slice(2);
if (!Object.hasOwn(PARTS, part)) throw new Error(`npm run mutation -- PART, one of ${Object.keys(PARTS).join(", ")}`);
const { mutate, tests } = PARTS[part];
const cache = join(tmpdir(), "keylint-mutation");
const modules = installed(join(cache, `stryker-${VERSION}`));
const { Stryker } = await import(pathToFileURL(join(modules, "@stryker-mutator/core/dist/src/index.js")).href);
process.env["KEYLINT_MUTATION_TESTS"] = tests.join(",");
await new Stryker({
  mutate: files.length > 0 ? files : mutate,
  testRunner: "vitest",
  plugins: [pathToFileURL(join(modules, "@stryker-mutator/vitest-runner/dist/src/index.js")).href],
  vitest: { configFile: "test/mutation/vitest.config.ts", related: false },
  coverageAnalysis: "perTest",
  concurrency: 2,
  timeoutMS: 10_000,
  // Tests look at texts of src/, which must be as they are.
  disableTypeChecks: false,
  // Nothing is compiled, and Stryker would want TypeScript to look for other projects that the file refers to.
  tsconfigFile: "",
  tempDirName: join(cache, "sandbox"),
  logLevel: "warn",
  reporters: ["progress-append-only", "clear-text", "json", "html"],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: join(cache, `${part}.json`) },
  htmlReporter: { fileName: join(cache, `${part}.html`) },
}).runMutationTest();

/** The `node_modules` with Stryker in it, beside the Vitest that the project has; installed when it is not there as a whole. */
function installed(folder) {
  const note = join(folder, "installed");
  if (!existsSync(note)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const vitest = JSON.parse(readFileSync("node_modules/vitest/package.json", "utf8")).version;
    const packages = [`@stryker-mutator/core@${VERSION}`, `@stryker-mutator/vitest-runner@${VERSION}`, `vitest@${vitest}`];
    execFileSync("npm", ["install", "--silent", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder, ...packages], { stdio: "inherit" });
    writeFileSync(note, "");
  }
  return join(folder, "node_modules");
}
