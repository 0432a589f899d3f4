import { shortOf } from "../text/commits.ts";
import { few } from "../text/few.ts";
import { printable } from "../text/printable.ts";
import type { Past, Stamp } from "../types/past.ts";
import { many } from "./summary.ts";

/** What the commits tell of a key that was found in a file, as sentences. */
export function pastOf({ added, removed, atHead, days, earlier, places }: Past, file: string): string {
  const others = places.filter(({ path }) => path !== file).map(({ path }) => printable(path));
  const sentences = [
    `${when(added, removed)}, ${many(days, "day") || "less than a day"}${removed ? "" : atHead ? " without a break up to HEAD" : ", on another branch than HEAD"}.`,
    earlier === 0 ? "" : `${many(earlier, "other key")} stood there before it.`,
    others.length === 0 ? "" : `It was in ${few(others)} too.`,
  ];
  return sentences.filter((text) => text !== "").join(" ");
}

function when(added: Stamp, removed: Stamp | undefined): string {
  return removed ? `From ${told(added)} to ${told(removed)}` : `Since ${told(added)}`;
}

function told({ date, commit }: Stamp): string {
  return `${date} (${shortOf(commit)})`;
}
