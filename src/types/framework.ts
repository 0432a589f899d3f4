import type { KeyForm } from "./key-form.ts";
import type { ArgumentPath, Condition, Slot, Symbol } from "./slot.ts";

/** A small project that shows a framework's use: file name to text. */
export type Example = Readonly<{ [path: string]: string }>;

/** A feature that needs a key: without one the program stops, or the request that meets it fails. */
export interface Feature {
  /** A package whose import is such a feature by itself. */
  readonly import?: string;
  /** A symbol that is called, or written into: `flask.flash`, `flask.session`. `*.set_signed_cookie` is a method of anything. */
  readonly symbol?: Symbol;
  /**
   * A name at the top of a module that makes it the framework's settings, among which the key must be, and the variable by which the
   * program says which module they are: `INSTALLED_APPS`, `DJANGO_SETTINGS_MODULE`.
   */
  readonly settings?: { readonly mark: string; readonly variable: string };
  /** What must hold of the call's arguments. */
  readonly where?: readonly Condition[];
  /** Only a call that surely has no such argument needs one: `0.secret|0.keys`. */
  readonly without?: ArgumentPath;
  /** The label of the slot where the key goes in. */
  readonly needs: string;
  /** Of these names the settings must speak of one, for the framework does not ask for the key at once. */
  readonly only?: readonly string[];
  /** Names of what gives a key in another way, or makes one needless. Where the project speaks of one of them nothing is missing. */
  readonly unless?: readonly string[];
  /** The framework's own code or documentation that shows it to refuse. */
  readonly docs: string;
}

/** What keylint knows of one framework or library that takes a key: data, no code. */
export interface Framework {
  /** kebab-case, the file's name. */
  readonly id: string;
  /** As its own documentation writes it. */
  readonly title: string;
  readonly language: "python" | "javascript" | "any";
  /** It runs in browsers and at the edge as well, where a program may have no variables. */
  readonly anywhere?: true;
  /** The variable that its own documentation, or else its users, give the key in: `SECRET_KEY`, `SESSION_SECRET`. */
  readonly variable?: string;
  /** The page, or the source file, that shows where the key goes in. */
  readonly docs: string;
  /** How a new key is written, where 32 random bytes in hex would not do. */
  readonly form?: KeyForm;
  /** What the key protects, as the object of a sentence: `session cookies and CSRF tokens`. */
  readonly protects: string;
  /** What an attacker who has the key can do here: one sentence. */
  readonly attack: string;
  /** What to do now: one sentence, in this framework's own idiom. */
  readonly fix: string;
  /** How the framework changes keys without ending sessions: one sentence. Absent when it cannot. */
  readonly rotate?: string;
  /** For how many days what a key has signed is accepted by default, and the page that says so. Absent where it is for ever, or for the program to say. */
  readonly lasts?: { readonly days: number; readonly docs: string };
  readonly slots: readonly Slot[];
  /** Names at the top of a file that show it to be this framework's settings: `INSTALLED_APPS`. */
  readonly marks?: readonly string[];
  /** Packages that show a project to be the framework's, besides those that its slots name. */
  readonly packages?: readonly string[];
  /** Features that need a key. For what is missing. */
  readonly uses?: readonly Feature[];
  /**
   * What is called to make the application, and the argument that may hold the key. Where a project has no such call it is a library,
   * or its application is made elsewhere: who makes it gives the key.
   */
  readonly application?: { readonly symbols: readonly Symbol[]; readonly without?: ArgumentPath };
  /** Gives exactly one finding. */
  readonly bad: Example;
  /** Gives none. */
  readonly good: Example;
  /** Values that are no key here however they look, as picomatch patterns: a framework's own marker for "not set". */
  readonly unset?: readonly string[];
}
