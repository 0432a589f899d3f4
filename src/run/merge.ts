import { resolve } from "node:path";
import { readNamed } from "../discover/read.ts";
import type { Merged } from "../merge/merged.ts";
import { merging } from "../merging.ts";
import type { Options } from "../options.ts";
import { printable } from "../text/printable.ts";
import { UsageError } from "../usage-error.ts";
import { version } from "../version.ts";
import type { World } from "../world.ts";

/** Bytes of a report that are read at most: some 40,000 findings. */
const reportBytes = 128 * 1024 * 1024;

/** The reports that the command line names, as one. Throws UsageError when one cannot be read, is none, or does not fit the others. */
export function mergeReports({ paths, outputs }: Options, { cwd }: World, ruleIds: readonly string[]): Merged {
  const named = [...new Map(paths.map((path) => [resolve(cwd, path), path]))];
  const files = named.map(([path, file]) => {
    const bytes = readNamed(path, reportBytes, "name several smaller ones");
    if (Buffer.isBuffer(bytes)) return { file, bytes };
    throw new UsageError(`The report ${printable(file)} cannot be read: ${bytes.message}.`);
  });
  const merged = merging.merge({ files, formats: outputs.map(({ format }) => format), ruleIds, version });
  if ("mistake" in merged) throw new UsageError(merged.mistake);
  return merged;
}
