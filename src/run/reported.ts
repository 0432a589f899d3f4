import { entryOf, matched, type Entry, type Matched } from "../baseline/match.ts";
import { tagOf } from "../baseline/tag.ts";
import { find, isAskedIn, isBelow, reportOf, type Findings } from "../lint.ts";
import { load } from "../load.ts";
import type { Request } from "../request.ts";
import { few } from "../text/few.ts";
import { printable } from "../text/printable.ts";
import type { Marked } from "../types/mark.ts";
import type { Suppressed } from "../types/report.ts";
import type { Place } from "./asked.ts";
import { baselineOf, renewed } from "./baseline.ts";
import type { Run } from "./joined.ts";
import { mended } from "./mended.ts";
import { earlierAt } from "./since.ts";

/** Lints, and takes away what is known already: by the baseline, and from an earlier commit. Renews the baseline when that was asked for. */
export function reported(request: Request, place: Place): Run {
  const { options } = place.asked;
  const baseline = baselineOf(request, place);
  const commit = options.since === undefined ? undefined : earlierAt(options.since, place);
  const all = find(request);
  const known = baseline && matched(all.found, baseline.content.lines, (one) => tagOf(one, baseline.content.salt), filesOf(request));
  const stale = known && request.files === undefined ? staleOf(known, all, request) : [];
  const written = baseline && known && renewed({ ...baseline, found: all.found, known, stale }, options);
  const fresh = known ? without(all, written ? all.found : [...known.entries.keys()], "baseline") : all;
  const then = fresh.found.length + fresh.unused.length === 0 ? undefined : commit?.find(request);
  const findings = then ? sinceThen(fresh, then, request) : fresh;
  const run = { report: reportOf(findings, request, written ? [] : stale), notices: [...(written === undefined ? [] : [written]), ...(then ? unread(then, all) : [])] };
  return options.fix === undefined ? run : mended(run, { request, place, textOf: all.textOf });
}

/** Without the findings that there were then already. */
function sinceThen(now: Findings, then: Findings, request: Request): Findings {
  // Made for this run and kept nowhere, so it may be whole.
  const salt = load("node:crypto").randomBytes(16).toString("hex");
  const whole = ({ mark }: Marked): string => mark.digest(salt);
  const known = matched(now.found, then.found.map((one) => entryOf(one, whole(one))), whole, filesOf(request));
  const told = new Set(then.unused.map(({ region: { path }, message }) => `${path}\0${message}`));
  return { ...without(now, [...known.entries.keys()], "since"), unused: now.unused.filter(({ region: { path }, message }) => !told.has(`${path}\0${message}`)) };
}

/** What was there may be told as new where it could not be read. */
function unread(then: Findings, now: Findings): readonly string[] {
  const same = new Set(now.failures.map(({ path, message }) => `${path}\0${message}`));
  const failures = then.failures.filter(({ path, message }) => !same.has(`${path}\0${message}`));
  const shown = few(failures.map(({ path, message }) => `${printable(path)}: ${message}`), "; ");
  return failures.length === 0 ? [] : [`Not all of that commit could be read, so what it had may be told as new. ${shown}.`];
}

function filesOf(request: Request): { has(path: string): boolean; looked(path: string): boolean } {
  return { has: (path) => request.tree.has(path), looked: isAskedIn(request) };
}

function without(all: Findings, known: readonly Marked[], by: Suppressed["by"]): Findings {
  const gone = new Set(known);
  return {
    ...all,
    found: all.found.filter((one) => !gone.has(one)),
    suppressed: [...all.suppressed, ...all.found.filter((one) => gone.has(one)).map(({ finding }) => ({ finding, by }))],
  };
}

/** Entries whose keys are no longer there. Of a file or folder that could not be read, nobody knows. */
function staleOf({ left }: Matched, { failures }: Findings, request: Request): readonly Entry[] {
  const [isAsked, failed] = [isAskedIn(request), failures.map(({ path }) => (path === "." ? "" : path))];
  return [...left].filter(({ path }) => isAsked(path) && !isBelow(path, failed));
}
