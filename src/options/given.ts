import { parseArgs } from "node:util";
import { nearest } from "../text/nearest.ts";
import { printable } from "../text/printable.ts";
import { UsageError } from "../usage-error.ts";
import { FAIL_ON, FORMATS } from "./words.ts";

const flag = { type: "boolean" } as const;
const text = { type: "string", multiple: true } as const;
// Node takes `--env-file` for its own wherever it stands, and ends when there is no such file: https://github.com/nodejs/node/issues/54232
const KNOWN = {
  format: text, output: text, "sarif-category": text, context: text, "fail-on": text, config: text, "stdin-filename": text, since: text, baseline: text,
  into: text, "token-file": text, keys: text, shard: text, history: flag, fix: flag, "fix-dry-run": flag,
  "no-config": flag, "no-ignore": flag, "no-foreign-ignores": flag, "no-cache": flag, strict: flag, debug: flag, color: flag, "no-color": flag,
  stdin: flag, stdio: flag, yes: flag, staged: flag, "no-baseline": flag, "update-baseline": flag, help: { type: "boolean", short: "h" }, version: flag,
} as const;
export type Name = keyof typeof KNOWN;

/** An option as given, in order. */
export interface Given {
  readonly name: Name;
  /** Undefined for flags. */
  readonly value: string;
}

/** Options and files apart, each unknown or incomplete option refused. */
export function sortArguments(argv: readonly string[], exists: (path: string) => boolean): { given: readonly Given[]; paths: readonly string[] } {
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
  format: FORMATS.join("|"), output: "FILE", context: "production,development", "fail-on": FAIL_ON.join("|"), config: "FILE", since: "COMMIT", baseline: "FILE", into: "FILE", shard: "1/4",
};

function unknown(argument: string): string {
  const name = argument.split("=")[0] ?? "";
  const near = nearest(name.slice(0, 60), Object.keys(KNOWN).map((known) => `--${known}`));
  const help = near === undefined ? "; keylint --help shows all" : `; did you mean "${near}"?`;
  return `unknown option "${printable(name)}"${help}`;
}
