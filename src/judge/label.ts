import type { Sibling } from "../match/candidate.ts";
import { once } from "../resolve/once.ts";
import { reveal } from "../types/secret.ts";

/** Words as an interface shows them: in a script with capitals the first letter is one. */
const words = /^[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}\p{Zs}\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Po}\p{Join_Control}]*$/u;

/** As code writes a name: `SuperSecret`, `SECRET`. */
const names = /\p{Ll}\p{Lu}|^\p{Lu}+$/u;

/** A letter of a script that neither code nor what makes keys writes. */
const foreign = /(?!\p{Script=Latin})\p{L}/u;

/** How many labels a mapping must have, this one among them; such that are written in another script stand out by that. */
const fewest = { foreign: 3, latin: 5 };

/** Longer ones are documents. */
const longest = 1_000;

/** Whether a text is what an interface calls a key, in a mapping whose texts are mostly of that kind: `{ title: "Titel", secretKey: "Geheimnis" }`. */
export function isLabel(text: string, siblings: readonly Sibling[]): boolean {
  if (!isShown(text) || /\p{N}/u.test(text)) return false;
  const { labels, texts } = labelsIn(siblings);
  return labels >= fewest[foreign.test(text) ? "foreign" : "latin"] && labels * 3 >= texts * 2;
}

const labelsIn = once((siblings: readonly Sibling[]) => {
  const texts = siblings.flatMap(({ value }) => (value.kind === "literal" ? [reveal(value.secret)] : []));
  return { texts: texts.length, labels: texts.filter(isShown).length };
});

function isShown(text: string): boolean {
  return text.length <= longest && words.test(text) && (foreign.test(text) || !names.test(text));
}
