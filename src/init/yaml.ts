import { isDeepStrictEqual } from "node:util";
import type { Document, Node, Pair } from "yaml";
import { load } from "../load.ts";
import { inserted, type Holding, type Part } from "./holding.ts";

/** Where lines can be put into a document of YAML so that a list or a mapping has one entry more. */
interface Gap {
  /** After which line, from 0. */
  readonly after: number;
  /** Blanks before each line. */
  readonly indent: string;
}

/** A document of which the data can be trusted; undefined for several in one file, and where it cannot be read. */
export function documentOf(text: string): Document.Parsed | undefined {
  const documents = load("yaml").parseAllDocuments(text, { logLevel: "silent" });
  const [only] = documents;
  return Array.isArray(documents) && documents.length === 1 && only?.errors.length === 0 ? only : undefined;
}

/** Where the list or mapping at a path ends, written in blocks; undefined where there is none, or it is written in brackets. */
function gapIn(text: string, document: Document.Parsed, path: readonly string[]): Gap | undefined {
  const { isCollection, isNode, isPair, isSeq } = load("yaml");
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isCollection(node) || node.flow || node.items.length === 0) return undefined;
  const [first, last] = [node.items[0], node.items.at(-1)] as readonly (Node | Pair | undefined)[];
  const start = isPair(first) ? first.key : first;
  const end = isPair(last) ? (isNode(last.value) ? last.value : last.key) : last;
  if (!isNode(start) || !isNode(end) || !start.range || !end.range) return undefined;
  const lineStart = text.lastIndexOf("\n", start.range[0] - 1) + 1;
  const before = text.slice(lineStart, start.range[0]);
  const indent = isSeq(node) ? /^([ ]*)-\s+$/.exec(before)?.[1] : /^([ ]*)$/.exec(before)?.[1];
  if (indent === undefined) return undefined;
  return { after: text.slice(0, text.slice(0, end.range[1]).trimEnd().length).split("\n").length, indent };
}

/** Whether a text holds what another one does and, at a path, one entry more: nothing else may have changed. */
function isOneMore(before: string, after: string, path: readonly string[], entry: unknown): boolean {
  const [old, changed] = [documentOf(before), documentOf(after)];
  if (!old || !changed) return false;
  const wanted: unknown = old.toJS();
  const there = path.reduce<unknown>((value, name) => (typeof value === "object" && value !== null ? (value as { readonly [key: string]: unknown })[name] : undefined), wanted);
  if (Array.isArray(there)) there.push(entry);
  else if (typeof there === "object" && there !== null) Object.assign(there, entry);
  else return false;
  return isDeepStrictEqual(changed.toJS(), wanted);
}

/** An entry more: at which path of which file, as lines and as data. */
interface Addition {
  readonly file: string;
  readonly about: string;
  readonly path: readonly string[];
  readonly lines: readonly string[];
  readonly entry: unknown;
}

/** The entry as a change of the file; where that is not sure to be all that changes, it is left to the user. */
export function entryIn({ text }: Holding, { file, about, path, lines, entry }: Addition): Pick<Part, "changes" | "notes"> {
  const before = text(file) ?? "";
  const document = documentOf(before);
  const gap = document && gapIn(before, document, path);
  const change = gap && inserted(file, about, before, gap.after, lines.map((line) => (line === "" ? "" : gap.indent + line)));
  if (change && isOneMore(before, change.text, path, entry)) return { changes: [change], notes: [] };
  return { changes: [], notes: [`${file} is written in a way that keylint does not change. Add by hand${path.length === 0 ? "" : `, under ${path.join(".")}`}:\n${lines.map((line) => `    ${line}`.trimEnd()).join("\n")}`] };
}
