import { load } from "../load.ts";
import { printable } from "../text/printable.ts";
import type { Finding, Region } from "../types/finding.ts";
import type { Failure, UnusedIgnore } from "../types/report.ts";
import type { Reporter } from "../types/reporter.ts";
import type { Level } from "../types/rule.ts";
import { identityOf } from "./identity.ts";
import { jsonText } from "./json-text.ts";
import { located } from "./located.ts";
import { messageOf } from "./message.ts";
import { numbered, type Numbered } from "./numbered.ts";

type Severity = "info" | "minor" | "major" | "critical" | "blocker";

/** An entry of a Code Quality report (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). */
interface Degradation {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: Severity;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** `blocker` is left for what was not checked at all. */
const severities: { readonly [level in Level]: Severity } = { error: "critical", warning: "major", note: "info" };

/**
 * GitLab's Code Quality report, which every tier shows in a merge request and in its changes: what a branch adds and mends is told by
 * the fingerprints, and ours stay when lines move.
 */
export const gitlab: Reporter = (all) => {
  const { failures, findings, unused } = located(all);
  return jsonText([...numbered(failures, ({ path }) => path).map(ofFailure), ...findings.map(ofFinding), ...numbered(unused, ({ region }) => region.path).map(ofUnused)]);
};

function ofFinding(finding: Finding): Degradation {
  const { level, rule, region } = finding;
  return degradation(rule, severities[level], region, messageOf(finding), identityOf(finding));
}

function ofFailure({ one: { path, line = 1, message, fatal }, nth }: Numbered<Failure>): Degradation {
  return degradation("not-checked", fatal ? "blocker" : "minor", { path, line }, `Not checked in full: ${message}`, digestOf("not-checked", path, nth));
}

function ofUnused({ one: { region, message }, nth }: Numbered<UnusedIgnore>): Degradation {
  return degradation("unused-ignore", severities.note, region, `Unused ignore: ${message}`, digestOf("unused-ignore", region.path, nth));
}

function degradation(rule: string, severity: Severity, { path, line }: Pick<Region, "path" | "line">, description: string, fingerprint: string): Degradation {
  // Half of a surrogate pair is no text for a reader of JSON that holds strings as UTF-8.
  return { description: printable(description), check_name: rule, fingerprint, severity, location: { path: path.replace(/\p{Cs}/gu, "\ufffd"), lines: { begin: line } } };
}

function digestOf(kind: string, path: string, nth: number): string {
  return load("node:crypto").createHash("sha256").update(`${kind}\0${path}\0${nth}`).digest("hex").slice(0, 32);
}
