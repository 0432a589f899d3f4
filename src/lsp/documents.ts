import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Held, Lookers, Seen } from "../threads/lookers.ts";

/** What is known of a text that the editor has open. */
interface Open {
  document: TextDocument;
  /** Whether it has changed since it was looked at last, or what it stands on has. */
  isDue: boolean;
  /** When it may be looked at again: in milliseconds since 1970. */
  from: number;
  /** What was found, and in which version. */
  seen?: { readonly version: number; readonly seen: Seen };
  /** Who waits until the newest version has been looked at. */
  waiting: ((seen: Seen | undefined) => void)[];
}

/** The texts that the editor has open, each looked at after it has changed: one at a time, and only as it is at that moment. */
export interface Documents {
  /** A text is new, or has another version. */
  changed(document: TextDocument): void;
  closed(uri: string): void;
  /** Files have changed, or the folders: what was found in any text may be another thing. */
  outdated(): void;
  /** What was found in the newest version of a text, as soon as that is known; undefined when it is closed before. */
  seen(uri: string): Promise<Seen | undefined>;
  /** Looks at a text that the editor does not hold, in its turn; undefined once nobody wants to know. */
  tried(held: Held, wanted: { readonly isCancellationRequested: boolean }): Promise<Seen | undefined>;
  end(): void;
}

/** A text that is looked at for a request. */
interface Trial {
  readonly held: Held;
  readonly isOff: () => boolean;
  readonly done: (seen: Seen | undefined) => void;
}

/**
 * So long a text rests at most that has been looked at: as long as that took, so that somebody who types keeps half a processor free.
 * In milliseconds.
 */
const longestRest = 500;

export function documentsOn(lookers: Lookers, { heldAs, tell, now }: {
  readonly heldAs: (document: TextDocument) => Held | undefined;
  readonly tell: (document: TextDocument, held: Held, seen: Seen) => void;
  readonly now: () => number;
}): Documents {
  const open = new Map<string, Open>();
  const trials: Trial[] = [];
  let isBusy = false;
  let timer: NodeJS.Timeout | undefined;

  /** Looks at what is due, the trials first: somebody waits for them. */
  function next(): void {
    if (isBusy) return;
    clearTimeout(timer);
    const trial = trials.shift();
    if (trial) return trial.isOff() ? drop(trial) : look(trial.held, trial.done);
    const due = [...open.values()].filter(({ isDue }) => isDue).sort((one, other) => restOf(one) - restOf(other));
    const [first] = due;
    if (first === undefined) return;
    const rest = restOf(first);
    if (rest > 0) timer = setTimeout(next, rest);
    else lookAt(first);
  }

  /** Milliseconds until its turn; one that somebody waits for comes before all others. Nothing rests longer, but a clock may be set back. */
  function restOf({ from, waiting }: Open): number {
    const rest = from - now();
    return waiting.length > 0 ? -Infinity : rest > longestRest ? 0 : rest;
  }

  function drop({ done }: Trial): void {
    done(undefined);
    next();
  }

  function look(held: Held, done: (seen: Seen) => void): void {
    isBusy = true;
    void lookers.look(held).then((seen) => {
      isBusy = false;
      done(seen);
      next();
    });
  }

  function lookAt(one: Open): void {
    const { document } = one;
    const { version, uri } = document;
    const held = heldAs(document);
    one.isDue = false;
    if (held === undefined) return next();
    const start = now();
    look(held, (seen) => {
      one.from = now() + Math.min(longestRest, now() - start);
      // Of a text that has changed meanwhile, or is closed, nobody wants to know.
      if (one.isDue || one.document.version !== version || open.get(uri) !== one) return;
      one.seen = { version, seen };
      tell(document, held, seen);
      for (const told of one.waiting.splice(0)) told(seen);
    });
  }

  return {
    changed(document) {
      const one: Open = open.get(document.uri) ?? { document, isDue: true, from: 0, waiting: [] };
      open.set(document.uri, Object.assign(one, { document, isDue: true }));
      next();
    },
    closed(uri) {
      const one = open.get(uri);
      open.delete(uri);
      for (const told of one?.waiting ?? []) told(undefined);
    },
    outdated() {
      lookers.forget();
      for (const one of open.values()) one.isDue = true;
      next();
    },
    seen(uri) {
      const one = open.get(uri);
      if (one === undefined || heldAs(one.document) === undefined) return Promise.resolve(undefined);
      if (!one.isDue && one.seen?.version === one.document.version) return Promise.resolve(one.seen.seen);
      return new Promise((told) => {
        one.waiting.push(told);
        next();
      });
    },
    tried: (held, wanted) => new Promise((done) => {
      trials.push({ held, done, isOff: () => wanted.isCancellationRequested });
      next();
    }),
    end() {
      clearTimeout(timer);
      lookers.end();
    },
  };
}
