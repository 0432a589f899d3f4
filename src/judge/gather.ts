import { load } from "../load.ts";
import type { Marked } from "../types/mark.ts";
import type { Finding, Region } from "../types/finding.ts";
import type { Context, Key, Making, Place, Step } from "../types/key.ts";
import { contextOfPath } from "../place.ts";
import type { Sheet } from "../types/sheet.ts";
import type { Level, Problem, Project, Rule, Use } from "../types/rule.ts";
import { frameOf } from "../text/frame.ts";
import { Lines } from "../text/lines.ts";
import { printable } from "../text/printable.ts";
import { markOf } from "./mark.ts";
import { fixOf, stepsOf } from "./steps.ts";

/** A level that the configuration gives a rule in a file, if any. */
export type LevelOf = (rule: string, path: string) => Level | "off" | undefined;

/** What a finding is about: a key, or the use of something that needs one. */
interface Subject extends Pick<Key, "framework" | "slot" | "name" | "evidence" | "context" | "because"> {
  readonly one: Key | Use;
  readonly place: Place;
  /** Absent: it is missing. */
  readonly key?: Key;
  readonly making?: Making;
  readonly trail: readonly Step[];
  readonly sinks: readonly Place[];
}

interface Judged {
  readonly subject: Subject;
  readonly problems: readonly { readonly rule: Rule; readonly level: Level; readonly problem: Problem }[];
}

export interface Gathering {
  readonly rules: readonly Rule[];
  readonly levelOf: LevelOf;
  readonly textOf: (path: string) => string | undefined;
  readonly sheetOf: (path: string) => Sheet | undefined;
  /** What surely mends a key in the files. Absent: nobody asks. */
  readonly mend?: (key: Key) => Pick<Finding, "edits" | "variable"> | undefined;
  /** In project mode: all that was found, with the uses of what needs a key. */
  readonly project?: Project;
}

/** One finding for each origin, the leading rule first and the others named with it, sorted by place. */
export function gather(keys: readonly Key[], gathering: Gathering): readonly Marked[] {
  const remarks = remarksIn(gathering);
  const byOrigin = new Map<string, Judged[]>();
  for (const one of [...keys, ...(gathering.project?.uses ?? [])]) {
    const subject = subjectOf(one);
    const problems = judge(one, subject, gathering, remarks);
    if (problems.length === 0) continue;
    const { path, span } = subject.place;
    const at = `${path}\0${span.start}`;
    byOrigin.set(at, [...(byOrigin.get(at) ?? []), { subject, problems }]);
  }
  const places = placesIn(gathering);
  const told = [...byOrigin.values()].filter((judged) => judged.some(({ problems }) => problems.some(({ rule }) => rule.beside !== true)));
  return numbered(told.map((judged) => findingOf(judged, gathering, places)).sort((a, b) => compare(a.finding.region, b.finding.region)));
}

function subjectOf(one: Key | Use): Subject {
  if ("origin" in one) return { ...one, one, key: one, place: one.origin.place, making: one.origin.making, trail: one.origin.trail, sinks: [one.sink] };
  return { ...one, one, name: one.slot.label, evidence: "api", place: one.places[0], trail: [], sinks: one.places };
}

type Remarks = ReadonlyMap<Key | Use, readonly { readonly rule: Rule; readonly problem: Problem }[]>;

/** What the rules say of all together, by what they say it of. */
function remarksIn({ rules, project }: Gathering): Remarks {
  const found = new Map<Key | Use, { rule: Rule; problem: Problem }[]>();
  for (const rule of rules) {
    for (const remark of project ? (rule.project?.(project) ?? []) : []) found.set(remark.of, [...(found.get(remark.of) ?? []), { rule, problem: remark }]);
  }
  return found;
}

function judge(one: Key | Use, { place: { path } }: Subject, { rules, levelOf }: Gathering, remarks: Remarks): Judged["problems"] {
  return rules.flatMap((rule) => {
    const level = levelOf(rule.id, path) ?? rule.level;
    if (level === "off") return [];
    const own = "origin" in one ? rule.check?.(one) : undefined;
    const together = remarks.get(one)?.filter((remark) => remark.rule === rule).map(({ problem }) => problem) ?? [];
    return [...(own ? [own] : []), ...together].map((problem) => ({ rule, level, problem }));
  });
}

type Places = (place: Place) => { region: Region; lines: Lines | undefined };

function placesIn({ textOf }: Gathering): Places {
  const known = new Map<string, Lines | undefined>();
  return ({ path, span }) => {
    const lines = known.has(path) ? known.get(path) : linesOf(textOf(path));
    known.set(path, lines);
    if (!lines) return { region: { path, line: 1, column: 1, endLine: 1, endColumn: 2 }, lines };
    const { line, column: start } = lines.position(span.start);
    const width = (lines.line(line) ?? "").length + 1;
    // A value may begin with the end of its line, where nothing is to be seen.
    const column = Math.max(1, Math.min(start, width - 1));
    const end = lines.position(Math.max(span.start, span.end));
    // A text that nobody has ended holds the carriage return of its line.
    const endColumn = end.line === line ? Math.min(end.column, width) : width;
    return { region: { path, line, column, endLine: line, endColumn: Math.max(endColumn, column + 1) }, lines };
  };
}

function linesOf(text: string | undefined): Lines | undefined {
  return text === undefined ? undefined : new Lines(text);
}

/** A finding without its identity, and what that is made of. */
interface Unnumbered {
  readonly finding: Omit<Finding, "id">;
  /** What it is counted among. */
  readonly alike: string;
  readonly making: Making | undefined;
}

function findingOf(judged: readonly Judged[], { rules, sheetOf, mend }: Gathering, places: Places): Unnumbered {
  const [lead] = judged.toSorted((a, b) => weight(a.subject) - weight(b.subject));
  const way = wayOf(judged.map((one) => one.subject));
  if (!lead || !way) throw new Error("a finding needs a key");
  const all = judged.flatMap(({ problems }) => problems);
  const ids = rules.filter((rule) => all.some((one) => one.rule === rule)).map(({ id }) => id);
  const leading = lead.problems.find(({ rule }) => rule.id === ids[0]) ?? all.find(({ rule }) => rule.id === ids[0]) ?? all[0];
  const { subject } = lead;
  const { region, lines } = places(subject.place);
  const sheet = sheetOf(subject.place.path);
  const full = highest(all.map(({ level }) => level));
  const level = lowered(full, way.context);
  const frame = lines && sheet ? frameOf(sheet, subject.place.span, lines, isKey(subject)) : undefined;
  const slot = `${subject.framework.id}/${subject.slot.id}`;
  const name = printable(subject.name);
  const elsewhere = elsewhereOf(all, places);
  const mended = subject.key && way.context === "production" ? mend?.(subject.key) : undefined;
  const finding: Unnumbered["finding"] = {
    rule: ids[0] ?? "",
    rules: ids,
    level,
    lowered: level !== full,
    context: way.context,
    ...(way.because === undefined ? {} : { because: printable(way.because) }),
    region,
    framework: subject.framework.id,
    slot,
    name,
    evidence: judged.some((one) => one.subject.evidence === "api") ? "api" : "name",
    what: printable([...new Set([leading, ...all.filter(({ rule }) => rule.beside)].flatMap((one) => one?.problem.what ?? []))].join(" ")),
    why: printable(leading?.problem.why ?? subject.framework.attack),
    fix: printable(leading?.problem.fix ?? fixOf(subject.one, mended)),
    steps: stepsOf(subject.one, ids, way.context, mended),
    ...(mended ? { edits: mended.edits, variable: mended.variable } : {}),
    trail: trailOf(way, places),
    uses: usesOf(judged, places),
    ...(elsewhere.length === 0 ? {} : { elsewhere }),
    ...(frame ? { frame } : {}),
  };
  return { finding, alike: `${slot}\0${subject.name}\0${region.path}`, making: subject.making };
}

/** What stands there is a key; else it is the name of one, or of what needs one. */
function isKey({ making }: Subject): boolean {
  return making !== undefined && making.kind !== "variable";
}


/** Where a key does most harm comes first. */
const contexts: readonly Context[] = ["production", "development", "example", "test", "docs"];

/** Of several ways from one origin that of the real program: what is handed over says more than a name, and then where it does most harm, not through a test. */
function wayOf(subjects: readonly Subject[]): Subject | undefined {
  const detours = ({ trail, place }: Subject): number => trail.filter(({ path }) => path !== place.path && contextOfPath(path) === "test").length;
  const given = subjects.filter(({ evidence }) => evidence === "api");
  return (given.length > 0 ? given : subjects).toSorted((a, b) => contexts.indexOf(a.context) - contexts.indexOf(b.context) || detours(a) - detours(b) || weight(a) - weight(b))[0];
}

/** A framework that reads settings by their names, as Flask and Django do, leads what else the program hands them to; and that what is only called a key. */
function weight({ evidence, framework }: Subject): number {
  const reads = framework.slots.some(({ at }) => at.some((one) => "setting" in one && one.capitals === true));
  return (evidence === "api" ? 0 : reads ? 1 : 4) + (reads ? 0 : 2) + (framework.language === "any" ? 1 : 0);
}

function trailOf({ trail }: Subject, places: Places): Finding["trail"] {
  const steps = trail.map((step) => ({ ...places(step).region, note: printable(step.note) }));
  const known = new Set<string>();
  const distinct = steps.filter(({ path, line }) => !known.has(`${path}:${line}`) && known.add(`${path}:${line}`));
  return distinct.length > 1 ? distinct : [];
}

function usesOf(judged: readonly Judged[], places: Places): Finding["uses"] {
  return distinct(judged.flatMap(({ subject: { sinks, framework, slot } }) => sinks.map((sink) => ({ ...places(sink).region, framework: framework.id, slot: `${framework.id}/${slot.id}` }))));
}

/** Where the other keys stand that the rules' sentences name. */
function elsewhereOf(problems: Judged["problems"], places: Places): readonly (Region & { readonly name: string })[] {
  return distinct(problems.flatMap(({ problem }) => problem.elsewhere ?? []).map(({ origin, name }) => ({ ...places(origin.place).region, name: printable(name) })));
}

/** Places in their order, each once. */
function distinct<R extends Region>(regions: readonly R[]): readonly R[] {
  const known = new Set<string>();
  return regions.toSorted(compare).filter(({ path, line, column }) => {
    const at = `${path}:${line}:${column}`;
    return !known.has(at) && known.add(at);
  });
}

const order: readonly Level[] = ["note", "warning", "error"];

function highest(levels: readonly Level[]): Level {
  return order[Math.max(...levels.map((level) => order.indexOf(level)))] ?? "note";
}

/** Development is one level lower; example, test and docs are notes. */
function lowered(level: Level, context: Context): Level {
  if (context === "production") return level;
  return context === "development" ? (order[Math.max(0, order.indexOf(level) - 1)] ?? "note") : "note";
}

function compare(a: Region, b: Region): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** Gives each its identity: slot kind, name, path and the n-th of these in the file. */
function numbered(findings: readonly Unnumbered[]): readonly Marked[] {
  const seen = new Map<string, number>();
  return findings.map(({ finding, alike, making }) => {
    const n = (seen.get(alike) ?? 0) + 1;
    seen.set(alike, n);
    const id = load("node:crypto").createHash("sha256").update(`${alike}\0${n}`).digest("hex").slice(0, 32);
    return { finding: { id, ...finding }, mark: markOf(n, finding.name, making) };
  });
}
