import type { TextEdit } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { kindOf } from "../formats/names.ts";
import type { Finding } from "../types/finding.ts";

/** How a comment is written, by the kind of file. JSON has none: what reads it could end there. */
const marks: { readonly [kind: string]: readonly (readonly [begin: string, end: string])[] } = {
  env: [["#", ""]],
  python: [["#", ""]],
  javascript: [["//", ""], ["{/*", " */}"]],
  yaml: [["#", ""]],
  dockerfile: [["#", ""]],
  shell: [["#", ""]],
  toml: [["#", ""]],
  ini: [["#", ""], [";", ""]],
  terraform: [["#", ""]],
  markup: [["//", ""], ["<!--", " -->"]],
  markdown: [["<!--", " -->"], ["#", ""]],
};

/**
 * Comments that would silence a finding, the usual first: on a line of its own before it, then behind it. Which of them does, what
 * stands around it decides (a text over lines, a rule of the format), so each is tried.
 */
export function ignoresFor({ rule, region }: Finding, document: TextDocument): readonly TextEdit[] {
  const line = region.line - 1;
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  const written = text.replace(/\r?\n$|\r$/, "");
  const indent = written.slice(0, written.length - written.trimStart().length);
  const lineEnd = text.slice(written.length) || "\n";
  return (marks[kindOf(region.path)?.id ?? ""] ?? []).flatMap(([begin, end]) => {
    const comment = `${begin} keylint-ignore ${rule} -- reason${end}`;
    return [inserted(line, 0, `${indent}${comment}${lineEnd}`), inserted(line, written.length, `${/\S$/.test(written) ? "  " : ""}${comment}`)];
  });
}

function inserted(line: number, character: number, newText: string): TextEdit {
  const place = { line, character };
  return { range: { start: place, end: place }, newText };
}
