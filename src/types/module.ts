import type { Call, Choice, Definition, FunctionValue, Guard, Member, Record, Scope, Span, Value } from "./value.ts";

/**
 * Which language's rules of names and values hold in a module. `env`: environment files. `config`: all else that is no program, and
 * scripts of a shell, of which only the variables that they set are told.
 */
export type Language = "python" | "javascript" | "env" | "config";

/** A file as its format understands it. No syntax tree leaves the format: this is all that matching and resolving see. */
export interface Module {
  /** Relative to the scope's root, with forward slashes. */
  readonly path: string;
  readonly language: Language;
  /** The decoded text that every span points into, without a byte order mark. */
  readonly text: string;
  readonly top: Scope;
  /**
   * Every assignment in order, destructuring taken apart: names, attributes, items, class fields. In `env` and `config` a reference is
   * a variable set for a process, and a member chain from nothing (`cookie.key`) an entry of the settings.
   */
  readonly bindings: readonly Binding[];
  readonly calls: readonly Site<Call>[];
  readonly records: readonly Site<Record>[];
  readonly choices: readonly Site<Choice>[];
  readonly functions: readonly Site<FunctionValue>[];
  /** Where the program refuses to go on: the guards of each `raise`, `throw`, `assert`, `sys.exit`, `process.exit`. */
  readonly refusals: readonly Refusal[];
  /** Each import, for what the program uses; `from` as written. */
  readonly imports: readonly { readonly from: string; readonly span: Span }[];
  /**
   * JavaScript: exported names, `default`, and `=` for the whole of `module.exports = …`. Python and environment files export
   * their top scope and leave this empty.
   */
  readonly exports: ReadonlyMap<string, Definition[]>;
  /** `from x import *`, `export * from`: modules whose names are also this one's. */
  readonly stars: readonly string[];
  readonly comments: readonly Comment[];
  /** What a code frame must cover besides comments: the inside of each text literal, all of an environment file but its names. Not told when `failure` is set. */
  readonly covers: readonly Span[];
  /** What is written in another language inside the file: scripts of a page, code blocks of a document. Their spans are this file's. */
  readonly parts: readonly Part[];
  /** Set when the file could not be understood and was read lexically: why, in words for a user, without any of its text. */
  readonly failure?: string;
}

/** A module inside a file, and where it stands there. */
export interface Part {
  readonly module: Module;
  readonly span: Span;
  /** `docs`: an example for readers in the midst of a program that runs: what it holds is documentation wherever the file stands. */
  readonly role?: "docs";
}

/** A value bound to a named place. `target` is a reference or a member. */
export interface Binding {
  readonly target: Value;
  readonly value: Value;
  readonly scope: Scope;
  readonly guards: readonly Guard[];
  /** The target as written. */
  readonly span: Span;
  /** Of a variable: the entry of the settings that lists it, `tool.pytest_env`, `services.web.environment`. */
  readonly holder?: Member;
}

/** A value where it stands. */
export interface Site<V> {
  readonly value: V;
  readonly scope: Scope;
  readonly guards: readonly Guard[];
}

export interface Refusal {
  /** All must hold for the program to stop here. */
  readonly guards: readonly Guard[];
  readonly scope: Scope;
  readonly span: Span;
}

/** A comment's text without its marks, for inline ignores. */
export interface Comment {
  readonly text: string;
  readonly span: Span;
}

/** A kind of file. */
export interface Kind {
  readonly id: string;
  /** File names, as picomatch patterns on the path relative to the root. */
  readonly files: readonly string[];
  /** Whether such files give the variables of a process their values. */
  readonly supplies: boolean;
}

/** Reads one kind of file. Never throws: what it cannot understand it reads lexically, and says so in `failure`. */
export interface Format extends Kind {
  read(path: string, text: string): Module;
}
