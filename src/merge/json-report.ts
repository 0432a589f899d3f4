import type { Finding } from "../types/finding.ts";
import type { Report } from "../types/report.ts";
import { grouped, own } from "./grouped.ts";
import type { Part } from "./parts.ts";
import { counts, failure, finding, hidden, repositories, silenced, stale, unused, version, type Silenced } from "./report-shape.ts";
import { list, Misshapen, object, optional, word } from "./shape.ts";

interface Document extends Pick<Report, "findings" | "failures" | "hidden" | "counts" | "repositories"> {
  readonly version: 1;
  readonly tool: { readonly name: "keylint"; readonly version: string };
  readonly suppressed: readonly Silenced[];
  readonly unusedIgnores: Report["unused"];
  readonly staleEntries: Report["stale"];
}

const document = object<Document>({
  version: word([1]),
  tool: object<Document["tool"]>({ name: word(["keylint"]), version }),
  findings: list(finding), suppressed: list(silenced), unusedIgnores: list(unused), failures: list(failure), staleEntries: list(stale), hidden, counts,
  repositories: optional(repositories),
});

/** The report that `--format json` wrote. @throws Misshapen when it is none */
export function reportIn(value: unknown): Report {
  const { tool, findings, suppressed, unusedIgnores, failures, staleEntries, hidden: notShown, counts: all, repositories: names } = document(value);
  const report: Report = {
    version: tool.version, findings, suppressed: suppressed.map(({ by, reason, ...one }) => ({ finding: { ...unknown, ...one }, by, ...(reason === undefined ? {} : { reason }) })),
    unused: unusedIgnores, failures, stale: staleEntries, hidden: notShown, counts: all, ...(names === undefined ? {} : { repositories: names }),
  };
  checkNames(report);
  return report;
}

/** Of a finding that was silenced, reports tell where it is and little more. */
const unknown: Finding = {
  id: "", rule: "", rules: [], level: "note", lowered: false, context: "production", region: { path: "", line: 1, column: 1, endLine: 1, endColumn: 1 }, framework: "", slot: "", name: "", evidence: "name",
  what: "", why: "", fix: "", steps: [], trail: [], uses: [],
};

/** What is told of a repository is told of one that the report is about; only what the user named and is missing lies in none. */
function checkNames({ repositories: all, findings, suppressed, unused: ignores, failures, stale: entries }: Report): void {
  const known = new Set<string | undefined>(all?.map(({ name }) => name) ?? [undefined]);
  if (all && known.size < all.length) throw new Misshapen("a list in which each repository stands once", [".repositories"]);
  const strays = [...findings, ...suppressed.map((one) => one.finding), ...ignores, ...entries, ...failures.filter(({ repository }) => repository !== undefined || !all)].filter(({ repository }) => !known.has(repository));
  if (strays.length > 0) throw new Misshapen("a list of all repositories that its findings and failures name", [".repositories"]);
}

/** A report about several repositories, apart. */
export function partsOf(report: Report): { readonly parts: readonly Part[]; readonly missing: Report["failures"] } {
  const [findings, suppressed, unused_, failures, stale_] = [grouped(report.findings, own), grouped(report.suppressed, ({ finding: one }) => one.repository), grouped(report.unused, own), grouped(report.failures, own), grouped(report.stale, own)];
  const parts = (report.repositories ?? []).map(({ name, pathsFrom, counts: part, hidden: notShown }): Part => ({
    repository: { name, pathsFrom },
    report: {
      version: report.version, findings: findings.get(name) ?? [], suppressed: suppressed.get(name) ?? [], unused: unused_.get(name) ?? [], failures: failures.get(name) ?? [], stale: stale_.get(name) ?? [],
      hidden: notShown, counts: part,
    },
  }));
  return { parts, missing: failures.get(undefined) ?? [] };
}
