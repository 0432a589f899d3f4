import type { AST } from "toml-eslint-parser";
import type { List, Span, Value } from "../../types/value.ts";
import type { ModuleBuilder } from "../builder.ts";
import { assignment } from "../variables.ts";
import type { Leaf, Table, Tables } from "../tables/tables.ts";
import { textValue } from "../tables/values.ts";

/** Nobody nests deeper, but a hostile file does. */
const deepest = 100;

type Content = AST.TOMLContentNode;
type Text = AST.TOMLStringValue;

/** Tells what the tree of a TOML file holds. */
export class TomlWalk {
  readonly #builder: ModuleBuilder;
  readonly #tables: Tables;

  constructor(builder: ModuleBuilder, tables: Tables) {
    this.#builder = builder;
    this.#tables = tables;
  }

  walk({ body: [top], comments }: AST.TOMLProgram): void {
    for (const { value, range } of comments) this.#builder.comment(value.replace(/^#+/, "").trim(), spanOf({ range }));
    this.#entries(this.#tables.top, top.body.filter((node) => node.type === "TOMLKeyValue"), 0);
    for (const table of top.body) {
      if (table.type === "TOMLTable") this.#entries(this.#inside(this.#tables.top, table.key.keys), table.body, 0);
    }
  }

  #entries(table: Table, pairs: readonly AST.TOMLKeyValue[], depth: number): void {
    const leaves: Leaf[] = [];
    for (const { key: { keys }, value } of pairs) {
      const last = keys.at(-1);
      if (!last) continue;
      this.#builder.show(spanOf(last));
      const holder = this.#inside(table, keys.slice(0, -1));
      if (!isText(value)) this.#content(this.#tables.inside(holder, nameOf(last), spanOf(last)), value, depth + 1, { table: holder, key: last });
      else if (holder === table) leaves.push(this.#leaf(last, value));
      else this.#tables.tell(holder, [this.#leaf(last, value)]);
    }
    this.#tables.tell(table, leaves);
  }

  #inside(table: Table, keys: AST.TOMLKey["keys"]): Table {
    return keys.reduce((holder, key) => {
      this.#builder.show(spanOf(key));
      return this.#tables.inside(holder, nameOf(key), spanOf(key));
    }, table);
  }

  #content(table: Table, node: Content, depth: number, of?: { readonly table: Table; readonly key: AST.TOMLKey["keys"][number] }): void {
    if (depth > deepest) return;
    if (node.type === "TOMLInlineTable") {
      const forced = of && of.table.variables === "all" ? valueIn(node) : undefined;
      // Cargo and mise say more of a variable: `NAME = { value = "x", force = true }`.
      if (of && forced) this.#tables.entry(of.table, this.#leaf(of.key, forced));
      else this.#entries(table, node.body, depth);
    } else if (node.type === "TOMLArray") {
      this.#array(table, node.elements, depth);
    }
  }

  #array(table: Table, elements: readonly Content[], depth: number): void {
    const texts = elements.filter(isText);
    const [first, last] = [texts[0], texts.at(-1)];
    const { place } = table;
    if (first && last && table.variables === "all") for (const text of texts) this.#assignment(text, table);
    else if (first && last && place) {
      const items = texts.map((text) => ({ value: this.#value(text), spread: false }));
      const list: List = { kind: "list", items, span: { start: first.range[0], end: last.range[1] } };
      this.#builder.bind(place, list, place.span);
    }
    for (const element of elements) if (!isText(element)) this.#content(table, element, depth + 1);
  }

  /** `env = ["NAME=value"]`, of pytest-env with a mark before it: https://github.com/pytest-dev/pytest-env */
  #assignment(node: Text, { place }: Table): void {
    const inner = this.#cover(node);
    const mark = /^(?:[DRU]:){0,3}/.exec(node.value)?.[0].length ?? 0;
    const written = node.value.slice(mark);
    const found = assignment(written);
    const start = inner.start + mark;
    if (!found || node.multiline || !this.#builder.text.startsWith(written.slice(0, found.from), start)) return;
    const span = { start: start + found.from, end: inner.end };
    const value = textValue(this.#builder, { text: written.slice(found.from), token: span, inner: span, escaped: node.style === "basic" });
    this.#builder.variable(found.name, value, { start, end: start + found.name.length }, place);
  }

  #leaf(key: AST.TOMLKey["keys"][number], node: Text): Leaf {
    return { name: nameOf(key), span: spanOf(key), value: this.#value(node), text: node.value };
  }

  #value(node: Text): Value {
    return textValue(this.#builder, { text: node.value, token: spanOf(node), inner: this.#cover(node), escaped: node.style === "basic" });
  }

  #cover(node: Text): Span {
    const marks = node.multiline ? 3 : 1;
    const inner = { start: node.range[0] + marks, end: node.range[1] - marks };
    this.#builder.cover(inner);
    return inner;
  }
}

function isText(node: Content): node is Text {
  return node.type === "TOMLValue" && node.kind === "string";
}

function valueIn({ body }: AST.TOMLInlineTable): Text | undefined {
  if (body.length > 4) return undefined;
  const found = body.find(({ key: { keys } }) => keys.length === 1 && keys[0] && nameOf(keys[0]) === "value")?.value;
  const isNamed = body.some(({ key: { keys } }) => keys[0] && nameOf(keys[0]) === "name");
  return found && !isNamed && isText(found) ? found : undefined;
}

function nameOf(key: AST.TOMLKey["keys"][number]): string {
  return key.type === "TOMLBare" ? key.name : key.value;
}

function spanOf({ range: [start, end] }: { readonly range: readonly [number, number] }): Span {
  return { start, end };
}
