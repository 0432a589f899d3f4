import type { World } from "./world.ts";

/**
 * Told how many files of how many are done. `screened`: looked at; `examined`: of those that may hold a key, read and followed; `past`:
 * versions in commits, and their bytes.
 */
export type Progress = (what: "screened" | "examined" | "past", done: number, of: number, bytes?: number) => void;

/** A run that is over by then says nothing. In milliseconds, as the time between two lines. */
const [patience, pause] = [1_000, 100];

/** From the line's beginning, and nothing behind it. https://www.xfree86.org/current/ctlseqs.html: EL */
const anew = "\r\x1b[K";

/** A line at the foot of a terminal that says how far a long run is. `end` takes it away. */
export function progressOn({ stderr, now }: Pick<World, "stderr" | "now">): { readonly tell: Progress; readonly end: () => void } {
  const start = now();
  let next = start + patience;
  let shown = false;
  return {
    tell(what, done, of, bytes) {
      if (!stderr.isTTY || now() < next) return;
      next = now() + pause;
      shown = true;
      const pace = bytes === undefined ? "" : paceOf(done / of, bytes, (now() - start) / 1000);
      stderr.write(`${anew}keylint: ${done.toLocaleString("en")} of ${of.toLocaleString("en")} ${doing[what]}${pace}`);
    },
    end() {
      if (shown) stderr.write(anew);
    },
  };
}

const doing = { screened: "files looked at", examined: "files with possible keys read", past: "versions looked at" } as const;

/** `, 120 MB, 60 MB/s, 4 s left`. */
function paceOf(part: number, bytes: number, seconds: number): string {
  const megabytes = bytes / 1e6;
  return `, ${megabytes.toFixed(0)} MB, ${(megabytes / seconds).toFixed(0)} MB/s, ${Math.ceil((seconds / part) * (1 - part))} s left`;
}
