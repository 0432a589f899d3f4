import { homepage } from "../../links.ts";
import { load } from "../../load.ts";
import type { Finding } from "../../types/finding.ts";
import type { Report } from "../../types/report.ts";
import type { Rule } from "../../types/rule.ts";
import { identityOf } from "../identity.ts";
import { summaryOf } from "../summary.ts";
import { controls } from "./controls.ts";
import { article, type Rules } from "./finding.ts";
import { joined, markup, nothing, when, type Markup } from "./markup.ts";
import { others } from "./others.ts";
import { sentence } from "./sentence.ts";
import { scriptFor } from "./script.ts";
import { style } from "./style.ts";

/** The whole document: the same for the same report, so it holds no time. */
export function page(report: Report, rules: readonly Rule[]): string {
  const { findings, version } = report;
  const script = scriptFor(report.repositories !== undefined);
  const { html } = markup`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>keylint: ${headOf(report)}</title>
<style>${{ html: style }}</style>
</head>
<body>
<a class="skip" href="#findings">To the findings</a>
<header class="top">
<div class="bar"><h1>keylint</h1><button id="theme" type="button" aria-pressed="false" hidden>Dark theme</button></div>
${findings.length === 0 ? clean(report) : found(report)}${facts(report)}</header>
<main id="findings" tabindex="-1">
${when(findings.length > 0, () => controls(findings))}${groups(findings, new Map(rules.map((rule) => [rule.id, rule])))}${others(report)}</main>
<footer><p><a href="${homepage}">keylint</a> ${version}. No key stands in this page: every literal of the source is covered.</p></footer>
<script>${{ html: script }}</script>
</body>
</html>
`;
  return html;
}

/** Nothing may be loaded, sent or run but the one style and the one script of the page, known by their digests. */
function policy(script: string): string {
  const digest = (text: string): string => `'sha256-${load("node:crypto").createHash("sha256").update(text).digest("base64")}'`;
  return `default-src 'none'; style-src ${digest(style)}; script-src ${digest(script)}; base-uri 'none'; form-action 'none'`;
}

/** The first sentence of the summary, without its full stop. */
function headOf(report: Report): string {
  return summaryOf(report).split(". ")[0]?.replace(/\.$/, "") ?? "";
}

/** What the summary says after that. */
function restOf(report: Report): string {
  return summaryOf(report).slice(headOf(report).length + 2);
}

function found(report: Report): Markup {
  const tiles = gravities.map(({ level, one, title }) => {
    const count = report.findings.filter((finding) => finding.level === level).length;
    const text = markup`<b>${count}</b> ${count === 1 ? one : title.toLowerCase()}`;
    return count === 0 ? markup`<li class="none">${text}</li>` : markup`<li class="${level}"><a href="#${level}s">${text}</a></li>`;
  });
  const rest = restOf(report);
  return markup`<p class="lead">${headOf(report)}.</p>
<ul class="tiles" aria-label="Findings by level">${joined(tiles, "\n")}</ul>
${when(rest !== "", () => markup`<p class="rest">${sentence(rest)}</p>\n`)}`;
}

/** Nothing found; when not all could be looked at, without the tick. */
function clean(report: Report): Markup {
  const sure = report.failures.length === 0;
  const rest = restOf(report);
  return markup`<div class="clean${sure ? "" : " unsure"}"><span aria-hidden="true">${sure ? "✓" : "!"}</span><div><h2>${headOf(report)}</h2>
<p>${sentence(rest === "" ? "Nothing was silenced, and every file was checked in full." : rest)}</p></div></div>
`;
}

/** To the lists behind the findings, and how much was looked at for all of it. */
function facts({ counts, suppressed, failures, unused, stale, hidden }: Report): Markup {
  const linked = (id: string, count: number, words: string): readonly Markup[] => (count === 0 ? [] : [markup`<a href="#${id}">${count} ${words}</a>`]);
  const notShown = Object.entries(hidden).filter(([, count]) => count > 0).map(([context, count]) => `${count} in ${context}`);
  const all = [
    markup`${counts.keys} ${counts.keys === 1 ? "key" : "keys"} judged, ${counts.read} ${counts.read === 1 ? "file" : "files"} read`,
    ...linked("failures", failures.length, "not checked in full"),
    ...linked("unused", unused.length, unused.length === 1 ? "unused ignore" : "unused ignores"),
    ...linked("stale", stale.length, stale.length === 1 ? "stale entry" : "stale entries"),
    ...linked("silenced", suppressed.length, "known or silenced"),
    ...(notShown.length === 0 ? [] : [markup`not shown: ${notShown.join(", ")}`]),
  ];
  return markup`<ul class="facts" aria-label="In figures">${all.map((fact) => markup`<li>${fact}</li>`)}</ul>
`;
}

const gravities = [
  { level: "error", one: "error", title: "Errors" },
  { level: "warning", one: "warning", title: "Warnings" },
  { level: "note", one: "note", title: "Notes" },
] as const;

/** The gravest first, by path and line within. */
function groups(findings: readonly Finding[], rules: Rules): Markup {
  const all = anchored(findings);
  const sections = gravities.map(({ level, title }) => {
    const shown = all.filter(({ finding }) => finding.level === level);
    if (shown.length === 0) return nothing;
    return markup`<section id="${level}s" class="group" aria-labelledby="${level}s-title">
<h2 id="${level}s-title">${title} <span class="count">${shown.length}</span></h2>
${shown.map(({ finding, anchor }) => article(finding, anchor, rules))}</section>
`;
  });
  const none = markup`<div id="none" class="nothing" hidden><p>Nothing matches.</p><button type="button" id="reset">Show all findings</button></div>
`;
  return joined([...sections, when(findings.length > 0, () => none)]);
}

/** The beginning of a finding's identity: a link to it holds for the reports of later runs. Those of the same beginning are counted. */
function anchored(findings: readonly Finding[]): readonly { readonly finding: Finding; readonly anchor: string }[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const start = `key-${identityOf(finding).slice(0, 12).replace(/[^0-9a-z]/gi, "")}`;
    const count = (seen.get(start) ?? 0) + 1;
    seen.set(start, count);
    return { finding, anchor: count === 1 ? start : `${start}-${count}` };
  });
}
