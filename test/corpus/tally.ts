import { groups, type Case } from "./score.ts";

/** Cases, counted. */
export interface Counts {
  readonly findings: number;
  readonly hit: number;
  readonly missed: number;
  readonly clean: number;
  readonly flagged: number;
  readonly unlabelled: number;
  readonly sink: number;
}

/** Shares from 0 to 1; undefined where there is nothing to take a share of. */
export interface Shares {
  /** Of the reports, those that are right: hit / (hit + flagged + unlabelled). */
  readonly precision: number | undefined;
  /** Of the findings, those that are reported: hit / findings. */
  readonly recall: number | undefined;
  /** Their harmonic mean. */
  readonly f1: number | undefined;
}

export function count(cases: readonly Case[]): Counts {
  const of = (kind: Case["kind"]): number => cases.filter((one) => one.kind === kind).length;
  const [hit, missed, flagged] = [of("hit"), of("missed"), of("flagged")];
  return { findings: hit + missed, hit, missed, clean: flagged + of("silent"), flagged, unlabelled: of("unlabelled"), sink: of("sink") };
}

export function shares({ findings, hit, missed, flagged, unlabelled }: Counts): Shares {
  const wrong = flagged + unlabelled;
  return { precision: share(hit, hit + wrong), recall: share(hit, findings), f1: share(2 * hit, 2 * hit + wrong + missed) };
}

export function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

/** The means of the shares of each repository, so that one with many labels does not outweigh the others. A repository that has no share is left out of its mean. */
export function meanOverRepositories(cases: readonly Case[]): Shares {
  const each = [...groups(cases, ({ repo }) => repo).values()].map((of) => shares(count(of)));
  return { precision: mean(each.map((one) => one.precision)), recall: mean(each.map((one) => one.recall)), f1: mean(each.map((one) => one.f1)) };
}

function mean(values: readonly (number | undefined)[]): number | undefined {
  const there = values.filter((value) => value !== undefined);
  return share(there.reduce((sum, value) => sum + value, 0), there.length);
}
