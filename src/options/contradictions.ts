import { UsageError } from "../usage-error.ts";
import type { Given, Name } from "./given.ts";
import type { Output } from "./outputs.ts";

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
  ["shard", "staged", ": git's index is one repository's"],
  ["shard", "stdin", ": there is one text"],
  ["fix", "update-baseline", ": what is mended needs no entry; mend first"],
];

/** Throws UsageError for what cannot be meant together. */
export function refuseContradictions(given: readonly Given[], outputs: readonly Output[], paths: readonly string[]): void {
  const names = new Set(given.map(({ name }) => name));
  const both = CONTRADICTIONS.find(([one, other]) => names.has(one) && names.has(other));
  if (both) throw new UsageError(`--${both[0]} and --${both[1]} exclude each other${both[2]}.`);
  if (names.has("sarif-category") && !outputs.some(({ format }) => format === "sarif")) throw new UsageError("--sarif-category is for --format sarif; add that.");
  if (names.has("stdin") && paths.length > 0) throw new UsageError("--stdin takes no paths: the text comes from stdin.");
}
