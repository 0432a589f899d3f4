import type { Format } from "../../types/module.ts";
import type { List, Member, Span, Value } from "../../types/value.ts";
import type { ModuleBuilder } from "../builder.ts";
import { expand, literal, outside, variableRead } from "../expansions.ts";
import { dataOf, holdsSettings, isObject, type Data } from "./kubernetes.ts";
import { mask } from "./masks.ts";
import type { Mapping, Node, Pair, Scalar, Sequence } from "./node.ts";
import { templated } from "./templates.ts";
import { assignment, holdsScript, isPlainlyVariable, variablesIn } from "../variables.ts";

/** Formats of what stands inside settings. */
export interface Inside {
  /** Lines of a shell. */
  readonly shell?: Format;
  /** A file that is written as a text under its name, as in a ConfigMap. */
  format(name: string): Format | undefined;
}

/** Nobody nests deeper, but a hostile file does. */
const deepest = 100;

/** So many nodes more than there are units of text: these were named by anchors, and 400 bytes of a hostile file name a thousand million. */
const mostNamed = 20_000;

/** Where a node stands. */
interface Around {
  readonly place: Member | undefined;
  /** Its names are variables of a process. */
  readonly variables: boolean;
  /** Its texts are lines of a shell. */
  readonly script: boolean;
  /** It is an object of Kubernetes, whose entries name secrets and do not hold them. */
  readonly object: boolean;
  readonly depth: number;
}

/** Tells a builder all variables, entries, scripts and files that a tree of settings holds. */
export class SettingsWalk {
  readonly #builder: ModuleBuilder;
  readonly #inside: Inside;
  #left: number;

  constructor(builder: ModuleBuilder, inside: Inside) {
    this.#builder = builder;
    this.#inside = inside;
    this.#left = builder.text.length + mostNamed;
  }

  /** One document. */
  walk(root: Node): void {
    this.#visit(root, { place: undefined, variables: false, script: false, object: false, depth: 0 });
  }

  /** Whether the file names its parts so often that the walk stopped. */
  get stopped(): boolean {
    return this.#left <= 0;
  }

  #visit(node: Node, around: Around): void {
    if (around.depth > deepest || this.#left-- <= 0) return;
    if (node.kind === "mapping") this.#mapping(node, around);
    else if (node.kind === "sequence") this.#sequence(node, around);
    else if (around.script) this.#script(node);
    else this.#builder.cover(node.inner);
  }

  #mapping(mapping: Mapping, around: Around): void {
    const named = namedValue(mapping);
    if (named) this.#variable(named.name, named.value, named.span, around.place);
    const data = dataOf(mapping);
    const inside = isObject(mapping) ? { ...around, object: true } : around;
    for (const pair of mapping.entries) {
      if (named && (pair.value === named.value || pair.value === named.label)) continue;
      const kind = data.get(pair);
      if (kind) this.#data(pair, kind);
      else this.#pair(pair, inside);
    }
  }

  #pair(pair: Pair, around: Around): void {
    const { name, span, value } = pair;
    // What an anchor names was told where it stands; only as variables it can be something else here.
    const holdsVariables = variablesIn(name) !== "none";
    if (pair.again && !around.variables && !holdsVariables && value.kind !== "scalar") return;
    const isMerge = name === "<<";
    const place = isMerge ? around.place : this.#builder.entry(around.place, name, span);
    const deeper: Around = {
      place,
      variables: holdsVariables || (around.variables && isMerge),
      script: holdsScript(name) || (around.script && value.kind === "scalar"),
      object: around.object && !holdsSettings(name),
      depth: around.depth + 1,
    };
    if (value.kind === "scalar") this.#scalar(pair, value, deeper, around);
    else if (around.variables && isPlainlyVariable(name) && value.kind === "mapping" && this.#described(name, value, span, around.place)) return;
    else this.#visit(value, deeper);
  }

  #scalar({ name, span }: Pair, value: Scalar, here: Around, around: Around): void {
    this.#builder.cover(value.inner);
    if (here.script && value.isText) this.#script(value);
    else if (around.variables && isPlainlyVariable(name)) this.#variable(name, value, span, around.place);
    else if (here.place && value.isText && !around.object) this.#builder.bind(here.place, this.#value(value), span);
  }

  /** GitLab and Heroku describe a variable: `NAME: { value: …, description: … }`. */
  #described(name: string, { entries }: Mapping, span: Span, holder: Member | undefined): boolean {
    const value = entries.find((pair) => pair.name === "value")?.value;
    if (value?.kind !== "scalar") return false;
    this.#variable(name, value, span, holder);
    return true;
  }

  #sequence({ items, span }: Sequence, around: Around): void {
    const texts = items.filter((item): item is Scalar => item.kind === "scalar" && item.isText);
    const set = texts.filter((item) => this.#item(item, around)).length > 0;
    if (around.place && texts.length > 0 && !set && !around.variables && !around.script && !around.object) {
      const list: List = { kind: "list", items: texts.map((item) => ({ value: this.#value(item), spread: false })), span };
      this.#builder.bind(around.place, list, around.place.span);
    }
    for (const item of items) if (item.kind !== "scalar") this.#visit(item, { ...around, depth: around.depth + 1 });
  }

  /** `- NAME=value` in a list of variables, if it is that. What follows the sign is the value, quotes and blanks and all. */
  #item(item: Scalar, around: Around): boolean {
    this.#builder.cover(item.inner);
    if (around.script) this.#script(item);
    const found = around.script ? undefined : assignment(item.text);
    if (!found || !(around.variables || isPlainlyVariable(found.name))) return false;
    const { start, end } = item.inner;
    const from = start + found.from;
    const isWritten = this.#builder.text.startsWith(item.text.slice(0, found.from), start) && end > from;
    // Travis sets several in one line, as a shell does.
    if (around.variables && /^\w+=\S+ +[A-Z_]\w*=/.test(item.text)) this.#script(item);
    else if (isWritten) this.#builder.variable(found.name, this.#expanded(item.text.slice(found.from), { start: from, end }, { start: from, end }, item.escaped), { start, end: start + found.name.length }, around.place);
    return true;
  }

  #variable(name: string, value: Scalar, span: Span, holder: Member | undefined): void {
    this.#builder.cover(value.inner);
    this.#builder.variable(name, this.#value(value), span, holder);
  }

  #value({ text, token, inner, escaped, at }: Scalar): Value {
    return at && text.includes("\n") ? literal(text, token) : this.#expanded(text, inner, token, escaped);
  }

  #expanded(text: string, inner: Span, token: Span, escaped: boolean): Value {
    if (text.includes(mask)) return templated(this.#builder, token);
    return text.includes("$") ? expand({ builder: this.#builder, escaped, scope: outside }, inner, token) : (variableRead(text, token) ?? literal(text, token));
  }

  /** The entries of a ConfigMap or Secret: variables, or files. */
  #data({ name, span, value }: Pair, data: Data): void {
    if (value.kind !== "mapping") return;
    const holder = this.#builder.entry(undefined, name, span);
    for (const { name: key, span: at, value: entry } of value.entries) {
      if (entry.kind !== "scalar") continue;
      const file = this.#inside.format(key);
      if (file && data === "plain") {
        this.#embed(entry, file);
        continue;
      }
      this.#builder.cover(entry.inner);
      const held = data === "plain" ? this.#value(entry) : decoded(entry);
      if (key.includes(".")) this.#builder.bind(this.#builder.entry(holder, key, at), held, at);
      else this.#builder.variable(key, held, at);
    }
  }

  #script(text: Scalar): void {
    this.#builder.cover(text.inner);
    if (this.#inside.shell && !text.text.includes(mask)) this.#embed(text, this.#inside.shell);
  }

  #embed({ text, at }: Scalar, format: Format): void {
    if (at && text.length > 0) this.#builder.embed(format.read(this.#builder.path, text), at);
  }
}

/** `{ name: A, value: b }`, also with `key`: Kubernetes, ECS, Render, DigitalOcean. */
function namedValue({ entries }: Mapping): { name: string; label: Scalar; value: Scalar; span: Span } | undefined {
  if (entries.length < 2 || entries.length > 8) return undefined;
  const of = (...names: readonly string[]): Node | undefined => entries.find(({ name }) => names.includes(name.toLowerCase()))?.value;
  const [name, value] = [of("name", "key"), of("value")];
  if (name?.kind !== "scalar" || value?.kind !== "scalar" || !isPlainlyVariable(name.text)) return undefined;
  return { name: name.text, label: name, value, span: name.token };
}

/** The data of a Secret is in base64; what is not has no value. https://kubernetes.io/docs/concepts/configuration/secret/ */
function decoded({ text, token }: Scalar): Value {
  const packed = text.replace(/\s+/g, "");
  const bytes = /^[A-Za-z0-9+/]*={0,2}$/.test(packed) && packed.length % 4 === 0 ? Buffer.from(packed, "base64") : undefined;
  return bytes ? literal(bytes.toString("utf8").replace(/\n$/, ""), token) : { kind: "opaque", span: token };
}
