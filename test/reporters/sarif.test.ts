import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Log, Run } from "sarif";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { sarif } from "../../src/reporters/sarif.ts";
import type { Report } from "../../src/types/report.ts";
import { at, empty, finding } from "./report.ts";

const context = { rules, color: false, now: 0 };

/** The one run of a report's SARIF. */
function runOf(report: Report, category?: string): Run {
  const { runs } = JSON.parse(sarif(report, { ...context, ...(category === undefined ? {} : { category }) })) as Log;
  expect(runs).toHaveLength(1);
  return runs[0] as Run;
}

function notes({ invocations = [] }: Run): readonly string[] {
  return (invocations[0]?.toolExecutionNotifications ?? []).map(({ message }) => message.text ?? "");
}

describe("the category", () => {
  test.each([["backend", "backend/"], ["backend/", "backend/"], ["apps/web", "apps/web/"]])("%s is what stands before the last slash of the run's id", (category, id) => {
    expect(runOf(empty, category).automationDetails).toEqual({ id });
  });

  test("is the workflow's to say when nobody names it", () => {
    expect(runOf(empty)).not.toHaveProperty("automationDetails");
  });
});

describe("what GitHub takes", () => {
  const many = (count: number, level: "error" | "note" = "note") => Array.from({ length: count }, (_, line) => finding({ level, region: at("app.py", line + 1, 1, 9) }));

  test("25,000 findings are listed as they are", () => {
    const run = runOf({ ...empty, findings: many(25_000) });
    expect(run.results).toHaveLength(25_000);
    expect(notes(run)).toEqual([]);
  });

  test("of 25,002 the gravest, and how many are not", () => {
    const run = runOf({ ...empty, findings: [...many(25_000), ...many(2, "error")] });
    expect(run.results?.map(({ level }) => level).slice(0, 3)).toEqual(["error", "error", "note"]);
    expect(run.results).toHaveLength(25_000);
    expect(notes(run)).toEqual(["2 more findings are not listed, because GitHub takes no more."]);
  });

  test("a file of 10 MB after gzip, whatever the names of files are", () => {
    const path = (): string => randomBytes(3000).toString("base64url");
    const findings = [...Array.from({ length: 5000 }, (_, line) => finding({ level: "note", region: at(path(), line + 1, 1, 9) })), finding({ region: at("app.py", 1, 1, 9) })];
    const failures = Array.from({ length: 5000 }, () => ({ path: path(), message: "it is no regular file", fatal: false }));
    const text = sarif({ ...empty, findings, failures }, context);
    expect(gzipSync(text).length).toBeLessThanOrEqual(10_000_000);
    const run = (JSON.parse(text) as Log).runs[0] as Run;
    expect(run.results?.[0]?.level).toBe("error");
    expect(run.results?.length).toBeGreaterThan(1000);
    expect(notes(run).slice(-2)).toEqual([`${5001 - (run.results?.length ?? 0)} more findings are not listed, because GitHub takes no more.`, expect.stringMatching(/^\d+ more failures are not listed/)]);
  });

  test("a result has at most 1,000 locations and 10,000 steps", () => {
    const place = at("app.py", 1, 1, 9);
    const [result] = runOf({ ...empty, findings: [finding({ trail: Array.from({ length: 10_001 }, () => ({ ...place, note: "x" })), elsewhere: Array.from({ length: 1001 }, () => ({ ...place, name: "KEY" })) })] }).results ?? [];
    expect((result?.locations?.length ?? 0) + (result?.relatedLocations?.length ?? 0)).toBe(1000);
    expect(result?.codeFlows?.[0]?.threadFlows[0]?.locations).toHaveLength(10_000);
  });

  test("each rule's texts have at most 1,024 characters, its tags are at most 10, and its severity is a number between 0 and 10 as text", () => {
    for (const { name = "", shortDescription, fullDescription, help, properties } of runOf(empty).tool.driver.rules ?? []) {
      expect(name.length).toBeLessThanOrEqual(255);
      for (const text of [shortDescription?.text, fullDescription?.text, help?.text]) expect(text).toMatch(/^[^]{1,1024}$/);
      expect(properties?.tags?.length).toBeLessThanOrEqual(10);
      expect(properties?.["security-severity"] ?? "0.1").toMatch(/^(\d\.\d|10\.0)$/);
    }
  });
});

test("a name in the repository makes no link in a message", () => {
  const name = "[look](http:/evil.example)";
  const text = sarif({ ...empty, findings: [finding({ what: `${name} is a key.`, trail: [{ ...at(name, 1, 1, 2), note: name }, { ...at("app.py", 1, 1, 2), note: name }], elsewhere: [{ ...at(name, 1, 1, 2), name }] })] }, context);
  const messages = [...text.matchAll(/"text": "(.*)"/g)].map(([, message = ""]) => message);
  expect(messages.filter((message) => message.includes("evil.example"))).toHaveLength(4);
  expect(messages.filter((message) => message.includes("]("))).toEqual([]);
});
