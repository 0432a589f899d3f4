import { posix } from "node:path";
import { nearest } from "../../src/text/nearest.ts";
import { printable } from "../../src/text/printable.ts";

/** What a place that a reviewer would report is called; README.md beside this file says what each means. */
export const CATEGORIES = ["hardcoded", "weak", "placeholder", "fallback", "insecure-random", "ephemeral", "empty"] as const;
export type Category = (typeof CATEGORIES)[number];

/** Where a labelled line runs. What is for development only counts as production. */
export const CONTEXTS = ["production", "example", "test", "docs"] as const;
export type LabelContext = (typeof CONTEXTS)[number];

/** One line of a repository, judged by reading before any run. `category` of a clean line is free: what makes it look like a key. */
export interface Label {
  /** `owner/name`. */
  readonly repo: string;
  /** Inside the repository, with forward slashes. */
  readonly path: string;
  /** From 1: where the value stands. */
  readonly line: number;
  readonly verdict: "finding" | "clean";
  readonly category: string;
  readonly context: LabelContext;
  readonly framework: string;
  readonly sink: string;
  readonly why: string;
  /** Reviewers may not agree. */
  readonly unsure: boolean;
  /** Other lines of the same file that may be named for the same key: where it is used, or its other half. */
  readonly sinks: ReadonlySet<number>;
}

type Fields = Readonly<{ [name: string]: unknown }>;

/** As many wrong lines as one message names. */
const SHOWN = 10;

/**
 * The labels of a file, one JSON object a line; blank lines are left out, and so are fields that the score does not need.
 * @throws when a line is no label, or says what another has said: the message names up to ten such lines, and quotes no more of them than one word.
 */
export function readLabels(text: string, file: string): readonly Label[] {
  const labels: Label[] = [];
  const wrong: string[] = [];
  const seen = new Map<string, number>();
  for (const [index, line] of text.replace(/^\uFEFF/, "").split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    try {
      const label = labelOf(line);
      const place = JSON.stringify([label.repo, label.path, label.line, label.sink]);
      const before = seen.get(place);
      if (before !== undefined) throw new Error(`says the same place and sink as line ${before}`);
      seen.set(place, index + 1);
      labels.push(label);
    } catch (error) {
      wrong.push(`${file}:${index + 1}: ${(error as Error).message}`);
    }
  }
  if (wrong.length > SHOWN) wrong.splice(SHOWN, wrong.length, `… and ${wrong.length - SHOWN} more`);
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
  if (labels.length === 0) throw new Error(`${file}: no labels`);
  return labels;
}

function labelOf(line: string): Label {
  const fields = fieldsOf(line);
  const path = pathIn(fields);
  const verdict = oneOf(fields, "verdict", ["finding", "clean"]);
  return {
    repo: repoIn(fields),
    path,
    line: lineNumber(fields["line"], "line"),
    verdict,
    category: verdict === "finding" ? oneOf(fields, "category", CATEGORIES) : word(fields, "category"),
    context: oneOf(fields, "context", CONTEXTS),
    framework: word(fields, "framework"),
    sink: word(fields, "sink"),
    why: word(fields, "why"),
    unsure: flag(fields, "unsure"),
    sinks: new Set([...listOf(fields["flows_to"]).flatMap((to) => sinkIn(to, path)), ...listOf(fields["peer_line"]).map((peer) => lineNumber(peer, "peer_line"))]),
  };
}

function fieldsOf(line: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // The parser's own message quotes the line, which may hold anything.
    throw new Error("is no JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error("is no JSON object");
  return value as Fields;
}

/** A short text of one line; what a terminal would not show as itself is written out. */
function word(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== "string" || value.trim() === "") throw new Error(`has no text at "${name}"`);
  if (value.length > 1000) throw new Error(`has more than 1000 characters at "${name}"`);
  return printable(value);
}

function oneOf<const T extends string>(fields: Fields, name: string, allowed: readonly T[]): T {
  const value = word(fields, name);
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  const guess = nearest(value, allowed);
  throw new Error(`${JSON.stringify(value.slice(0, 40))} is no ${name}; ${guess === undefined ? `known: ${allowed.join(", ")}` : `did you mean ${guess}?`}`);
}

function flag(fields: Fields, name: string): boolean {
  const value = fields[name] ?? false;
  if (typeof value !== "boolean") throw new Error(`"${name}" is not true or false`);
  return value;
}

function lineNumber(value: unknown, name: string): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 1) throw new Error(`"${name}" is no line number, from 1`);
  return value;
}

/** The name becomes a folder's: nothing else may be in it. */
function repoIn(fields: Fields): string {
  const repo = word(fields, "repo");
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]*\/[A-Za-z0-9_.-]+$/.test(repo) || /\/\.+$/.test(repo)) throw new Error('"repo" is not owner/name');
  return repo;
}

function pathIn(fields: Fields): string {
  const path = word(fields, "path");
  if (posix.isAbsolute(path) || path.includes("\\") || posix.normalize(path) !== path || path.split("/").includes("..")) throw new Error('"path" is no plain path inside the repository');
  return path;
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** `path:line`; only a place in the label's own file can be met by a report beside it. */
function sinkIn(value: unknown, path: string): readonly number[] {
  const [, file, line] = typeof value === "string" ? (/^(.+):(\d+)$/.exec(value) ?? []) : [];
  if (file === undefined) throw new Error('"flows_to" is not path:line');
  return file === path ? [lineNumber(Number(line), "flows_to")] : [];
}
