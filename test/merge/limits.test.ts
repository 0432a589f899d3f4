import { expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { joinedParts, type Part } from "../../src/merge/parts.ts";
import { merging } from "../../src/merging.ts";
import { sarif } from "../../src/reporters/sarif.ts";
import type { Report } from "../../src/types/report.ts";
import { at, empty, finding } from "../reporters/report.ts";

const context = { rules, color: false, now: 0 };

/** So many notes in one file of a repository, and one error behind them. */
function part(name: string, notes: number): Part {
  const findings = [...Array.from({ length: notes }, (_, line) => finding({ level: "note", region: at("app.py", line + 1, 1, 9) })), finding({ region: at("main.py", 1, 1, 9) })];
  return { repository: { name, pathsFrom: "repository" }, report: { ...empty, findings } };
}

function mergedSarif(reports: readonly Report[]): string {
  const files = reports.map((report, index) => ({ file: `${index}.sarif`, bytes: Buffer.from(sarif(report, context)) }));
  const merged = merging.merge({ files, formats: ["sarif"], ruleIds: rules.map(({ id }) => id), version: empty.version });
  return "mistake" in merged ? merged.mistake : merged.textIn("sarif", context);
}

test.each([
  ["together they hold too much", [9_000, 9_000, 9_000]],
  ["one of them alone does", [26_000, 10, 20]],
])("of more than SARIF takes, the gravest of all are listed, and how many are not: %s", (_what, counts) => {
  const parts = counts.map((count, index) => part(`r${index}`, count));
  const whole = sarif(joinedParts(parts, [], empty.version), context);
  expect(whole).toContain(`${counts.reduce((sum, count) => sum + count + 1, 0) - 25_000} more findings are not listed`);
  expect(mergedSarif(parts.map((one) => joinedParts([one], [], empty.version)).reverse()) === whole).toBe(true);
  const [one = empty] = parts.map((single) => joinedParts([single], [], empty.version));
  expect(mergedSarif([one, one]) === sarif(one, context)).toBe(true);
});
