import type { Binding, Comment, Language, Module, Part, Refusal, Site } from "../types/module.ts";
import type { Call, Choice, Declaration, Definition, FunctionValue, Guard, Member, Record, Scope, Span, Value } from "../types/value.ts";
import { placed } from "./placed.ts";
import { straysIn } from "./settings/strays.ts";

/** No more guards are kept at one place: a hostile file has thousands, and nothing is learned from them. */
const maxGuards = 48;

/** Names of a setting's path that are kept: nobody nests deeper, but a hostile file does. */
const maxPath = 24;

/** What a parameter says of its function. Made here, by itself: closures of one function hold all that any of them needs, here the whole syntax tree. */
export function ownedBy(value: FunctionValue): () => FunctionValue {
  return () => value;
}

/** Collects what a format finds while it walks a file. It knows the scope and the guards that the walk is in. */
export class ModuleBuilder {
  readonly top: Scope = { kind: "module", names: new Map() };
  scope: Scope = this.top;
  guards: readonly Guard[] = [];
  readonly #bindings: Binding[] = [];
  readonly #calls: Site<Call>[] = [];
  readonly #records: Site<Record>[] = [];
  readonly #choices: Site<Choice>[] = [];
  readonly #functions: Site<FunctionValue>[] = [];
  readonly #refusals: Refusal[] = [];
  readonly #imports: { from: string; span: Span }[] = [];
  readonly #exports = new Map<string, Definition[]>();
  readonly #stars = new Set<string>();
  readonly #comments: Comment[] = [];
  readonly #covers: Span[] = [];
  readonly #shown: Span[] = [];
  readonly #parts: Part[] = [];
  readonly #depths = new WeakMap<Member, number>();
  readonly path: string;
  readonly language: Language;
  readonly text: string;

  constructor(path: string, language: Language, text: string) {
    this.path = path;
    this.language = language;
    this.text = text;
  }

  /** Runs `walk` inside a scope, with no guards of the outside: a function's body runs when it is called. */
  inScope(scope: Scope, walk: () => void): void {
    const [outer, guards] = [this.scope, this.guards];
    this.scope = scope;
    this.guards = scope.kind === "class" ? guards : [];
    walk();
    this.scope = outer;
    this.guards = guards;
  }

  /** Runs `walk` under more guards, and gives back what it gives. */
  under<T>(guards: readonly Guard[], walk: () => T): T {
    const outer = this.guards;
    this.addGuards(guards);
    const result = walk();
    this.guards = outer;
    return result;
  }

  /** Puts all that comes next under more guards. */
  addGuards(guards: readonly Guard[]): void {
    const room = maxGuards - this.guards.length;
    if (guards.length > 0 && room > 0) this.guards = [...this.guards, ...guards.slice(0, room)];
  }

  /** Runs `walk` in another scope, with the guards of here: the code runs here. */
  within<T>(scope: Scope, walk: () => T): T {
    const outer = this.scope;
    this.scope = scope;
    const result = walk();
    this.scope = outer;
    return result;
  }

  /** A name is defined in a scope: an assignment, an import, a function, a parameter. */
  define(name: string, value: Value, span: Span, scope: Scope = this.scope): void {
    const definition = { value, span, guards: this.guards };
    const known = scope.names.get(name);
    if (known) known.push(definition);
    else scope.names.set(name, [definition]);
  }

  /** A field of a class is declared with a type; elsewhere this says nothing. */
  declare(name: string, declaration: Declaration): void {
    this.scope.declared?.set(name, declaration);
  }

  export(name: string, value: Value, span: Span): void {
    const definition = { value, span, guards: this.guards };
    const known = this.#exports.get(name);
    if (known) known.push(definition);
    else this.#exports.set(name, [definition]);
  }

  bind(target: Value, value: Value, span: Span, holder?: Member): void {
    this.#bindings.push({ target, value, span, scope: this.scope, guards: this.guards, ...(holder ? { holder } : {}) });
  }

  /** A variable is set for a process: `NAME=value` in an environment file, a container, a shell; or in an entry of settings, the `holder`. */
  variable(name: string, value: Value, span: Span, holder?: Member): void {
    this.bind({ kind: "reference", name, scope: this.top, span }, value, span, holder);
  }

  /** The place of an entry in settings, inside the place of what holds it: `cookie`, then `key`. Bind a value to it with `bind`. */
  entry(holder: Member | undefined, name: string, span: Span): Member {
    const depth = holder ? (this.#depths.get(holder) ?? 1) + 1 : 1;
    const object: Value = holder && depth <= maxPath ? holder : { kind: "opaque", span };
    const place: Member = { kind: "member", object, name, span };
    this.#depths.set(place, depth);
    return place;
  }

  /** Code or settings in another language that stand in this file, read by their own format; `at` gives an offset's place in this file. */
  embed(module: Module, at: (offset: number) => number): void {
    const part = placed(module, { path: this.path, text: this.text }, at);
    // Parts inside parts are all this file's: a page that a document shows has scripts.
    this.#parts.push({ ...part, module: { ...part.module, parts: [] } }, ...part.module.parts);
    for (const comment of part.module.comments) this.#comments.push(comment);
    if (module.failure === undefined) {
      for (const span of part.module.covers) this.#covers.push(span);
      this.#shown.push(part.span);
    } else this.#covers.push(part.span);
  }

  /** Notes a value that matching looks at by itself; every such value goes through here once. */
  note<V extends Call | Record | Choice | FunctionValue>(value: V): V {
    const site = { value, scope: this.scope, guards: this.guards };
    if (value.kind === "call") this.#calls.push(site as Site<Call>);
    else if (value.kind === "record") this.#records.push(site as Site<Record>);
    else if (value.kind === "choice") this.#choices.push(site as Site<Choice>);
    else this.#functions.push(site as Site<FunctionValue>);
    return value;
  }

  refuse(span: Span): void {
    this.#refusals.push({ guards: this.guards, scope: this.scope, span });
  }

  import(from: string, span: Span): void {
    this.#imports.push({ from, span });
  }

  star(from: string): void {
    this.#stars.add(from);
  }

  comment(text: string, span: Span): void {
    this.#comments.push({ text, span });
  }

  cover(span: Span): void {
    this.#covers.push(span);
  }

  /** A name in settings: what is none is covered by `finishSettings`. */
  show(span: Span): void {
    this.#shown.push(span);
  }

  /** What is covered so far. */
  get covered(): readonly Span[] {
    return this.#covers;
  }

  /** The module of a file of settings, of which a frame shows no more than names, signs and constants, and what the readers of its parts let it. */
  finishSettings(failure?: string): Module {
    for (const span of straysIn(this.text, [...this.#shown, ...this.#covers, ...this.#comments.map((comment) => comment.span)])) this.cover(span);
    return this.finish(failure);
  }

  /** The module as collected; `failure` when the file was read lexically. */
  finish(failure?: string): Module {
    return {
      path: this.path,
      language: this.language,
      text: this.text,
      top: this.top,
      bindings: this.#bindings,
      calls: this.#calls,
      records: this.#records,
      choices: this.#choices,
      functions: this.#functions,
      refusals: this.#refusals,
      imports: this.#imports,
      exports: this.#exports,
      stars: [...this.#stars],
      comments: this.#comments,
      covers: this.#covers,
      parts: this.#parts,
      ...(failure === undefined ? {} : { failure }),
    };
  }
}
