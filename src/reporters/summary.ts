import type { Report } from "../types/report.ts";

/** One line that a person would read: what was found, what was known or silenced, what was not shown, what could not be checked. */
export function summaryOf(report: Report): string {
  const { findings, suppressed, failures, stale, hidden } = report;
  const levels = (["error", "warning", "note"] as const).map((level) => many(findings.filter((finding) => finding.level === level).length, level)).filter((text) => text !== "");
  const files = `${lookedAt(report)}${ofRepositories(report)}`;
  const head = findings.length === 0 ? `No leaked or weak keys in ${files}` : `${many(findings.length, "key")} to mend (${levels.join(", ")}) in ${files}`;
  const by = (wanted: string): number => suppressed.filter((one) => one.by === wanted).length;
  const [accepted, earlier] = [by("baseline"), by("since")];
  const sentences = [`${head}.`, hiddenLine(hidden), known(accepted, "in the baseline"), known(earlier, "there before"), silenced(suppressed.length - accepted - earlier), outdated(stale.length), unchecked(failures.length)];
  return sentences.filter((text) => text !== "").join(" ");
}

/** Files, or versions of them. */
function lookedAt({ counts: { files }, past }: Report): string {
  if (past) return `${many(past.versions, "version") || "0 versions"} of ${many(files, "file") || "0 files"}, ${many(past.commits, "commit") || "0 commits"}`;
  return many(files, "file") || "0 files";
}

/** A folder that no git repository holds is none. */
function ofRepositories({ repositories }: Report): string {
  if (repositories === undefined) return "";
  const noun = repositories.every(({ pathsFrom }) => pathsFrom === "repository") ? ["repository", "repositories"] : ["folder", "folders"];
  return ` of ${repositories.length} ${noun[repositories.length === 1 ? 0 : 1]}`;
}

const plural: Partial<{ [context: string]: string }> = { example: "examples", test: "tests" };

function hiddenLine(hidden: Report["hidden"]): string {
  const contexts = Object.entries(hidden).filter(([, count]) => count > 0);
  const total = contexts.reduce((sum, [, count]) => sum + count, 0);
  const names = contexts.map(([context]) => plural[context] ?? context);
  const listed = [names.slice(0, -1).join(", "), ...names.slice(-1)].filter((text) => text !== "").join(" and ");
  return total === 0 ? "" : `${total} more in ${listed}: --context all.`;
}

function known(count: number, where: string): string {
  return count === 0 ? "" : `${count} ${count === 1 ? "was" : "were"} ${where}.`;
}

function outdated(count: number): string {
  return count === 0 ? "" : `${count} ${count === 1 ? "entry" : "entries"} of the baseline ${count === 1 ? "is" : "are"} stale: keylint baseline prune.`;
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
