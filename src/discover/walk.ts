import { type Dirent, lstatSync, readdirSync } from "node:fs";
import { relative, sep } from "node:path";
import { load } from "../load.ts";
import ignore, { type Ignore } from "ignore";
import { isCostly } from "./patterns.ts";
import { explain, readerIn } from "./read.ts";
import { systemCode } from "./system.ts";

/** What is on the disk where there is no git. */
export interface Walk {
  /** Regular files, relative to the root, unsorted. */
  readonly paths: readonly string[];
  /** Folders that could not be read, and why. */
  readonly unreadable: readonly { readonly path: string; readonly why: string }[];
  /** Those whose names are not UTF-8, as far as they can be told. */
  readonly unnameable: readonly string[];
  /** Whether there are more files than were asked for: then these are the first, folder by folder, and the same on each run. */
  readonly cut: boolean;
}

/** Never entered: history, not sources; and other people's packages, by far the most files of a tree. */
const CLOSED = new Set([".git", "node_modules"]);

/** Made by the system while they are read; they have no end. */
const SYSTEM = new Set(["/proc", "/sys", "/dev"]);

/** Bytes of a `.gitignore` that are read at most: 1 MB. */
const IGNORE_BYTES = 1024 * 1024;

/**
 * All files below `root` (absolute, without links), but those that a `.gitignore` in their folder or above it names, as git reads
 * them: the nearest file that speaks of a path decides, and nothing below an ignored folder comes back. At most
 * `most` files; a folder in which nothing is wanted is not entered.
 */
export function walk(root: string, most: number, isWanted: (path: string) => boolean): Walk {
  const rules = ignoreFiles(root);
  // A folder is asked for by the plainest name in it.
  const isOpen = (path: string, isFolder: boolean): boolean => isWanted(isFolder ? `${path}/_` : path);
  const unreadable: { path: string; why: string }[] = [];
  const mistakes: unknown[] = [];
  const unnameable: string[] = [];
  let files = 0;
  const list = (veiledFolder: string): Dirent[] => {
    const folder = unveiled(veiledFolder);
    if (files > most || SYSTEM.has(folder)) return [];
    const path = relative(root, folder).replaceAll(sep, "/");
    try {
      const entries = readdirSync(folder, { withFileTypes: true });
      if (entries.some((entry) => entry.name === ".gitignore")) rules.enter(path);
      const named: Dirent[] = [];
      for (const entry of entries) {
        if (isNamed(folder, entry.name)) named.push(entry);
        else unnameable.push(join(path, entry.name));
      }
      const open = named.filter((entry) => !CLOSED.has(entry.name) && isOpen(join(path, entry.name), entry.isDirectory()) && !rules.ignores(join(path, entry.name), entry.isDirectory()));
      files += open.filter((entry) => entry.isFile()).length;
      for (const entry of open) entry.name = veiled(entry.name);
      return open.sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      // Whatever is thrown from here, fast-glob passes by the folder.
      if (systemCode(error) !== undefined) unreadable.push({ path, why: explain(error) });
      else mistakes.push(error);
      throw error;
    }
  };
  // Entries are left out while folders are listed, so that an ignored folder is never entered.
  const readFolder = list as unknown as typeof readdirSync;
  const found = load("fast-glob").sync("**", { cwd: root, dot: true, onlyFiles: true, followSymbolicLinks: false, suppressErrors: true, fs: { readdirSync: readFolder } });
  if (mistakes.length > 0) throw mistakes[0];
  return { paths: found.slice(0, most).map(unveiled), unreadable, unnameable, cut: found.length > most };
}

/**
 * For fast-glob a line break in a name is no character, and a backslash is a slash. Characters that Unicode leaves to everybody
 * (https://www.unicode.org/charts/PDF/UE000.pdf) stand for them while it walks.
 */
const veils: readonly (readonly [sign: string, veil: string])[] = [["\n", "\ue00a"], ["\r", "\ue00d"], ["\u2028", "\ue028"], ["\u2029", "\ue029"], ...(sep === "/" ? [["\\", "\ue05c"] as const] : [])];

function veiled(name: string): string {
  return veils.reduce((text, [sign, veil]) => text.replaceAll(sign, veil), name);
}

function unveiled(path: string): string {
  return veils.reduce((text, [sign, veil]) => text.replaceAll(veil, sign), path);
}

function join(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/** A name that is not UTF-8 is listed with U+FFFD in it, and then does not exist by that name. */
function isNamed(folder: string, name: string): boolean {
  return !name.includes("\ufffd") || lstatSync(`${folder}${sep}${name}`, { throwIfNoEntry: false }) !== undefined;
}

interface IgnoreFiles {
  /** Reads the `.gitignore` of a folder; the folders above it were entered before. */
  enter(folder: string): void;
  /** Whether a path in an entered folder is ignored. */
  ignores(path: string, isFolder: boolean): boolean;
}

/** The `.gitignore` files met on the way, by folder. */
function ignoreFiles(root: string): IgnoreFiles {
  const byFolder = new Map<string, Ignore>();
  const read = readerIn(root, IGNORE_BYTES);
  return {
    enter(folder) {
      const bytes = read(join(folder, ".gitignore"));
      if (!Buffer.isBuffer(bytes)) return;
      // A line made to run for ever is left out: more is looked at then, not less.
      const lines = bytes.toString("utf8").split("\n").filter((line) => !isCostly(line));
      byFolder.set(folder, ignore({ ignorecase: false }).add(lines.join("\n")));
    },
    ignores(path, isFolder) {
      for (let slash = path.lastIndexOf("/"); ; slash = path.lastIndexOf("/", slash - 1)) {
        const file = byFolder.get(path.slice(0, Math.max(slash, 0)));
        const verdict = file && speaksOf(file, path.slice(slash + 1) + (isFolder ? "/" : ""));
        if (verdict !== undefined) return verdict;
        if (slash <= 0) return false;
      }
    },
  };
}

/** What one ignore file says of a path: true, false (`!`), or nothing. */
function speaksOf(file: Ignore, path: string): boolean | undefined {
  const verdict = file.test(path);
  if (verdict.unignored) return false;
  if (!verdict.ignored) return undefined;
  // A folder above is ignored by this file, and yet was entered: a nearer file took it back, so this verdict does not hold.
  const slash = path.lastIndexOf("/", path.length - 2);
  return slash > 0 && file.test(path.slice(0, slash + 1)).ignored ? undefined : true;
}
