import { printable } from "../text/printable.ts";
import type { Finding } from "../types/finding.ts";
import type { Failure, Report, UnusedIgnore } from "../types/report.ts";
import type { Reporter } from "../types/reporter.ts";
import { located } from "./located.ts";
import { messageOf } from "./message.ts";
import { summaryOf } from "./summary.ts";

/** GitHub's commands for an annotation, the gravest first. */
const commands = ["error", "warning", "notice"] as const;
interface Annotation {
  readonly command: (typeof commands)[number];
  readonly text: string;
}

/**
 * GitHub shows ten errors and ten warnings of a step and drops the rest silently (https://github.com/actions/toolkit/pull/734):
 * so the gravest come first, what could not be checked at all before them, and the last line counts them all.
 */
export const github: Reporter = (all) => {
  const report = located(all);
  const annotations = [...report.failures.filter(({ fatal }) => fatal).map(ofFailure), ...report.findings.map(ofFinding), ...minor(report)];
  const lines = commands.flatMap((wanted) => annotations.filter(({ command }) => command === wanted).map(({ text }) => text));
  return [...lines, summaryOf(report), ""].join("\n");
};

function minor({ failures, unused }: Report): readonly Annotation[] {
  return [...failures.filter(({ fatal }) => !fatal).map(ofFailure), ...unused.map(ofUnused)];
}

function ofFinding(finding: Finding): Annotation {
  const { level, rule, region } = finding;
  const properties = { file: region.path, line: region.line, endLine: region.endLine, col: region.column, endColumn: region.endColumn, title: `keylint: ${rule}` };
  return annotation(level === "note" ? "notice" : level, properties, messageOf(finding));
}

function ofFailure({ path, line, message, fatal }: Failure): Annotation {
  return annotation(fatal ? "error" : "warning", { file: path, ...(line === undefined ? {} : { line }), title: "keylint: not checked in full" }, message);
}

function ofUnused({ region, message }: UnusedIgnore): Annotation {
  return annotation("notice", { file: region.path, line: region.line, title: "keylint: unused ignore" }, message);
}

function annotation(command: Annotation["command"], properties: Readonly<{ [name: string]: string | number }>, message: string): Annotation {
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return { command, text: `::${command} ${listed.join(",")}::${escapeData(message)}` };
}

/**
 * As @actions/core escapes (https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts): a file's name must not
 * become a command of its own. It knows no escape for other controls, which a log would hand to a terminal: they are written out.
 */
function escapeData(text: string): string {
  return text
    .split(/([\r\n])/)
    .map((part) => (part === "\r" ? "%0D" : part === "\n" ? "%0A" : printable(part).replaceAll("%", "%25")))
    .join("");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
