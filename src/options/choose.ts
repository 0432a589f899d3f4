import { nearest } from "../text/nearest.ts";
import { printable } from "../text/printable.ts";
import { UsageError } from "../usage-error.ts";

/** The word that was meant. Throws UsageError when it is none of these. */
export function choose<Word extends string>(option: string, value: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  const near = nearest(value.slice(0, 60), words);
  const help = near === undefined ? "." : `; did you mean "${near}"?`;
  throw new UsageError(`${option} does not know "${printable(value.slice(0, 60))}"${help} It takes ${words.join(", ")}.`);
}
