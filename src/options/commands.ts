import { UsageError } from "../usage-error.ts";
import type { Given, Name } from "./given.ts";

export type Command = "lint" | "explain" | "prune" | "generate" | "verify" | "history" | "merge" | "lsp" | "init";

/** What the first word asks for. */
export const COMMANDS: ReadonlyMap<string, Exclude<Command, "lint">> = new Map([["explain", "explain"], ["baseline", "prune"], ["generate", "generate"], ["verify", "verify"], ["history", "history"], ["merge", "merge"], ["lsp", "lsp"], ["init", "init"]]);

/** Options that say where keylint looks, and those of a report. */
const LOOKING: readonly Name[] = ["config", "no-config", "no-ignore", "debug", "color", "no-color"];
const REPORTING: readonly Name[] = ["format", "output", "sarif-category", "context", "fail-on", "no-foreign-ignores", "no-cache", "strict"];

/** The options that each command takes. */
const TAKES: { readonly [command in Command]: readonly Name[] } = {
  lint: [...LOOKING, ...REPORTING, "stdin-filename", "stdin", "staged", "since", "baseline", "no-baseline", "update-baseline", "fix", "fix-dry-run", "shard"],
  prune: [...LOOKING, ...REPORTING, "baseline"],
  explain: ["debug", "color", "no-color"],
  generate: ["debug", "color", "no-color", "into"],
  history: [...LOOKING, ...REPORTING],
  verify: [...LOOKING, "token-file", "keys", "history"],
  init: [...LOOKING, "yes"],
  lsp: ["config", "no-config", "no-ignore", "context", "no-foreign-ignores", "debug", "stdio"],
  merge: ["format", "output", "sarif-category", "fail-on", "strict", "debug", "color", "no-color"],
};

/** Throws UsageError for an option that the command does not take. */
export function refuseIdle(given: readonly Given[], command: Command): void {
  const idle = given.find(({ name }) => !TAKES[command].includes(name));
  if (idle) throw new UsageError(`${calledAs(command)} does not take --${idle.name}; leave it out.`);
}

function calledAs(command: Command): string {
  const word = [...COMMANDS].find(([, one]) => one === command)?.[0];
  return word === undefined ? "keylint" : command === "prune" ? "keylint baseline prune" : `keylint ${word}`;
}
