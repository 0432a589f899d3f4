import { isAbsolute, relative, sep } from "node:path";
import type { ScopeRoot } from "../discover/index.ts";
import type { Finding, Region } from "../types/finding.ts";
import type { Failure, Report } from "../types/report.ts";
import { version } from "../version.ts";
import type { World } from "../world.ts";

/** What a run, or a part of it, gave. */
export interface Run {
  readonly report: Report;
  /** What could not be done as usual, or was done beside: sentences for stderr. */
  readonly notices: readonly string[];
}

/** Where there is no git, paths are relative to the current directory. */
export function fromCwd(report: Report, { root, git }: ScopeRoot, world: World): Report {
  const prefix = git ? "" : relative(world.cwd, root).split(sep).join("/");
  return prefix === "" ? report : moved(report, (path) => (isAbsolute(path) ? path : `${prefix}/${path}`));
}

function moved(report: Report, move: (path: string) => string): Report {
  const region = <R extends Region>(one: R): R => ({ ...one, path: move(one.path) });
  const finding = (one: Finding): Finding => ({
    ...one, region: region(one.region), ...(one.edits === undefined ? {} : { edits: one.edits.map(region) }), trail: one.trail.map(region), uses: one.uses.map(region), ...(one.elsewhere === undefined ? {} : { elsewhere: one.elsewhere.map(region) }),
  });
  return {
    ...report,
    findings: report.findings.map(finding),
    suppressed: report.suppressed.map((one) => ({ ...one, finding: finding(one.finding) })),
    unused: report.unused.map((one) => ({ ...one, region: region(one.region) })),
    failures: report.failures.map((one) => ({ ...one, path: move(one.path) })),
    stale: report.stale.map((one) => ({ ...one, path: move(one.path) })),
  };
}

/** The reports of several scopes as one, with what the user named and is missing. */
export function joined(runs: readonly Run[], missing: readonly Failure[] = []): Run {
  const reports = runs.map(({ report }) => report);
  const hidden: { [context: string]: number } = {};
  for (const report of reports) for (const [context, count] of Object.entries(report.hidden)) hidden[context] = (hidden[context] ?? 0) + count;
  const sum = (of: (report: Report) => number): number => reports.reduce((total, report) => total + of(report), 0);
  const report: Report = {
    version,
    findings: reports.flatMap(({ findings }) => findings),
    suppressed: reports.flatMap(({ suppressed }) => suppressed),
    unused: reports.flatMap(({ unused }) => unused),
    failures: [...missing, ...reports.flatMap(({ failures }) => failures)],
    stale: reports.flatMap(({ stale }) => stale),
    hidden,
    counts: { files: sum(({ counts }) => counts.files), read: sum(({ counts }) => counts.read), keys: sum(({ counts }) => counts.keys) },
  };
  return { report, notices: [...new Set(runs.flatMap(({ notices }) => notices))] };
}
