import { devNull } from "node:os";
import { streamGit } from "./git.ts";
import { isFile, type Repository } from "./objects.ts";

/** A commit, and what it did to files. */
export interface Commit {
  readonly id: string;
  /** Seconds since 1970, as who committed it said. */
  readonly time: number;
  readonly parents: readonly string[];
  readonly changes: readonly Change[];
}

/** A file before and after a commit: the blob's name, or nothing where there was no file. A merge has several before, and made one that none of them was. */
export interface Change {
  readonly path: string;
  readonly before: readonly (string | undefined)[];
  readonly after: string | undefined;
}

/**
 * No setting of the repository runs a program (`log.showSignature` would), shows files in another order, leaves the first commit out or
 * finds renames.
 */
const command = [
  "-c", "log.showRoot=true", "-c", "log.follow=false", "log", "--no-show-signature", "--no-notes", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--ignore-submodules=all", `-O${devNull}`,
  "--date-order", "--raw", "-z", "--no-abbrev", "--diff-merges=combined", "--format=%x01%H %ct %P",
];

/** What a record begins with: a commit, or a change, the first of a commit with a new line before it. */
const [start, newline, colon] = [1, 10, 58];

/**
 * Commits from the newest to the oldest, none after one that came of it, with their changes of the files that are wanted. `revisions`: as git
 * takes them, known to be some.
 * @throws when git stops
 */
export async function* commitsIn(repository: Repository, revisions: readonly string[], isWanted: (path: string) => boolean): AsyncGenerator<Commit, void> {
  let [commit, entry]: [Commit & { readonly changes: Change[] } | undefined, string | undefined] = [undefined, undefined];
  for await (const record of recordsIn(streamGit(repository.root, [...command, ...revisions, "--"], repository))) {
    if (entry !== undefined) {
      const path = record.toString("utf8");
      if (isWanted(path)) commit?.changes.push(changeOf(entry, path));
      entry = undefined;
    } else if (record[0] === colon || record[0] === newline) entry = record.toString("latin1").trimStart();
    else if (record[0] === start) {
      if (commit) yield commit;
      const [id = "", time, ...parents] = record.toString("latin1", 1).trimEnd().split(" ");
      commit = { id, time: Number(time), parents, changes: [] };
    }
  }
  if (commit) yield commit;
}

/** What stands between NULs. */
async function* recordsIn(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let start = 0;
    for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, start)) {
      if (end > start) yield bytes.subarray(start, end);
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
}

/** `:100644 100644 OLD NEW M`; of a merge of two `::100644 100644 100644 OLD OLD NEW MM`. https://git-scm.com/docs/diff-format#_raw_output_format */
function changeOf(entry: string, path: string): Change {
  const parents = entry.lastIndexOf(":") + 1;
  const words = entry.slice(parents).split(" ");
  const file = (at: number): string | undefined => (isFile(words[at] ?? "") ? words[parents + 1 + at] : undefined);
  return { path, before: Array.from({ length: parents }, (_, at) => file(at)), after: file(parents) };
}
