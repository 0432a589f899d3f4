import type { Finding } from "../../types/finding.ts";
import { frameworksOf } from "./finding.ts";
import { joined, markup, nothing, type Markup } from "./markup.ts";

const levels = { error: "Errors", warning: "Warnings", note: "Notes" } as const;

/**
 * What the script filters by: only values that occur, and only where there is a choice. Hidden until the script is there; no form,
 * because nothing is sent.
 */
export function controls(findings: readonly Finding[]): Markup {
  return markup`<div id="filter" role="search" aria-label="Filter the findings" hidden>
<div class="fields">
<label class="field wide"><span>Search</span><input id="query" type="search" autocomplete="off" spellcheck="false" placeholder="Path, name or words" aria-keyshortcuts="/"></label>
${levelBoxes(findings)}${choice("rule", "Rule", findings.map(({ rules }) => rules))}${choice("context", "Context", findings.map(({ context }) => [context]))}${choice("framework", "Framework", findings.map(frameworksOf))}${choice("repository", "Repository", findings.map(({ repository }) => (repository === undefined ? [] : [repository])), encodeURIComponent)}</div>
<div class="below"><p id="shown" role="status">${findings.length} of ${findings.length} ${findings.length === 1 ? "finding" : "findings"}</p>
<button id="clear" type="button" hidden>Clear all</button>
${keyboard}</div>
</div>
`;
}

function levelBoxes(findings: readonly Finding[]): Markup {
  const counted = Object.entries(levels).map(([level, title]) => ({ level, title, count: findings.filter((finding) => finding.level === level).length })).filter(({ count }) => count > 0);
  if (counted.length < 2) return nothing;
  const boxes = counted.map(({ level, title, count }) => markup`<label><input type="checkbox" name="level" value="${level}" checked> ${title} <small>${count}</small></label>`);
  return markup`<fieldset><legend>Level</legend><div class="levels">${joined(boxes, "\n")}</div></fieldset>
`;
}

/** `word`: a value as the page's script compares it, which takes blanks for what stands between words. */
function choice(name: string, title: string, values: readonly (readonly string[])[], word = (value: string): string => value): Markup {
  const counts = new Map<string, number>();
  for (const value of values.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  if (counts.size < 2) return nothing;
  const options = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([value, count]) => markup`<option value="${word(value)}">${value} (${count})</option>`);
  return markup`<label class="field"><span>${title}</span><select name="${name}" autocomplete="off"><option value="">All</option>${options}</select></label>
`;
}

/** Whoever dictates to a browser types keys by accident, so they can be switched off (https://www.w3.org/TR/WCAG22/#character-key-shortcuts). */
const keyboard = markup`<details class="keys"><summary>Keyboard</summary><div>
<ul><li><kbd>/</kbd> to the search</li><li><kbd>j</kbd> and <kbd>k</kbd> to the next and the previous finding</li><li><kbd>Esc</kbd> clears the search</li></ul>
<label><input id="keys" type="checkbox" checked> These keys are on</label></div></details>`;
