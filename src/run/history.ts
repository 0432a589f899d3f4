import { behind } from "../behind.ts";
import { blobsIn as knownBlobs, type Blobs } from "../cache/blobs.ts";
import { cacheFolderOf } from "../discover/cache-folder.ts";
import { blobsIn } from "../discover/blobs.ts";
import { isSkipped } from "../discover/index.ts";
import { commitsIn } from "../discover/log.ts";
import { commitOf, filesOf, isRevision, isShallow, type Repository } from "../discover/objects.ts";
import { FILE_BYTES } from "../discover/read.ts";
import { findHistory } from "../discover/repository.ts";
import { kindOf } from "../formats/names.ts";
import { judgeFor, type Task } from "../history/judge.ts";
import { Ledger, none, type Held } from "../history/ledger.ts";
import { livesIn } from "../history/lives.ts";
import { Reading, type Bench, type Readings, type Sought } from "../history/reading.ts";
import { load } from "../load.ts";
import { isTranslation } from "../match/described.ts";
import type { Options } from "../options.ts";
import { contextOfPath } from "../place.ts";
import { scopeOf } from "../settings.ts";
import { judgesFor } from "../threads/judges.ts";
import { printable } from "../text/printable.ts";
import type { Key } from "../types/key.ts";
import type { Failure, Report } from "../types/report.ts";
import type { Tree, Unreadable } from "../types/source.ts";
import { UsageError } from "../usage-error.ts";
import { version } from "../version.ts";
import type { World } from "../world.ts";
import { configOf, requestOf, type Asked } from "./asked.ts";
import type { Run } from "./joined.ts";

/**
 * The keys in all versions of all files, each with the commits that brought and removed it.
 * @throws UsageError for what cannot be done as asked
 */
export async function lintHistory(asked: Asked): Promise<Run> {
  const { options, world } = asked;
  const repository = historyFor(world.cwd, world.env);
  const past = await readHistory(repository, revisionsFrom(options, repository), asked);
  const { ledger, readings, head, broken } = past;
  const { findings, suppressed } = livesIn(ledger, readings, head);
  const report: Report = {
    version, findings: findings.filter(({ context }) => options.contexts.includes(context)), suppressed, unused: [], stale: [], hidden: {},
    failures: [...broken, ...readings.failures].sort((a, b) => (a.path < b.path ? -1 : 1)),
    counts: { files: ledger.paths.names.length, read: readings.judged, keys: findings.length + suppressed.length },
    past: { commits: ledger.commits.names.length, versions: ledger.blobs.names.length },
  };
  return { report, notices: noticesFor(repository) };
}

/** What the commits did to files, and the keys in these. */
export interface History {
  readonly ledger: Ledger;
  readonly readings: Readings;
  readonly head?: { readonly commit: string; readonly files: readonly (readonly [path: number, blob: number])[] };
  /** Where git stopped. */
  readonly broken: readonly Failure[];
}

/** Told of each key with the version that holds it. */
export type OnPastKey = (key: Key, version: { readonly blob: number; readonly bytes: Buffer }) => void;

/** Reads all versions. `onKey`: nothing is judged elsewhere then, for the text of a key does not leave its thread. */
export async function readHistory(repository: Repository, revisions: readonly string[], asked: Asked, onKey?: OnPastKey): Promise<History> {
  const { options, told } = asked;
  const loaded = configOf(repository.root, repository.root, asked);
  const { config, contexts, foreign, today, publishedKeys, configPath, onCrash } = requestOf(nothing, loaded, asked);
  const commit = commitOf(repository, "HEAD");
  const task: Task = {
    repository, config, contexts, foreign, today, noIgnore: options.noIgnore, salt: load("node:crypto").randomBytes(16).toString("hex"), ...(commit === undefined ? {} : { head: commit }),
    ...(publishedKeys === undefined ? {} : { publishedKeys }), ...(configPath === undefined ? {} : { configPath }),
  };
  let version: Parameters<OnPastKey>[1] = { blob: none, bytes: Buffer.alloc(0) };
  const hand = onKey && { onKey: (key: Key) => { onKey(key, version); } };
  const judges = judgesFor(task, () => judgeFor(task, { ...(onCrash ? { onCrash } : {}), ...hand }), onKey === undefined);
  try {
    const ledger = new Ledger();
    const broken = await gathered(ledger, commitsIn(repository, revisions, wantedIn(asked, task)));
    const files = commit === undefined ? [] : [...filesOf(repository, commit)];
    const sought = (names: readonly string[]): Sought => ({ plans: behind.alonePlans(task.config, names), name: digestOf(names) });
    const plain = Promise.resolve(sought([]));
    let named: typeof plain | undefined;
    const empty = options.noCache ? undefined : emptyIn(repository, asked, task);
    const bench: Bench = {
      ...(empty ? { empty } : {}),
      plans: ({ supplies }) => (supplies ? (named ??= judges.names().then(sought)) : plain),
      judge: (path, bytes, blob) => {
        version = { blob, bytes };
        return judges.judge(path, bytes);
      },
    };
    const reading = new Reading(ledger, kindOf, bench);
    const all = ledger.held((path) => kindOf(path)?.supplies === true);
    const held = await reading.fresh(all);
    if (held.length < all.length) told.onNote?.(`${all.length - held.length} versions hold nothing, as an earlier run found, and are not read again`);
    const read = async (all: readonly Held[], take: (one: Held, blob: Buffer | Unreadable) => void | Promise<void>): Promise<void> => {
      const blobs = blobsIn(repository, all.map(({ blob }) => ledger.blobs.names[blob] ?? ""), task.config.limits?.fileBytes ?? FILE_BYTES);
      let at = 0;
      for await (const some of blobs) {
        for (const blob of some) {
          const one = all[at++];
          // Most are done with at once, and there are hundreds of thousands.
          const open = one && take(one, blob);
          if (open) await open;
        }
      }
    };
    let [done, bytes] = [0, 0];
    await read(held, (one, blob) => {
      bytes += Buffer.isBuffer(blob) ? blob.length : 0;
      told.onProgress?.("past", ++done, held.length, bytes);
      return reading.take(one, blob);
    });
    await judges.help();
    await read(await reading.uncertain(), (one, blob) => reading.again(one, blob));
    await judges.help();
    const readings = await reading.end();
    const why = empty?.save();
    if (why !== undefined) told.onNote?.(`the cache is not written: ${why}`);
    const at = files.flatMap(([path, blob]) => pair(ledger.paths.find(path), ledger.blobs.find(blob)));
    return { ledger, readings, broken, ...(commit === undefined ? {} : { head: { commit, files: at } }) };
  } finally {
    judges.end();
  }
}

/** What earlier runs know of this repository's blobs, under what is looked for today. */
function emptyIn({ root, env }: Repository, { world, told }: Asked, { config: { slots, models } }: Task): Blobs | undefined {
  const folder = cacheFolderOf(root, env);
  if ("why" in folder) return void told.onNote?.(`the cache is not used: ${folder.why}`);
  return knownBlobs(folder, digestOf([slots, models]), world.now());
}

function digestOf(data: unknown): string {
  return load("node:crypto").createHash("sha256").update(JSON.stringify(data)).digest("hex").slice(0, 16);
}

function pair(path: number | undefined, blob: number | undefined): readonly (readonly [number, number])[] {
  return path === undefined || blob === undefined ? [] : [[path, blob]];
}

/** Enters all commits; what git says before it stops counts. */
async function gathered(ledger: Ledger, commits: AsyncIterable<Iterable<Parameters<Ledger["add"]>[0]>>): Promise<readonly Failure[]> {
  try {
    for await (const some of commits) for (const commit of some) ledger.add(commit);
    return [];
  } catch {
    const message = `git stopped after ${ledger.commits.names.length} commits, so older keys may be missing; this clone is a partial one without trees, or damaged: try git fsck`;
    return [{ path: ".git", message, fatal: true }];
  }
}

/** The files that can hold a key, in the contexts that are asked for. */
function wantedIn({ options: { noIgnore, contexts } }: Asked, task: Task): (path: string) => boolean {
  const scope = scopeOf(task);
  const known = new Map<string, boolean>();
  const decide = (path: string): boolean =>
    kindOf(path) !== undefined && (noIgnore || !isSkipped(path)) && !isTranslation(path) && scope.includes(path) && contexts.includes(scope.contextOf(path) ?? contextOfPath(path));
  return (path) => {
    const answer = known.get(path) ?? decide(path);
    known.set(path, answer);
    return answer;
  };
}

/** All that there are, or those that are named. Throws UsageError for what git does not know. */
function revisionsFrom({ paths }: Options, repository: Repository): readonly string[] {
  for (const word of paths) {
    if (isRevision(repository, word)) continue;
    throw new UsageError(`git does not know ${printable(word.slice(0, 100))}. keylint history takes commits and ranges of them, as git log does: keylint history v1.0..main.`);
  }
  return paths.length === 0 ? ["--all"] : paths;
}

/** The repository whose history a folder lies in. Throws UsageError where there is none. */
export function historyFor(folder: string, env: World["env"]): Repository {
  const found = findHistory(folder, env);
  if ("root" in found) return found;
  throw new UsageError(`The history is asked of git. ${found.what} ${found.todo}`.trimEnd());
}

/** What a user should know of how much of the history is here. */
export function noticesFor(repository: Repository): readonly string[] {
  return isShallow(repository) ? ["This clone holds the newest commits only, so the history is cut short. Fetch the rest with git fetch --unshallow; in GitHub Actions, set fetch-depth: 0 for actions/checkout."] : [];
}

const nothing: Tree = { root: "/", paths: [], has: () => false, tracked: () => false, read: () => ({ message: "" }) };
