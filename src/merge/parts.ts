import { CONTEXTS } from "../options/words.ts";
import type { Failure, Report, Repository } from "../types/report.ts";

/** What was found in one repository of several. */
export interface Part {
  readonly repository: Pick<Repository, "name" | "pathsFrom">;
  /** As if it were about that one alone. */
  readonly report: Report;
}

/** Parts in the order of their names, whatever order they were asked for in, with what the user named and is missing. */
export function joinedParts(parts: readonly Part[], missing: readonly Failure[], version: string): Report {
  const sorted = parts.toSorted((a, b) => compare(a.repository.name, b.repository.name)).map(({ repository, report }) => ({ repository, report: inRepository(report, repository.name) }));
  const reports = sorted.map(({ report }) => report);
  const sum = (of: (report: Report) => number): number => reports.reduce((total, report) => total + of(report), 0);
  const hidden = CONTEXTS.map((context) => [context, sum((report) => report.hidden[context] ?? 0)] as const).filter(([, count]) => count > 0);
  return {
    version,
    findings: reports.flatMap(({ findings }) => findings),
    suppressed: reports.flatMap(({ suppressed }) => suppressed),
    unused: reports.flatMap(({ unused }) => unused),
    failures: [...onceEach(missing), ...reports.flatMap(({ failures }) => failures)],
    stale: reports.flatMap(({ stale }) => stale),
    hidden: Object.fromEntries(hidden),
    counts: { files: sum(({ counts }) => counts.files), read: sum(({ counts }) => counts.read), keys: sum(({ counts }) => counts.keys) },
    repositories: sorted.map(({ repository: { name, pathsFrom }, report: { counts, hidden: notShown } }) => ({ name, pathsFrom, counts, hidden: notShown })),
  };
}

/** By code units: the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A path that is named twice is missing once. */
function onceEach(missing: readonly Failure[]): readonly Failure[] {
  return [...new Map(missing.map((failure) => [failure.path, failure])).values()].sort((a, b) => compare(a.path, b.path));
}

function inRepository(report: Report, repository: string): Report {
  return {
    ...report,
    findings: report.findings.map((one) => ({ repository, ...one })),
    suppressed: report.suppressed.map((one) => ({ ...one, finding: { repository, ...one.finding } })),
    unused: report.unused.map((one) => ({ repository, ...one })),
    failures: report.failures.map((one) => ({ repository, ...one })),
    stale: report.stale.map((one) => ({ repository, ...one })),
  };
}
