import type { Finding } from "../types/finding.ts";
import type { Report } from "../types/report.ts";

/** Where a file of a repository is. */
export type Move = (path: string, repository: string | undefined) => string;

/** The report with other paths. */
export function moved(report: Report, move: Move): Report {
  const to = (repository: string | undefined) => <P extends { readonly path: string }>(place: P): P => ({ ...place, path: move(place.path, repository) });
  const finding = (one: Finding): Finding => {
    const { region, edits, trail, uses, elsewhere, past, repository } = one;
    const place = to(repository);
    return {
      ...one, region: place(region), ...(edits === undefined ? {} : { edits: edits.map(place) }), trail: trail.map(place), uses: uses.map(place), ...(elsewhere === undefined ? {} : { elsewhere: elsewhere.map(place) }),
      ...(past === undefined ? {} : { past: { ...past, places: past.places.map(place) } }),
    };
  };
  return {
    ...report,
    findings: report.findings.map(finding),
    suppressed: report.suppressed.map((one) => ({ ...one, finding: finding(one.finding) })),
    unused: report.unused.map((one) => ({ ...one, region: to(one.repository)(one.region) })),
    failures: report.failures.map((one) => to(one.repository)(one)),
    stale: report.stale.map((one) => to(one.repository)(one)),
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
