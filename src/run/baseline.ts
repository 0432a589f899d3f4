import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import { emptyBaseline, lineOf, parseBaseline, printBaseline, type Baseline, type Line } from "../baseline/file.ts";
import { entryOf, type Entry, type Matched } from "../baseline/match.ts";
import { saltFor, tagOf } from "../baseline/tag.ts";
import { pathIn } from "../discover/index.ts";
import { explainWriting, readerIn, readNamed } from "../discover/read.ts";
import type { Options } from "../options.ts";
import type { Request } from "../request.ts";
import { printable } from "../text/printable.ts";
import type { Marked } from "../types/mark.ts";
import type { Unreadable } from "../types/source.ts";
import { UsageError } from "../usage-error.ts";
import type { Place } from "./asked.ts";
import { replaceFile } from "./replace.ts";

/** A baseline, and where it stands. */
export interface Placed {
  /** Absolute. */
  readonly file: string;
  /** For messages. */
  readonly shown: string;
  /** Of a new file: nothing, and its salt is made when it is written. */
  readonly content: Baseline;
  /** The file's text; absent when there is no such file yet. */
  readonly text?: string;
}

/**
 * The baseline that counts here: the one that was named, else the configuration's. When it is to be made and there is none, an empty one.
 * @throws UsageError when it is missing or is none
 */
export function baselineOf(request: Request, place: Place): Placed | undefined {
  const { options, world } = place.asked;
  const file = fileOf(options, place);
  if (file === undefined) return undefined;
  const shown = printable(relative(world.cwd, file) || file);
  const bytes = bytesOf(file, shown, request, place);
  if (Buffer.isBuffer(bytes)) {
    const text = bytes.toString("utf8");
    return { file, shown, content: parseBaseline(text, shown), text };
  }
  if (existsSync(file)) throw new UsageError(`${shown}: the baseline cannot be read: ${bytes.message}.`);
  if (options.updateBaseline) return { file, shown, content: emptyBaseline("") };
  throw new UsageError(`${shown}: there is no such baseline. Make it: keylint --update-baseline --baseline ${shown}.`);
}

/** Absolute. Throws UsageError when one is to be written and none is named. */
function fileOf({ command, baseline, noBaseline, updateBaseline }: Options, { loaded, asked: { world } }: Place): string | undefined {
  const file = noBaseline ? undefined : baseline === undefined ? loaded.config.baseline : resolve(world.cwd, baseline);
  if (file !== undefined || (command !== "prune" && !updateBaseline)) return file;
  const line = command === "prune" ? "keylint baseline prune" : "keylint --update-baseline";
  throw new UsageError(`No baseline is named. Write ${line} --baseline keylint-baseline.jsonl, or put "baseline": "keylint-baseline.jsonl" into the configuration.`);
}

/** A commit is checked with the baseline that it holds. One that the repository's own configuration names is a plain file in the repository. */
function bytesOf(file: string, shown: string, { tree }: Request, { scope: { root }, asked: { options } }: Place): Buffer | Unreadable {
  const inner = pathIn(root, file);
  if (options.staged && inner !== undefined && tree.has(inner)) return tree.read(inner);
  if (options.baseline !== undefined) return readNamed(file);
  if (inner === undefined) throw new UsageError(`${shown}: the baseline that the configuration names must lie in the scanned tree.`);
  return readerIn(root)(inner);
}

/** What was found, and what of it the baseline knows. */
interface Renewal extends Placed {
  readonly found: readonly Marked[];
  readonly known: Matched;
  readonly stale: readonly Entry[];
}

/**
 * Writes the baseline anew, if that was asked for, and says so: with all that was found, and without what is stale; or only without that.
 * Lines that still hold stay as they are.
 */
export function renewed(renewal: Renewal, { command, updateBaseline }: Options): string | undefined {
  if (command !== "prune" && !updateBaseline) return undefined;
  const { file, shown, found, known, stale } = renewal;
  const content = renewal.text === undefined ? emptyBaseline(saltFor(found)) : renewal.content;
  const gone = new Set<Entry>(stale);
  const wanted = command === "prune" ? found.filter((one) => known.entries.has(one)) : found;
  const lines = linesFor(wanted, content.lines.filter((line) => !gone.has(line)), known.entries, content.salt);
  const text = printBaseline({ ...content, lines });
  if (text !== renewal.text) replace(file, shown, text);
  const fresh = command === "prune" ? "" : `, ${wanted.length - known.entries.size} of them new`;
  return `${shown}: ${lines.length} ${lines.length === 1 ? "entry" : "entries"}${fresh}; ${stale.length} stale removed.`;
}

/** Each finding has a line: the one that it had, or a new one when it is new or has moved. */
function linesFor(wanted: readonly Marked[], kept: readonly Line[], entries: Matched["entries"], salt: string): readonly Line[] {
  const others = wanted.filter((one) => entries.get(one)?.path !== one.finding.region.path);
  const left = new Set<Entry>(others.flatMap((one) => entries.get(one) ?? []));
  const lines = new Map(kept.filter((line) => !left.has(line)).map((line) => [lineOf(line).text, line]));
  for (const one of others) {
    let line = lineOf(entryOf(one, tagOf(one, salt)));
    // Another of its kind stands in the file before it, and has kept its line.
    while (lines.has(line.text)) line = lineOf({ ...line, n: line.n + 1 });
    lines.set(line.text, line);
  }
  return [...lines.values()];
}

function replace(file: string, shown: string, text: string): void {
  try {
    replaceFile(file, text);
  } catch (error) {
    throw new UsageError(`${shown}: the baseline cannot be written: ${explainWriting(error)}.`);
  }
}
