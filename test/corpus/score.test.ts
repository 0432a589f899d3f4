import { describe, expect, test } from "vitest";
import { lintFiles } from "../support/lint.ts";
import type { Label } from "./labels.ts";
import { figures, figuresTable, pageOf } from "./page.ts";
import { judge, type Case, type Reported } from "./score.ts";
import { count, meanOverRepositories, shares } from "./tally.ts";

function label(line: number, fields: Partial<Label> = {}): Label {
  const { verdict = "finding" } = fields;
  const category = verdict === "finding" ? "weak" : "salt";
  return { repo: "acme/shop", path: "app.py", line, verdict, category, context: "production", framework: "flask", sink: "SECRET_KEY", why: `what stands on line ${line}`, unsure: false, sinks: new Set(), ...fields };
}

function report(line: number, fields: Partial<Omit<Reported, "region">> & { readonly path?: string; readonly column?: number } = {}): Reported {
  const { path = "app.py", column = 1, ...more } = fields;
  return { rule: "low-entropy-key", context: "production", evidence: "api", region: { path, line, column }, ...more };
}

const clean = { verdict: "clean" } as const;

/** Each case as `kind line`, a report's leading rule beside it. */
function said(cases: readonly Case[]): readonly string[] {
  return cases.map(({ kind, line, report: of }) => `${kind} ${line}${of === undefined ? "" : ` ${of.rule}`}`);
}

function judged(labels: readonly Label[], reports: readonly Reported[]): readonly Case[] {
  return judge("acme/shop", labels, reports);
}

describe("a report meets a label", () => {
  test.each<[string, readonly Label[], readonly Reported[], readonly string[]]>([
    ["a hit", [label(3)], [report(3)], ["hit 3 low-entropy-key"]],
    ["a miss", [label(3)], [], ["missed 3"]],
    ["a report in another file is no hit", [label(3)], [report(3, { path: "b.py" })], ["missed 3", "unlabelled 3 low-entropy-key"]],
    ["a clean line that is left alone", [label(3, clean)], [], ["silent 3"]],
    ["a clean line that is reported", [label(3, clean)], [report(3)], ["flagged 3 low-entropy-key"]],
    ["a report that no label speaks of", [label(3)], [report(3), report(9)], ["hit 3 low-entropy-key", "unlabelled 9 low-entropy-key"]],
    ["one line away is near", [label(3)], [report(4)], ["hit 3 low-entropy-key"]],
    ["two lines away is not", [label(3)], [report(5)], ["missed 3", "unlabelled 5 low-entropy-key"]],
    ["several reports on one line count once", [label(3)], [report(3, { column: 30, rule: "short-key" }), report(3)], ["hit 3 low-entropy-key"]],
    ["several false ones on one line, too", [], [report(3), report(3, { column: 30 })], ["unlabelled 3 low-entropy-key"]],
    ["reports above and below one label are one hit", [label(3)], [report(2), report(4)], ["hit 3 low-entropy-key"]],
    ["two labels side by side need two reports", [label(3), label(4)], [report(3)], ["hit 3 low-entropy-key", "missed 4"]],
    ["the label on the line goes before the one beside it", [label(3), label(4, clean)], [report(4)], ["missed 3", "flagged 4 low-entropy-key"]],
    ["beside both, the finding is meant", [label(2, clean), label(4)], [report(3)], ["silent 2", "hit 4 low-entropy-key"]],
    ["the one without a report is meant", [label(2), label(4)], [report(2), report(3)], ["hit 2 low-entropy-key", "hit 4 low-entropy-key"]],
    ["where the key is used: neither for nor against", [label(3, { sinks: new Set([20]) })], [report(20)], ["missed 3", "sink 20 low-entropy-key"]],
    ["a clean line's own report is false, though a key is used there", [label(3, { sinks: new Set([20]) }), label(20, clean)], [report(20)], ["missed 3", "flagged 20 low-entropy-key"]],
    ["rules that the labels do not speak of are left out", [label(3)], [report(3, { rule: "missing-key" }), report(8, { rule: "reused-key" })], ["missed 3"]],
  ])("%s", (_, labels, reports, wanted) => {
    expect(said(judged(labels, reports))).toEqual(wanted);
  });
});

describe("which row a case counts in", () => {
  const section = (labels: readonly Label[], reports: readonly Reported[] = []): readonly string[] => judged(labels, reports).map((one) => `${one.kind} ${one.section}`);

  test("unsure goes before the context", () => {
    expect(section([label(1), label(3, { context: "example" }), label(5, { context: "test" }), label(7, { context: "docs" }), label(9, { context: "test", unsure: true })])).toEqual(["missed headline", "missed headline", "missed test", "missed docs", "missed unsure"]);
  });

  test("a report without a label has the context of the nearest label", () => {
    expect(section([label(1, { ...clean, context: "test" }), label(30, clean)], [report(9)]).at(-1)).toBe("unlabelled test");
  });

  test.each([["tests/a.py", "test"], ["a.spec.ts", "test"], ["test_a.py", "test"], ["docs/a.py", "docs"], ["README.md", "docs"], ["latest/contest.py", "headline"]])("in a file without labels the path decides: %s", (path, wanted) => {
    expect(section([], [report(9, { path })])).toEqual([`unlabelled ${wanted}`]);
  });
});

describe("figures", () => {
  /** 3 hits, 1 miss, 1 flagged of 2 clean, 1 unlabelled; beside them an unsure hit, a test's miss, a report at a sink. */
  const cases = judged(
    [label(1), label(10), label(20), label(30, { sinks: new Set([90]) }), label(40, clean), label(50, clean), label(60, { unsure: true }), label(70, { context: "test" })],
    [report(1), report(11), report(20), report(40), report(60), report(90), report(100)],
  );

  test("are counted", () => {
    expect(count(cases.filter((one) => one.section === "headline"))).toEqual({ findings: 4, hit: 3, missed: 1, clean: 2, flagged: 1, unlabelled: 0, sink: 1 });
    expect(cases.filter((one) => one.kind === "unlabelled").map((one) => one.section)).toEqual(["test"]);
  });

  test("precision counts every false report, recall every finding", () => {
    const { precision, recall, f1 } = shares({ findings: 4, hit: 3, missed: 1, clean: 2, flagged: 1, unlabelled: 2, sink: 5 });
    expect([precision, recall, f1]).toEqual([3 / 6, 3 / 4, 2 * (1 / 2) * (3 / 4) / (1 / 2 + 3 / 4)]);
  });

  test("there is no share of nothing, and false reports alone are precision 0", () => {
    const none = { findings: 0, hit: 0, missed: 0, clean: 4, flagged: 0, unlabelled: 0, sink: 0 };
    expect(shares(none)).toEqual({ precision: undefined, recall: undefined, f1: undefined });
    expect(shares({ ...none, unlabelled: 1 })).toEqual({ precision: 0, recall: undefined, f1: 0 });
    expect(shares({ ...none, findings: 2, missed: 2 })).toEqual({ precision: undefined, recall: 0, f1: 0 });
  });

  test("the mean takes each repository once, one with false reports only as well", () => {
    const large = judged([1, 10, 20, 30].map((line) => label(line)), [1, 10, 20, 30].map((line) => report(line)));
    const small = judge("acme/till", [label(1, { repo: "acme/till" })], []);
    const keyless = judge("acme/none", [], [report(1)]);
    expect(meanOverRepositories([...large, ...small, ...keyless])).toEqual({ precision: (1 + 0) / 2, recall: (1 + 0) / 2, f1: (1 + 0 + 0) / 3 });
  });

  test("stand in rows of their own", () => {
    expect(figuresTable(figures(cases)).split("\n").slice(2)).toEqual([
      "| production and example | 4 | 3 | 1 | 2 | 1 | 0 | 1 | 0.750 | 0.750 | 0.750 |",
      "| the same, mean over repositories | – | – | – | – | – | – | – | 0.750 | 0.750 | 0.750 |",
      "| unsure (reviewers may not agree) | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 1.000 | 1.000 | 1.000 |",
      "| tests | 1 | 0 | 1 | 0 | 0 | 1 | 0 | 0.000 | 0.000 | 0.000 |",
      "| documentation | 0 | 0 | 0 | 0 | 0 | 0 | 0 | – | – | – |",
      "| tests and documentation, mean over repositories | – | – | – | – | – | – | – | 0.000 | 0.000 | 0.000 |",
    ]);
  });
});

describe("the page", () => {
  const labels = [label(1, { category: "hardcoded" }), label(10, { context: "example" }), label(20, { category: "fallback" }), label(30, { context: "test" }), label(40, { unsure: true, context: "docs" }), label(50, { ...clean, why: "a salt | nothing\u2026" })];
  const reports = [
    report(1, { rule: "published-key", context: "development", evidence: "name" }), report(1, { rule: "short-key", column: 40, evidence: "api" }),
    report(10, { context: "test" }), report(20, { rule: "hardcoded-key" }), report(40), report(50, { rule: "short-key", evidence: "name" }),
  ];
  const cost = { repo: "acme/shop", seconds: 1.234, megabytes: 99.6, files: 7, failures: 2, status: 0 };
  const outcome = { version: "1.2.3", labels: "a.jsonl", costs: [cost], cases: judged(labels, reports) };
  const parts = new Map(pageOf(outcome, true).split(/^#+ /m).map((part) => [part.split("\n")[0] ?? "", part.trim()]));
  const rows = (title: string): readonly string[] => (parts.get(title) ?? "").split("\n").filter((line) => line.startsWith("|")).slice(2);

  test.each<[string, readonly string[]]>([
    ["By category", ["| fallback | 1 | 1 | 0 | 1.000 |", "| hardcoded | 1 | 1 | 0 | 1.000 |", "| weak | 1 | 1 | 0 | 1.000 |"]],
    ["Clean lines that are reported", ["| salt | 1 | 1 |"]],
    ["By framework", ["| flask | 3 | 3 | 0 | 1 | 1 | 0 | 0.750 | 1.000 | 0.857 |"]],
    ["By repository", ["| acme/shop | 3 | 3 | 0 | 1 | 1 | 0 | 0.750 | 1.000 | 0.857 |"]],
    ["By evidence", ["| api | 3 | 0 | 0 | 1.000 |", "| name | 0 | 1 | 0 | 0.000 |"]],
    ["What the labels call a key, and what keylint calls it", ["| fallback | 1 |  |  |", "| hardcoded |  |  | **1** |", "| weak |  | **1** |  |"]],
    ["Where the labels see it, and where keylint does", ["| example |  |  | 1 |", "| production | **1** | **1** |  |"]],
    ["Time and peak memory", ["| acme/shop | 7 | 2 | 0 | 1.23 | 100 |"]],
  ])("%s", (title, wanted) => {
    expect(rows(title)).toEqual(wanted);
  });

  test("says which share of the hits is called and placed as the labels do", () => {
    expect(parts.get("What the labels call a key, and what keylint calls it")).toContain("2 of 3, 0.667.");
    expect(parts.get("Where the labels see it, and where keylint does")).toContain("2 of 3, 0.667.");
  });

  test("lists every miss and false alarm when asked, and else none", () => {
    expect((parts.get("Misses and false alarms") ?? "").split("\n").slice(2)).toEqual([
      "- flagged: `acme/shop/app.py:50` (salt, production, reported as short-key): a salt | nothing…",
      "- missed: `acme/shop/app.py:30` (weak, test): what stands on line 30",
    ]);
    expect(pageOf(outcome, false)).not.toContain("app.py");
  });
});

test("a small repository, linted and scored", () => {
  const app = ["from flask import Flask", "", "app = Flask(__name__)", 'app.secret_key = "hunter"', "", 'SALT = "pepper"', ""].join("\n");
  const labels = [label(4), label(6, clean), label(1, { path: "lost.py", category: "hardcoded" })];
  const cases = judged(labels, lintFiles({ "app.py": app, "lost.py": "nothing = 1\n" }).findings);
  expect(said(cases)).toEqual(["hit 4 low-entropy-key", "silent 6", "missed 1"]);
});
