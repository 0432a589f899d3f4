import { helpText } from "./help.ts";
import { parseOptions } from "./options.ts";
import { version } from "./version.ts";
import type { World } from "./world.ts";

/**
 * What needs no linter: --help and --version. Loading the linter takes half as long as Node takes to start, so the command line asks
 * here first. Undefined when something else is asked for, or the options are wrong: main says what is.
 */
export function answer({ argv, stdout }: World, exists: (path: string) => boolean): number | undefined {
  const text = textFor(commandOf(argv, exists));
  if (text !== undefined) stdout.write(text);
  return text === undefined ? undefined : 0;
}

function commandOf(argv: readonly string[], exists: (path: string) => boolean): string | undefined {
  try {
    return parseOptions(argv, exists).command;
  } catch {
    return undefined;
  }
}

function textFor(command: string | undefined): string | undefined {
  if (command === "help") return helpText;
  return command === "version" ? `${version}\n` : undefined;
}
