/** What a repository holds, as far as a proposal depends on it. Paths are relative to its top. */
export interface Holding {
  /** All files that git lists. */
  readonly paths: readonly string[];
  /** The text of a file of the disk, if there is one that can be read. */
  text(path: string): string | undefined;
  /** The branch that pull requests go to. */
  readonly branch: string;
  /** The address that git fetches from, without what may stand before its host. Empty: none. */
  readonly origin: string;
  /** Git's own hook for this clone: where it would be, and whether there is one. Undefined where it is another program's, outside of the repository. */
  readonly hook: { readonly path: string; readonly isThere: boolean } | undefined;
  /** Whether git would take `.env` with `git add --all`. */
  readonly takesEnv: boolean;
  /** Keys that keylint finds now, at a level that fails. */
  readonly findings: number;
  /** Whether keylint is configured already. */
  readonly isConfigured: boolean;
  readonly version: string;
}

/** Lines that a file gets, at one place; all else of it stays as it is. */
export interface Change {
  readonly path: string;
  /** What it is good for, for the user: a sentence. */
  readonly about: string;
  /** After which line they come, from 0. Undefined: the file is new. */
  readonly after?: number;
  readonly lines: readonly string[];
  /** The file's text as it was read; undefined when it is new. */
  readonly before?: string;
  readonly text: string;
  /** A hook that git runs itself. */
  readonly isProgram?: true;
}

/** What one part of keylint's place in a repository needs. */
export interface Part {
  readonly changes: readonly Change[];
  /** What is there already, and what a person must do: sentences. */
  readonly notes: readonly string[];
  /** What is to be run once the changes are written: commands. */
  readonly next: readonly string[];
}

export const nothing: Part = { changes: [], notes: [], next: [] };

/** A new file. */
export function created(path: string, about: string, lines: readonly string[]): Change {
  return { path, about, lines, text: `${lines.join("\n")}\n` };
}

/** A file with more lines after one of its own, whose ends of lines they get. */
export function inserted(path: string, about: string, before: string, after: number, lines: readonly string[]): Change {
  const end = before.includes("\r\n") ? "\r\n" : "\n";
  const own = before.split(/(?<=\n)/);
  const head = own.slice(0, after).join("");
  const joined = `${head}${head === "" || head.endsWith("\n") ? "" : end}${lines.map((line) => line + end).join("")}${own.slice(after).join("")}`;
  return { path, about, after, lines, before, text: joined };
}

/** A file with more lines at its end; a new one where there is none. */
export function appended(path: string, about: string, before: string | undefined, lines: readonly string[]): Change {
  return before === undefined ? created(path, about, lines) : inserted(path, about, before, before === "" ? 0 : before.replace(/\n$/, "").split("\n").length, lines);
}
