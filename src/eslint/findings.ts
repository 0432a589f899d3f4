import { resolve } from "node:path";
import type { Rule } from "eslint";
import { changesOf, type Change } from "../fix/change.ts";
import { parseOptions } from "../options.ts";
import { mendOf, uncheckedOf } from "../reporters/message.ts";
import { descriptorIdOf, notChecked } from "../reporters/sarif-rules.ts";
import { openDesk, type Desk } from "../run/desk.ts";
import { Lines } from "../text/lines.ts";
import type { Finding, Region } from "../types/finding.ts";
import type { Failure } from "../types/report.ts";
import { UsageError } from "../usage-error.ts";
import { worldIn } from "./world.ts";

/** A place as ESLint counts: lines from 1, columns from 0. */
interface Point {
  readonly line: number;
  readonly column: number;
}

/** A finding as ESLint shows it. */
export interface Shown {
  /** The plugin's rule. */
  readonly rule: string;
  readonly message: string;
  readonly from: Point;
  readonly to: Point;
  /** What mends it in this file. */
  readonly way?: { readonly text: string; readonly changes: readonly Change[] };
}

type Context = Pick<Rule.RuleContext, "cwd" | "filename" | "sourceCode">;

/** ESLint asks one rule after another of the same text. */
const known = new WeakMap<object, readonly Shown[]>();
const desks = new Map<string, Desk>();

/** What is found in a file that ESLint lints. Throws an Error in words for the user where the configuration is wrong. */
export function findingsIn(context: Context): readonly Shown[] {
  const found = known.get(context.sourceCode) ?? lint(context);
  known.set(context.sourceCode, found);
  return found;
}

function lint({ cwd, filename, sourceCode }: Context): readonly Shown[] {
  // ESLint calls a text without a name `<input>` or `<text>`.
  const path = resolve(cwd, filename.startsWith("<") ? "input.js" : filename);
  const looked = look(cwd, path, Buffer.from(sourceCode.text));
  if (looked === undefined) return [];
  const lines = new Lines(sourceCode.text);
  const unchecked = looked.report.failures.filter((failure) => failure.path === looked.path).map((failure) => unread(failure, sourceCode.lines));
  return [...unchecked, ...looked.report.findings.flatMap((finding) => shown(finding, looked.path, (line, column) => sourceCode.getLocFromIndex(Math.min(lines.lineStart(line) + column - 1, sourceCode.text.length)), lines))];
}

function unread(failure: Failure, lines: readonly string[]): Shown {
  const { line = 1 } = failure;
  return { rule: notChecked.id, message: uncheckedOf(failure), from: { line, column: 0 }, to: { line, column: lines[line - 1]?.length ?? 0 } };
}

function look(cwd: string, path: string, bytes: Buffer): ReturnType<Desk["look"]> {
  const desk = desks.get(cwd) ?? openDesk({ options: parseOptions(["--stdin", "--stdin-filename", "-", "--format", "json"], () => false), world: worldIn(cwd), told: {} }, { elsewhere: true });
  desks.set(cwd, desk);
  try {
    return desk.look(path, bytes);
  } catch (error) {
    if (error instanceof UsageError) throw new Error(`keylint: ${error.message}`);
    throw error;
  }
}

/** A key that stands in another file is told where this one uses it first. */
function shown(finding: Finding, path: string, pointOf: (line: number, column: number) => Point, lines: Lines): readonly Shown[] {
  const { rule, lowered, region, uses, what, why, fix, edits = [] } = finding;
  const isHere = region.path === path;
  const place: Region | undefined = isHere ? region : uses.find((use) => use.path === path);
  if (place === undefined) return [];
  const where = isHere ? "" : ` It stands in ${region.path}:${region.line}.`;
  const way = isHere && edits.length > 0 ? { way: { text: mendOf(finding), changes: changesOf(lines, edits) } } : {};
  return [{ rule: descriptorIdOf(rule, lowered), message: `${what}${where} ${why} ${fix}`, from: pointOf(place.line, place.column), to: pointOf(place.endLine, place.endColumn), ...way }];
}
