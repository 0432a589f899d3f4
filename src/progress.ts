import type { World } from "./world.ts";

/** Told how many files of how many are done. `screened`: looked at; `examined`: of those that may hold a key, read and followed. */
export type Progress = (what: "screened" | "examined", done: number, of: number) => void;

/** A run that is over by then says nothing. In milliseconds, as the time between two lines. */
const [patience, pause] = [1_000, 100];

/** From the line's beginning, and nothing behind it. https://www.xfree86.org/current/ctlseqs.html: EL */
const anew = "\r\x1b[K";

/** A line at the foot of a terminal that says how far a long run is. `end` takes it away. */
export function progressOn({ stderr, now }: Pick<World, "stderr" | "now">): { readonly tell: Progress; readonly end: () => void } {
  let next = now() + patience;
  let shown = false;
  return {
    tell(what, done, of) {
      if (!stderr.isTTY || now() < next) return;
      next = now() + pause;
      shown = true;
      stderr.write(`${anew}keylint: ${done.toLocaleString("en")} of ${of.toLocaleString("en")} ${what === "screened" ? "files looked at" : "files with possible keys read"}`);
    },
    end() {
      if (shown) stderr.write(anew);
    },
  };
}
