import { createHash } from "node:crypto";
import { planOf } from "../../src/fix/plan.ts";
import { lintFiles } from "../support/lint.ts";

/** A key that nobody guesses. */
export const key = createHash("sha256").update("keylint fixture 910").digest("hex");

export type Files = Readonly<{ [path: string]: string }>;

/** A project in memory with all that is surely mended put into its files. */
export function fixed(files: Files): Files {
  const after = { ...files };
  const { findings } = lintFiles(files, { mends: true });
  for (const path of new Set(findings.filter(({ edits }) => edits !== undefined).map(({ region }) => region.path))) {
    const plan = planOf(path, files[path] ?? "", findings.filter(({ edits, region }) => edits !== undefined && region.path === path));
    if ("refused" in plan) throw new Error(plan.refused);
    after[path] = plan.text;
  }
  return after;
}

/** What a file is when it is mended. */
export function mended(path: string, text: string, more: Files = {}): string | undefined {
  return fixed({ ...more, [path]: text })[path];
}

/** What is left to tell of production when all that is surely mended is mended. */
export function leftAfter(files: Files): readonly string[] {
  return lintFiles(fixed(files)).findings.filter(({ context }) => context === "production").map(({ region, rule }) => `${region.path}:${region.line} ${rule}`);
}
