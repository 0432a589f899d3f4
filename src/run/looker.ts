import type { Looker, LookerFor } from "../threads/lookers.ts";
import { UsageError } from "../usage-error.ts";
import { openDesk, type Desk } from "./desk.ts";
import { silentIn } from "./silent.ts";

/** A looker that looks at once. */
export const lookerFor: LookerFor = (options, env): Looker => {
  const desks = new Map<string, Desk>();

  // A report in JSON is asked for, because it tells how a finding is surely mended.
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
};
