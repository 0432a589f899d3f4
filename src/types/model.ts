import type { ArgumentPath, Symbol } from "./slot.ts";

/** What a call, or a variable, of a library means. `at` is its symbol; `*.encode` a method of anything. */
export type Model = { readonly at: Symbol | readonly Symbol[] } & Meaning;

export type Meaning =
  /**
   * Reads an environment variable or a setting. A mapping whose items are variables (`os.environ`) has no `name`.
   * `empty`: does a variable that is set but empty take the default? What the object that it is called on describes under the name stands
   * behind the variable, too: after the default, or before it (`described`); `between` is what stands between the names of an entry and of
   * what holds it. `as`: the variable has the name in capitals.
   * `strict`: without a default it stops where the variable is missing, or the method of that name beside it does.
   */
  | { readonly means: "env"; readonly name?: ArgumentPath; readonly default?: ArgumentPath; readonly empty?: boolean; readonly between?: string; readonly described?: "first"; readonly as?: "upper"; readonly strict?: true | string }
  /** Reads a setting of the program's own, from an object that its settings are loaded into: `django.conf.settings`, `current_app.config`. */
  | { readonly means: "setting"; readonly name?: ArgumentPath; readonly default?: ArgumentPath }
  /** Takes a key out of a mapping: `x.get(k, d)`; `this` is the mapping. `inside`: the entry of that entry, `x.get(section, option)`; `between` as above. */
  | { readonly means: "get"; readonly name: ArgumentPath; readonly inside?: ArgumentPath; readonly default?: ArgumentPath; readonly between?: string }
  /**
   * Makes a value. `bytes`: random bytes in it at most: a number, or the argument that says how many (with its default).
   * `form`: how it is written. `strength`: `strong` for the system's generator, else what is weak about it.
   */
  | {
      readonly means: "generate";
      readonly bytes?: number | { readonly argument: ArgumentPath; readonly default?: number };
      readonly form: "bytes" | "hex" | "base64" | "text";
      readonly strength: "strong" | "random" | "time" | "machine" | "uuid1";
    }
  /** Changes the form and keeps the information. `of` is the argument; absent for a method, whose object it is. */
  | { readonly means: "decode" | "encode"; readonly of?: ArgumentPath; readonly from: Encoding | { readonly argument: ArgumentPath; readonly default: Encoding } }
  /**
   * Puts texts together. `join`: a list, with a text between: the list is the argument `list`, the object the text between, or,
   * without `list`, the other way round. `concat`: object and arguments, or the argument `list`. `repeat`: the object as often as the argument says.
   * `format`: the object is a template with `{}`, `{0}` and `{name}` in it.
   */
  | { readonly means: "compose"; readonly by: "join" | "concat" | "repeat" | "format"; readonly list?: ArgumentPath }
  /** A part of a text or list, from `start` to before `end`, or `length` long: `key.slice(0, 32)`. What is counted is a character, or a byte. */
  | { readonly means: "slice"; readonly start: ArgumentPath; readonly end?: ArgumentPath; readonly length?: ArgumentPath }
  /** A text or bytes filled up to `length` with what `by` says, or spaces: `key.padEnd(32, "0")`, `key.ljust(32)`. */
  | { readonly means: "pad"; readonly side: "start" | "end"; readonly length: ArgumentPath; readonly by: ArgumentPath }
  /** A digest or derivation: a digest of constants is a constant; with an unknown secret operand it is unknown. */
  | { readonly means: "digest"; readonly of: readonly ArgumentPath[]; readonly bytes: number | { readonly argument: ArgumentPath; readonly default: number } }
  /**
   * Gives `value` (absent: the object it is called on), or where that is missing `of`: `z.string().default("x")`, `optional(string(), "x")`.
   * `strict`: without it the entry is required, or it is so with the method of that name instead.
   */
  | { readonly means: "default"; readonly value?: ArgumentPath; readonly of: ArgumentPath; readonly refuses?: Refused; readonly strict?: true | string }
  | Schema
  /**
   * A mapping of settings that calls elsewhere in the project, or only in the same file, describe: Nest's `ConfigService`. `files`: or that
   * the library reads from files of these names; `names`: files that say, entry by entry, which variable comes before.
   */
  | { readonly means: "described"; readonly by?: readonly Symbol[]; readonly near?: "file"; readonly files?: readonly string[]; readonly names?: readonly string[] }
  /** As a decorator: the function is given the values of the entries that the call names, before the program runs with them. */
  | { readonly means: "validate" }
  /** Gives its argument (or for a method its object) back as it is: `str(x)`, `Secret(x)`, `x.strip()`. */
  | { readonly means: "same"; readonly of?: ArgumentPath }
  /** Makes a mapping out of its keywords and of records given by position: `dict(a=1)`; `into`: adds them to that argument, too. */
  | { readonly means: "record"; readonly into?: ArgumentPath }
  /** Adds the records and keywords given to the object it is called on: `config.update`, `from_mapping`. */
  | { readonly means: "update" }
  /** Loads settings from an object or dotted name (`object`), or a file (`file`), into the object it is called on. */
  | { readonly means: "load"; readonly what: "object" | "file"; readonly of: ArgumentPath }
  /**
   * Reads a file of settings, by its path, or what another such call read: `json.load(open("config.json"))`. `of` is the argument; absent
   * for a method, whose object it is. `into`: what it holds goes into the object that it is called on.
   */
  | { readonly means: "file"; readonly of?: ArgumentPath; readonly into?: "object" }
  /**
   * Gives a variable of the process (`env`) or a setting that the program keeps (`setting`) its value, by a name: `app.set("k", v)`.
   * `unless`: only where it has none so far, `environ.setdefault("K", v)`.
   */
  | { readonly means: "assign"; readonly to: "env" | "setting"; readonly name: ArgumentPath; readonly value: ArgumentPath; readonly unless?: "set" }
  /** Loads environment files: these names count as loaded. */
  | { readonly means: "dotenv"; readonly of: ArgumentPath }
  /** Stores its argument where the next start of the program finds it: `file.write(x)`. */
  | { readonly means: "keep"; readonly of: ArgumentPath }
  /** Says that the program will not go on: an error of a system check. */
  | { readonly means: "refuse" }
  /** A secret manager, a file, a prompt: not judged. */
  | { readonly means: "opaque" };

/**
 * Settings that a library reads by a description: each entry is a variable, perhaps with a default behind it. Said of the call that
 * reads, or of the base or decorator that makes a class such a description.
 */
export interface Schema {
  readonly means: "schema";
  /**
   * The description: an argument; `this` what a method is called on, `**` the call's keywords, `class` the fields of a class. Of several
   * (`0|this`) the first that has an entry tells it.
   */
  readonly entries: ArgumentPath;
  /** The argument that is read, when the call names one: `process.env`, `{ secret: process.env.APP_SECRET }`. */
  readonly from?: ArgumentPath;
  /**
   * The entry of the result that holds what was read: `data` of zod's `safeParse`; or the argument that names it, as an option of a
   * command line does, too (`--secret-key`).
   */
  readonly result?: string | { readonly at: ArgumentPath };
  /** How an entry's variable is called. Absent: as the entry, where that is written in capitals. */
  readonly variable?: VariableName;
  /** Where in an entry its default stands. Absent: the entry is its own default, by what the models say of it. */
  readonly default?: ArgumentPath;
  /** The default of an entry that counts in development only. */
  readonly development?: ArgumentPath;
  /** A variable that is set but empty takes the default; or where the call or the class says so. */
  readonly empty?: boolean | ArgumentPath;
  readonly refuses?: Refused;
  /** What is not described is a variable all the same. */
  readonly open?: true;
  /** What an entry must be made by; others are plain values. */
  readonly only?: readonly Symbol[];
}

/**
 * What an entry says by which its default is refused: `least` a least length, as a method or function that is called in it (`min(32)`),
 * an argument or an entry; `required` a call that takes no default. `before`: only in versions of the package before this one.
 */
export interface Refused {
  readonly least?: readonly string[];
  readonly required?: readonly string[];
  readonly before?: number;
}

/** Paths are followed in the entry (`own`), in the call or decorator, or from the class (`prefix`, `between`). */
export interface VariableName {
  /** Where an entry tells its variable's name, in full, or `affixed`: without the prefix. */
  readonly own?: ArgumentPath;
  readonly affixed?: true;
  /** Files of settings that say it in an entry of the same path. */
  readonly in?: readonly string[];
  /** `exact`: as the entry; `upper`: as the entry, in capitals; `snake`: `jwtSecret` is JWT_SECRET; `own`: an entry that tells no name has no variable. */
  readonly as: "exact" | "upper" | "snake" | "own";
  /** Stands before the names of all entries; `then` between it and the name. */
  readonly prefix?: { readonly at?: ArgumentPath; readonly default?: string; readonly then?: string };
  /** Stands between the names of an entry and of what holds it: a text, or where it is told. Absent: what is held has no variable of its own. */
  readonly between?: string | { readonly at: ArgumentPath };
}

/** `utf8` changes text to bytes and back; `latin1` keeps one byte a character. */
export type Encoding = "utf8" | "latin1" | "hex" | "base64" | "base64url";

/** The models of one library or of a language's standard library. */
export interface Models {
  readonly language: "python" | "javascript";
  readonly models: readonly Model[];
}
