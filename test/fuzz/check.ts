import type { Rule } from "../../src/types/rule.ts";
import type { Reporter } from "../../src/types/reporter.ts";
import type { lint as linter } from "../../src/lint.ts";
import type { Region } from "../../src/types/finding.ts";
import type { Report } from "../../src/types/report.ts";
import type { Tree } from "../../src/types/source.ts";

/** The interface of keylint, in the repository or built. */
export interface Keylint {
  readonly lint: typeof linter;
  readonly reporters: Readonly<{ [name: string]: Reporter }>;
}

/** The bytes of files by their paths. */
export type Files = Readonly<{ [path: string]: Buffer }>;

/** What must hold of files, whatever is in them: gives what is wrong, or nothing. */
export interface Check {
  /** `hidden`: keys, of which no report may hold any. */
  (files: Files, hidden?: readonly string[]): string | undefined;
  /** That files which are longer take no longer than their length asks for. */
  growing(files: Files): string | undefined;
}

/** Files in memory, as a tree. */
function treeOf(files: Files): Tree {
  return { root: "/fuzz", paths: Object.keys(files).sort(), has: (path) => Object.hasOwn(files, path), tracked: () => true, read: (path) => files[path] ?? { message: "is not there" } };
}

/** Milliseconds of this process that 64 KB may take. */
const patience = 1_000;

/** A file is repeated up to so many bytes, and up to some times as many: what is read to some length only may take longest at that length. */
const long = 64 * 1024;

/** For so many times the length, so many times the time is no chance. Of a megabyte what grows with the square of a small share has become the most. */
const growths = [{ length: 4, time: 8 }, { length: 16, time: 24 }];

export function checkerOf({ lint, reporters }: Keylint, rules: readonly Rule[]): Check {
  // One for all: what keylint makes of a configuration it keeps with it.
  const config = {};
  const look = (files: Files): Report => lint({ tree: treeOf(files), config, contexts: ["production", "development", "example", "test", "docs"], foreign: true, mends: true, today: "2026-01-31" });
  const timed = (files: Files): { readonly report: Report; readonly spent: number } => {
    const start = process.cpuUsage();
    const report = look(files);
    const { user, system } = process.cpuUsage(start);
    return { report, spent: Math.round((user + system) / 1_000) };
  };

  const check = (files: Files, hidden: readonly string[] = []): string | undefined => {
    const { report, spent } = timed(files);
    if (spent > patience && timed(files).spent > patience) return `took ${spent} ms for ${sizeOf(files)} bytes`;
    const crash = report.failures.find(({ message }) => message.includes("crashed"));
    if (crash) return `crashed: ${crash.message}`;
    const outside = outsideOf(report, files);
    if (outside) return outside;
    const again = look(Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes)])));
    if (JSON.stringify(report) !== JSON.stringify(again)) return "gave another result the second time";
    for (const [name, reporter] of Object.entries(reporters)) {
      const text = reporter(report, { rules, color: false, now: 0 });
      if (hidden.some((key) => text.includes(key))) return `reporter ${name} told a key`;
    }
    return undefined;
  };
  const growing = (files: Files): string | undefined => {
    // Whatever else the machine does makes it longer, never shorter: the least of some is nearest to what it takes.
    const spent = (bytes: number, tries: number): number => Math.min(...Array.from({ length: tries }, () => timed(grown(files, bytes)).spent));
    const ratio = (length: number, tries: number): number => spent(length * long, tries) / Math.max(patience / 4, spent(long, tries));
    const wrong = growths.find(({ length, time }) => ratio(length, 1) > time && ratio(length, 4) > time);
    return wrong && `took more than ${wrong.time} times as long for ${wrong.length} times the length`;
  };
  return Object.assign((files: Files, hidden?: readonly string[]) => caught(() => check(files, hidden)), { growing: (files: Files) => caught(() => growing(files)) });
}

function caught(work: () => string | undefined): string | undefined {
  try {
    return work();
  } catch (error) {
    return `threw ${error instanceof Error ? error.stack ?? "" : String(error)}`;
  }
}

function sizeOf(files: Files): number {
  return Object.values(files).reduce((sum, { length }) => sum + length, 0);
}

/** The files, each repeated so often that all are about so many bytes. */
function grown(files: Files, bytes: number): Files {
  const times = Math.max(1, Math.floor(bytes / Math.max(1, sizeOf(files))));
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [path, Buffer.concat(Array.from({ length: times }, () => content))]));
}

/** A finding, a use or an edit that lies outside of its file. */
function outsideOf({ findings }: Report, files: Files): string | undefined {
  const lengths = new Map(Object.entries(files).map(([path, bytes]) => [path, textOf(bytes)?.split(/\r\n|\r|\n/).map((line) => line.length)]));
  const isInside = ({ path, line, column, endLine, endColumn }: Region): boolean => {
    const own = lengths.get(path);
    const width = (at: number): number => (own?.[at - 1] ?? -1) + 1;
    return own === undefined || (line >= 1 && column >= 1 && column <= width(line) && endColumn <= width(endLine) && (line < endLine || (line === endLine && column <= endColumn)));
  };
  for (const { region, uses, trail, edits = [], rule } of findings) {
    const stray = [region, ...uses, ...trail, ...edits].find((one) => !isInside(one));
    if (stray) return `${rule} stands outside of the file: ${stray.line}:${stray.column}-${stray.endLine}:${stray.endColumn}`;
  }
  return undefined;
}

/** The text of plain UTF-8; of others the place is not checked. */
function textOf(bytes: Buffer): string | undefined {
  const text = bytes.toString("utf8");
  return Buffer.from(text).equals(bytes) && !text.includes("\0") && !text.startsWith("\ufeff") ? text : undefined;
}
