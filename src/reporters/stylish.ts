import { styleText } from "node:util";
import { shortOf } from "../text/commits.ts";
import { printable } from "../text/printable.ts";
import type { Finding, Frame } from "../types/finding.ts";
import type { Failure, Report } from "../types/report.ts";
import type { Level } from "../types/rule.ts";
import type { Reporter } from "../types/reporter.ts";
import { pastOf } from "./past.ts";
import { located } from "./located.ts";
import { summaryOf } from "./summary.ts";

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

const colors = { error: "red", warning: "yellow", note: "blue" } as const satisfies { [level in Level]: string };

/** For people at a terminal: what and the fix for each finding, the why once a rule, the source with every literal covered. */
export const stylish: Reporter = (all, { color }) => {
  const report = located(all);
  const paint: Paint = color ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
  const explained = new Set<string>();
  const findings = report.findings.map((finding) => {
    const first = !explained.has(finding.why);
    explained.add(finding.why);
    return block(finding, first, paint);
  });
  return [...findings, ...failures(report, paint), ...unused(report, paint), `${closing(report, paint)}\n`].join("\n");
};

function block(finding: Finding, explain: boolean, paint: Paint): string {
  const { region, level, rule, rules, what, why, fix, context, because, frame } = finding;
  const others = rules.slice(1);
  const lines = [
    `${paint("bold", `${shownPath(region.path)}:${region.line}:${region.column}`)}${finding.past ? ` in ${shortOf(finding.past.at)}` : ""}  ${paint([colors[level], "bold"], level)}  ${rule}${others.length > 0 ? paint("dim", ` (also ${others.join(", ")})`) : ""}`,
    `  ${what}${context === "production" ? "" : paint("dim", ` This is ${context === "docs" ? "documentation" : article(context)}: ${because ?? "its place says so"}.`)}`,
    ...(frame ? frameLines(frame, level, paint) : []),
    ...trail(finding, paint),
    ...(finding.past ? [`  ${paint("dim", "past")} ${pastOf(finding.past, region.path)}`] : []),
    ...(explain ? [`  ${paint("dim", "why")}  ${why}`] : []),
    `  ${paint("dim", "fix")}  ${fix}`,
    "",
  ];
  return lines.join("\n");
}

/** A log of GitHub Actions takes a line that begins with two colons for a command: a file's name must not become one. */
function shownPath(path: string): string {
  return printable(path.startsWith("::") ? `./${path}` : path);
}

function article(context: string): string {
  return context === "example" ? "an example" : context === "test" ? "a test" : context;
}

function frameLines({ first, lines, mark }: Frame, level: Level, paint: Paint): readonly string[] {
  const width = String(first + lines.length - 1).length;
  const out: string[] = [""];
  lines.forEach((text, index) => {
    const number = first + index;
    out.push(`  ${paint("dim", `${String(number).padStart(width)} |`)}${text === "" ? "" : ` ${text}`}`);
    if (number === mark.line) out.push(`  ${" ".repeat(width)} ${paint("dim", "|")} ${" ".repeat(mark.column - 1)}${paint(colors[level], "^".repeat(Math.max(1, mark.endColumn - mark.column)))}`);
  });
  return [...out, ""];
}

/** The way from the origin to the place that uses it, when the two are apart. */
function trail({ trail: steps, region }: Finding, paint: Paint): readonly string[] {
  return steps
    .filter((step) => step.path !== region.path || step.line !== region.line)
    .slice(-4)
    .map((step) => `  ${paint("dim", `to   ${shownPath(step.path)}:${step.line}  ${step.note}`)}`);
}

/** So many files with the same failure are told one by one; of more, so many by name. */
const mostAlike = 3;

/** Files that could not be understood for the same reason are told together: there can be hundreds, and nobody reads them. */
function failures({ failures: all }: Report, paint: Paint): readonly string[] {
  const alike = new Map<string, [Failure, ...Failure[]]>();
  for (const failure of all) {
    const reason = `${failure.fatal} ${withoutLine(failure.message)}`;
    const known = alike.get(reason);
    if (known) known.push(failure);
    else alike.set(reason, [failure]);
  }
  return [...alike.values()].flatMap((group) => (group.length > mostAlike ? [together(group, paint)] : group.map((failure) => alone(failure, paint))));
}

function alone({ path, line, message, fatal }: Failure, paint: Paint): string {
  return `${paint("bold", shownPath(path))}${line === undefined ? "" : `:${line}`}  ${notChecked(fatal, paint)}  ${message}\n`;
}

function together(group: readonly [Failure, ...Failure[]], paint: Paint): string {
  const [{ fatal, message }] = group;
  const names = group.slice(0, mostAlike).map(({ path }) => shownPath(path));
  return `${paint("bold", `${group.length} files`)}  ${notChecked(fatal, paint)}  ${withoutLine(message)}: ${names.join(", ")} and ${group.length - names.length} more (--format json lists them)\n`;
}

function notChecked(fatal: boolean, paint: Paint): string {
  return paint(fatal ? "red" : "yellow", "not checked in full");
}

function withoutLine(message: string): string {
  return message.replace(/ (?:near line \d+|\(line \d+\))/, "");
}

function unused({ unused: all }: Report, paint: Paint): readonly string[] {
  return all.map(({ region, message }) => `${paint("bold", `${shownPath(region.path)}:${region.line}:${region.column}`)}  ${paint("blue", "note")}  unused ignore: ${message}\n`);
}

function closing(report: Report, paint: Paint): string {
  const worst = report.findings.some(({ level }) => level === "error") ? "red" : report.findings.length > 0 ? "yellow" : "green";
  return paint(worst, summaryOf(report));
}
