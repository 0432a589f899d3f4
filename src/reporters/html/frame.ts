import type { Edit, Finding } from "../../types/finding.ts";
import { markup, nothing, type Markup } from "./markup.ts";

/** The covered source around a finding, each line with its number, and the finding's columns marked. */
export function frame({ frame: shown, region }: Finding): Markup {
  if (!shown) return nothing;
  const { first, lines, mark } = shown;
  const width = String(first + lines.length - 1).length;
  const rows = lines.map((text, index) => {
    const number = first + index;
    return line(number, width, number === mark.line ? marked(text, mark.column - 1, mark.endColumn - 1) : markup`${text}`, number === mark.line);
  });
  return box(`Source of ${region.path}, line ${region.line}`, rows);
}

/** What an edit writes. */
export function written({ path, line: first, text }: Edit): Markup {
  const lines = text.replace(/\n$/, "").split("\n");
  return box(`What is written into ${path}, line ${first}`, lines.map((one) => markup`<i>+</i> ${one.replaceAll("\t", "  ")}\n`));
}

/** It scrolls by itself when it is wide, so it can be reached by keyboard and has a name. */
function box(name: string, rows: readonly Markup[]): Markup {
  return markup`<pre tabindex="0" role="group" aria-label="${name}"><code>${rows}</code></pre>`;
}

function line(number: number, width: number, text: Markup, isHit: boolean): Markup {
  const row = markup`<i>${String(number).padStart(width)}</i> ${text}\n`;
  return isHit ? markup`<b>${row}</b>` : row;
}

/** At least one column is marked, also behind the line's end. */
function marked(text: string, from: number, to: number): Markup {
  const end = Math.max(from + 1, to);
  return markup`${text.slice(0, from)}<mark>${text.slice(from, end) || " "}</mark>${text.slice(end)}`;
}
