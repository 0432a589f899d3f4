import type { KeyForm } from "./key-form.ts";

/**
 * A symbol names a thing of a library, whatever the file calls it: the module or package as imported, then attributes, `()` for
 * what a call returns or a class's instance: `flask.Flask()`, `flask.Flask().config.update`, `jsonwebtoken.sign`, `process.env`.
 * A default or namespace import is the package itself. A part `*` stands for any one thing: `*.register` is a method of anything.
 * In models `**` stands for what any calls of the package made: `zod.**.default`, and `zod.**` for any method of it.
 */
export type Symbol = string;

/**
 * The way to a part of a call: position or keyword first, then entries: `1`, `secret_key`, `0.session.secret`, `0.cookie.secrets`.
 * `()` after a part is what that function returns: `0.useFactory().secret`. Several separated by `|` are alternatives: `1|key`.
 */
export type ArgumentPath = string;

/** Where a framework takes a key. */
export type At =
  /** Assigned to an attribute or item of a symbol: `flask.Flask().secret_key`, `flask.Flask().config.SECRET_KEY`. */
  | { readonly attribute: Symbol }
  /**
   * A setting: a name bound in a module, a class body or a mapping, or given as a keyword. A picomatch pattern over the name
   * as UPPER_SNAKE (`jwtSecret` and `jwt-secret` are JWT_SECRET); where the framework reads names in capitals only, `capitals` says so.
   */
  | { readonly setting: string; readonly capitals?: boolean }
  /** A call (or `new`) of a symbol, and the argument that takes the key. */
  | { readonly call: Symbol; readonly argument: ArgumentPath }
  /** An environment variable, as a picomatch pattern: in environment files, and as the name that code reads. */
  | { readonly env: string }
  /** An entry of a named file: its path of keys, dots between: `authentication.secret` in `config/*.json`. */
  | { readonly entry: string; readonly file: string };

/** What must hold of the same call's other arguments. Patterns are picomatch's. */
export interface Condition {
  readonly argument: ArgumentPath;
  /** The argument, a literal, matches one of these. An absent or unknown argument does not. */
  readonly is?: readonly string[];
  /** The argument matches none of these. An absent or unknown argument passes. */
  readonly not?: readonly string[];
  /** The argument is this symbol (`starlette.middleware.sessions.SessionMiddleware`). */
  readonly symbol?: readonly Symbol[];
  /** The argument is given (true) or not (false). */
  readonly present?: boolean;
}

/** A place where a framework expects a key. */
export interface Slot {
  /** Unique in the framework, kebab-case. With the framework's id it is the slot kind that a finding's identity holds. */
  readonly id: string;
  readonly at: readonly At[];
  readonly where?: readonly Condition[];
  /** Names that the patterns in `at` would catch and that are something else. Picomatch patterns over UPPER_SNAKE. */
  readonly except?: readonly string[];
  /** Code in which the place takes another party's key: picomatch patterns over the folders, the file and the classes around it as UPPER_SNAKE. */
  readonly exceptIn?: readonly string[];
  /** What the place takes; a list for rotation, a map of versions. Default `key`. */
  readonly holds?: "key" | "list" | "map";
  /** In a list: which end signs; none of it when it is a list of old keys, which are only still accepted. */
  readonly signs?: "first" | "last" | "none";
  /** What the framework counts. Default bytes. */
  readonly unit?: "characters" | "bytes";
  /** The least received length that the framework or its standard wants. */
  readonly min?: number;
  /** The only received lengths that it takes. */
  readonly exact?: readonly number[];
  /** By algorithm of the same call, where the standard's minimum depends on it: HS256 32, HS384 48, HS512 64 bytes. */
  readonly minBy?: { readonly argument: ArgumentPath; readonly values: Readonly<{ [algorithm: string]: number }> };
  /** The framework decodes before it counts. */
  readonly encoding?: "base64" | "base64url" | "hex";
  /** A prefix that stands for the encoding and is no part of the key: `base64:`. */
  readonly prefix?: string;
  /** `refused`: it does not start or not sign with an empty key. Default accepted. */
  readonly empty?: "accepted" | "refused";
  /** `refused`: it throws when the key is shorter than `min` (otherwise it warns, or only the standard asks for it). */
  readonly short?: "accepted" | "refused";
  /** Its key may end with the process: what it makes is often compared there and then, and the place says nothing of what it is for. */
  readonly transient?: boolean;
  /** `api`: the program hands it to the framework. `name`: it is only called so. Default api. */
  readonly evidence?: "api" | "name";
  /** What users read as the place's name when the program gives it none: `jwt.sign`, `session({ secret })`. */
  readonly label: string;
  /** The variable that it is given in, and how a new key is written, when they are not the framework's. */
  readonly variable?: string;
  /** What to do about it with this variable, where the framework's sentence is of its own variable only. */
  readonly fix?: string;
  readonly form?: KeyForm;
  /** How the framework changes this key without ending sessions, when it is not as the framework says; empty where it cannot. */
  readonly rotate?: string;
  /** What this key protects, when it is not what the framework's other keys protect. */
  readonly protects?: string;
}
