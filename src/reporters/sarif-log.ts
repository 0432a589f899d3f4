import type { Log, Notification, Result } from "sarif";
import { homepage } from "../links.ts";
import { load } from "../load.ts";
import type { Report } from "../types/report.ts";
import type { ReportContext } from "../types/reporter.ts";
import { jsonText } from "./json-text.ts";
import { descriptorsOf, notChecked } from "./sarif-rules.ts";
import { many } from "./summary.ts";

/**
 * What GitHub takes; it refuses a file with more, and then nothing is shown
 * (https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support): results of a run, of which it shows the
 * 5,000 gravest, and bytes of the file when gzip has made it small.
 */
const most = { results: 25_000, zipped: 10_000_000 };

/** Of what is listed all that matters here; the rest stands in it as SARIF has it. */
type ListedResult = Pick<Result, "ruleId" | "level">;
type ListedNotification = Pick<Notification, "message">;

/** What a run has to list. */
export interface Listing extends Pick<Report, "version"> {
  /** The names of the repositories, where the report is about several. */
  readonly repositories?: readonly string[];
  readonly results: readonly ListedResult[];
  readonly notifications: readonly ListedNotification[];
  /** How many more there were that are not here any more. */
  readonly left: { readonly findings: number; readonly failures: number };
}

/** The run as SARIF, with as much of its lists as GitHub takes. */
export function sarifText(listing: Listing, context: Pick<ReportContext, "rules" | "category">): string {
  let length = Math.min(most.results, Math.max(listing.results.length, listing.notifications.length));
  let text = jsonText(logOf(listing, context, length));
  while (length > 0 && !isTaken(text)) {
    length = Math.floor(length / 2);
    text = jsonText(logOf(listing, context, length));
  }
  return text;
}

/** What is small as it is, three bytes a character at most, is not asked of gzip. */
function isTaken(text: string): boolean {
  return text.length * 3 <= most.zipped || load("node:zlib").gzipSync(text).length <= most.zipped;
}

/** With lists of that length at most: of the findings the gravest. */
function logOf({ version, repositories, results, notifications, left }: Listing, { rules, category }: Pick<ReportContext, "rules" | "category">, length: number): Log {
  const descriptors = descriptorsOf(rules);
  const index = new Map(descriptors.map(({ id }, at) => [id, at]));
  const [findings, failures] = [results.length + left.findings, notifications.length + left.failures];
  const gravest = findings > length ? results.toSorted((a, b) => weight(b) - weight(a)).slice(0, length) : results;
  const listed = notifications.slice(0, length) as readonly Notification[];
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "keylint", semanticVersion: version, informationUri: homepage, rules: [...descriptors], notifications: [notChecked] } },
        ...(category === undefined ? {} : { automationDetails: { id: category.endsWith("/") ? category : `${category}/` } }),
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { "%SRCROOT%": { description: { text: repositories === undefined ? "The root of the repository." : "The folder that keylint was run in; the repositories lie in it." } } },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: [...listed, ...notListed(findings - gravest.length, "finding"), ...notListed(failures - listed.length, "failure")] }],
        results: (gravest as readonly Result[]).map((result) => ({ ...result, ruleIndex: index.get(result.ruleId ?? "") ?? -1 })),
        ...(repositories === undefined ? {} : { properties: { repositories } }),
      },
    ],
  };
}

function weight({ level }: ListedResult): number {
  return ["note", "warning", "error"].indexOf(level ?? "warning");
}

function notListed(count: number, noun: string): readonly Notification[] {
  const text = `${many(count, `more ${noun}`)} ${count === 1 ? "is" : "are"} not listed, because GitHub takes no more.`;
  return count > 0 ? [{ descriptor: { id: notChecked.id, index: 0 }, level: "warning", message: { text } }] : [];
}

/** How many a notification says are not listed; undefined when it says something else. */
export function leftBy({ message: { text = "" } }: ListedNotification): Partial<Listing["left"]> | undefined {
  const [, count, noun] = /^(\d{1,9}) more (finding|failure)s? (?:is|are) not listed,/.exec(text) ?? [];
  return count === undefined ? undefined : noun === "finding" ? { findings: Number(count) } : { failures: Number(count) };
}
