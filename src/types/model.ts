import type { ArgumentPath, Symbol } from "./slot.ts";

/** What a call, or a variable, of a library means. `at` is its symbol; `*.encode` a method of anything. */
export type Model = { readonly at: Symbol | readonly Symbol[] } & Meaning;

export type Meaning =
  /**
   * Reads an environment variable or a setting. A mapping whose items are variables (`os.environ`) has no `name`.
   * `empty`: does a variable that is set but empty take the default?
   */
  | { readonly means: "env"; readonly name?: ArgumentPath; readonly default?: ArgumentPath; readonly empty?: boolean }
  /** Reads a setting of the program's own, from an object that its settings are loaded into: `django.conf.settings`, `current_app.config`. */
  | { readonly means: "setting"; readonly name?: ArgumentPath; readonly default?: ArgumentPath }
  /** Takes a key out of a mapping: `x.get(k, d)`; `this` is the mapping. `inside`: the entry of that entry, `x.get(section, option)`. */
  | { readonly means: "get"; readonly name: ArgumentPath; readonly inside?: ArgumentPath; readonly default?: ArgumentPath }
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
   * without `list`, the other way round. `concat`: object and arguments. `repeat`: the object as often as the argument says.
   * `format`: the object is a template with `{}`, `{0}` and `{name}` in it.
   */
  | { readonly means: "compose"; readonly by: "join" | "concat" | "repeat" | "format"; readonly list?: ArgumentPath }
  /** A digest or derivation: a digest of constants is a constant; with an unknown secret operand it is unknown. */
  | { readonly means: "digest"; readonly of: readonly ArgumentPath[]; readonly bytes: number | { readonly argument: ArgumentPath; readonly default: number } }
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

/** `utf8` changes text to bytes and back; `latin1` keeps one byte a character. */
export type Encoding = "utf8" | "latin1" | "hex" | "base64" | "base64url";

/** The models of one library or of a language's standard library. */
export interface Models {
  readonly language: "python" | "javascript";
  readonly models: readonly Model[];
}
