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

/** What must hold of a file, whatever is in it: gives what is wrong, or nothing. */
export type Check = (path: string, bytes: Buffer) => string | undefined;

/** A tree of one file, in memory. */
function treeOf(path: string, bytes: Buffer): Tree {
  return { root: "/fuzz", paths: [path], has: (one) => one === path, tracked: () => true, read: () => bytes };
}

/** Milliseconds of this process that a file of at most 64 KB may take. */
const patience = 1_000;

export function checkerOf({ lint, reporters }: Keylint, rules: readonly Rule[]): Check {
  const look = (path: string, bytes: Buffer): Report => lint({ tree: treeOf(path, bytes), config: {}, contexts: ["production", "development", "example", "test", "docs"], foreign: true, mends: true, today: "2026-01-31" });

  return (path, bytes) => {
    const start = process.cpuUsage();
    let report: Report;
    try {
      report = look(path, bytes);
    } catch (error) {
      return `threw ${error instanceof Error ? error.stack ?? "" : String(error)}`;
    }
    const spent = process.cpuUsage(start);
    if ((spent.user + spent.system) / 1_000 > patience) return `took ${Math.round((spent.user + spent.system) / 1_000)} ms for ${bytes.length} bytes`;
    const crash = report.failures.find(({ message }) => message.includes("crashed"));
    if (crash) return `crashed: ${crash.message}`;
    const outside = outsideOf(report, path, bytes);
    if (outside) return outside;
    const again = look(path, Buffer.from(bytes));
    if (JSON.stringify(report) !== JSON.stringify(again)) return "gave another result the second time";
    for (const [name, reporter] of Object.entries(reporters)) {
      try {
        reporter(report, { rules, color: false, now: 0 });
      } catch (error) {
        return `reporter ${name} threw ${error instanceof Error ? error.stack ?? "" : String(error)}`;
      }
    }
    return undefined;
  };
}

/** A finding, a use or an edit that lies outside of the file. */
function outsideOf({ findings }: Report, path: string, bytes: Buffer): string | undefined {
  const text = textOf(bytes);
  if (text === undefined) return undefined;
  const lengths = text.split(/\r\n|\r|\n/).map((line) => line.length);
  const width = (line: number): number => (lengths[line - 1] ?? -1) + 1;
  const isInside = ({ path: own, line, column, endLine, endColumn }: Region): boolean => own !== path || (line >= 1 && column >= 1 && column <= width(line) && endColumn <= width(endLine) && (line < endLine || (line === endLine && column <= endColumn)));
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
