import { pathOf } from "../reporters/sarif-result.ts";
import { leftBy, type Listing } from "../reporters/sarif-log.ts";
import { log, type ReadNotification, type ReadResult } from "./sarif-shape.ts";
import { Misshapen } from "./shape.ts";

/** A report that `--format sarif` wrote. */
export interface ReadSarif extends Pick<Listing, "version" | "left"> {
  /** As `--sarif-category` said it. */
  readonly category?: string;
  /** Names of the repositories, where there are several. */
  readonly repositories?: readonly string[];
  readonly results: readonly ReadResult[];
  /** Without those that say how many more there are. */
  readonly notifications: readonly ReadNotification[];
}

/** @throws Misshapen when it is none */
export function sarifIn(value: unknown): ReadSarif {
  const [run] = log(value).runs;
  if (!run) throw new Misshapen("a list of one run", [".runs"]);
  const all = run.invocations.flatMap(({ toolExecutionNotifications }) => toolExecutionNotifications);
  const notifications = all.filter(({ locations }) => locations !== undefined);
  const repositories = run.properties?.repositories;
  checkNames(repositories, run.results, notifications);
  for (const one of notifications) checkPath(one);
  return {
    version: run.tool.driver.semanticVersion, results: run.results, notifications, left: countsLeft(all.filter(({ locations }) => locations === undefined)),
    ...(run.automationDetails === undefined ? {} : { category: run.automationDetails.id }), ...(repositories === undefined ? {} : { repositories }),
  };
}

/** What a finding tells of a repository is told of one that the report is about. */
function checkNames(repositories: readonly string[] | undefined, results: readonly ReadResult[], notifications: readonly ReadNotification[]): void {
  const known = new Set<string | undefined>(repositories ?? [undefined]);
  if (repositories && known.size < repositories.length) throw new Misshapen("a list in which each repository stands once", [".runs[0]", ".properties", ".repositories"]);
  const names = [...results.map(({ properties }) => properties.repository), ...notifications.flatMap(({ properties }) => properties?.repository ?? [])];
  if (names.some((name) => !known.has(name))) throw new Misshapen("a list of all repositories that its results name", [".runs[0]", ".properties", ".repositories"]);
}

function checkPath({ locations = [] }: ReadNotification): void {
  try {
    for (const { physicalLocation } of locations) pathOf(physicalLocation.artifactLocation);
  } catch {
    throw new Misshapen("encoded as a URI", [".runs[0]", ".invocations[0]", ".toolExecutionNotifications", ".locations", ".uri"]);
  }
}

function countsLeft(notes: readonly ReadNotification[]): Listing["left"] {
  const left = { findings: 0, failures: 0 };
  for (const note of notes) {
    const more = leftBy(note);
    if (more === undefined) throw new Misshapen("a place, or say how many more there are", [".runs[0]", ".invocations[0]", ".toolExecutionNotifications"]);
    left.findings += more.findings ?? 0;
    left.failures += more.failures ?? 0;
  }
  return left;
}
