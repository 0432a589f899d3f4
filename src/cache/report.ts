import type { Report } from "../types/report.ts";

/** What a run of one scope gave, as it is kept: there is no secret in it. */
export interface Kept {
  readonly report: Report;
  readonly notices: readonly string[];
}

/** What is kept of a run. Of an entry of the baseline only what is told: its tag is a part of a digest. */
export function keptText({ report, notices }: Kept): string {
  const stale = report.stale.map(({ path, slot, name }) => ({ path, slot, name }));
  return JSON.stringify({ report: { ...report, stale }, notices });
}

/** What `keptText` wrote; undefined when it is something else. */
export function keptIn(text: string): Kept | undefined {
  const { report, notices } = JSON.parse(text) as { readonly [name: string]: unknown };
  if (typeof report !== "object" || report === null || !isList(notices, "string")) return undefined;
  const fields = report as { readonly [name: string]: unknown };
  const isWhole = ["findings", "suppressed", "unused", "failures", "stale"].every((name) => isList(fields[name], "object")) && ["hidden", "counts"].every((name) => typeof fields[name] === "object");
  return isWhole ? { report: report as Report, notices: notices as readonly string[] } : undefined;
}

function isList(value: unknown, of: "string" | "object"): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === of && one !== null);
}
