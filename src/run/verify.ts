import { realpathSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { decode } from "../discover/decode.ts";
import { environmentFiles } from "../discover/environments.ts";
import { openTree, pathIn, type DiskTree, type ScopeRoot } from "../discover/index.ts";
import { explain, readerIn, readNamed } from "../discover/read.ts";
import { find, isAskedIn } from "../lint.ts";
import type { Options } from "../options.ts";
import { past } from "../past.ts";
import { scopeOf } from "../settings.ts";
import { few } from "../text/few.ts";
import { Lines } from "../text/lines.ts";
import { printable } from "../text/printable.ts";
import type { Key, Place } from "../types/key.ts";
import type { Failure } from "../types/report.ts";
import { UsageError } from "../usage-error.ts";
import { verifying } from "../verifying.ts";
import type { World } from "../world.ts";
import { configOf, requestOf, seenIn, treeOptions, type Asked } from "./asked.ts";
import { byScope, leadsOut, targetOf, type Inside, type Target } from "./scopes.ts";

/** The keys and the environment files of a scope. */
interface Gathered {
  readonly keys: readonly Key[];
  readonly environments: readonly { readonly shown: string; readonly text: string; readonly isIgnored: boolean }[];
  /** Where a place is, for people. */
  readonly locate: (place: Place) => string;
  readonly notices: readonly string[];
  readonly isBroken: boolean;
}

/** Bytes of an environment file and of a list that are read. */
const environmentBytes = 1024 * 1024;

/** What `--history` adds. */
interface Added extends Pick<Gathered, "keys" | "notices"> {
  readonly locate: (place: Place) => string | undefined;
}

/** Says which of the keys that the command line names signed a token. 1 when one did, 0 when none did; 2 when a file made keylint crash. */
export function runVerify(asked: Asked): number {
  return verified(scopesOf(asked), asked, { keys: [], notices: [], locate: () => undefined });
}

/** The same, of the keys that any commit held too. */
export async function runVerifyHistory(asked: Asked): Promise<number> {
  const scopes = scopesOf(asked);
  const added = await past.keys(scopes.map(({ scope: { root } }) => root), asked);
  if ("mistake" in added) throw new UsageError(added.mistake);
  return verified(scopes, asked, added);
}

function scopesOf({ options, world }: Asked): readonly Inside[] {
  const targets = (options.paths.length > 0 ? options.paths : ["."]).map((one) => targetOf(one, world.cwd));
  const missing = targets.find((target): target is Failure => "message" in target);
  if (missing) throw new UsageError(`${printable(missing.path)}: ${missing.message}.`);
  return byScope(targets.filter((target): target is Target => "typed" in target), world);
}

function verified(scopes: readonly Inside[], asked: Asked, added: Added): number {
  const { options, world } = asked;
  const list = options.keys === undefined ? {} : { list: { shown: printable(options.keys), text: textOf(namedIn(options.keys, "--keys", world)) } };
  let isBroken = false;
  const verdict = verifying.verify(pastedIn(options, world), () => {
    const gathered = scopes.map((inside) => gatheredIn(inside, asked));
    for (const notice of new Set([...added.notices, ...gathered.flatMap(({ notices }) => notices)])) world.stderr.write(`keylint: ${notice}\n`);
    isBroken = gathered.some((one) => one.isBroken);
    const places = new Map(gathered.flatMap(({ keys, locate }) => keys.map((key) => [key.origin.place, locate] as const)));
    return {
      ...list,
      keys: [...gathered.flatMap(({ keys }) => keys), ...added.keys],
      environments: gathered.flatMap(({ environments }) => environments),
      locate: (place) => added.locate(place) ?? places.get(place)?.(place) ?? place.path,
    };
  });
  if ("mistake" in verdict) throw new UsageError(verdict.mistake);
  world.stdout.write(verdict.text);
  return isBroken ? 2 : verdict.matched ? 1 : 0;
}

function pastedIn({ tokenFile }: Options, world: World): Buffer {
  if (tokenFile !== undefined) return namedIn(tokenFile, "--token-file", world);
  try {
    return world.stdin();
  } catch (error) {
    throw new UsageError(`stdin, where the token comes from, cannot be read: ${explain(error)}.`);
  }
}

function namedIn(file: string, option: string, { cwd }: World): Buffer {
  const bytes = readNamed(resolve(cwd, file));
  if (Buffer.isBuffer(bytes)) return bytes;
  throw new UsageError(`The file of ${option}, ${printable(file)}, cannot be read: ${bytes.message}.`);
}

function textOf(bytes: Buffer): string {
  const decoded = decode(bytes);
  return "text" in decoded ? decoded.text : "";
}

/** All keys of a scope that stand below what was named, or are on their way through it. */
function gatheredIn({ scope, targets }: Inside, asked: Asked): Gathered {
  const { root } = scope;
  const inner = targets.flatMap((target) => pathIn(root, target.folder ? target.path : realpathSync.native(target.path)) ?? []);
  const outside = inner.length < targets.length ? targets.filter(({ path, folder }) => pathIn(root, folder ? path : realpathSync.native(path)) === undefined) : [];
  const only = targets.length === 1 ? targets[0] : undefined;
  const loaded = configOf(only?.folder ? only.path : root, root, asked);
  const tree = openTree(root, { ...treeOptions(asked, loaded), scope });
  const isAsked = isAskedIn({ below: inner });
  const keys: Key[] = [];
  const onKey = (key: Key): void => void ([key.origin.place, key.sink, ...key.origin.trail].some(({ path }) => isAsked(path)) && keys.push(key));
  const { failures } = find({ ...requestOf(tree, loaded, asked), seen: seenIn(tree, loaded, asked.told), onKey });
  const show = shownFrom(scope, asked.world);
  const isIncluded = scopeOf({ config: loaded.config }).includes;
  const { environments, isCut, ...closed } = environmentsIn(tree, (path) => isAsked(path) && isIncluded(path), show);
  const unlisted = failures.filter(({ path }) => !tree.has(path));
  const said = new Set(unlisted.map(({ path }) => path));
  const unread = [...failures.filter(({ path, partly }) => tree.has(path) && isAsked(path) && !partly).map(({ path }) => path), ...closed.unread.filter((path) => !said.has(path))];
  return {
    keys,
    environments,
    locate: locatedIn(tree, show),
    notices: [
      ...outside.map(leadsOut), ...tree.notices, ...unlisted.map(({ path, message }) => `${show(path)}: ${message}.`),
      ...(unread.length === 0 ? [] : [`Keys in these files were not tried, because they could not be read: ${few([...new Set(unread)].sort().map(show))}.`]),
      ...(isCut ? ["Not all folders were searched for environment files, because there are so many; name the one that matters."] : []),
    ],
    isBroken: failures.some(({ fatal }) => fatal),
  };
}

/** As in reports: relative to the top of the repository, and to the current directory where there is no git. */
function shownFrom({ root, git }: ScopeRoot, { cwd }: World): (path: string) => string {
  const prefix = git ? "" : relative(cwd, root).split(sep).join("/");
  return (path) => printable(prefix === "" ? path : `${prefix}/${path}`);
}

function locatedIn(tree: DiskTree, show: (path: string) => string): Gathered["locate"] {
  return ({ path, span }) => {
    const bytes = tree.read(path);
    return Buffer.isBuffer(bytes) ? `${show(path)}:${new Lines(textOf(bytes)).position(span.start).line}` : show(path);
  };
}

/** Those that git ignores lie on this disk only; that is said. `unread`: files, and folders that may hold some. */
function environmentsIn(tree: DiskTree, isWanted: (path: string) => boolean, show: (path: string) => string): Pick<Gathered, "environments"> & { readonly unread: readonly string[]; readonly isCut: boolean } {
  const { paths, closed, isCut } = environmentFiles(tree.root, isWanted);
  const read = readerIn(tree.root, environmentBytes);
  const unread = [...closed];
  const environments = paths.flatMap((path) => {
    const bytes = read(path);
    if (!Buffer.isBuffer(bytes)) return unread.push(path), [];
    return [{ shown: show(path), text: textOf(bytes), isIgnored: tree.git && !tree.has(path) }];
  });
  return { environments, unread, isCut };
}
