import { describe, expect, test } from "vitest";
import { pastOf } from "../../src/reporters/past.ts";
import { summaryOf } from "../../src/reporters/summary.ts";
import type { Past } from "../../src/types/past.ts";
import type { Report, Suppressed } from "../../src/types/report.ts";
import { at, empty, finding } from "./report.ts";

const summary = (more: Partial<Report>): string => summaryOf({ ...empty, ...more });
const none = "No leaked or weak keys in 3 files.";

describe("the last line of a report", () => {
  const by = (...ways: readonly string[]): readonly Suppressed[] => ways.map((way) => ({ finding: finding({}), by: way }) as Suppressed);
  const repository = (name: string, pathsFrom: "repository" | "cwd") => ({ name, pathsFrom, counts: empty.counts, hidden: {} });
  const failure = { path: "a.py", message: "it is no regular file", fatal: false };
  const stale = { path: "a.py", slot: "flask/secret-key", name: "KEY" };

  test.each<[line: string, more: Partial<Report>]>([
    [none, {}],
    ["No leaked or weak keys in 1 file.", { counts: { files: 1, read: 0, keys: 0 } }],
    ["No leaked or weak keys in 0 files.", { counts: { files: 0, read: 0, keys: 0 } }],
    ["1 key to mend (1 error) in 3 files.", { findings: [finding({})] }],
    ["4 keys to mend (1 error, 2 warnings, 1 note) in 3 files.", { findings: (["note", "warning", "error", "warning"] as const).map((level) => finding({ level })) }],
    [`${none} 1 was in the baseline.`, { suppressed: by("baseline") }],
    [`${none} 2 were in the baseline. 1 was there before. 1 silenced by an ignore.`, { suppressed: by("baseline", "since", "keylint-ignore", "baseline") }],
    [`${none} 2 were there before. 3 silenced by ignores.`, { suppressed: by("since", "nosec", "since", "keylint-ignore", "config") }],
    [`${none} 1 entry of the baseline is stale: keylint baseline prune.`, { stale: [stale] }],
    [`${none} 2 entries of the baseline are stale: keylint baseline prune.`, { stale: [stale, stale] }],
    [`${none} 1 file could not be checked in full.`, { failures: [failure] }],
    [`${none} 2 files could not be checked in full.`, { failures: [failure, failure] }],
    [`${none} 1 more in development: --context all.`, { hidden: { development: 1, test: 0 } }],
    [`${none} 3 more in tests and docs: --context all.`, { hidden: { test: 1, docs: 2 } }],
    [`${none} 6 more in examples, tests and docs: --context all.`, { hidden: { example: 3, test: 1, docs: 2 } }],
    ["No leaked or weak keys in 3 files of 1 repository.", { repositories: [repository("a", "repository")] }],
    ["No leaked or weak keys in 3 files of 2 repositories.", { repositories: [repository("a", "repository"), repository("b", "repository")] }],
    ["No leaked or weak keys in 3 files of 1 folder.", { repositories: [repository("a", "cwd")] }],
    ["No leaked or weak keys in 3 files of 2 folders.", { repositories: [repository("a", "repository"), repository("b", "cwd")] }],
    ["No leaked or weak keys in 7 versions of 3 files, 2 commits.", { past: { versions: 7, commits: 2 } as Report["past"] & object }],
    ["No leaked or weak keys in 0 versions of 0 files, 0 commits.", { past: { versions: 0, commits: 0 } as Report["past"] & object, counts: { files: 0, read: 0, keys: 0 } }],
  ])("%s", (line, more) => expect(summary(more)).toBe(line));
});

describe("what the commits tell of a key", () => {
  const [added, removed] = [{ commit: "0123456789abcdef0123456789abcdef01234567", date: "2024-02-29" }, { commit: "fedcba9876543210fedcba9876543210fedcba98", date: "2025-01-31" }];
  const past: Past = { added, atHead: true, days: 3, earlier: 0, at: added.commit, places: [{ path: "app.py", added }] };
  const elsewhere = (...paths: readonly string[]): Past["places"] => [...past.places, ...paths.map((path) => ({ path, added }))];

  test.each<[text: string, more: Partial<Past>]>([
    ["Since 2024-02-29 (0123456789), 3 days without a break up to HEAD.", {}],
    ["Since 2024-02-29 (0123456789), 1 day, on another branch than HEAD.", { atHead: false, days: 1 }],
    ["From 2024-02-29 (0123456789) to 2025-01-31 (fedcba9876), less than a day.", { removed, atHead: false, days: 0 }],
    ["Since 2024-02-29 (0123456789), 3 days without a break up to HEAD. 1 other key stood there before it.", { earlier: 1 }],
    ["Since 2024-02-29 (0123456789), 3 days without a break up to HEAD. 2 other keys stood there before it. It was in old.py too.", { earlier: 2, places: elsewhere("old.py") }],
    ["Since 2024-02-29 (0123456789), 3 days without a break up to HEAD. It was in a.py, b\\x1b.py, c.py and 1 more too.", { places: elsewhere("a.py", "b\u001b.py", "c.py", "d.py") }],
  ])("%s", (text, more) => expect(pastOf({ ...past, ...more }, "app.py")).toBe(text));

  test("of a place, not of another", () => expect(pastOf(past, at("other.py", 1, 1, 2).path)).toContain("It was in app.py too."));
});
