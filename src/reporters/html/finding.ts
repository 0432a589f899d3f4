import { pageOf } from "../../links.ts";
import { printable } from "../../text/printable.ts";
import type { Edit, Finding } from "../../types/finding.ts";
import type { Rule } from "../../types/rule.ts";
import { pastOf } from "../past.ts";
import { frame, written } from "./frame.ts";
import { joined, markup, nothing, when, type Markup } from "./markup.ts";
import { isolated, place } from "./place.ts";
import { sentence } from "./sentence.ts";

/** Rules by their ids, for what is said of them. */
export type Rules = ReadonlyMap<string, Rule>;

/** A finding with all that is known of it. `anchor` is its id in the page; the attributes are what the script filters by. */
export function article(finding: Finding, anchor: string, rules: Rules): Markup {
  const { level, rule, rules: all, context, region, name, what, repository } = finding;
  return markup`<article id="${anchor}" tabindex="-1" aria-labelledby="${anchor}-name" data-level="${level}" data-rules="${all.join(" ")}" data-context="${context}" data-frameworks="${frameworksOf(finding).join(" ")}"${when(repository !== undefined, () => markup` data-repository="${encodeURIComponent(repository ?? "")}"`)}>
<header><h3 id="${anchor}-name"><span class="level ${level}">${level}</span> <code>${isolated(name)}</code> ${place(region)}</h3>
<a class="self" href="#${anchor}" aria-label="Link to this finding">#</a>
<p class="meta">${aboutRule(rule, rules)}${when(context !== "production", () => markup` <span class="tag">${context}</span>`)}</p></header>
<p class="what">${sentence(what)}</p>
${frame(finding)}<dl>
${rows(finding)}</dl>
</article>
`;
}

/** The frameworks whose places the key reaches, the finding's own first. */
export function frameworksOf({ framework, uses }: Finding): readonly string[] {
  return [...new Set([framework, ...uses.map((use) => use.framework)])];
}

function rows(finding: Finding): Markup {
  const { why, fix, steps, edits = [], trail, uses, elsewhere = [], rule, rules: all, past, region } = finding;
  const others = all.filter((id) => id !== rule);
  return joined([
    past ? row("Past", sentence(pastOf(past, region.path))) : nothing,
    row("Why", sentence(why)),
    row("Fix", sentence(fix)),
    listed("How to get out", "ol", steps.map((step) => sentence(step))),
    listed("keylint --fix does this", "ul", edits.map(edit)),
    listed("The key's way", "ol", trail.map((step) => markup`${place(step)} ${step.note}`)),
    listed("Used in", "ul", uses.map((use) => markup`${place(use)} ${use.slot}`)),
    listed("The other keys", "ul", elsewhere.map((other) => markup`<code>${isolated(other.name)}</code> ${place(other)}`)),
    contextRow(finding),
    when(others.length > 0, () => row("Also", joined(others.map(ruleLink), ", "))),
  ]);
}

function row(title: string, text: Markup): Markup {
  return markup`<div><dt>${title}</dt> <dd>${text}</dd></div>
`;
}

function listed(title: string, list: "ol" | "ul", items: readonly Markup[]): Markup {
  if (items.length === 0) return nothing;
  const tag: Markup = { html: list };
  return row(title, markup`<${tag}>${joined(items.map((item) => markup`<li>${item}</li>`), " ")}</${tag}>`);
}

function edit(one: Edit): Markup {
  const lines = one.endLine > one.line && one.endColumn > 1 ? `${one.line}–${one.endLine}` : one.endLine > one.line + 1 ? `${one.line}–${one.endLine - 1}` : String(one.line);
  const at = markup`<code class="place">${isolated(one.path)}:${lines}</code>`;
  return one.text.trim() === "" ? markup`${at} what stands there is removed` : markup`${at}${written(one)}`;
}

function contextRow({ context, because, lowered }: Finding): Markup {
  if (context === "production") return nothing;
  const where = { development: "Development", example: "An example", test: "A test", docs: "Documentation" }[context];
  return row("Context", markup`${where}: ${sentence(because ?? "its place says so")}${lowered ? ", so the level is lower." : "."}`);
}

function ruleLink(id: string): Markup {
  return markup`<a href="${pageOf(encodeURIComponent(printable(id)))}">${id}</a>`;
}

function aboutRule(id: string, rules: Rules): Markup {
  const rule = rules.get(id);
  if (!rule) return ruleLink(id);
  const facts = [...rule.cwe.map((number) => `CWE-${number}`), ...(rule.severity === undefined ? [] : [`severity ${rule.severity.toFixed(1)}`])];
  return markup`${ruleLink(id)} <span>${sentence(rule.summary)}</span>${when(facts.length > 0, () => markup` <small>${facts.join(", ")}</small>`)}`;
}
