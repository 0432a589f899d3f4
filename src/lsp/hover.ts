import type { Hover, MarkupContent, Position } from "vscode-languageserver/node";
import { pageOf, rotationPage } from "../links.ts";
import { prose } from "../reporters/markdown-text.ts";
import type { Finding } from "../types/finding.ts";
import { isMet, rangeOf, type Read } from "./text.ts";

/** What is told of the key under the pointer: what is wrong, why that matters, the way out, and where the rule's page is. */
export function hoverAt({ seen }: Read, position: Position, hasMarkdown: boolean): Hover | null {
  const pointed = { start: position, end: position };
  const finding = seen.findings.find(({ region }) => region.path === seen.path && isMet(rangeOf(region), pointed));
  return finding === undefined ? null : { contents: hasMarkdown ? markdown(finding) : plain(finding), range: rangeOf(finding.region) };
}

function markdown({ rule, rules, what, why, steps, context, because }: Finding): MarkupContent {
  const place = context === "production" ? [] : [`*${context}*${because === undefined ? "" : `: ${prose(because)}`}`];
  const links = [...rules.map((id) => `[${id}](${pageOf(id)})`), `[a key that leaked](${rotationPage})`];
  return { kind: "markdown", value: [`**${rule}** · ${prose(what)}`, prose(why), ...place, steps.map((step, at) => `${at + 1}. ${prose(step)}`).join("\n"), links.join(" · ")].join("\n\n") };
}

function plain({ rule, what, why, steps, context, because }: Finding): MarkupContent {
  const place = context === "production" ? [] : [`${context}${because === undefined ? "" : `: ${because}`}`];
  return { kind: "plaintext", value: [`${rule}: ${what}`, why, ...place, steps.map((step, at) => `${at + 1}. ${step}`).join("\n"), pageOf(rule)].join("\n\n") };
}
