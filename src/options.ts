import { parseArgs } from "node:util";
import { UsageError } from "./usage-error.ts";
import { nearest } from "./text/nearest.ts";
import { printable } from "./text/printable.ts";
import type { Context } from "./types/key.ts";
import type { Level } from "./types/rule.ts";

/** The report formats, as `--format` names them. */
export const FORMATS = ["stylish", "json", "sarif", "github", "markdown", "html"] as const;
export type FormatName = (typeof FORMATS)[number];

/** One report to write: into a file, or to stdout when there is none. At most one goes to stdout. */
export interface Output {
  readonly format: FormatName;
  readonly file?: string;
}

/** What the command line asks for. */
export interface Options {
  readonly command: Command | "help" | "version";
  /** For `explain` a rule or framework, for `generate` a framework, as typed. */
  readonly topic?: string;
  /** As typed. Empty: the current directory, or stdin. */
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
  /** Whether what surely mends a finding is written into the files, or only shown. */
  readonly fix?: "write" | "show";
  /** For `generate`: `--into FILE`, an environment file, as typed. */
  readonly into?: string;
  /** For `verify`: `--token-file FILE` and `--keys FILE`, as typed. */
  readonly tokenFile?: string;
  readonly keys?: string;
}

type Command = "lint" | "explain" | "prune" | "generate" | "verify";

const CONTEXTS = ["production", "development", "example", "test", "docs"] as const satisfies readonly Context[];
const DEFAULT_CONTEXTS = ["production", "development", "example"] as const satisfies readonly Context[];
const FAIL_ON = ["error", "warning", "note", "never"] as const;

const flag = { type: "boolean" } as const;
const text = { type: "string", multiple: true } as const;
// Node takes `--env-file` for its own wherever it stands, and ends when there is no such file: https://github.com/nodejs/node/issues/54232
const KNOWN = {
  format: text, output: text, "sarif-category": text, context: text, "fail-on": text, config: text, "stdin-filename": text, since: text, baseline: text,
  into: text, "token-file": text, keys: text, fix: flag, "fix-dry-run": flag,
  "no-config": flag, "no-ignore": flag, "no-foreign-ignores": flag, strict: flag, debug: flag, color: flag, "no-color": flag,
  stdin: flag, staged: flag, "no-baseline": flag, "update-baseline": flag, help: { type: "boolean", short: "h" }, version: flag,
} as const;
type Name = keyof typeof KNOWN;

/** An option as given, in order. */
interface Given {
  readonly name: Name;
  /** Undefined for flags. */
  readonly value: string;
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
  const color = given.findLast(({ name }) => name === "color" || name === "no-color");
  const options: Options = {
    command,
    paths: command === "explain" || command === "prune" || command === "generate" ? [] : command === "verify" ? paths.slice(1) : paths,
    outputs: outputsOf(given),
    contexts: contextsOf(given),
    failOn: choose("--fail-on", last("fail-on") ?? "warning", FAIL_ON),
    noConfig: has("no-config"),
    noIgnore: has("no-ignore"),
    noForeignIgnores: has("no-foreign-ignores"),
    strict: has("strict"),
    debug: has("debug"),
    staged: has("staged"),
    noBaseline: has("no-baseline"),
    updateBaseline: has("update-baseline"),
    ...categoryOf(last("sarif-category")),
    ...(config === undefined ? {} : { config }),
    ...(since === undefined ? {} : { since }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(into === undefined ? {} : { into }),
    ...(tokenFile === undefined ? {} : { tokenFile }),
    ...(keys === undefined ? {} : { keys }),
    ...(has("fix-dry-run") ? { fix: "show" } : has("fix") ? { fix: "write" } : {}),
    ...(color === undefined ? {} : { color: color.name === "color" }),
    ...stdinOf(has("stdin"), last("stdin-filename")),
  };
  if (command === "help" || command === "version") return options;
  refuseIdle(given, command);
  if (command === "explain") return { ...options, topic: topicOf(paths, exists) };
  if (command === "generate") return { ...options, ...frameworkOf(paths, exists) };
  if (command === "prune") requirePrune(paths, exists);
  refuseContradictions(given, options);
  return options;
}

/** What the first word asks for. */
const COMMANDS: ReadonlyMap<string, Exclude<Command, "lint">> = new Map([["explain", "explain"], ["baseline", "prune"], ["generate", "generate"], ["verify", "verify"]]);

/** Options that say where keylint looks, and those of a report. */
const LOOKING: readonly Name[] = ["config", "no-config", "no-ignore", "debug", "color", "no-color"];
const REPORTING: readonly Name[] = ["format", "output", "sarif-category", "context", "fail-on", "no-foreign-ignores", "strict"];

/** The options that each command takes. */
const TAKES: { readonly [command in Command]: readonly Name[] } = {
  lint: [...LOOKING, ...REPORTING, "stdin-filename", "stdin", "staged", "since", "baseline", "no-baseline", "update-baseline", "fix", "fix-dry-run"],
  prune: [...LOOKING, ...REPORTING, "baseline"],
  explain: ["debug", "color", "no-color"],
  generate: ["debug", "color", "no-color", "into"],
  verify: [...LOOKING, "token-file", "keys"],
};

function refuseIdle(given: readonly Given[], command: Command): void {
  const idle = given.find(({ name }) => !TAKES[command].includes(name));
  if (idle) throw new UsageError(`${calledAs(command)} does not take --${idle.name}; leave it out.`);
}

function calledAs(command: Command): string {
  const word = [...COMMANDS].find(([, one]) => one === command)?.[0];
  return word === undefined ? "keylint" : command === "prune" ? "keylint baseline prune" : `keylint ${word}`;
}

/** Options and files apart, each unknown or incomplete option refused. */
function sortArguments(argv: readonly string[], exists: (path: string) => boolean): { given: readonly Given[]; paths: readonly string[] } {
  const { tokens } = parseArgs({ args: [...argv], options: KNOWN, strict: false, allowPositionals: true, tokens: true });
  const given: Given[] = [];
  const paths: string[] = [];
  let seen = -1;
  for (const token of tokens) {
    // A group of short options (`-abc`) is several tokens of one argument.
    const first = token.index !== seen;
    seen = token.index;
    if (token.kind === "positional") paths.push(token.value);
    if (token.kind !== "option" || !first) continue;
    const argument = argv[token.index] ?? "";
    const isFile = exists(argument);
    if (isKnown(token.name) && (token.rawName === `--${token.name}` || argument === "-h")) {
      if (isFile) throw new UsageError(ambiguous(printable(argument)));
      given.push({ name: token.name, value: valueOf(token.name, token.value, token.inlineValue, exists) });
    } else if (isFile) paths.push(argument);
    else throw new UsageError(unknown(argument));
  }
  if (paths.includes("")) throw new UsageError("A path is empty; perhaps a variable in the command is not set.");
  return { given, paths };
}

/** Taken for either, a file added by somebody else could switch a check off; so neither. */
function ambiguous(argument: string): string {
  return `"${argument}" is an option, and a file here has the same name; put files after --, or write ./${argument} for the file.`;
}

function isKnown(name: string): name is Name {
  return Object.hasOwn(KNOWN, name);
}

function valueOf(name: Name, value: string | boolean | undefined, inline: boolean | undefined, exists: (path: string) => boolean): string {
  if (KNOWN[name].type === "boolean") {
    if (value !== undefined) throw new UsageError(`--${name} takes no value.`);
    return "";
  }
  // `--config --strict`: a value was forgotten, unless there is such a file.
  const forgotten = typeof value !== "string" || value === "" || (!inline && value.startsWith("-") && value !== "-" && !exists(value));
  if (forgotten) throw new UsageError(`--${name} needs a value: --${name} ${METAVARIABLES[name] ?? "NAME"}.`);
  return value;
}

const METAVARIABLES: { readonly [name in Name]?: string } = {
  format: FORMATS.join("|"), output: "FILE", context: "production,development", "fail-on": FAIL_ON.join("|"), config: "FILE", since: "COMMIT", baseline: "FILE", into: "FILE",
};

function unknown(argument: string): string {
  const name = argument.split("=")[0] ?? "";
  const near = nearest(name.slice(0, 60), Object.keys(KNOWN).map((known) => `--${known}`));
  const help = near === undefined ? "; keylint --help shows all" : `; did you mean "${near}"?`;
  return `unknown option "${printable(name)}"${help}`;
}

/** `--format` opens a report, an `--output` after it says where it goes. */
function outputsOf(given: readonly Given[]): Output[] {
  const outputs: Output[] = [];
  for (const { name, value } of given) {
    if (name === "format") outputs.push({ format: choose("--format", value, FORMATS) });
    if (name !== "output") continue;
    const open = outputs.pop() ?? (given.some((option) => option.name === "format") ? undefined : { format: "stylish" as const });
    if (open === undefined) throw new UsageError("--output stands before its --format; write --format sarif --output FILE.");
    if (open.file !== undefined) throw new UsageError(`--output is given twice for --format ${open.format}.`);
    if (outputs.some(({ file }) => file === value)) throw new UsageError(`Two reports go to the same file, ${printable(value)}.`);
    outputs.push({ ...open, file: value });
  }
  const loose = outputs.filter(({ file }) => file === undefined || file === "-");
  if (loose.length > 1) throw new UsageError(`Only one report can go to stdout; give --output FILE after --format ${loose[0]?.format}.`);
  return outputs.length === 0 ? [{ format: "stylish" }] : outputs.map(({ format, file }) => (file === undefined || file === "-" ? { format } : { format, file }));
}

/** GitHub takes what stands before the last slash for the category, so there must be something. */
function categoryOf(name: string | undefined): { sarifCategory?: string } {
  if (name === undefined) return {};
  if (name.replaceAll("/", "").trim() === "" || printable(name) !== name) throw new UsageError(`--sarif-category takes a name that can be read, not "${printable(name.slice(0, 60))}".`);
  return { sarifCategory: name };
}

function contextsOf(given: readonly Given[]): readonly Context[] {
  const lists = given.filter(({ name }) => name === "context");
  if (lists.length === 0) return DEFAULT_CONTEXTS;
  const asked = lists.flatMap(({ value }) => value.split(",")).map((name) => choose("--context", name.trim(), [...CONTEXTS, "all"] as const));
  return CONTEXTS.filter((context) => asked.includes("all") || asked.includes(context));
}

function choose<Word extends string>(option: string, value: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  const near = nearest(value.slice(0, 60), words);
  const help = near === undefined ? "." : `; did you mean "${near}"?`;
  throw new UsageError(`${option} does not know "${printable(value.slice(0, 60))}"${help} It takes ${words.join(", ")}.`);
}

function stdinOf(asked: boolean, name: string | undefined): { stdin?: string } {
  if (asked && name === undefined) throw new UsageError("--stdin needs --stdin-filename NAME: the name says how the text is to be read.");
  if (!asked && name !== undefined) throw new UsageError("--stdin-filename is for --stdin; add --stdin.");
  return name === undefined ? {} : { stdin: name };
}

function topicOf(words: readonly string[], exists: (path: string) => boolean): string {
  const topic = words[1];
  if (topic !== undefined && words.length === 2) return topic;
  throw new UsageError(`keylint explain takes one rule or framework: keylint explain short-key.${orFolder("explain", exists)}`);
}

function frameworkOf(words: readonly string[], exists: (path: string) => boolean): { topic?: string } {
  const topic = words[1];
  if (words.length > 2) throw new UsageError(`keylint generate takes one framework: keylint generate flask.${orFolder("generate", exists)}`);
  return topic === undefined ? {} : { topic };
}

function requirePrune(words: readonly string[], exists: (path: string) => boolean): void {
  if (words.length === 2 && words[1] === "prune") return;
  throw new UsageError(`keylint baseline takes the word prune, which removes stale entries: keylint baseline prune.${orFolder("baseline", exists)}`);
}

function orFolder(name: string, exists: (path: string) => boolean): string {
  return exists(name) ? ` To lint the file or folder of that name, write ./${name}.` : "";
}

/** Options that cannot be meant together, and why. */
const CONTRADICTIONS: readonly (readonly [one: Name, other: Name, why: string])[] = [
  ["config", "no-config", ""],
  ["baseline", "no-baseline", ""],
  ["update-baseline", "no-baseline", ""],
  ["staged", "stdin", ": the text comes from the index, or from stdin"],
  ["staged", "since", ": what is staged is new since the last commit; a baseline keeps older findings quiet"],
  ["since", "stdin", ": git does not know the text from stdin"],
  ["update-baseline", "staged", ": a baseline is made of the files on the disk"],
  ["update-baseline", "stdin", ": a baseline is made of the files on the disk"],
  ["update-baseline", "since", ": a baseline holds all that is found"],
  ["fix", "fix-dry-run", ": either the files are changed, or it is shown how"],
  ["fix", "staged", ": files on the disk are changed, and the index may hold others"],
  ["fix", "stdin", ": there is no file to change"],
  ["fix-dry-run", "staged", ": files on the disk are changed, and the index may hold others"],
  ["fix-dry-run", "stdin", ": there is no file to change"],
  ["fix", "update-baseline", ": what is mended needs no entry; mend first"],
];

function refuseContradictions(given: readonly Given[], options: Options): void {
  const names = new Set(given.map(({ name }) => name));
  const both = CONTRADICTIONS.find(([one, other]) => names.has(one) && names.has(other));
  if (both) throw new UsageError(`--${both[0]} and --${both[1]} exclude each other${both[2]}.`);
  if (options.sarifCategory !== undefined && !options.outputs.some(({ format }) => format === "sarif")) throw new UsageError("--sarif-category is for --format sarif; add that.");
  if (options.stdin !== undefined && options.paths.length > 0) throw new UsageError("--stdin takes no paths: the text comes from stdin.");
}
