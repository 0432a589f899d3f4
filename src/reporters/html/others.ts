import type { Failure, Report, StaleEntry, Suppressed, UnusedIgnore } from "../../types/report.ts";
import { many } from "../summary.ts";
import { joined, markup, nothing, when, type Markup } from "./markup.ts";
import { isolated, place } from "./place.ts";
import { sentence } from "./sentence.ts";

/** Longer lists are closed until they are asked for. */
const mostOpen = 20;

/** All that is no shown finding. Each part has an id, which the summary's figures lead to. */
export function others({ failures, unused, stale, suppressed }: Report): Markup {
  const fatalFirst = [...failures.filter(({ fatal }) => fatal), ...failures.filter(({ fatal }) => !fatal)];
  return joined([
    part("failures", "Not checked in full", "A key in these files may have been missed.", fatalFirst.map(failure)),
    part("unused", "Unused ignores", "They silence nothing, and can be removed.", unused.map(unusedIgnore)),
    part("stale", "Stale entries of the baseline", "No finding needs them any more. To remove them: keylint baseline prune.", stale.map(staleEntry)),
    silenced(suppressed),
  ]);
}

function part(id: string, title: string, about: string, items: readonly Markup[]): Markup {
  if (items.length === 0) return nothing;
  const list = markup`<ul class="plain">
${items.map((item) => markup`<li>${item}</li>\n`)}</ul>`;
  return section(id, title, items.length, markup`<p class="about">${sentence(about)}</p>
${items.length > mostOpen ? markup`<details><summary>All ${items.length}</summary>${list}</details>` : list}`);
}

function section(id: string, title: string, count: number, content: Markup): Markup {
  return markup`<section id="${id}" class="other" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title} <span class="count">${count}</span></h2>
${content}
</section>
`;
}

function failure({ path, line, message, fatal }: Failure): Markup {
  const at = line === undefined ? markup`<code class="place">${isolated(path)}</code>` : markup`<code class="place">${isolated(path)}:${line}</code>`;
  return markup`${at}${when(fatal, () => markup` <span class="level error">fatal</span>`)} ${sentence(message)}`;
}

function unusedIgnore({ region, message }: UnusedIgnore): Markup {
  return markup`${place(region)} ${sentence(message)}`;
}

function staleEntry({ path, slot, name }: StaleEntry): Markup {
  return markup`<code class="place">${isolated(path)}</code> <code>${isolated(name)}</code> ${slot}`;
}

/** What somebody accepted is counted, and closed: a reviewer who wants it asks for it. */
function silenced(suppressed: readonly Suppressed[]): Markup {
  if (suppressed.length === 0) return nothing;
  const rows = suppressed.map(({ finding, by, reason }) => markup`<tr><td>${finding.rule}</td><td>${place(finding.region)} ${when(finding.name !== "", () => markup`<code>${isolated(finding.name)}</code>`)}</td><td>${wordsFor(by)}</td><td>${reason ?? ""}</td></tr>
`);
  return section("silenced", "Known or silenced", suppressed.length, markup`<details><summary>${many(suppressed.length, "finding")} that somebody accepted, or that ${suppressed.length === 1 ? "was" : "were"} there before</summary>
<div class="scroll" tabindex="0" role="group" aria-label="Known or silenced findings"><table>
<thead><tr><th scope="col">Rule</th><th scope="col">Place</th><th scope="col">By</th><th scope="col">Reason</th></tr></thead>
<tbody>
${rows}</tbody></table></div></details>`);
}

function wordsFor(by: string): string {
  return by === "baseline" ? "the baseline" : by === "since" ? "there before" : by === "config" ? "the configuration" : by;
}
