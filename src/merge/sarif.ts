import type { Listing } from "../reporters/sarif-log.ts";
import { pathOf } from "../reporters/sarif-result.ts";
import { grouped } from "./grouped.ts";
import { compare } from "./parts.ts";
import { notificationIn, resultIn } from "./sarif-folder.ts";
import type { ReadSarif } from "./sarif-report.ts";
import type { ReadNotification, ReadResult } from "./sarif-shape.ts";
import { together, type Found } from "./together.ts";

/** A SARIF report, and the file that it was read from, as typed. */
export interface ReadSarifFile {
  readonly file: string;
  readonly sarif: ReadSarif;
}

/** What a report holds of one repository. */
interface Part {
  readonly results: readonly ReadResult[];
  readonly notifications: readonly ReadNotification[];
}

/** What is listed of several SARIF reports, and what says the exit status. */
export interface Merged extends Pick<Listing, "version" | "left" | "repositories"> {
  readonly results: readonly ReadResult[];
  readonly notifications: readonly ReadNotification[];
}

/** SARIF reports as one. @throws UsageError when two say different things of one repository */
export function mergedSarif(all: readonly ReadSarifFile[], version: string): Merged {
  const missing: ReadNotification[] = [];
  const found = all.flatMap(({ file, sarif: { repositories, results, notifications } }): readonly Found<Part>[] => {
    if (repositories === undefined) return [{ file, content: { results, notifications } }];
    const [byResult, byNotification] = [grouped(results, ({ properties }) => properties.repository), grouped(notifications, ({ properties }) => properties?.repository)];
    missing.push(...(byNotification.get(undefined) ?? []));
    return repositories.map((name) => ({ file, name, content: { results: byResult.get(name) ?? [], notifications: byNotification.get(name) ?? [] } }));
  });
  const joined = together(found);
  const left = leftOf(all);
  if ("only" in joined) return { version, results: joined.only.results, notifications: [...missing, ...joined.only.notifications], left };
  const parts = joined.parts.toSorted((a, b) => compare(a.name, b.name)).map(({ name, content: { results, notifications }, isNew }) => ({
    name,
    results: isNew ? results.map((one) => resultIn(name, one)) : results,
    notifications: isNew ? notifications.map((one) => notificationIn(name, one)) : notifications,
  }));
  return { version, results: parts.flatMap(({ results }) => results), notifications: [...onceEach(missing), ...parts.flatMap(({ notifications }) => notifications)], left, repositories: parts.map(({ name }) => name) };
}

/** A report that was given twice has left out once what it left out. */
function leftOf(all: readonly ReadSarifFile[]): Listing["left"] {
  const apart = [...new Map(all.filter(({ sarif: { left } }) => left.findings + left.failures > 0).map(({ sarif }) => [JSON.stringify(sarif), sarif.left])).values()];
  return { findings: apart.reduce((sum, { findings }) => sum + findings, 0), failures: apart.reduce((sum, { failures }) => sum + failures, 0) };
}

/** A path that is named twice is missing once. */
function onceEach(missing: readonly ReadNotification[]): readonly ReadNotification[] {
  return [...new Map(missing.map((one) => [placeOf(one), one])).entries()].sort(([a], [b]) => compare(a, b)).map(([, one]) => one);
}

function placeOf({ locations = [] }: ReadNotification): string {
  return locations.map(({ physicalLocation }) => pathOf(physicalLocation.artifactLocation)).join("");
}
