import { UNJUDGED } from "./agreement.ts";
import type { Label, LabelContext } from "./labels.ts";
import { pairUp, type Pair } from "./pair.ts";

/** What the score needs of a finding in keylint's JSON. */
export interface Reported {
  readonly rule: string;
  readonly context: string;
  readonly evidence: string;
  readonly region: { readonly path: string; readonly line: number; readonly column: number };
}

/** The headline is what runs in production or is shown as an example; reviewers agree on it. The others have rows of their own. */
export type Section = "headline" | "unsure" | "test" | "docs";

/** A label and what became of it, or a report without a label. */
export interface Case {
  readonly kind: "hit" | "missed" | "silent" | "flagged" | "unlabelled" | "sink";
  readonly section: Section;
  readonly repo: string;
  readonly path: string;
  readonly line: number;
  /** The label's; for a report without one `(unlabelled)`. */
  readonly category: string;
  readonly framework: string;
  /** The label's; for a report without one that of the nearest label in the file, else told from the path. */
  readonly context: LabelContext;
  readonly why?: string;
  /** The report's leading rule, context and evidence. Of several on one line it is the first by column; `api` goes before `name`. */
  readonly report?: { readonly rule: string; readonly context: string; readonly evidence: string } | undefined;
}

/** Paths of tests and documents, for reports in files without a label. */
const TESTS = /(?:^|\/)(?:tests?|__tests__|specs?|e2e)\/|(?:^|\/)(?:test_|conftest\.)|[._-](?:test|spec)s?\.\w+$/i;
const DOCS = /(?:^|\/)docs?\/|\.(?:md|mdx|rst)$/i;

/** Every label of a repository and every report there that no label speaks of, judged. */
export function judge(repo: string, labels: readonly Label[], findings: readonly Reported[]): readonly Case[] {
  const files = groups(labels, ({ path }) => path);
  const reported = groups(findings.filter(({ rule }) => !UNJUDGED.includes(rule)), ({ region }) => region.path);
  return [...new Set([...files.keys(), ...reported.keys()])].flatMap((path) => judgeFile(repo, path, files.get(path) ?? [], reported.get(path) ?? []));
}

function judgeFile(repo: string, path: string, labels: readonly Label[], findings: readonly Reported[]): readonly Case[] {
  const pairs = pairUp(labels, findings.map(({ region }) => region.line));
  const reportAt = ({ line }: Pair): Case["report"] => reportOn(findings.filter(({ region }) => region.line === line));
  const ofLabels = labels.map((label): Case => {
    const met = pairs.find((pair) => pair.label === label && pair.kind !== "sink");
    if (!met) return { ...about(label), kind: label.verdict === "finding" ? "missed" : "silent" };
    return { ...about(label), kind: met.kind, report: reportAt(met) };
  });
  const ofReports = pairs.flatMap((pair): readonly Case[] => {
    if (pair.kind === "sink" && pair.label) return [{ ...about(pair.label), line: pair.line, kind: "sink", report: reportAt(pair) }];
    if (pair.kind !== "unlabelled") return [];
    const context = contextAt(labels, path, pair.line);
    return [{ kind: "unlabelled", section: sectionOf(false, context), repo, path, line: pair.line, category: "(unlabelled)", framework: "(unlabelled)", context, report: reportAt(pair) }];
  });
  return [...ofLabels, ...ofReports];
}

function about({ repo, path, line, category, framework, context, why, unsure }: Label): Omit<Case, "kind"> {
  return { section: sectionOf(unsure, context), repo, path, line, category, framework, context, why };
}

function sectionOf(unsure: boolean, context: LabelContext): Section {
  if (unsure) return "unsure";
  return context === "test" || context === "docs" ? context : "headline";
}

function reportOn(findings: readonly Reported[]): Case["report"] {
  const [first] = [...findings].sort((a, b) => a.region.column - b.region.column);
  if (!first) return undefined;
  const evidence = findings.some((one) => one.evidence === "api") ? "api" : first.evidence;
  return { rule: first.rule, context: first.context, evidence };
}

function contextAt(labels: readonly Label[], path: string, line: number): LabelContext {
  const [nearest] = [...labels].sort((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line));
  if (nearest) return nearest.context;
  if (TESTS.test(path)) return "test";
  return DOCS.test(path) ? "docs" : "production";
}

/** What one has in common with others, and all that have it, in the order in which they come. */
export function groups<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return found;
}
