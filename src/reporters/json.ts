import { pageOf } from "../links.ts";
import { jsonText } from "./json-text.ts";
import type { Reporter } from "../types/reporter.ts";

/**
 * The report as data for programs. `version` is the format's own: within one, fields are added and none goes or changes its
 * meaning, so that scripts can rely on it. `frame` and the words of messages are for people and may change at any time.
 */
export const json: Reporter = (report, { rules }) => {
  const { findings, suppressed, unused, failures, stale, hidden, counts, repositories } = report;
  const used = new Set(findings.flatMap((finding) => finding.rules));
  // JSON leaves out what is undefined.
  const document = {
    version: 1,
    tool: { name: "keylint", version: report.version },
    findings,
    suppressed: suppressed.map(({ finding: { id, rule, region, repository, name }, by, reason }) => ({ ...(repository === undefined ? {} : { repository, name }), id, rule, region, by, reason })),
    unusedIgnores: unused,
    failures,
    staleEntries: stale.map(({ repository, path, slot, name }) => ({ repository, path, slot, name })),
    hidden,
    counts,
    repositories,
    rules: rules.filter(({ id }) => used.has(id)).map(({ id, summary, severity, cwe }) => ({ id, summary, severity, cwe, page: pageOf(id) })),
  };
  return jsonText(document);
};
