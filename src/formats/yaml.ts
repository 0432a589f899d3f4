import type { Document, Node as YamlNode, Pair as YamlPair, Scalar as YamlScalar } from "yaml";
import { load } from "../load.ts";
import type { Format, Module } from "../types/module.ts";
import type { Span } from "../types/value.ts";
import { ModuleBuilder } from "./builder.ts";
import { blockLines } from "./settings/block.ts";
import { hashComments } from "./settings/comments.ts";
import { readLines } from "./settings/lines.ts";
import { mask, masked } from "./settings/masks.ts";
import type { Node, Pair, Scalar } from "./settings/node.ts";
import { SettingsWalk, type Inside } from "./settings/walk.ts";
import { kinds } from "./kinds.ts";

/** Units of a file that are parsed; larger ones are data, and are read line by line. */
const largest = 1024 * 1024;

/** Stands before a key that may be any text: https://yaml.org/spec/1.2.2/#rule-c-mapping-key */
const isAsked = /(?:^|[\s{,[])\?[ \t]+$/;

/** YAML of every kind: compose, Kubernetes, Helm, workflows, settings. */
export function yaml(inside: Inside): Format {
  return {
    ...kinds.yaml,
    read: (path, text) => read(path, text, inside),
  };
}

function read(path: string, text: string, inside: Inside): Module {
  const builder = new ModuleBuilder(path, "config", text);
  if (text.length > largest) return readLines(builder, inside, "is larger than 1 MB of YAML, so it was read line by line");
  const plain = masked(text) ?? text;
  const documents = parsed(plain);
  if (!documents) return readLines(builder, inside, plain === text ? "is not valid YAML, so it was read line by line" : undefined);
  const walk = new SettingsWalk(builder, inside);
  for (const document of documents) {
    const root = document.contents && new Conversion(document, plain, (span) => builder.show(span)).node(document.contents);
    if (root) walk.walk(root);
  }
  for (const { text: comment, span } of hashComments(builder.text, builder.covered)) builder.comment(comment, span);
  return builder.finishSettings(walk.stopped ? "names its anchors too often to be read to its end" : undefined);
}

/** The documents of a file; undefined when it is not YAML, which its first error says: the library would make an object of each of 600,000. */
function parsed(text: string): readonly Document.Parsed[] | undefined {
  const { Composer, Parser } = load("yaml");
  const composer = new Composer({ strict: false, uniqueKeys: false, logLevel: "silent", keepSourceTokens: false });
  const documents: Document.Parsed[] = [];
  try {
    for (const token of new Parser().parse(text)) {
      if (token.type === "error") return undefined;
      documents.push(...composer.next(token));
    }
    documents.push(...composer.end());
    return documents.some(({ errors }) => errors.length > 0) ? undefined : documents;
  } catch {
    // Nesting without end is the parser's only way to throw.
    return undefined;
  }
}

/** From the parser's nodes to those of settings. What an anchor names is one node, wherever it is named. */
class Conversion {
  readonly #known = new Map<YamlNode, Node | undefined>();
  readonly #document: Document.Parsed;
  readonly #text: string;
  readonly #show: (span: Span) => void;
  #targets: ReadonlyMap<YamlNode, YamlNode> | undefined;

  /** `show` is told the names. */
  constructor(document: Document.Parsed, text: string, show: (span: Span) => void) {
    this.#document = document;
    this.#text = text;
    this.#show = show;
  }

  node(node: unknown): Node | undefined {
    const { isAlias, isMap, isNode, isScalar, isSeq } = load("yaml");
    if (!isNode(node)) return undefined;
    if (isAlias(node)) {
      const target = (this.#targets ??= targetsIn(this.#document)).get(node);
      return target && this.#known.get(target);
    }
    if (this.#known.has(node)) return this.#known.get(node);
    const found = isScalar(node) ? this.#scalar(node)
      : isSeq(node) ? { kind: "sequence" as const, items: node.items.flatMap((item) => this.node(item) ?? []), span: spanOf(node) }
      : isMap(node) ? { kind: "mapping" as const, entries: node.items.flatMap((pair) => this.#pair(pair) ?? []) }
      : undefined;
    this.#known.set(node, found);
    return found;
  }

  #pair({ key, value }: YamlPair<unknown, unknown>): Pair | undefined {
    const { isAlias, isScalar } = load("yaml");
    if (!isScalar(key) || !key.range) return undefined;
    const name = typeof key.value === "string" ? key.value : key.source;
    const isAny = name === undefined || name.includes(mask) || isAsked.test(this.#text.slice(Math.max(0, key.range[0] - 12), key.range[0]));
    if (!isAny) this.#show(spanOf(key));
    const found = this.node(value);
    if (name === undefined || !found) return undefined;
    return { name, span: { start: key.range[0], end: key.range[1] }, value: found, ...(isAlias(value) ? { again: true as const } : {}) };
  }

  #scalar(node: YamlScalar): Scalar | undefined {
    const { range, type, value, source } = node;
    if (!range || value === null || typeof value === "boolean" || value === undefined) return undefined;
    const isText = typeof value === "string";
    const text = isText ? value : (source ?? "");
    const [start, end] = range;
    if (type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED") {
      const block = blockLines(this.#text, { start, end });
      const whole = text.endsWith("\n") && text.indexOf("\n") === text.length - 1 ? text.slice(0, -1) : text;
      return { kind: "scalar", text: whole, isText, token: block.first, inner: block.span, escaped: false, ...(type === "BLOCK_LITERAL" ? { at: block.at } : {}) };
    }
    const quoted = type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
    const inner = quoted && end - start >= 2 ? { start: start + 1, end: end - 1 } : { start, end };
    const same = this.#text.slice(inner.start, inner.end) === text;
    return { kind: "scalar", text, isText, token: { start, end }, inner, escaped: type === "QUOTE_DOUBLE", ...(same ? { at: (offset: number) => inner.start + offset } : {}) };
  }
}

/** What aliases stand for: the last node before that has the anchor. The library looks through the whole document for each. */
function targetsIn(document: Document.Parsed): ReadonlyMap<YamlNode, YamlNode> {
  const { isAlias, visit } = load("yaml");
  const targets = new Map<YamlNode, YamlNode>();
  const anchored = new Map<string, YamlNode>();
  visit(document, {
    Node(_, node) {
      const target = isAlias(node) ? anchored.get(node.source) : undefined;
      if (target) targets.set(node, target);
      else if (!isAlias(node) && node.anchor !== undefined) anchored.set(node.anchor, node);
    },
  });
  return targets;
}

function spanOf({ range }: YamlNode): Span {
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}
