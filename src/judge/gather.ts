import { createHash } from "node:crypto";
import type { Finding, Region } from "../types/finding.ts";
import type { Context, Key, Place } from "../types/key.ts";
import type { Module } from "../types/module.ts";
import type { Level, Problem, Rule } from "../types/rule.ts";
import { frameOf } from "../text/frame.ts";
import { Lines } from "../text/lines.ts";
import { printable } from "../text/printable.ts";

/** A level that the configuration gives a rule in a file, if any. */
export type LevelOf = (rule: string, path: string) => Level | "off" | undefined;

interface Judged {
  readonly key: Key;
  readonly problems: readonly { readonly rule: Rule; readonly level: Level; readonly problem: Problem }[];
}

export interface Gathering {
  readonly rules: readonly Rule[];
  readonly levelOf: LevelOf;
  readonly moduleOf: (path: string) => Module | undefined;
}

/** One finding for each origin, the leading rule first and the others named with it, sorted by place. */
export function gather(keys: readonly Key[], gathering: Gathering): readonly Finding[] {
  const byOrigin = new Map<string, Judged[]>();
  for (const key of keys) {
    const judged = judge(key, gathering);
    if (judged.problems.length === 0) continue;
    const { path, span } = key.origin.place;
    const at = `${path}\0${span.start}`;
    byOrigin.set(at, [...(byOrigin.get(at) ?? []), judged]);
  }
  const places = placesIn(gathering);
  const found = [...byOrigin.values()].map((judged) => findingOf(judged, gathering, places));
  return numbered(found.sort((a, b) => compare(a.region, b.region)));
}

function judge(key: Key, { rules, levelOf }: Gathering): Judged {
  const problems = rules.flatMap((rule) => {
    const level = levelOf(rule.id, key.origin.place.path) ?? rule.level;
    const problem = level === "off" ? undefined : rule.check(key);
    return problem && level !== "off" ? [{ rule, level, problem }] : [];
  });
  return { key, problems };
}

type Places = (place: Place) => { region: Region; lines: Lines | undefined; module: Module | undefined };

function placesIn({ moduleOf }: Gathering): Places {
  const known = new Map<string, Lines>();
  return ({ path, span }) => {
    const module = moduleOf(path);
    if (!module) return { region: { path, line: 1, column: 1, endLine: 1, endColumn: 2 }, lines: undefined, module };
    const lines = known.get(path) ?? new Lines(module.text);
    known.set(path, lines);
    const { line, column } = lines.position(span.start);
    const width = (lines.line(line) ?? "").length + 1;
    const end = lines.position(Math.max(span.start, span.end));
    const endColumn = end.line === line ? end.column : width;
    return { region: { path, line, column, endLine: line, endColumn: Math.max(endColumn, column + 1) }, lines, module };
  };
}

function findingOf(judged: readonly Judged[], { rules }: Gathering, places: Places): Finding & { count: string } {
  const [lead] = judged.toSorted((a, b) => weight(a.key) - weight(b.key));
  if (!lead) throw new Error("a finding needs a key");
  const all = judged.flatMap(({ problems }) => problems);
  const ids = rules.filter((rule) => all.some((one) => one.rule === rule)).map(({ id }) => id);
  const leading = lead.problems.find(({ rule }) => rule.id === ids[0]) ?? all.find(({ rule }) => rule.id === ids[0]) ?? all[0];
  const { key } = lead;
  const { region, lines, module } = places(key.origin.place);
  const full = highest(all.map(({ level }) => level));
  const level = lowered(full, key.context);
  const frame = lines && module ? frameOf(module, key.origin.place.span, lines) : undefined;
  const slot = `${key.framework.id}/${key.slot.id}`;
  const name = printable(key.name);
  return {
    id: "",
    rule: ids[0] ?? "",
    rules: ids,
    level,
    lowered: level !== full,
    context: key.context,
    ...(key.because === undefined ? {} : { because: printable(key.because) }),
    region,
    framework: key.framework.id,
    slot,
    name,
    evidence: key.evidence,
    what: printable(leading?.problem.what ?? ""),
    why: key.framework.attack,
    fix: printable(leading?.problem.fix ?? key.framework.fix),
    trail: trailOf(key, places),
    uses: usesOf(judged, places),
    ...(frame ? { frame } : {}),
    count: `${slot}\0${key.name}\0${region.path}`,
  };
}

/** What the program hands over leads what is only called so. */
function weight({ evidence, framework }: Key): number {
  return (evidence === "api" ? 0 : 2) + (framework.language === "any" ? 1 : 0);
}

function trailOf({ origin }: Key, places: Places): Finding["trail"] {
  const steps = origin.trail.map((step) => ({ ...places(step).region, note: printable(step.note) }));
  const known = new Set<string>();
  const distinct = steps.filter(({ path, line }) => !known.has(`${path}:${line}`) && known.add(`${path}:${line}`));
  return distinct.length > 1 ? distinct : [];
}

function usesOf(judged: readonly Judged[], places: Places): Finding["uses"] {
  const uses = judged.map(({ key }) => ({ ...places(key.sink).region, framework: key.framework.id, slot: `${key.framework.id}/${key.slot.id}` }));
  const known = new Set<string>();
  return uses.sort(compare).filter((use) => {
    const at = `${use.path}:${use.line}:${use.column}`;
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
function numbered(findings: readonly (Finding & { count: string })[]): readonly Finding[] {
  const seen = new Map<string, number>();
  return findings.map(({ count, ...finding }) => {
    const n = (seen.get(count) ?? 0) + 1;
    seen.set(count, n);
    return { ...finding, id: createHash("sha256").update(`${count}\0${n}`).digest("hex").slice(0, 32) };
  });
}
