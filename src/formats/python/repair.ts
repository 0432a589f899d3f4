import { contain, type Contained } from "./damage.ts";
import { dialectEdits } from "./dialects.ts";
import { edited } from "./edits.ts";
import { tokensOf } from "./tokens.ts";

/** What git leaves where two versions meet. */
const conflict = /^(?:<{7}|={7}|>{7}|\|{7})(?= |\r?$)/gm;

/** Lines of a template engine around the Python, and commands of a notebook. */
const foreign = /^[ \t]{0,200}\{%|^(?:%{1,2}[a-z]|!)/gm;

/**
 * A text as the parser can read it, every offset kept: what the parser does not know of Python (old and new) is written so that it
 * does, and what is broken is kept to its place.
 */
export function repair(text: string): Contained {
  const met = text.includes("<<<<<<<") && text.includes(">>>>>>>");
  const first = met ? text.search(conflict) : -1;
  const lines = text
    .replace(conflict, (mark) => (met ? "#".repeat(mark.length) : mark))
    .replace(/\f(?=\r?\n)/g, " ")
    .replace(foreign, (mark) => `${" ".repeat(mark.length - mark.trimStart().length)}${"#".repeat(mark.trimStart().length)}`);
  const contained = contain(lines);
  const places = [contained.damage, first < 0 ? undefined : first].filter((place) => place !== undefined);
  return {
    text: edited(contained.text, dialectEdits(contained.text, tokensOf(contained.text))),
    damage: places.length > 0 ? Math.min(...places) : undefined,
  };
}
