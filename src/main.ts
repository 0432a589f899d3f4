import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { rules } from "../rules/index.ts";
import { answer } from "./answer.ts";
import { behind } from "./behind.ts";
import { explain, explainWriting } from "./discover/read.ts";
import { systemCode } from "./discover/system.ts";
import type { Judged, Merged } from "./merge/merged.ts";
import { UsageError } from "./usage-error.ts";
import { pageTextOf } from "./load.ts";
import { past } from "./past.ts";
import { parseOptions, type Options } from "./options.ts";
import { progressOn } from "./progress.ts";
import { isFailing } from "./reporters/failing.ts";
import { reporters } from "./reporters/index.ts";
import { generateKey } from "./run/generate.ts";
import { mergeReports } from "./run/merge.ts";
import { setUp } from "./run/init.ts";
import { lookerFor } from "./run/looker.ts";
import { putFile } from "./run/replace.ts";
import { runLint, type Run, type Told } from "./run.ts";
import { runVerify, runVerifyHistory } from "./run/verify.ts";
import { serving } from "./serving.ts";
import { printable } from "./text/printable.ts";
import { lookersFor } from "./threads/lookers.ts";
import type { World } from "./world.ts";

/**
 * Runs the command line and gives the exit status: 0 clean, 1 findings, 2 it could not do what was asked. What asks git for much takes its
 * time: then a promise of it.
 */
export function main(world: World): number | Promise<number> {
  let debug = world.argv.includes("--debug");
  const exists = (path: string): boolean => existsSync(resolve(world.cwd, path));
  const fail = (error: unknown): number => {
    world.stderr.write(`keylint: ${messageOf(error, debug)}\n`);
    return 2;
  };
  try {
    const options = parseOptions(world.argv, exists);
    debug = options.debug;
    const status = answer(world, exists) ?? perform(options, world);
    return typeof status === "number" ? status : status.catch(fail);
  } catch (error) {
    return fail(error);
  }
}

function perform(options: Options, world: World): number | Promise<number> {
  if (options.command === "history") return pastAndReport(options, world);
  if (options.command === "explain") return explainTopic(options, world);
  if (options.command === "generate") return generateKey(options, world);
  if (options.command === "verify") return verifyAndSay(options, world);
  if (options.command === "merge") return mergeAndReport(options, world);
  if (options.command === "lsp") return serveEditor(options, world);
  if (options.command === "init") return setUpHere(options, world);
  return lintAndReport(options, world);
}

function messageOf(error: unknown, debug: boolean): string {
  if (error instanceof UsageError) return error.message;
  if (hasNoMore(error)) return `it could not go on: ${explain(error)}.`;
  const where = debug && error instanceof Error ? `\n${stackOf(error).join("\n")}` : " Run it again with --debug to see where, and please report it.";
  return `it crashed, which is a mistake of keylint.${where}`;
}

/** Whether the system has no more to give: that is no mistake of keylint. */
function hasNoMore(error: unknown): boolean {
  const code = systemCode(error);
  return code === "EMFILE" || code === "ENFILE";
}

type Stack = readonly [name: string, ...places: string[]];

/**
 * What an error is and the places where it came from, without its message, which could quote what was scanned, and could hold lines that look like these. The
 * name is a class's, if it looks so.
 */
function stackOf({ name, message, stack }: Error): Stack {
  const said = stack?.replace(/^\w{0,40}(?: \[\w{1,40}\])?(?:: )?/, "");
  const places = said?.startsWith(`${message}\n`) ? said.slice(message.length).split("\n").filter((line) => /^\s+at /.test(line)) : [];
  return [/^[A-Z]\w{1,40}$/.test(name) ? name : "Error", ...places];
}

function explainTopic(options: Options, world: World): number {
  const explained = behind.explain(options.topic, pageTextOf);
  if ("mistake" in explained) throw new UsageError(explained.mistake);
  world.stdout.write(explained.text);
  return 0;
}

function lintAndReport(options: Options, world: World): number {
  const { told, end } = watching(options, world);
  try {
    return reported(runLint(options, world, told), options, world);
  } finally {
    end();
  }
}

async function pastAndReport(options: Options, world: World): Promise<number> {
  const { told, end } = watching(options, world);
  const run = await past.history({ options, world, told }).finally(end);
  if ("mistake" in run) throw new UsageError(run.mistake);
  return reported(run, options, world);
}

function verifyAndSay(options: Options, world: World): number | Promise<number> {
  const { told, end } = watching(options, world);
  if (options.history) return runVerifyHistory({ options, world, told }).finally(end);
  try {
    return runVerify({ options, world, told });
  } finally {
    end();
  }
}

/** Writes what a run gave. */
function reported({ report, notices }: Run, options: Options, world: World): number {
  for (const notice of notices) world.stderr.write(`keylint: ${notice}\n`);
  logOf(options, world)(`${report.counts.files} files, ${report.counts.read} read, ${report.counts.keys} keys`);
  if (options.command === "prune") return statusOf(report, options);
  return write((format, context) => reporters[format](report, context), options, world) ? statusOf(report, options) : 2;
}

async function setUpHere(options: Options, world: World): Promise<number> {
  const { told, end } = watching(options, world);
  return setUp({ options, world, told }, { lint: runLint, looked: end }).finally(end);
}

function serveEditor(options: Options, { streams, stderr, env, now }: World): Promise<number> {
  if (streams === undefined) throw new UsageError("keylint lsp speaks with an editor over stdin and stdout, which only a process of its own has.");
  if (streams.input.isTTY) stderr.write("keylint: this is a language server, which an editor starts: see Editors in README.md. Ctrl+C ends it.\n");
  return serving.serve({ ...streams, now, lookers: () => lookersFor({ options, env: { ...env } }, lookerFor) });
}

function mergeAndReport(options: Options, world: World): number {
  const { judged, textIn, notices } = mergeReports(options, world, rules.map(({ id }) => id));
  for (const notice of notices) world.stderr.write(`keylint: ${notice}\n`);
  return write(textIn, options, world) ? statusOf(judged, options) : 2;
}

function logOf({ debug }: Options, { stderr }: World): (text: string) => void {
  return debug ? (text) => stderr.write(`keylint: ${printable(text)}\n`) : () => undefined;
}

/** What a run is told to tell: on a terminal how far it is. */
function watching(options: Options, world: World): { readonly told: Told; readonly end: () => void } {
  const [progress, log] = [progressOn(world), logOf(options, world)];
  return {
    told: {
      onCrash: (path, error) => {
        const [name, ...places]: Stack = error instanceof Error ? stackOf(error) : ["crash"];
        for (const line of [`${path}: ${name}`, ...places]) log(line);
      },
      onProgress: progress.tell,
      onNote: log,
    },
    end: progress.end,
  };
}

/** Writes every report that can be written, and says what is wrong with the others. Whether all could be. */
function write(textIn: Merged["textIn"], options: Options, world: World): boolean {
  const category = options.sarifCategory === undefined ? {} : { category: options.sarifCategory };
  const mistakes = options.outputs.flatMap(({ format, file }) => {
    const context = { rules, color: file === undefined && colored(options, world), now: nowOf(world), failOn: options.failOn, strict: options.strict, ...category };
    const text = textIn(format, context);
    if (file !== undefined) return writeReport(resolve(world.cwd, file), file, text) ?? [];
    world.stdout.write(text);
    return [];
  });
  for (const mistake of mistakes) world.stderr.write(`keylint: ${mistake}\n`);
  return mistakes.length === 0;
}

function writeReport(path: string, shown: string, text: string): string | undefined {
  try {
    putFile(path, text);
    return undefined;
  } catch (error) {
    return `The report could not be written to ${printable(shown)}: ${explainWriting(error)}. Give --output a file that can be written.`;
  }
}

function statusOf({ findings, unused, failures }: Judged, { command, failOn, strict }: Options): number {
  if (failures.some(({ fatal }) => fatal || strict)) return 2;
  if (command === "prune") return 0;
  const isFound = [...findings, ...unused.map(() => ({ level: "note" as const }))].some(({ level }) => isFailing(level, { failOn }));
  return isFound ? 1 : 0;
}

/** `--color` first, then the customs of terminals: https://no-color.org and https://force-color.org. */
function colored({ color }: Options, { env, stdout }: World): boolean {
  if (color !== undefined) return color;
  if (env["NO_COLOR"]) return false;
  if (env["FORCE_COLOR"] && env["FORCE_COLOR"] !== "0") return true;
  return stdout.isTTY && env["TERM"] !== "dumb";
}

/** https://reproducible-builds.org/docs/source-date-epoch/: seconds. */
function nowOf({ env, now }: World): number {
  const epoch = Number(env["SOURCE_DATE_EPOCH"]);
  return env["SOURCE_DATE_EPOCH"] && Number.isFinite(epoch) ? epoch * 1000 : now();
}
