import type { Finding } from "../types/finding.ts";
import type { Report } from "../types/report.ts";
import type { Level } from "../types/rule.ts";
import type { Reporter } from "../types/reporter.ts";
import { summaryOf } from "./summary.ts";

/**
 * GitHub shows ten errors and ten warnings of a step and drops the rest silently (https://github.com/actions/toolkit/pull/734):
 * so the gravest come first, and the last line counts them all.
 */
export const github: Reporter = (report) => {
  const graver: readonly Level[] = ["error", "warning", "note"];
  const findings = report.findings.toSorted((a, b) => graver.indexOf(a.level) - graver.indexOf(b.level));
  const lines = [...findings.map(annotation), ...failures(report), ...unused(report)];
  return [...lines, summaryOf(report), ""].join("\n");
};

function annotation({ level, rule, region, what, why, fix }: Finding): string {
  const command = level === "note" ? "notice" : level;
  const properties = { file: region.path, line: region.line, endLine: region.endLine, col: region.column, endColumn: region.endColumn, title: `keylint: ${rule}` };
  return line(command, properties, `${what} ${why} ${fix}`);
}

function failures({ failures }: Report): readonly string[] {
  return failures.map(({ path, line: at, message, fatal }) => line(fatal ? "error" : "warning", { file: path, ...(at === undefined ? {} : { line: at }), title: "keylint: not checked" }, message));
}

function unused({ unused }: Report): readonly string[] {
  return unused.map(({ region, message }) => line("notice", { file: region.path, line: region.line, title: "keylint: unused ignore" }, message));
}

function line(command: string, properties: Readonly<{ [name: string]: string | number }>, message: string): string {
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${command} ${listed.join(",")}::${escapeData(message)}`;
}

/** As @actions/core escapes: a file's name must not become a command of its own. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
