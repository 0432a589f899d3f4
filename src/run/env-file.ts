import { lstatSync, realpathSync, type Stats } from "node:fs";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { behind } from "../behind.ts";
import { explain, explainWriting, readerIn } from "../discover/read.ts";
import { standingOf } from "../discover/standing.ts";
import { kindOf } from "../formats/names.ts";
import { printable } from "../text/printable.ts";
import { UsageError } from "../usage-error.ts";
import type { World } from "../world.ts";
import { createFile, mayReplace, replaceFile } from "./replace.ts";

/** An environment file that the user named. */
interface Named {
  /** Absolute. */
  readonly file: string;
  /** For messages. */
  readonly shown: string;
}

/**
 * Writes NAME=key into an environment file: a new one for its user alone, or into one that is there and does not give the name a value
 * yet. Gives sentences for the user, in which the key is not.
 * @throws UsageError when it cannot; the file is then as it was.
 */
export function writeKey(typed: string, { name, key, place }: { readonly name?: string; readonly key: string; readonly place: string }, { cwd, env }: World): readonly string[] {
  if (name === undefined) throw new UsageError(`No variable is known that this key is given in, so it cannot go --into a file. ${place}`);
  const file = resolve(cwd, typed);
  const shown = printable(relative(cwd, file) || file);
  requireEnvironmentFile(typed, { file, shown });
  const wanted = { name, key, shell: basename(file).toLowerCase().startsWith(".envrc") };
  const stats = statsOf({ file, shown });
  const done = stats ? change({ file, shown }, stats, wanted) : create({ file, shown }, wanted);
  return [done, ...openTo({ file, shown }, stats), ...committed({ file, shown }, env)];
}

function requireEnvironmentFile(typed: string, { file, shown }: Named): void {
  if (typed === "-") throw new UsageError("--into takes a file; without it the key goes to stdout.");
  const kind = kindOf(basename(file))?.id;
  if (kind !== undefined && kind !== "env") throw new UsageError(`${shown} is no environment file by its name. Name one with lines NAME=value, such as .env.`);
}

function statsOf({ file, shown }: Named): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch (error) {
    throw unwritable(shown, explain(error));
  }
}

function unwritable(shown: string, why: string): UsageError {
  return new UsageError(`${shown}: the key cannot be written: ${why}.`);
}

type Wanted = Parameters<typeof behind.assigned>[1];

function create({ file, shown }: Named, wanted: Wanted): string {
  try {
    createFile(file, textWith("", wanted, shown).text, 0o600);
  } catch (error) {
    throw unwritable(shown, explainWriting(error));
  }
  return `${shown} is new and holds ${wanted.name}; nobody else on this machine can read it.`;
}

function change({ file, shown }: Named, stats: Stats, wanted: Wanted): string {
  const bytes = readOwn(file, shown);
  const before = bytes.toString("utf8");
  if (before.includes("\0") || !Buffer.from(before).equals(bytes)) throw unwritable(shown, "it is no text in UTF-8");
  if (!mayReplace(file, stats)) throw unwritable(shown, "it is read-only");
  const { text, filled } = textWith(before, wanted, shown);
  try {
    replaceFile(file, text, stats.mode & 0o7777, stats);
  } catch (error) {
    throw unwritable(shown, explainWriting(error));
  }
  return filled ? `${shown}: ${wanted.name} was empty and has a key now.` : `${shown} holds ${wanted.name} now, in its last line.`;
}

/** A link, a folder or a device is refused: what is written must be where the user looks for it. */
function readOwn(file: string, shown: string): Buffer {
  const bytes = readerIn(realpathSync.native(dirname(file)))(basename(file));
  if (Buffer.isBuffer(bytes)) return bytes;
  throw unwritable(shown, bytes.message);
}

function textWith(before: string, wanted: Wanted, shown: string): { readonly text: string; readonly filled: boolean } {
  const placed = behind.assigned(before, wanted);
  if ("mistake" in placed) throw new UsageError(`${shown} ${placed.mistake}.`);
  return placed;
}

/** Windows has no such modes. */
function openTo({ shown }: Named, stats: Stats | undefined): readonly string[] {
  const open = stats !== undefined && sep === "/" && (stats.mode & 0o044) !== 0;
  return open ? [`Other users of this machine can read ${shown}; that ends with: chmod 600 ${shown}`] : [];
}

function committed({ file, shown }: Named, env: World["env"]): readonly string[] {
  const standing = standingOf(file, env);
  if (standing === "tracked") return [`Git tracks ${shown}: the next commit would publish the key. Run git rm --cached ${shown}, and write its name into .gitignore.`];
  if (standing === "taken") return [`Git does not ignore ${shown}: git add would take the key along. Write its name into .gitignore.`];
  return standing === "unknown" ? [`Git could not be asked whether it ignores ${shown}; see that it is not committed.`] : [];
}
