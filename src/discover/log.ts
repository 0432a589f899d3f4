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
 * No setting of the repository runs a program (`log.showSignature` would), names a file that is read to its end (`mailmap.file`), shows files in another order, leaves the first commit out or
 * finds renames.
 */
const command = [
  "-c", "log.showRoot=true", "-c", "log.follow=false", "-c", "log.mailmap=false", "log", "--no-show-signature", "--no-notes", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--ignore-submodules=all", `-O${devNull}`,
  "--date-order", "--raw", "-z", "--no-abbrev", "--diff-merges=combined", "--format=%x01%H %ct %P",
];

/** What a record begins with: a commit, or a change, the first of a commit with a new line before it. */
const [start, newline, colon] = [1, 10, 58];

/** Bytes of one at most: no path is so long, and no commit has so many parents. */
const longest = 1024 * 1024;

/**
 * Commits from the newest to the oldest, none after one that came of it, with their changes of the files that are wanted; as many as git says at
 * once. `revisions`: as git takes them, known to be some.
 * @throws when git stops, or says what is no record
 */
export async function* commitsIn(repository: Repository, revisions: readonly string[], isWanted: (path: string) => boolean): AsyncGenerator<Iterable<Commit>, void> {
  const log = new Log(isWanted);
  for await (const piece of streamGit(repository.root, [...command, ...revisions, "--"], repository)) yield log.in(piece);
  yield log.end();
}

/** What git says of commits: records, with a NUL behind each. */
class Log {
  readonly #isWanted: (path: string) => boolean;
  #rest: Buffer = Buffer.alloc(0);
  #commit: (Commit & { readonly changes: Change[] }) | undefined;
  /** A change whose path comes next. */
  #entry: Buffer | undefined;

  constructor(isWanted: (path: string) => boolean) {
    this.#isWanted = isWanted;
  }

  /** The commits that end in a piece of it. */
  *in(piece: Buffer): Generator<Commit, void> {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    let from = 0;
    for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, from)) {
      const record = bytes.subarray(from, end);
      from = end + 1;
      if (this.#entry) this.#change(this.#entry, record.toString("utf8"));
      else if (record[0] === colon || record[0] === newline) this.#entry = record;
      else if (record[0] === start) {
        yield* this.#last();
        this.#begin(record);
      } else if (record.length > 0) throw new Error("this is no record of git's log");
    }
    this.#rest = bytes.subarray(from);
    if (this.#rest.length > longest) throw new Error("a record of git's log does not end");
  }

  /** The last one. */
  *end(): Generator<Commit, void> {
    if (this.#rest.length > 0 || this.#entry) throw new Error("git's log was cut");
    yield* this.#last();
  }

  *#last(): Generator<Commit, void> {
    if (this.#commit) yield this.#commit;
    this.#commit = undefined;
  }

  #begin(record: Buffer): void {
    const [id = "", time, ...parents] = record.toString("latin1", 1).trimEnd().split(" ");
    this.#commit = { id, time: Number(time), parents, changes: [] };
  }

  #change(entry: Buffer, path: string): void {
    this.#entry = undefined;
    if (this.#isWanted(path)) this.#commit?.changes.push(changeOf(entry.toString("latin1").trimStart(), path));
  }
}

/** `:100644 100644 OLD NEW M`; of a merge of two `::100644 100644 100644 OLD OLD NEW MM`. https://git-scm.com/docs/diff-format#_raw_output_format */
function changeOf(entry: string, path: string): Change {
  const parents = entry.lastIndexOf(":") + 1;
  const words = entry.slice(parents).split(" ");
  const file = (at: number): string | undefined => (isFile(words[at] ?? "") ? words[parents + 1 + at] : undefined);
  return { path, before: Array.from({ length: parents }, (_, at) => file(at)), after: file(parents) };
}
