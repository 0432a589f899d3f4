import type { ArtifactLocation, Notification, PhysicalLocation, Replacement, Result, ThreadFlowLocation } from "sarif";
import type { Edit, Finding, Region } from "../types/finding.ts";
import type { Failure } from "../types/report.ts";
import { identityOf } from "./identity.ts";
import { messageOf } from "./message.ts";
import { descriptorIdOf, notChecked } from "./sarif-rules.ts";

/**
 * What GitHub takes: locations of a result, and steps of its code flow
 * (https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support).
 */
const most = { locations: 1_000, steps: 10_000 };

/** A finding. `ruleIndex` is set where it is listed. */
export function resultOf(finding: Finding): Result {
  const ruleId = descriptorIdOf(finding.rule, finding.lowered);
  const { fix, region, uses, trail, edits = [], elsewhere = [], repository, past } = finding;
  return {
    ruleId,
    ruleIndex: -1,
    level: finding.level,
    message: { text: unlinked(messageOf(finding)) },
    locations: [{ physicalLocation: locationOf(region) }],
    partialFingerprints: { primaryLocationLineHash: `${identityOf(finding)}:1` },
    ...(trail.length > 1 ? { codeFlows: [{ threadFlows: [{ locations: trail.slice(0, most.steps).map(stepOf) }] }] } : {}),
    ...(elsewhere.length > 0 ? { relatedLocations: elsewhere.slice(0, most.locations - 1).map((place, id) => ({ id, physicalLocation: locationOf(place), message: { text: unlinked(place.name) } })) } : {}),
    ...(edits.length > 0 ? { fixes: [{ description: { text: unlinked(fix) }, artifactChanges: [{ artifactLocation: artifactOf(region.path), replacements: edits.map(replacementOf) }] }] } : {}),
    properties: {
      // JSON leaves out what is undefined.
      repository,
      rule: finding.rule,
      rules: [...finding.rules],
      context: finding.context,
      framework: finding.framework,
      slot: finding.slot,
      name: finding.name,
      evidence: finding.evidence,
      uses: uses.map(({ path, line }) => `${path}:${line}`),
      past,
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

/** The path of a file in a report, from that in SARIF. Throws URIError when it is none. */
export function pathOf({ uri = "" }: ArtifactLocation): string {
  return uri.replace(/^file:\/\//, "").split("/").map(decodeURIComponent).join("/");
}

function encoded(path: string): string {
  return path.replace(/\p{Cs}/gu, "\ufffd").split("/").map(encodeURIComponent).join("/");
}

/**
 * Each segment is encoded, so that `a:b.py` is no scheme and `[id]` no host. Half of a surrogate pair has no encoding. Only a path
 * that the user typed is absolute.
 */
export function artifactOf(path: string): ArtifactLocation {
  const uri = encoded(path);
  return path.startsWith("/") ? { uri: `file://${uri.replace(/^\/+/, "/")}` } : { uri, uriBaseId: "%SRCROOT%" };
}

/** A file that could not be read or understood. What is fatal is said where a report about several repositories is made: keylint merge asks. */
export function notificationOf({ path, message, line, fatal, repository }: Failure, several: boolean): Notification {
  const region = line === undefined ? {} : { region: { startLine: line } };
  return {
    descriptor: { id: notChecked.id, index: 0 },
    level: "warning",
    message: { text: `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? "" : "."}` },
    locations: [{ physicalLocation: { artifactLocation: artifactOf(path), ...region } }],
    ...(several ? { properties: { repository, fatal } } : {}),
  };
}
