import type { CodeAction, CodeActionParams, TextEdit, WorkspaceEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { changesOf, united } from "../fix/change.ts";
import { mendOf } from "../reporters/message.ts";
import type { Seen } from "../threads/lookers.ts";
import { Lines } from "../text/lines.ts";
import type { Edit, Finding } from "../types/finding.ts";
import { ignoresFor } from "./comments.ts";
import { diagnosticOf } from "./diagnostics.ts";
import { isMet, rangeOf, type Read } from "./text.ts";

/** What mends all that surely can be mended in a file, as editors call it when a file is saved. */
export const fixAll = "source.fixAll.keylint";

/** What the editor takes, and how a text that is not in it is looked at. */
export interface Editor {
  /** Whether a change can say of which version of the text it is. */
  readonly hasVersions: boolean;
  tried(text: string): Promise<Seen | undefined>;
}

/** What can be done about the findings in a range: the mend of each, if there is one for sure, and a comment that silences it. */
export async function actionsFor(read: Read, { range, context: { only } }: Pick<CodeActionParams, "range" | "context">, editor: Editor): Promise<readonly CodeAction[]> {
  const isWanted = (kind: string): boolean => only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
  const own = read.seen.findings.filter(({ region }) => region.path === read.seen.path);
  const here = isWanted("quickfix") ? own.filter(({ region }) => isMet(rangeOf(region), range)) : [];
  const ignores = await Promise.all(here.map((finding) => ignoring(finding, read, editor)));
  const all = only !== undefined && isWanted(fixAll) ? mendAll(own, read, editor) : undefined;
  return [...here.flatMap((finding) => mending(finding, read, editor) ?? []), ...ignores.filter((action) => action !== undefined), ...(all ? [all] : [])];
}

function mending(finding: Finding, read: Read, editor: Editor): CodeAction | undefined {
  const { edits = [] } = finding;
  if (edits.length === 0) return undefined;
  return { ...action(mendOf(finding), "quickfix", edits.map(editOf), read, editor), diagnostics: [diagnosticOf(finding, read.seen)], isPreferred: true };
}

function mendAll(findings: readonly Finding[], read: Read, editor: Editor): CodeAction | undefined {
  const { document } = read;
  const lines = new Lines(document.getText());
  const { changes } = united(findings.filter(({ edits = [] }) => edits.length > 0).map(({ edits = [] }) => changesOf(lines, edits)));
  if (changes.length === 0) return undefined;
  return action("Read all keys from the environment that surely can be", fixAll, changes.map(({ start, end, text }) => ({ range: { start: document.positionAt(start), end: document.positionAt(end) }, newText: text })), read, editor);
}

/** The first comment with which the finding is silent, and nothing else changes. */
async function ignoring(finding: Finding, read: Read, editor: Editor): Promise<CodeAction | undefined> {
  const { document, seen: { findings, failures } } = read;
  for (const edit of ignoresFor(finding, document)) {
    const seen = await editor.tried(TextDocument.applyEdits(document, [edit]));
    if (seen === undefined || "mistake" in seen || seen.failures.length > failures.length) continue;
    if (seen.findings.length !== findings.length - 1 || seen.findings.some(({ id }) => id === finding.id)) continue;
    return { ...action(`Ignore ${finding.rule} here, with a reason`, "quickfix", [edit], read, editor), diagnostics: [diagnosticOf(finding, read.seen)] };
  }
  return undefined;
}

function editOf(edit: Edit): TextEdit {
  return { range: rangeOf(edit), newText: edit.text };
}

function action(title: string, kind: string, edits: TextEdit[], { document: { uri, version } }: Read, { hasVersions }: Editor): CodeAction {
  const edit: WorkspaceEdit = hasVersions ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
  return { title, kind, edit };
}
