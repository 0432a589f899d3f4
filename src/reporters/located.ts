import type { Finding, Region } from "../types/finding.ts";
import type { Report } from "../types/report.ts";

/** Where a file of a repository is. */
export type Move = (path: string, repository: string | undefined) => string;

/** The report with other paths. */
export function moved(report: Report, move: Move): Report {
  const finding = (one: Finding): Finding => {
    const region = <R extends Region>(place: R): R => ({ ...place, path: move(place.path, one.repository) });
    return {
      ...one, region: region(one.region), ...(one.edits === undefined ? {} : { edits: one.edits.map(region) }), trail: one.trail.map(region), uses: one.uses.map(region), ...(one.elsewhere === undefined ? {} : { elsewhere: one.elsewhere.map(region) }),
    };
  };
  return {
    ...report,
    findings: report.findings.map(finding),
    suppressed: report.suppressed.map((one) => ({ ...one, finding: finding(one.finding) })),
    unused: report.unused.map((one) => ({ ...one, region: { ...one.region, path: move(one.region.path, one.repository) } })),
    failures: report.failures.map((one) => ({ ...one, path: move(one.path, one.repository) })),
    stale: report.stale.map((one) => ({ ...one, path: move(one.path, one.repository) })),
  };
}

/** For people and for SARIF: of a report about several repositories, each path leads from the current directory to the file. */
export function located(report: Report): Report {
  const { repositories } = report;
  if (repositories === undefined) return report;
  const fromTop = new Set(repositories.filter(({ pathsFrom }) => pathsFrom === "repository").map(({ name }) => name));
  return moved(report, (path, repository) => (repository !== undefined && fromTop.has(repository) ? pathBelow(repository, path) : path));
}

/** A path in a folder. The folder `.` is where we are; the path `.` stands for the folder. */
export function pathBelow(folder: string, path: string): string {
  if (folder === ".") return path;
  return path === "." ? folder : `${folder === "/" ? "" : folder}/${path}`;
}
