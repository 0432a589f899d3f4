import type { Options } from "../options.ts";
import type { Finding } from "../types/finding.ts";
import type { Failure } from "../types/report.ts";
import { UsageError } from "../usage-error.ts";
import type { World } from "../world.ts";
import { openDesk, type Desk } from "./desk.ts";
import { silentIn } from "./silent.ts";

/** A text that an editor holds. */
export interface Held {
  /** Of its file: absolute. */
  readonly path: string;
  readonly text: string;
  /** The folder that was opened in the editor and holds it: where `keylint --stdin` would be called. */
  readonly folder: string;
}

/** What was found in a text, as plain data; or why nothing could be looked for, for the user. */
export type Seen = { readonly mistake: string } | {
  /** Where the paths begin: absolute. */
  readonly root: string;
  /** The text's own, in there. */
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
};

/** Looks at one text after the other, as `keylint --stdin` does at one. */
export interface Looker {
  look(held: Held): Seen;
  /** What is known of folders no longer holds. */
  forget(): void;
}

export function lookerFor(options: Options, env: World["env"]): Looker {
  const desks = new Map<string, Desk>();

  function deskIn(folder: string): Desk {
    const desk = desks.get(folder) ?? openDesk({ options: { ...options, outputs: [{ format: "json" }] }, world: silentIn({ cwd: folder, env }), told: {} });
    desks.set(folder, desk);
    return desk;
  }

  return {
    look({ path, text, folder }) {
      try {
        const looked = deskIn(folder).look(path, Buffer.from(text));
        if (looked === undefined) return { root: folder, path, findings: [], failures: [] };
        const { report: { findings, failures }, scope } = looked;
        return { root: scope.root, path: looked.path, findings, failures };
      } catch (error) {
        if (error instanceof UsageError) return { mistake: error.message };
        throw error;
      }
    },
    forget: () => { desks.clear(); },
  };
}
