import type { Finding, Region } from "./finding.ts";
import type { Context } from "./key.ts";

/** A finding that is not told again, and why: `keylint-ignore`, `config`, `baseline`, `since`, or the other tool's marker. */
export interface Suppressed {
  readonly finding: Finding;
  readonly by: string;
  readonly reason?: string;
}

/** A file that could not be read, or where a key may stand that could not be understood. */
export interface Failure {
  /** As in a finding; absent too for what the user named and is missing. */
  readonly repository?: string;
  readonly path: string;
  readonly line?: number;
  readonly message: string;
  /** What can be found without understanding all of it was found. */
  readonly partly?: true;
  /** The user named it and nothing of it could be read, or keylint crashed on it: exit status 2. Else only with --strict. */
  readonly fatal: boolean;
}

/** An ignore that silenced nothing: said as a note. */
export interface UnusedIgnore {
  /** As in a finding. */
  readonly repository?: string;
  readonly region: Region;
  readonly message: string;
}

/** An entry of the baseline that no finding needs any more. */
export interface StaleEntry {
  /** As in a finding. */
  readonly repository?: string;
  readonly path: string;
  readonly slot: string;
  readonly name: string;
}

/** One of the repositories that a report is about, or a folder that no git repository holds. */
export interface Repository {
  /** Where it lies, as it was named: relative to the current directory, with forward slashes; `.` for that itself. */
  readonly name: string;
  /** Where the paths of what was found in it begin: at its top, or at the current directory, as where there is no git. */
  readonly pathsFrom: "repository" | "cwd";
  readonly counts: Report["counts"];
  readonly hidden: Report["hidden"];
}

/** All that a run has to say; reporters turn it into text. Everything is sorted, and the same on every machine. */
export interface Report {
  readonly version: string;
  /** Shown findings: in the contexts that were asked for, sorted by repository, path, line and column. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly unused: readonly UnusedIgnore[];
  readonly failures: readonly Failure[];
  readonly stale: readonly StaleEntry[];
  /** Findings in contexts that were not asked for, counted. */
  readonly hidden: Readonly<Partial<{ [context in Context]: number }>>;
  /** Of a history: how many commits and versions of files it has. */
  readonly past?: { readonly commits: number; readonly versions: number };
  readonly counts: { readonly files: number; readonly read: number; readonly keys: number };
  /** All that were looked at, sorted by name. Absent when the paths that were named lie in one. */
  readonly repositories?: readonly Repository[];
}
