/** A commit, as it is told of. */
export interface Stamp {
  /** Its whole name. */
  readonly commit: string;
  /** The day on which it was committed, `yyyy-mm-dd`, UTC. */
  readonly date: string;
}

/** A file that has held a key. */
export interface PastPlace {
  readonly path: string;
  readonly added: Stamp;
  /** Absent: it is there at HEAD, or on another branch. */
  readonly removed?: Stamp;
}

/** What the commits tell of a key. */
export interface Past {
  /** The first commit that brought it. */
  readonly added: Stamp;
  /** The last commit that took it away. Absent: it is there at HEAD, or on another branch. */
  readonly removed?: Stamp;
  readonly atHead: boolean;
  /** Whole days from when it was brought (the last time) to when it was removed, or to the commit of HEAD. */
  readonly days: number;
  /** How many other keys stood under the same name in the same file before it: 0 when it was never changed. */
  readonly earlier: number;
  /** The commit in which the finding's region is as it says. */
  readonly at: string;
  /** The files that have held it, in the order in which it came to them. */
  readonly places: readonly PastPlace[];
}
