import { decode } from "../discover/decode.ts";
import { Lines } from "../text/lines.ts";
import { CONTEXTS } from "../options/words.ts";
import { few } from "../text/few.ts";
import { printable } from "../text/printable.ts";
import { shortOf } from "../text/commits.ts";
import type { Key, Place } from "../types/key.ts";
import type { Asked } from "./asked.ts";
import { historyFor, noticesFor, readHistory } from "./history.ts";

/** The keys of all commits. */
export interface PastKeys {
  readonly keys: readonly Key[];
  /** Where a place is, for people: in the oldest commit that had it. Undefined: it is of no commit. */
  readonly locate: (place: Place) => string | undefined;
  readonly notices: readonly string[];
}

/** All keys that commits of some repositories held, in whatever context. Throws UsageError where there is no repository. */
export async function keysOfPast(roots: readonly string[], asked: Asked): Promise<PastKeys> {
  const all = await Promise.all(roots.map((root) => keysOf(root, asked)));
  return {
    keys: all.flatMap(({ keys }) => keys),
    locate: (place) => all.map(({ locate }) => locate(place)).find((text) => text !== undefined),
    notices: all.flatMap(({ notices }) => notices),
  };
}

async function keysOf(root: string, { options, ...asked }: Asked): Promise<PastKeys> {
  const repository = historyFor(root, asked.world.env);
  const keys: Key[] = [];
  const places = new Map<Place, { readonly blob: number; readonly line: number }>();
  const { ledger, readings, broken } = await readHistory(repository, ["--all"], { ...asked, options: { ...options, contexts: CONTEXTS } }, (key, { blob, bytes }) => {
    const decoded = decode(bytes);
    const line = "text" in decoded ? new Lines(decoded.text).position(key.origin.place.span.start).line : 1;
    keys.push(key);
    places.set(key.origin.place, { blob, line });
  });
  const firsts = ledger.firsts();
  const unread = [...broken, ...readings.failures.filter(({ partly }) => !partly)];
  return {
    keys,
    locate: (place) => {
      const found = places.get(place);
      return found && `${printable(place.path)}:${found.line} in ${shortOf(firsts.get(found.blob) ?? "")}`;
    },
    notices: [...noticesFor(repository), ...(unread.length === 0 ? [] : [`Not all of the history was read: ${few(unread.map(({ path, message }) => `${printable(path)}: ${message}`), "; ")}.`])],
  };
}
