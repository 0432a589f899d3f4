import { pageOf } from "../links.ts";
import type { Finding } from "../types/finding.ts";
import type { Failure, Report, UnusedIgnore } from "../types/report.ts";
import type { Reporter } from "../types/reporter.ts";
import { located } from "./located.ts";
import { code, prose } from "./markdown-text.ts";
import { pastOf } from "./past.ts";
import { many, summaryOf } from "./summary.ts";

const gravestFirst = ["error", "warning", "note"] as const;

/**
 * Bytes of UTF-8 for the list of findings, and for each list after it: with the heading less than 1,000,000, because GitHub refuses a
 * step's summary of more than 1 MiB (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits).
 */
const room = { findings: 880_000, others: 50_000 };

/** So many files that could not be checked, and unused ignores, are told one by one. */
const mostOthers = 20;

/**
 * For GitHub's step summary and for comments: the gravest first, no source, and nothing of the scanned repository outside a code
 * span, so that a file's name makes no link, no mention and no HTML.
 */
export const markdown: Reporter = (all) => {
  const report = located(all);
  const findings = gravestFirst.flatMap((wanted) => report.findings.filter(({ level }) => level === wanted)).map(item);
  const shown = fitting(findings, room.findings);
  const blocks = ["### keylint", summaryOf(report), shown.join("\n"), ...others(report), notShown(findings.length - shown.length)];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
};

function item({ level, rule, region, name, what, fix, past }: Finding): string {
  return `- **${level}** [${rule}](${pageOf(rule)}) ${code(name)} at ${code(`${region.path}:${region.line}`)}<br>${prose(what)} ${past ? `${prose(pastOf(past, region.path))} ` : ""}${prose(fix)}`;
}

function others({ failures, unused }: Report): readonly string[] {
  const fatalFirst = [...failures.filter(({ fatal }) => fatal), ...failures.filter(({ fatal }) => !fatal)];
  return [...section("Not checked in full", fatalFirst.map(ofFailure)), ...section("Unused ignores", unused.map(ofUnused))];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  const shown = fitting(lines.slice(0, mostOthers), room.others);
  const more = lines.length - shown.length;
  return lines.length === 0 ? [] : [`**${title}**`, [...shown, ...(more > 0 ? [`- and ${more} more`] : [])].join("\n")];
}

function ofFailure({ path, line, message }: Failure): string {
  return `- ${code(line === undefined ? path : `${path}:${line}`)}: ${prose(message)}`;
}

function ofUnused({ region, message }: UnusedIgnore): string {
  return `- ${code(`${region.path}:${region.line}`)}: ${prose(message)}`;
}

/** The lines for which there is room, in UTF-8 bytes. One that is too long by itself takes none from the others. */
function fitting(lines: readonly string[], bytes: number): readonly string[] {
  let left = bytes;
  return lines.filter((line) => {
    const size = Buffer.byteLength(line) + 1;
    if (size > left) return false;
    left -= size;
    return true;
  });
}

function notShown(count: number): string {
  return count === 0 ? "" : `${many(count, "more finding")} ${count === 1 ? "is" : "are"} not shown, because GitHub takes no more than 1 MiB as a step's summary: \`--format json\` lists all.`;
}
