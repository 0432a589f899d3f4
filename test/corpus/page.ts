import { printable } from "../../src/text/printable.ts";
import { code, table } from "../docs/parts.ts";
import { CONTEXTS_OF, RULES_OF } from "./agreement.ts";
import { groups, type Case, type Section } from "./score.ts";
import { count, meanOverRepositories, share, shares, type Counts, type Shares } from "./tally.ts";

/** What a run on one repository took, and the files that keylint could not read or understand in full. */
export interface Cost {
  readonly repo: string;
  readonly seconds: number;
  readonly megabytes: number;
  readonly files: number;
  readonly failures: number;
  /** keylint's own: 2 when it crashed on a file. */
  readonly status: number;
}

/** All that the page says. */
export interface Outcome {
  readonly version: string;
  /** The labels' file, by its name alone. */
  readonly labels: string;
  readonly costs: readonly Cost[];
  readonly cases: readonly Case[];
}

/** One row of figures as README.md shows it. */
export interface FigureRow extends Partial<Counts>, Shares {
  readonly name: string;
}

const SECTIONS: readonly { readonly section: Section; readonly name: string }[] = [
  { section: "headline", name: "production and example" },
  { section: "unsure", name: "unsure (reviewers may not agree)" },
  { section: "test", name: "tests" },
  { section: "docs", name: "documentation" },
];

const COUNTS = ["findings", "hit", "missed", "clean", "flagged", "unlabelled"] as const;
const SHARES = ["precision", "recall", "F1"];

/** A miss or a false alarm. */
export function isWrong({ kind }: Case): boolean {
  return kind === "missed" || kind === "flagged" || kind === "unlabelled";
}

/** The rows of the first table: the headline, its mean over repositories, and what the headline leaves out. */
export function figures(cases: readonly Case[]): readonly FigureRow[] {
  const [headline, ...others] = SECTIONS.map(({ section, name }) => ({ name, cases: cases.filter((one) => one.section === section) }));
  if (!headline) return [];
  const row = ({ name, cases: of }: typeof headline): FigureRow => ({ name, ...count(of), ...shares(count(of)) });
  const outside = cases.filter(({ section }) => section === "test" || section === "docs");
  return [
    row(headline), { name: "the same, mean over repositories", ...meanOverRepositories(headline.cases) }, ...others.map(row),
    { name: "tests and documentation, mean over repositories", ...meanOverRepositories(outside) },
  ];
}

/** The first table. */
export function figuresTable(rows: readonly FigureRow[]): string {
  return table(["", ...COUNTS, "at sink", ...SHARES], rows.map((row) => [row.name, ...COUNTS.map((name) => text(row[name])), text(row.sink), ...sharesOf(row)]));
}

/** The whole page, in Markdown. `list` adds each miss and false alarm. No value stands in it: labels and reports hold none. */
export function pageOf({ version, labels, costs, cases }: Outcome, list: boolean): string {
  const headline = cases.filter(({ section }) => section === "headline");
  const parts = [
    `# How well keylint ${version} finds`,
    `${cases.filter(({ kind }) => kind !== "unlabelled" && kind !== "sink").length} labels of ${code(printable(labels))} in ${costs.length} repositories. Hit and missed are findings, flagged are clean lines that are reported, unlabelled are reports that no label speaks of: both count as false. What is reported where a labelled key is used, not where it stands, is at sink and counts neither way.`,
    figuresTable(figures(cases)),
    "The other tables are of production and example alone, unless they say otherwise.",
    "## By category", findingsBy(headline),
    "## Clean lines that are reported", flaggedBy(headline),
    "## By framework", groupTable("framework", headline, ({ framework }) => framework),
    "## By repository", groupTable("repository", headline, ({ repo }) => repo),
    "## By evidence", evidenceTable(headline),
    "## What the labels call a key, and what keylint calls it", matrix("category", hitsIn(cases), ({ category }) => category, ({ report }) => report?.rule, RULES_OF),
    "## Where the labels see it, and where keylint does", matrix("context", hitsIn(cases), ({ context }) => context, ({ report }) => report?.context, CONTEXTS_OF),
    "## Time and peak memory", costTable(costs),
    ...(list ? ["## Misses and false alarms", listOf(cases)] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

function findingsBy(cases: readonly Case[]): string {
  const rows = sorted(groups(cases.filter(({ kind }) => kind === "hit" || kind === "missed"), ({ category }) => category));
  return table(["category", "findings", "hit", "missed", "recall"], rows.map(([name, of]) => cells(name, count(of), ["findings", "hit", "missed"], [shares(count(of)).recall])));
}

function flaggedBy(cases: readonly Case[]): string {
  const rows = sorted(groups(cases.filter(({ kind }) => kind === "silent" || kind === "flagged"), ({ category }) => category)).map(([name, of]) => ({ name, counts: count(of) }));
  const bad = rows.filter(({ counts }) => counts.flagged > 0);
  const silent = rows.filter(({ counts }) => counts.flagged === 0);
  const rest = `${silent.reduce((sum, { counts }) => sum + counts.clean, 0)} lines of ${silent.length} other categories are left alone.`;
  if (bad.length === 0) return rest;
  return `${table(["category", "clean", "flagged"], bad.map(({ name, counts }) => cells(name, counts, ["clean", "flagged"])))}\n\n${rest}`;
}

function groupTable(title: string, cases: readonly Case[], keyOf: (one: Case) => string): string {
  return table([title, ...COUNTS, ...SHARES], sorted(groups(cases, keyOf)).map(([name, of]) => [...cells(name, count(of), COUNTS), ...sharesOf(shares(count(of)))]));
}

/** Of reports: what is not reported has no evidence. */
function evidenceTable(cases: readonly Case[]): string {
  const rows = sorted(groups(cases.filter(({ kind, report }) => report && kind !== "sink"), ({ report }) => report?.evidence ?? ""));
  return table(["evidence", "hit", "flagged", "unlabelled", "precision"], rows.map(([name, of]) => cells(name, count(of), ["hit", "flagged", "unlabelled"], [shares(count(of)).precision])));
}

/** The hits of which reviewers are sure, in all contexts. */
function hitsIn(cases: readonly Case[]): readonly Case[] {
  return cases.filter(({ kind, section }) => kind === "hit" && section !== "unsure");
}

/** Label against report. What agrees is set in bold; `agreeing` says for each label which reports do. */
function matrix(title: string, hits: readonly Case[], labelOf: (one: Case) => string, reportOf: (one: Case) => string | undefined, agreeing: Readonly<{ [label: string]: readonly string[] }>): string {
  const agrees = (label: string, report: string): boolean => agreeing[label]?.includes(report) ?? false;
  const columns = sorted(groups(hits, (one) => reportOf(one) ?? "")).map(([name]) => name);
  const rows = sorted(groups(hits, labelOf)).map(([label, of]) => [label, ...columns.map((column) => {
    const n = of.filter((one) => reportOf(one) === column).length;
    return n === 0 ? "" : agrees(label, column) ? `**${n}**` : String(n);
  })]);
  const right = hits.filter((one) => agrees(labelOf(one), reportOf(one) ?? "")).length;
  return `Of all hits, tests and documentation among them, but not of the unsure. Bold agrees: ${right} of ${hits.length}, ${text(share(right, hits.length))}.\n\n${table([title, ...columns], rows)}`;
}

function costTable(costs: readonly Cost[]): string {
  return table(["repository", "files", "not understood", "exit status", "seconds", "MB"], costs.map(({ repo, files, failures, status, seconds, megabytes }) => [repo, String(files), String(failures), String(status), seconds.toFixed(2), megabytes.toFixed(0)]));
}

function listOf(cases: readonly Case[]): string {
  const lines = SECTIONS.flatMap(({ section }) => cases.filter((one) => one.section === section && isWrong(one)).map(caseLine));
  return lines.length === 0 ? "None." : lines.join("\n");
}

function caseLine({ kind, section, repo, path, line, category, context, why, report }: Case): string {
  const place = code(printable(`${repo}/${path}:${line}`));
  const said = report === undefined ? [] : [`reported as ${report.rule}`];
  return `- ${kind}: ${place} (${[category, context, ...(section === "unsure" ? ["unsure"] : []), ...said].join(", ")})${why === undefined ? "" : `: ${why}`}`;
}

function cells(name: string, counts: Counts, columns: readonly (keyof Counts)[], more: readonly (number | undefined)[] = []): readonly string[] {
  return [name, ...columns.map((column) => text(counts[column])), ...more.map(decimal)];
}

function sharesOf({ precision, recall, f1 }: Shares): readonly string[] {
  return [precision, recall, f1].map(decimal);
}

function decimal(value: number | undefined): string {
  return value === undefined ? "–" : value.toFixed(3);
}

function text(value: number | undefined): string {
  if (value === undefined) return "–";
  return Number.isInteger(value) ? String(value) : value.toFixed(3);
}

function sorted<T>(grouped: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...grouped].sort(([a], [b]) => (a < b ? -1 : 1));
}
