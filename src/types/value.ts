import type { Secret } from "./secret.ts";

/** A place in a module's text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A literal text or bytes, as the program gets it after escapes; `span` is the token as written, quotes and prefix included. */
export interface Literal {
  readonly kind: "literal";
  readonly secret: Secret;
  readonly form: "text" | "bytes";
  readonly span: Span;
}

/** A number, a truth value, or nothing at all (`None`, `null`, `undefined`). */
export interface Constant {
  readonly kind: "constant";
  readonly value: number | boolean | null | undefined;
  readonly span: Span;
}

/**
 * One of several values. `how` says when a later one is taken:
 * `or` when the earlier is falsy (empty text too), `nullish` when it is null or undefined, `default` when it is undefined,
 * `condition` by a test (the options carry guards), `branch` by the statements around (guards), `except` when the earlier raised.
 */
export interface Choice {
  readonly kind: "choice";
  readonly how: "or" | "nullish" | "default" | "condition" | "branch" | "except";
  readonly options: readonly Option[];
  readonly span: Span;
}

export interface Option {
  readonly value: Value;
  readonly guards: readonly Guard[];
}

/** What must be so for the guarded code to run: a test that holds or not, or a `try` that failed. */
export type Guard =
  | { readonly kind: "if"; readonly test: Value; readonly holds: boolean }
  | { readonly kind: "except" };

/** A condition, kept so that guards and refusals can be understood. */
export interface Test {
  readonly kind: "test";
  readonly op: "not" | "and" | "or" | "equal" | "unequal" | "less" | "more" | "in" | "other";
  readonly operands: readonly Value[];
  readonly span: Span;
}

/** Values put together by the language itself: `a + b`, an f-string or template, `a * n`, `a % b`; `folder / "name"` is a path. */
export interface Derived {
  readonly kind: "derived";
  readonly by: "concat" | "repeat" | "format" | "path" | "slice";
  readonly operands: readonly Value[];
  readonly span: Span;
}

/** A dict, an object literal; in order. A spread stands where it was written, with no name. A computed name is no entry. */
export interface Record {
  readonly kind: "record";
  readonly entries: readonly Entry[];
  readonly span: Span;
}

export interface Entry {
  /** Undefined for a spread (`**x`, `...x`). */
  readonly name: string | undefined;
  readonly value: Value;
  /** The name as written, without its value. */
  readonly span: Span;
}

export interface List {
  readonly kind: "list";
  readonly items: readonly { readonly value: Value; readonly spread: boolean }[];
  readonly span: Span;
}

export interface Call {
  readonly kind: "call";
  readonly callee: Value;
  readonly args: readonly Argument[];
  readonly span: Span;
}

export interface Argument {
  readonly value: Value;
  /** The keyword, in languages that have them. */
  readonly name?: string;
  /** `*x` and `...x` are lists, `**x` is a record. */
  readonly spread?: "list" | "record";
}

export interface FunctionValue {
  readonly kind: "function";
  readonly name?: string;
  readonly parameters: readonly Parameter[];
  /** Each returned value under its guards; an arrow's expression is its only one. */
  readonly returns: readonly Option[];
  /** What stands over it: `@field_validator("key")`. */
  readonly decorators?: readonly Value[];
  readonly scope: Scope;
  readonly span: Span;
}

/** A function's parameter: what it is depends on the callers. */
export interface Parameter {
  readonly kind: "parameter";
  readonly name: string;
  /** Position, from 0; a method's `self` or `cls` is not counted. */
  readonly index: number;
  readonly rest?: "list" | "record";
  readonly default?: Value;
  /** The annotation (`app: Flask`), as a reference or member. */
  readonly type?: Value;
  /** What stands before it: `@Inject(jwtConfig.KEY)`. */
  readonly decorators?: readonly Value[];
  /** The function that it belongs to; a thunk, because the two hold each other. */
  readonly of: () => FunctionValue;
  readonly span: Span;
}

export interface ClassValue {
  readonly kind: "class";
  readonly name?: string;
  readonly bases: readonly Value[];
  /** Class attributes, static and instance fields, and methods (as functions). */
  readonly scope: Scope;
  readonly decorators?: readonly Value[];
  readonly span: Span;
}

/** A name as used in a scope. */
export interface Reference {
  readonly kind: "reference";
  readonly name: string;
  readonly scope: Scope;
  readonly span: Span;
}

/** `a.b`, `a["b"]`, `a[0]` (name `"0"`), and in destructuring the part that is taken. */
export interface Member {
  readonly kind: "member";
  readonly object: Value;
  readonly name: string;
  /** The whole expression, `a.b`. */
  readonly span: Span;
}

/** `a[b]`, where b is no literal: the entry that b names, or any of them. */
export interface Item {
  readonly kind: "item";
  readonly object: Value;
  readonly key: Value;
  readonly span: Span;
}

/**
 * Another module, or a name out of it. `from` is as the language writes it (`./config`, `.config`, `flask`);
 * `name` undefined is the module itself (`import x`, `* as x`, `require`), `default` the default export.
 */
export interface Import {
  readonly kind: "import";
  readonly from: string;
  readonly name: string | undefined;
  readonly span: Span;
}

/** Something that is not judged and not followed further: computed names, arithmetic, files, secret managers. */
export interface Opaque {
  readonly kind: "opaque";
  /** Of a list that is filtered: what must be so of an item that is in it. */
  readonly some?: Value;
  readonly span: Span;
}

/** Where the bytes come from: a small tree, the same for every language. What a call or a variable *means* is the models' business. */
export type Value =
  | Literal | Constant | Choice | Test | Derived | Record | List | Call | FunctionValue | Parameter | ClassValue
  | Reference | Member | Item | Import | Opaque;

/** One namespace. Class scopes are not visible from the functions inside them: look-up from a function skips them. */
export interface Scope {
  readonly kind: "module" | "class" | "function";
  /** The class's or function's name. */
  readonly name?: string;
  readonly parent?: Scope;
  /** Every definition of a name, in the order of the text. */
  readonly names: Map<string, Definition[]>;
  /** In a class, the fields that are declared with a type, with or without a value. */
  readonly declared?: Map<string, Declaration>;
}

/** `key: str`, `key: Annotated[str, Field(min_length=32)]`. */
export interface Declaration {
  /** The type's name, as a reference or member. */
  readonly type?: Value;
  /** What else the annotation holds. */
  readonly notes: readonly Value[];
  /** The name. */
  readonly span: Span;
}

export interface Definition {
  readonly value: Value;
  readonly span: Span;
  readonly guards: readonly Guard[];
}

/** `app.config.SECRET_KEY` as text, when it consists of names only. */
export function dotted(value: Value): string | undefined {
  const names: string[] = [];
  let at: Value = value;
  while (at.kind === "member" && names.length < 12) {
    names.push(at.name);
    at = at.object;
  }
  return at.kind === "reference" ? [at.name, ...names.reverse()].join(".") : undefined;
}
