import { choose } from "./options/choose.ts";
import { COMMANDS, refuseIdle, type Command } from "./options/commands.ts";
import { refuseContradictions } from "./options/contradictions.ts";
import { sortArguments, type Given, type Name } from "./options/given.ts";
import { frameworkOf, reportsOf, requireAlone, requirePrune, topicOf } from "./options/operands.ts";
import { categoryOf, outputsOf, type Output } from "./options/outputs.ts";
import { shardOf, type Shard } from "./options/shard.ts";
import { CONTEXTS, DEFAULT_CONTEXTS, FAIL_ON } from "./options/words.ts";
import { UsageError } from "./usage-error.ts";
import type { Context } from "./types/key.ts";
import type { Level } from "./types/rule.ts";

/** What the command line asks for. */
export interface Options {
  readonly command: Command | "help" | "version";
  /** For `explain` a rule or framework, for `generate` a framework, as typed. */
  readonly topic?: string;
  /** As typed. Empty: the current directory, or stdin. Of `history` the commits, empty: all. For `merge` the reports. */
  readonly paths: readonly string[];
  readonly outputs: readonly Output[];
  readonly contexts: readonly Context[];
  readonly failOn: Level | "never";
  /** `--sarif-category NAME`, as typed. */
  readonly sarifCategory?: string;
  /** `--config FILE`, as typed. */
  readonly config?: string;
  readonly noConfig: boolean;
  readonly noIgnore: boolean;
  readonly noForeignIgnores: boolean;
  /** Nothing that an earlier run has kept is used, and nothing is kept. */
  readonly noCache: boolean;
  readonly strict: boolean;
  readonly debug: boolean;
  /** Absent: as the terminal can. */
  readonly color?: boolean;
  /** `--stdin`: the name to read it under. */
  readonly stdin?: string;
  /** What git's index holds, not the disk. */
  readonly staged: boolean;
  /** Only what was not found at this commit. */
  readonly since?: string;
  /** `--baseline FILE`, as typed. */
  readonly baseline?: string;
  readonly noBaseline: boolean;
  readonly updateBaseline: boolean;
  /** Only this share of the repositories that are named. */
  readonly shard?: Shard;
  /** Whether what surely mends a finding is written into the files, or only shown. */
  readonly fix?: "write" | "show";
  /** For `generate`: `--into FILE`, an environment file, as typed. */
  readonly into?: string;
  /** For `verify`: `--token-file FILE` and `--keys FILE`, as typed. */
  readonly tokenFile?: string;
  readonly keys?: string;
  /** For `verify`: the keys of all commits too. */
  readonly history: boolean;
  /** For `init`: write all of it, ask for nothing. */
  readonly yes: boolean;
}

/**
 * Reads the arguments (without node and script). `exists` says whether a path exists: an argument that begins with a dash, is no
 * option and exists is a file, because hooks hand over names as they are; after `--` all are files. The words of
 * COMMANDS are commands as the first argument only, and always there: a file or folder of that name is written `./explain`.
 * @throws UsageError
 */
export function parseOptions(argv: readonly string[], exists: (path: string) => boolean): Options {
  const { given, paths } = sortArguments(argv, exists);
  const has = (name: Name): boolean => given.some((option) => option.name === name);
  const last = (name: Name): string | undefined => given.findLast((option) => option.name === name)?.value;
  const command = has("help") ? "help" : has("version") ? "version" : (COMMANDS.get(argv[0] ?? "") ?? "lint");
  const [config, since, baseline] = [last("config"), last("since"), last("baseline")];
  const [into, tokenFile, keys] = [last("into"), last("token-file"), last("keys")];
  const shard = last("shard");
  const color = given.findLast(({ name }) => name === "color" || name === "no-color");
  const options: Options = {
    command,
    paths: ["explain", "prune", "generate", "lsp", "init"].includes(command) ? [] : command === "verify" || command === "history" ? paths.slice(1) : paths,
    outputs: outputsOf(given),
    contexts: contextsOf(given),
    failOn: choose("--fail-on", last("fail-on") ?? "warning", FAIL_ON),
    noConfig: has("no-config"),
    noIgnore: has("no-ignore"),
    noForeignIgnores: has("no-foreign-ignores"),
    noCache: has("no-cache"),
    strict: has("strict"),
    debug: has("debug"),
    staged: has("staged"),
    noBaseline: has("no-baseline"),
    updateBaseline: has("update-baseline"),
    history: has("history"),
    yes: has("yes"),
    ...categoryOf(last("sarif-category")),
    ...(config === undefined ? {} : { config }),
    ...(since === undefined ? {} : { since }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(into === undefined ? {} : { into }),
    ...(tokenFile === undefined ? {} : { tokenFile }),
    ...(keys === undefined ? {} : { keys }),
    ...(shard === undefined ? {} : { shard: shardOf(shard) }),
    ...(has("fix-dry-run") ? { fix: "show" } : has("fix") ? { fix: "write" } : {}),
    ...(color === undefined ? {} : { color: color.name === "color" }),
    ...stdinOf(has("stdin"), last("stdin-filename")),
  };
  if (command === "help" || command === "version") return options;
  refuseIdle(given, command);
  if (command === "explain") return { ...options, ...topicOf(paths, exists) };
  if (command === "generate") return { ...options, ...frameworkOf(paths, exists) };
  if (command === "prune") requirePrune(paths, exists);
  if (command === "lsp") requireAlone(paths, "the editor says what it has open", exists);
  if (command === "init") requireAlone(paths, "it looks at the repository that it is called in", exists);
  refuseContradictions(given, options.outputs, options.paths);
  return command === "merge" ? { ...options, paths: reportsOf(paths, exists) } : options;
}

function contextsOf(given: readonly Given[]): readonly Context[] {
  const lists = given.filter(({ name }) => name === "context");
  if (lists.length === 0) return DEFAULT_CONTEXTS;
  const asked = lists.flatMap(({ value }) => value.split(",")).map((name) => choose("--context", name.trim(), [...CONTEXTS, "all"] as const));
  return CONTEXTS.filter((context) => asked.includes("all") || asked.includes(context));
}

function stdinOf(asked: boolean, name: string | undefined): { stdin?: string } {
  if (asked && name === undefined) throw new UsageError("--stdin needs --stdin-filename NAME: the name says how the text is to be read.");
  if (!asked && name !== undefined) throw new UsageError("--stdin-filename is for --stdin; add --stdin.");
  return name === undefined ? {} : { stdin: name };
}
