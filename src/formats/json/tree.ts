import type { JSONScanner } from "jsonc-parser";
import { load } from "../../load.ts";
import type { Span } from "../../types/value.ts";
import type { Node, Pair, Scalar } from "../settings/node.ts";
import { unescapedAt } from "./escapes.ts";

/** Nothing deeper is kept: nobody nests so deep. */
const deepest = 200;

/** The library's kinds of tokens (its enum is for the compiler only): https://github.com/microsoft/node-jsonc-parser */
const kinds = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, comma: 5, colon: 6, text: 10, number: 11, lineComment: 12, blockComment: 13, unknown: 16, end: 17 } as const;

/** What a text in JSON holds. */
export interface JsonTree {
  /** Its values, one after the other. */
  readonly roots: readonly Node[];
  readonly comments: readonly Span[];
  /** With their quotes. */
  readonly names: readonly Span[];
  /** One value, with all that opens closed. */
  readonly isWhole: boolean;
}

/** An object or array that is not closed yet. */
interface Open {
  readonly isObject: boolean;
  readonly start: number;
  readonly entries: Pair[];
  readonly items: Node[];
  /** The name that waits for its value. */
  name?: { readonly text: string; readonly span: Span };
}

/** Reads JSON, also with comments and trailing commas; what is broken is passed over. No recursion: a hostile file nests without end. */
export function jsonTree(text: string): JsonTree {
  const scanner = load("jsonc-parser").createScanner(text, false);
  const reading = new Reading(text, scanner);
  for (let token: number = scanner.scan(); token !== kinds.end; token = scanner.scan()) reading.take(token);
  return reading.finish();
}

class Reading {
  readonly #text: string;
  readonly #scanner: JSONScanner;
  readonly #roots: Node[] = [];
  readonly #comments: Span[] = [];
  readonly #names: Span[] = [];
  readonly #open: Open[] = [];
  #depth = 0;
  #isBroken = false;

  constructor(text: string, scanner: JSONScanner) {
    this.#text = text;
    this.#scanner = scanner;
  }

  take(token: number): void {
    this.#isBroken ||= token === kinds.unknown || this.#scanner.getTokenError() !== 0;
    const isOpening = token === kinds.openBrace || token === kinds.openBracket;
    if (isOpening || token === kinds.closeBrace || token === kinds.closeBracket) this.#bracket(token, isOpening);
    else if (token === kinds.lineComment || token === kinds.blockComment) this.#comments.push(this.#span());
    else if (this.#depth > deepest) return;
    else if (token === kinds.colon) this.#named();
    else if (token === kinds.text || token === kinds.number) this.#scalar(token === kinds.text);
    else if (token === kinds.comma || (token > kinds.colon && token < kinds.text)) this.#unname();
  }

  finish(): JsonTree {
    const isWhole = !this.#isBroken && this.#depth === 0 && this.#roots.length === 1;
    while (this.#open.length > 0) this.#close();
    return { roots: this.#roots, comments: this.#comments, names: this.#names, isWhole };
  }

  #bracket(token: number, isOpening: boolean): void {
    if (isOpening) {
      this.#depth++;
      if (this.#depth <= deepest) this.#open.push({ isObject: token === kinds.openBrace, start: this.#scanner.getTokenOffset(), entries: [], items: [] });
      return;
    }
    if (this.#depth <= deepest) {
      this.#isBroken ||= this.#open.at(-1)?.isObject !== (token === kinds.closeBrace);
      this.#close();
    }
    this.#depth = Math.max(0, this.#depth - 1);
  }

  #named(): void {
    const name = this.#open.at(-1)?.name;
    if (name) this.#names.push(name.span);
  }

  /** No value has followed the name. */
  #unname(): void {
    delete this.#open.at(-1)?.name;
  }

  #close(): void {
    this.#unname();
    const last = this.#open.pop();
    if (!last) return;
    const span = { start: last.start, end: this.#scanner.getPosition() };
    this.#put(last.isObject ? { kind: "mapping", entries: last.entries } : { kind: "sequence", items: last.items, span });
  }

  #scalar(isText: boolean): void {
    const holder = this.#open.at(-1);
    if (holder?.isObject && !holder.name) holder.name = { text: this.#scanner.getTokenValue(), span: this.#span() };
    else this.#put(scalarOf(this.#scanner.getTokenValue(), this.#span(), isText, this.#text));
  }

  #put(node: Node): void {
    const holder = this.#open.at(-1);
    if (!holder) this.#roots.push(node);
    else if (!holder.isObject) holder.items.push(node);
    else if (holder.name) {
      holder.entries.push({ name: holder.name.text, span: holder.name.span, value: node });
      delete holder.name;
    }
  }

  #span(): Span {
    return { start: this.#scanner.getTokenOffset(), end: this.#scanner.getPosition() };
  }
}

function scalarOf(text: string, token: Span, isText: boolean, source: string): Scalar {
  const closed = isText && token.end - token.start >= 2 && source[token.end - 1] === '"';
  const inner = isText ? { start: token.start + 1, end: closed ? token.end - 1 : token.end } : token;
  return { kind: "scalar", text, isText, token, inner, escaped: isText, at: unescapedAt(source, inner) };
}
