import { CONTEXTS } from "../options/words.ts";
import type { Edit, Finding, Frame, Region } from "../types/finding.ts";
import type { Context } from "../types/key.ts";
import type { Past, PastPlace, Stamp } from "../types/past.ts";
import type { Failure, Report, Repository, StaleEntry, UnusedIgnore } from "../types/report.ts";
import type { Level } from "../types/rule.ts";
import { flag, formed, list, object, optional, shown, text, whole, word, type Check, type Fields } from "./shape.ts";

export const level = word(["error", "warning", "note"] as const satisfies readonly Level[]);
export const context = word(CONTEXTS);
export const version = formed(/^[\w.+-]{1,40}$/, "a version, such as 1.2.3");
/** A rule's name. */
export const id = formed(/^[a-z-]{1,60}$/, "a rule's name");
const identity = formed(/^[0-9a-f]{32}$/, "an identity of 32 hexadecimal digits");

const regionFields: Fields<Region> = { path: text, line: whole(1), column: whole(1), endLine: whole(1), endColumn: whole(1) };
const region = object<Region>(regionFields);

/** Frames are narrow: a mark is drawn below a line. */
const frame = object<Frame>({
  first: whole(1),
  lines: list(shown, 9),
  mark: object<Frame["mark"]>({ line: whole(1), column: whole(1, 1_000), endColumn: whole(1, 1_000) }),
});

const commit = formed(/^([0-9a-f]{40}|[0-9a-f]{64})$/, "a commit's name");
const stamp = object<Stamp>({ commit, date: formed(/^\d{4}-\d\d-\d\d$/, "a day, such as 2026-01-31") });
/** What a history tells of a key. */
export const past = object<Past>({
  added: stamp, removed: optional(stamp), atHead: flag, days: whole(0), earlier: whole(0), at: commit,
  places: list(object<PastPlace>({ path: text, added: stamp, removed: optional(stamp) })),
});

export const finding = object<Finding>({
  past: optional(past), repository: optional(text), id: identity, rule: id, rules: list(id), level, lowered: flag, context, because: optional(shown), region,
  framework: text, slot: text, name: shown, evidence: word(["api", "name"]), what: shown, why: shown, fix: shown, steps: list(shown),
  edits: optional(list(object<Edit>({ ...regionFields, text }))), variable: optional(shown),
  trail: list(object<Finding["trail"][number]>({ ...regionFields, note: shown })),
  uses: list(object<Finding["uses"][number]>({ ...regionFields, framework: text, slot: text })),
  elsewhere: optional(list(object<NonNullable<Finding["elsewhere"]>[number]>({ ...regionFields, name: shown }))),
  frame: optional(frame),
});

/** A silenced finding as a JSON report tells it. */
export interface Silenced extends Pick<Finding, "id" | "rule" | "region" | "repository"> {
  readonly name?: string;
  readonly by: string;
  readonly reason?: string;
}

export const silenced = object<Silenced>({ repository: optional(text), name: optional(text), id: identity, rule: id, region, by: text, reason: optional(text) });
export const unused = object<UnusedIgnore>({ repository: optional(text), region, message: shown });
export const failure = object<Failure>({ repository: optional(text), path: text, line: optional(whole(1)), message: shown, partly: optional(word([true])), fatal: flag });
export const stale = object<StaleEntry>({ repository: optional(text), path: text, slot: text, name: text });

const count = whole(0);
export const counts = object<Report["counts"]>({ files: count, read: count, keys: count });
const hiddenFields: { readonly [name in Context]: { readonly optional: Check<number> } } = { production: optional(count), development: optional(count), example: optional(count), test: optional(count), docs: optional(count) };
export const hidden = object<Report["hidden"]>(hiddenFields);

/** A repository's. */
export const name = formed(/^[^\0]{1,4096}$/u, "a name");
export const repositories = list(object<Repository>({ name, pathsFrom: word(["repository", "cwd"]), counts, hidden }));
