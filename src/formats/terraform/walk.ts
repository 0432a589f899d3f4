import type { List, Span, Value } from "../../types/value.ts";
import type { ModuleBuilder } from "../builder.ts";
import { literal, opaque } from "../expansions.ts";
import { assignment } from "../variables.ts";
import type { Leaf, Table, Tables } from "../tables/tables.ts";
import { firstLine } from "../tables/values.ts";
import type { Token } from "./tokens.ts";

/** Nobody nests deeper, but a hostile file does. */
const deepest = 100;

/** Calls that give back what they get. */
const passing = new Set(["sensitive", "nonsensitive", "tostring", "trimspace", "chomp"]);

/** What a resource is made to hold: `google_secret_manager_secret_version`, `aws_secretsmanager_secret_version`, `aws_ssm_parameter`. */
const held = new Set(["value", "secret_data", "secret_string", "secret_value"]);

/** Tells what the blocks and attributes of HCL hold, token by token. https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md */
export class HclWalk {
  readonly #builder: ModuleBuilder;
  readonly #tables: Tables;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(builder: ModuleBuilder, tables: Tables, tokens: readonly Token[]) {
    this.#builder = builder;
    this.#tables = tables;
    this.#tokens = tokens;
  }

  walk(): void {
    while (this.#at < this.#tokens.length) {
      const before = this.#at;
      this.#body(this.#tables.top, 0);
      // A bracket that closes nothing.
      if (this.#at === before) this.#at++;
    }
  }

  /** Attributes and blocks up to a bracket that closes. */
  #body(table: Table, depth: number, resource?: Leaf): void {
    const leaves: Leaf[] = [];
    for (let token = this.#token; token && !closes(token); token = this.#token) {
      this.#at++;
      if (token.kind === "word" || token.kind === "text") this.#entry(table, token, depth, leaves, resource);
      else if (token.kind === "mark" && opens(token)) this.#nested(table, token, depth);
    }
    this.#tables.tell(table, leaves);
  }

  /** What begins with a name: `name = …`, `"name": …`, `name "label" {`. */
  #entry(table: Table, key: Token, depth: number, leaves: Leaf[], resource: Leaf | undefined): void {
    const name = this.#nameOf(key);
    const next = this.#token;
    if (next?.written === "=" || next?.written === ":") {
      this.#at++;
      if (this.#token?.written === "=" || this.#token?.written === ">") return;
      const leaf = this.#expression(this.#tables.inside(table, name, key.span), depth, { name, span: key.span });
      if (!leaf) return;
      if (resource && (resource.name === "variable" ? name === "default" : held.has(name))) {
        const named = { ...leaf, name: resource.text ?? name, span: resource.span };
        this.#tables.entry(resource.name === "variable" ? this.#tables.top : { place: undefined, variables: "none" }, named);
        if (resource.name === "variable") return;
      }
      // The words that describe a variable are none of its values.
      if (resource?.name !== "variable") leaves.push(leaf);
    } else this.#block(table, key, name, depth);
  }

  #block(table: Table, key: Token, name: string, depth: number): void {
    const labels: Token[] = [];
    while (this.#token?.kind === "text" || this.#token?.kind === "word") labels.push(this.#take());
    if (this.#token?.written !== "{") {
      // Values where a name could stand: in `for` expressions.
      for (const token of [key, ...labels]) if (token.kind === "text") this.#builder.cover(token.inner);
      return;
    }
    this.#at++;
    const last = labels.at(-1);
    const isTop = table === this.#tables.top;
    if (isTop && name === "variable" && last && labels.length === 1) return this.#inner(table, depth, this.#resource(name, last));
    if (isTop && name === "locals") return this.#inner(table, depth);
    const holder = [...(isTop ? [] : [{ name, span: key.span }]), ...labels.map((label) => ({ name: this.#nameOf(label), span: label.span }))]
      .reduce((inside, one) => this.#tables.inside(inside, one.name, one.span), table);
    this.#inner(isTop && labels.length === 0 ? this.#tables.inside(table, name, key.span) : holder, depth, name === "resource" && last ? this.#resource(name, last) : undefined);
  }

  #resource(name: string, label: Token): Leaf {
    return { name, span: label.span, text: this.#nameOf(label), value: opaque(label.span) };
  }

  #inner(table: Table, depth: number, resource?: Leaf): void {
    if (depth >= deepest) return this.#skip();
    this.#body(table, depth + 1, resource);
    if (this.#token && closes(this.#token)) this.#at++;
  }

  /** What stands behind the sign, to the end of the line or a comma. Texts in brackets and calls are told on the way. */
  #expression(table: Table, depth: number, key: { readonly name: string; readonly span: Span }): Leaf | undefined {
    const first = this.#token;
    if (!first) return undefined;
    const alone = this.#alone();
    if (alone) return { ...key, ...alone };
    let nested = false;
    for (let token = this.#token; token && !ends(token); token = this.#token) {
      this.#at++;
      if (token.kind === "text" || token.kind === "heredoc") this.#builder.cover(token.inner);
      else if (opens(token)) {
        nested ||= token.written !== "(";
        this.#nested(table, token, depth);
      }
    }
    return nested ? undefined : { ...key, value: opaque(firstLine(this.#builder.text, first.span)) };
  }

  /** A text that is all of the expression, or all that a call gets which gives it back. */
  #alone(): Pick<Leaf, "value" | "text"> | undefined {
    const [first, second, third, fourth, fifth] = this.#tokens.slice(this.#at, this.#at + 5);
    if (!first) return undefined;
    if ((first.kind === "text" || first.kind === "heredoc") && (!second || ends(second))) {
      this.#at++;
      return this.#text(first);
    }
    if (first.kind !== "word" || !passing.has(first.written) || second?.written !== "(" || third?.kind !== "text" || fourth?.written !== ")" || (fifth && !ends(fifth))) return undefined;
    this.#at += 4;
    return this.#text(third);
  }

  /** Inside a bracket: of an object its entries, of a list its items, of a call what it gets. */
  #nested(table: Table, open: Token, depth: number): void {
    if (depth >= deepest) return this.#skip();
    if (open.written === "{") return this.#inner(table, depth);
    const items: { value: Value; spread: boolean }[] = [];
    for (let token = this.#token; token && !closes(token); token = this.#token) {
      const alone = this.#alone();
      if (alone) {
        items.push({ value: alone.value, spread: false });
        this.#assignment(table, token);
        continue;
      }
      this.#at++;
      if (token.kind === "text" || token.kind === "heredoc") this.#builder.cover(token.inner);
      else if (opens(token)) this.#nested(table, token, depth + 1);
    }
    if (this.#token) this.#at++;
    if (open.written === "[" && table.place && items.length > 0 && table.variables !== "all") {
      const list: List = { kind: "list", items, span: open.span };
      this.#builder.bind(table.place, list, table.place.span);
    }
  }

  /** `env = ["NAME=value"]` of a container. */
  #assignment(table: Table, { kind, inner }: Token): void {
    const written = this.#builder.text.slice(inner.start, Math.min(inner.end, inner.start + 2_000));
    const found = kind === "text" && table.variables === "all" ? assignment(written) : undefined;
    if (!found) return;
    const span = { start: inner.start + found.from, end: inner.end };
    const text = this.#builder.text.slice(span.start, span.end);
    const value = template.test(text) ? opaque(span) : literal(unescaped(text), span);
    this.#builder.variable(found.name, value, { start: inner.start, end: inner.start + found.name.length });
  }

  #text({ kind, span, inner }: Token): Pick<Leaf, "value" | "text"> {
    this.#builder.cover(inner);
    const written = this.#builder.text.slice(inner.start, inner.end);
    // A heredoc without its end is no value: Terraform reads no such file.
    if (kind === "heredoc" && span.end === inner.end) return { value: opaque(firstLine(this.#builder.text, span)) };
    const token = firstLine(this.#builder.text, kind === "heredoc" && written.trim() !== "" ? inner : span);
    if (template.test(written)) return { value: opaque(token) };
    const text = kind === "heredoc" ? `${written}\n` : unescaped(written);
    return { value: literal(text, token), text };
  }

  #nameOf({ kind, written, inner }: Token): string {
    return kind === "text" ? this.#builder.text.slice(inner.start, Math.min(inner.end, inner.start + 400)) : written;
  }

  /** Past the bracket that closes the one just read. */
  #skip(): void {
    for (let open = 1; open > 0 && this.#token;) {
      const token = this.#take();
      if (token.kind === "text" || token.kind === "heredoc") this.#builder.cover(token.inner);
      else open += opens(token) ? 1 : closes(token) ? -1 : 0;
    }
  }

  get #token(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #take(): Token {
    const token = this.#tokens[this.#at++];
    if (!token) throw new RangeError("no token is left");
    return token;
  }
}

/** A template, Terraform's own or that of an engine that makes the file; `$${` is a dollar and a brace. */
const template = /(?:^|[^$])\$\{|(?:^|[^%])%\{|\{\{|<%/;

const escapes: { readonly [letter: string]: string } = { n: "\n", t: "\t", r: "\r" };

function unescaped(written: string): string {
  return written.replace(/\\(?:u([0-9A-Fa-f]{4})|([^]))|([$%])\3\{/g, (_whole, code: string | undefined, letter: string | undefined, sign: string | undefined) =>
    sign !== undefined ? `${sign}{` : code === undefined ? (escapes[letter ?? ""] ?? letter ?? "") : String.fromCharCode(Number.parseInt(code, 16)));
}

function opens({ kind, written }: Token): boolean {
  return kind === "mark" && (written === "{" || written === "[" || written === "(");
}

function closes({ kind, written }: Token): boolean {
  return kind === "mark" && (written === "}" || written === "]" || written === ")");
}

function ends(token: Token): boolean {
  return token.kind === "line" || closes(token) || token.written === ",";
}
