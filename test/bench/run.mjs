// Times keylint as a whole process beside other tools, and prints tables: `npm run bench`.
// `npm run bench -- FOLDER [RUNS]` does so for a repository of your own, beside ripgrep. The options are in USAGE.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { printCache } from "./cache.mjs";
import { printGrowth } from "./growth.mjs";
import { INPUTS, openInput, prepareInput, warmUp } from "./inputs.mjs";
import { keylintsListing } from "./listing.mjs";
import { HAS_TIMER, race } from "./measure.mjs";
import { print } from "./programs.mjs";
import { printHistory } from "./history.mjs";
import { printRepositories } from "./repositories.mjs";
import { printStartup } from "./startup.mjs";
import { tableOfTools } from "./table.mjs";
import { KEYLINT, prepareTools, TOOLS } from "./tools.mjs";
import { printVerify } from "./verify.mjs";

const USAGE = `npm run bench -- [options] [FOLDER [RUNS]]

  FOLDER             a git repository of your own, instead of the inputs that are made
  --runs N           rounds (5); a tool that takes longer than 20 s has 3 at most, longer than 120 s one
  --inputs A,B       of ${Object.keys(INPUTS).join(", ")}
  --tools A,B        of ${TOOLS.join(", ")}
  --parts A,B        of tools, growth, startup, cache, verify, repositories, history
  --repositories F,G folders of git repositories, for the part of that name
  --histories A,B    git repositories, for the part history
  --cache DIR        where inputs and tools are kept (${join(tmpdir(), "keylint-bench")})
  --limit SECONDS    for one run (600)
`;

const PARTS = ["tools", "growth", "startup", "cache", "verify", "repositories", "history"];

/** @throws an Error that names the mistake. */
function readOptions() {
  const text = { type: "string" };
  const { values, positionals: [folder, runs] } = parseArgs({ allowPositionals: true, options: { runs: text, inputs: text, tools: text, parts: text, cache: text, limit: text, repositories: text, histories: text } });
  return {
    folder,
    repositories: values.repositories,
    histories: values.histories,
    inputs: chosen(values.inputs, Object.keys(INPUTS)),
    tools: chosen(values.tools ?? (folder === undefined ? undefined : "keylint,ripgrep"), TOOLS),
    parts: chosen(values.parts ?? (folder !== undefined ? "tools" : values.repositories !== undefined ? "repositories" : values.histories !== undefined ? "history" : undefined), PARTS),
    cache: resolve(values.cache ?? join(tmpdir(), "keylint-bench")),
    rounds: positive(values.runs ?? runs ?? "5"),
    limit: positive(values.limit ?? "600"),
  };
}

function chosen(names, all) {
  const wanted = names?.split(",") ?? all;
  const unknown = wanted.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new Error(`${unknown} is none of ${all.join(", ")}`);
  return all.filter((name) => wanted.includes(name));
}

function positive(text) {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`${text} is no number above 0`);
  return value;
}

/** The inputs of these names. One that cannot be made is left out, and a line says so and why. */
function prepareInputs(names, cache, listing) {
  return names.flatMap((name) => {
    try {
      return [prepareInput(name, cache, listing)];
    } catch (error) {
      print(`${name}: left out: ${error.message}`);
      process.exitCode = 1;
      return [];
    }
  });
}

/** Runs the tools on an input and prints their table. In a repository of the user's own, tools other than ripgrep may look at more than the list. */
async function printTools(input, tools, options) {
  print(`\nInput ${input.name}: ${sizeOf(input)}${INPUTS[input.name] ? `: ${INPUTS[input.name].about}` : ""}\n`);
  const list = join(options.work, "list");
  writeFileSync(list, input.paths.map((path) => `${path}\0`).join(""));
  warmUp(input);
  const fit = tools.filter(({ name, reads }) => {
    const reading = reads === undefined || ["mixed", reads].includes(input.name) || !INPUTS[input.name];
    if (!reading) print(`${name}: left out, it reads ${reads} only`);
    return reading;
  });
  print(tableOfTools(await race(fit.map((tool) => ({ ...tool, cwd: input.root, stdin: tool.listed ? list : undefined })), options), options.limit));
}

function sizeOf({ paths, bytes }) {
  return `${paths.length} files, ${(bytes / 1e6).toFixed(1)} MB`;
}

async function main(options) {
  if (!existsSync(KEYLINT)) throw new Error(`${KEYLINT} is not built; run: npm run build`);
  print(`${cpus().length} cores, ${process.platform}, Node ${process.versions.node}${HAS_TIMER ? "" : "; GNU time is not installed, so no memory is shown"}`);
  if (options.parts.includes("verify")) await printVerify();
  if (options.parts.every((part) => part === "verify")) return;
  mkdirSync(options.cache, { recursive: true });
  const listing = await keylintsListing(options.cache);
  if (options.parts.includes("repositories") && options.repositories) await printRepositories(options.repositories, listing, options);
  if (options.parts.includes("history") && options.histories) await printHistory(options.histories, options);
  if (options.parts.every((part) => part === "repositories" || part === "history")) return;
  const inputs = options.folder === undefined ? prepareInputs(options.inputs, options.cache, listing) : [openInput(options.folder, resolve(options.folder), listing)];
  for (const input of inputs) print(`${input.name}: ${sizeOf(input)}`);
  if (options.parts.includes("tools")) {
    const tools = prepareTools(options.tools, options.cache);
    for (const input of inputs) await printTools(input, tools, options);
  }
  const mixed = inputs.find(({ name }) => name === "mixed") ?? (options.folder === undefined ? undefined : inputs[0]);
  if (options.parts.includes("growth") && mixed) await printGrowth(mixed, options.cache, options);
  if (options.parts.includes("cache") && mixed) await printCache(mixed, options.cache, options);
  if (options.parts.includes("startup")) await printStartup(options.cache, options);
}

function optionsOrEnd() {
  try {
    return readOptions();
  } catch (error) {
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    process.exit(2);
  }
}

const options = optionsOrEnd();
const work = mkdtempSync(join(tmpdir(), "keylint-bench-run-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));
await main({ ...options, work });
