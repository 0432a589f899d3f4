import type { Failure, Report } from "../types/report.ts";
import { partsOf } from "./json-report.ts";
import { joinedParts, type Part } from "./parts.ts";
import { together, type Found } from "./together.ts";

/** A report, and the file that it was read from, as typed. */
export interface ReadReport {
  readonly file: string;
  readonly report: Report;
}

/** JSON reports as one. @throws UsageError when two say different things of one repository */
export function mergedReport(all: readonly ReadReport[], version: string): Report {
  const missing: Failure[] = [];
  const found = all.flatMap(({ file, report }): readonly Found<Part>[] => {
    if (report.repositories === undefined) return [{ file, content: { repository: { name: "", pathsFrom: "repository" }, report } }];
    const { parts, missing: others } = partsOf(report);
    missing.push(...others);
    return parts.map((part) => ({ file, name: part.repository.name, content: part }));
  });
  const joined = together(found);
  if ("only" in joined) return { ...joined.only.report, version, failures: [...missing, ...joined.only.report.failures] };
  return joinedParts(joined.parts.map(({ name, content: { repository, report } }) => ({ repository: { ...repository, name }, report })), missing, version);
}
