import type { Report } from "../types/report.ts";

/** One line that a person would read: what was found, what was silenced, what was not shown, what could not be checked. */
export function summaryOf(report: Report): string {
  const { findings, suppressed, failures, hidden, counts } = report;
  const levels = (["error", "warning", "note"] as const).map((level) => many(findings.filter((finding) => finding.level === level).length, level)).filter((text) => text !== "");
  const head = findings.length === 0 ? `No leaked or weak keys in ${many(counts.files, "file") || "0 files"}` : `${many(findings.length, "key")} to mend (${levels.join(", ")}) in ${many(counts.files, "file")}`;
  return [`${head}.`, hiddenLine(hidden), silenced(suppressed.length), unchecked(failures.length)].filter((text) => text !== "").join(" ");
}

const plural: Partial<{ [context: string]: string }> = { example: "examples", test: "tests" };

function hiddenLine(hidden: Report["hidden"]): string {
  const contexts = Object.entries(hidden).filter(([, count]) => count > 0);
  const total = contexts.reduce((sum, [, count]) => sum + count, 0);
  const names = contexts.map(([context]) => plural[context] ?? context);
  const listed = [names.slice(0, -1).join(", "), ...names.slice(-1)].filter((text) => text !== "").join(" and ");
  return total === 0 ? "" : `${total} more in ${listed}: --context all.`;
}

function silenced(count: number): string {
  return count === 0 ? "" : `${count} silenced by ${count === 1 ? "an ignore" : "ignores"}.`;
}

function unchecked(count: number): string {
  return count === 0 ? "" : `${many(count, "file")} could not be checked in full.`;
}

/** `1 file`, `2 files`, nothing for none. */
export function many(count: number, noun: string): string {
  return count === 0 ? "" : `${count} ${noun}${count === 1 ? "" : "s"}`;
}
