import type { FormatName } from "../options/words.ts";
import { reporters } from "../reporters/index.ts";
import { sarifText } from "../reporters/sarif-log.ts";
import { printable } from "../text/printable.ts";
import type { ReportContext } from "../types/reporter.ts";
import type { Level } from "../types/rule.ts";
import { UsageError } from "../usage-error.ts";
import type { ReadFile } from "./read.ts";
import { mergedReport, type ReadReport } from "./reports.ts";
import { mergedSarif, type ReadSarifFile } from "./sarif.ts";

/** What the exit status is made of. */
export interface Judged {
  readonly findings: readonly { readonly level: Level }[];
  readonly failures: readonly { readonly fatal: boolean }[];
  readonly unused: readonly unknown[];
}

/** Several reports as one. */
export interface Merged {
  readonly judged: Judged;
  /** As text, in a format. */
  readonly textIn: (format: FormatName, context: ReportContext) => string;
  /** Sentences for stderr. */
  readonly notices: readonly string[];
}

/**
 * Reports of one format as one. From SARIF only SARIF is made, for it tells less.
 * @throws UsageError when they do not fit together, or name a rule that this keylint does not know
 */
export function merged(all: readonly ReadFile[], formats: readonly FormatName[], ruleIds: readonly string[], version: string): Merged {
  const [reports, sarifs] = [all.filter((one): one is ReadReport => "report" in one), all.filter((one): one is ReadSarifFile => "sarif" in one)];
  const [report, sarif] = [reports[0], sarifs[0]];
  if (report && sarif) throw new UsageError(`${printable(report.file)} is a JSON report and ${printable(sarif.file)} is SARIF; name reports of one format.`);
  const notices = versionsOf(all, version);
  if (sarif) {
    const other = formats.find((format) => format !== "sarif");
    if (other !== undefined) throw new UsageError(`These are SARIF reports, and only --format sarif can be made of them, not ${other}. For the other formats, let keylint write --format json and merge that.`);
    for (const { file, sarif: { results } } of sarifs) requireKnown(file, results.flatMap(({ ruleId, properties }) => [ruleId.replace(/-example$/, ""), ...properties.rules]), ruleIds, version);
    return ofSarif(sarifs, version, notices);
  }
  for (const { file, report: { findings } } of reports) requireKnown(file, findings.flatMap(({ rule, rules }) => [rule, ...rules]), ruleIds, version);
  const judged = mergedReport(reports, version);
  return { judged, textIn: (format, context) => reporters[format](judged, context), notices };
}

function ofSarif(sarifs: readonly ReadSarifFile[], version: string, notices: readonly string[]): Merged {
  const listing = mergedSarif(sarifs, version);
  const categories = [...new Set(sarifs.map(({ sarif: { category } }) => category))];
  const [category] = categories.length === 1 ? categories : [];
  return {
    judged: { findings: listing.results, failures: listing.notifications.map(({ properties }) => ({ fatal: properties?.fatal ?? false })), unused: [] },
    textIn: (_, context) => sarifText(listing, { ...(category === undefined ? {} : { category }), ...context }),
    notices,
  };
}

function requireKnown(file: string, rules: readonly string[], known: readonly string[], version: string): void {
  const names = new Set(known);
  if (rules.every((rule) => names.has(rule))) return;
  throw new UsageError(`${printable(file)} names a rule that this keylint (${version}) does not know; merge with the version that wrote it.`);
}

/** Different versions find different things. */
function versionsOf(all: readonly ReadFile[], own: string): readonly string[] {
  const first = new Map(all.map((one) => [versionOf(one), one.file]).toReversed() as [string, string][]);
  if (first.size <= 1 && (first.has(own) || first.size === 0)) return [];
  const told = [...first].toReversed().slice(0, 3).map(([version, file]) => `${version} (${printable(file)})`);
  return [`The reports were written by keylint ${told.join(", ")}${first.size > 3 ? " and others" : ""}, and this is ${own}. Versions find different things; use one everywhere.`];
}

function versionOf(one: ReadFile): string {
  return "report" in one ? one.report.version : one.sarif.version;
}
