import type { ArtifactLocation, Log, Notification, PhysicalLocation, Replacement, ReportingDescriptor, Result, ThreadFlowLocation } from "sarif";
import { homepage, pageOf, rotationPage } from "../links.ts";
import { load } from "../load.ts";
import type { Edit, Finding, Region } from "../types/finding.ts";
import type { Report } from "../types/report.ts";
import type { Rule } from "../types/rule.ts";
import type { Reporter, ReportContext } from "../types/reporter.ts";
import { jsonText } from "./json-text.ts";
import { pastOf } from "./past.ts";
import { many } from "./summary.ts";

/**
 * What GitHub takes; it refuses a file with more, and then nothing is shown
 * (https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support): results of a run, of which it shows the
 * 5,000 gravest, locations of a result, the steps of its code flow, and bytes of the file when gzip has made it small.
 */
const most = { results: 25_000, locations: 1_000, steps: 10_000, zipped: 10_000_000 };

/** Severity of a finding whose context lowered it: GitHub takes it from the descriptor, so such findings have one of their own. */
const loweredSeverity = 3.0;

/** SARIF 2.1.0 as GitHub code scanning takes it: one run, encoded relative URIs, all four region numbers, no secret and no snippet. */
export const sarif: Reporter = (report, context) => {
  let length = Math.min(most.results, Math.max(report.findings.length, report.failures.length));
  let text = jsonText(logOf(report, context, length));
  while (length > 0 && !isTaken(text)) {
    length = Math.floor(length / 2);
    text = jsonText(logOf(report, context, length));
  }
  return text;
};

/** What is small as it is, three bytes a character at most, is not asked of gzip. */
function isTaken(text: string): boolean {
  return text.length * 3 <= most.zipped || load("node:zlib").gzipSync(text).length <= most.zipped;
}

/** The report with lists of that length at most: of the findings the gravest. */
function logOf({ version, findings, failures }: Report, { rules, category }: ReportContext, length: number): Log {
  const descriptors = rules.flatMap((rule) => [descriptorOf(rule, false), descriptorOf(rule, true)]);
  const index = new Map(descriptors.map(({ id }, at) => [id, at]));
  const gravest = findings.length > length ? findings.toSorted((a, b) => weight(b) - weight(a)).slice(0, length) : findings;
  const notifications = [...failures.slice(0, length).map(notification), ...notListed(findings.length - length, "finding"), ...notListed(failures.length - length, "failure")];
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "keylint", semanticVersion: version, informationUri: homepage, rules: descriptors, notifications: [notChecked] } },
        ...(category === undefined ? {} : { automationDetails: { id: category.endsWith("/") ? category : `${category}/` } }),
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
        results: gravest.map((finding) => resultOf(finding, index)),
      },
    ],
  };
}

function weight({ level }: Finding): number {
  return ["note", "warning", "error"].indexOf(level);
}

function descriptorOf(rule: Rule, lowered: boolean): ReportingDescriptor {
  const id = lowered ? `${rule.id}-example` : rule.id;
  const name = id.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  const where = lowered ? " (development, examples, tests and documentation)" : "";
  const severity = rule.severity === undefined ? undefined : lowered ? loweredSeverity : rule.severity;
  const level = lowered ? "note" : rule.level;
  return {
    id,
    name,
    shortDescription: { text: `${rule.summary}${where}.` },
    fullDescription: { text: `${rule.summary}${where}. ${rule.why}` },
    helpUri: pageOf(rule.id),
    help: {
      text: `${[rule.why, ...rule.steps].join(" ")} See ${pageOf(rule.id)} for examples, and ${rotationPage} for the whole way out.`,
      markdown: `${rule.why}\n\n${rule.steps.map((step, at) => `${at + 1}. ${step}`).join("\n")}\n\n[Examples](${pageOf(rule.id)}), [the whole way out](${rotationPage})`,
    },
    defaultConfiguration: { level },
    properties: {
      tags: [...(severity === undefined ? ["reliability"] : ["security"]), ...rule.cwe.map((cwe) => `external/cwe/cwe-${String(cwe).padStart(3, "0")}`)],
      precision: lowered ? "medium" : "high",
      "problem.severity": level === "note" ? "recommendation" : level,
      ...(severity === undefined ? {} : { "security-severity": severity.toFixed(1) }),
    },
  };
}

function resultOf(finding: Finding, index: ReadonlyMap<string, number>): Result {
  const ruleId = finding.lowered ? `${finding.rule}-example` : finding.rule;
  const { what, why, fix, region, uses, trail, edits = [], elsewhere = [], past } = finding;
  return {
    ruleId,
    ruleIndex: index.get(ruleId) ?? -1,
    level: finding.level,
    message: { text: unlinked(`${what} ${past ? `${pastOf(past, region.path)} ` : ""}${why} ${fix}`) },
    locations: [{ physicalLocation: locationOf(region) }],
    partialFingerprints: { primaryLocationLineHash: `${finding.id}:1` },
    ...(trail.length > 1 ? { codeFlows: [{ threadFlows: [{ locations: trail.slice(0, most.steps).map(stepOf) }] }] } : {}),
    ...(elsewhere.length > 0 ? { relatedLocations: elsewhere.slice(0, most.locations - 1).map((place, id) => ({ id, physicalLocation: locationOf(place), message: { text: unlinked(place.name) } })) } : {}),
    ...(edits.length > 0 ? { fixes: [{ description: { text: unlinked(fix) }, artifactChanges: [{ artifactLocation: artifactOf(region.path), replacements: edits.map(replacementOf) }] }] } : {}),
    properties: {
      rule: finding.rule,
      rules: [...finding.rules],
      context: finding.context,
      framework: finding.framework,
      slot: finding.slot,
      name: finding.name,
      evidence: finding.evidence,
      uses: uses.map(({ path, line }) => `${path}:${line}`),
      ...(past ? { past } : {}),
    },
  };
}

/** `[text](target)` in a message is a link (SARIF 2.1.0, 3.11.6), which a name in the repository must not make. */
function unlinked(text: string): string {
  return text.replaceAll("](", "] (");
}

function stepOf(step: Region & { readonly note: string }): ThreadFlowLocation {
  return { location: { physicalLocation: locationOf(step), message: { text: unlinked(step.note) } } };
}

/** An empty region is a place to put something in (SARIF 2.1.0, 3.57.3). */
function replacementOf({ line, column, endLine, endColumn, text }: Edit): Replacement {
  return { deletedRegion: { startLine: line, startColumn: column, endLine, endColumn }, insertedContent: { text } };
}

function locationOf({ path, line, column, endLine, endColumn }: Region): PhysicalLocation {
  return {
    artifactLocation: artifactOf(path),
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

/**
 * Each segment is encoded, so that `a:b.py` is no scheme and `[id]` no host. Half of a surrogate pair has no encoding. Only a path
 * that the user typed is absolute.
 */
function artifactOf(path: string): ArtifactLocation {
  const uri = path.replace(/\p{Cs}/gu, "\ufffd").split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? { uri: `file://${uri.replace(/^\/+/, "/")}` } : { uri, uriBaseId: "%SRCROOT%" };
}

const notChecked: ReportingDescriptor = {
  id: "not-checked",
  name: "NotChecked",
  shortDescription: { text: "A file could not be read or understood in full." },
  fullDescription: { text: "A file could not be read or understood in full, so a key in it may have been missed." },
  help: { text: "See the message for what to do." },
  defaultConfiguration: { level: "warning" },
};

function notification({ path, message, line }: Report["failures"][number]): Notification {
  const region = line === undefined ? {} : { region: { startLine: line } };
  return {
    descriptor: { id: notChecked.id, index: 0 },
    level: "warning",
    message: { text: `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? "" : "."}` },
    locations: [{ physicalLocation: { artifactLocation: artifactOf(path), ...region } }],
  };
}

function notListed(count: number, noun: string): readonly Notification[] {
  const text = `${many(count, `more ${noun}`)} ${count === 1 ? "is" : "are"} not listed, because GitHub takes no more.`;
  return count > 0 ? [{ descriptor: { id: notChecked.id, index: 0 }, level: "warning", message: { text } }] : [];
}
