import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Diagnostic, DiagnosticRelatedInformation } from "vscode-languageserver/node";
import { homepage, pageOf } from "../links.ts";
import { messageOf, uncheckedOf } from "../reporters/message.ts";
import { notChecked } from "../reporters/sarif-rules.ts";
import { printable } from "../text/printable.ts";
import type { Finding, Region } from "../types/finding.ts";
import type { Failure } from "../types/report.ts";
import type { Level } from "../types/rule.ts";
import { rangeOf, type Read } from "./text.ts";

/** DiagnosticSeverity: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#diagnosticSeverity */
const severities = { error: 1, warning: 2, note: 3 } as const satisfies { [level in Level]: number };

/** The protocol's largest number. https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#uinteger */
const longestLine = 2 ** 31 - 1;

/** All that is shown in a text. */
export function diagnosticsIn({ document, seen }: Read): readonly Diagnostic[] {
  const { path, findings, failures } = seen;
  return [
    ...failures.filter((failure) => failure.path === path).map((failure) => unread(failure, document)),
    ...findings.filter(({ region }) => region.path === path).map((finding) => diagnosticOf(finding, seen)),
  ];
}

/** What is shown of a finding. */
export function diagnosticOf(finding: Finding, { root }: Pick<Read["seen"], "root">): Diagnostic {
  const { region, level, rule, trail, elsewhere = [] } = finding;
  const related = [...trail.map((step) => relatedTo(step, printable(step.note), root)), ...elsewhere.map((other) => relatedTo(other, printable(other.name), root))];
  return {
    range: rangeOf(region), severity: severities[level], source: "keylint", code: rule, codeDescription: { href: pageOf(rule) }, message: messageOf(finding),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

function relatedTo(region: Region, message: string, root: string): DiagnosticRelatedInformation {
  return { location: { uri: pathToFileURL(join(root, region.path)).href, range: rangeOf(region) }, message };
}

/** The line that a failure names. A place behind its end means its end. */
function unread(failure: Failure, { lineCount }: Read["document"]): Diagnostic {
  const at = Math.min(failure.line ?? 1, lineCount) - 1;
  return { range: { start: { line: at, character: 0 }, end: { line: at, character: longestLine } }, severity: severities.warning, source: "keylint", code: notChecked.id, codeDescription: { href: `${homepage}#editors` }, message: uncheckedOf(failure) };
}
