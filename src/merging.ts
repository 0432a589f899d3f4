import { merged, type Merged } from "./merge/merged.ts";
import { readReport } from "./merge/read.ts";
import type { FormatName } from "./options/words.ts";
import { UsageError } from "./usage-error.ts";

/** What is asked of it. */
export interface Merging {
  /** As typed, with what stands there. */
  readonly files: readonly { readonly file: string; readonly bytes: Buffer }[];
  readonly formats: readonly FormatName[];
  readonly ruleIds: readonly string[];
  readonly version: string;
}

/** Several reports as one, or why not, for the user. */
function merge({ files, formats, ruleIds, version }: Merging): Merged | { readonly mistake: string } {
  try {
    return merged(files.map(({ file, bytes }) => readReport(file, bytes)), formats, ruleIds, version);
  } catch (error) {
    if (error instanceof UsageError) return { mistake: error.message };
    throw error;
  }
}

/** What `keylint merge` needs beside the linter: in the package a file of its own, which the first call loads. No class crosses the line. */
export const merging = { merge } as const;
