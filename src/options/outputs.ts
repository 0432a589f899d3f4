import { printable } from "../text/printable.ts";
import { UsageError } from "../usage-error.ts";
import { choose } from "./choose.ts";
import type { Given } from "./given.ts";
import { FORMATS, type FormatName } from "./words.ts";

/** One report to write: into a file, or to stdout when there is none. At most one goes to stdout. */
export interface Output {
  readonly format: FormatName;
  readonly file?: string;
}

/** `--format` opens a report, an `--output` after it says where it goes. */
export function outputsOf(given: readonly Given[]): Output[] {
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
export function categoryOf(name: string | undefined): { sarifCategory?: string } {
  if (name === undefined) return {};
  if (name.replaceAll("/", "").trim() === "" || printable(name) !== name) throw new UsageError(`--sarif-category takes a name that can be read, not "${printable(name.slice(0, 60))}".`);
  return { sarifCategory: name };
}
