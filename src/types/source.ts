/** A file could not be read; `message` is for a user and says why and what to do. */
export interface Unreadable {
  readonly message: string;
}

/** What is not among a tree's files because it could not be listed: a folder, a file by what can be said of its name, or `.` for the rest. */
export interface Unlisted extends Unreadable {
  readonly path: string;
  /** As of a failure. */
  readonly partly?: true;
}

/**
 * The scope: the tree inside which references are linked, a git repository or the root that was named. Files that git ignores
 * are not in it. Paths are relative to `root`, with forward slashes. Reading is synchronous and follows no link out of the tree.
 */
export interface Tree {
  /** Absolute. */
  readonly root: string;
  /** Every file that exists here, sorted by code unit; no directories, links or special files. */
  readonly paths: readonly string[];
  /** What may lie here besides. Absent: nothing. */
  readonly unlisted?: readonly Unlisted[];
  has(path: string): boolean;
  /** Whether git tracks the file; false where there is no git. */
  tracked(path: string): boolean;
  /**
   * The file's bytes, or why they cannot be had. `isAnew`: of what will be told of, for which a tree asks once more whether the folder lies
   * in it: that may have been exchanged for a link since another file of it was read.
   */
  read(path: string, isAnew?: boolean): Buffer | Unreadable;
}
