import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import type { Finding } from "../../src/types/finding.ts";
import type { Rule } from "../../src/types/rule.ts";
import { lintFiles } from "../support/lint.ts";
import { examplesIn } from "../../src/text/page.ts";

/** The rules that a finding names; of a rule that stands beside others, only whether it is among them. */
function named(rule: Rule, { rules: all }: Finding): string | undefined {
  return rule.beside ? all.find((id) => id === rule.id) : all[0];
}

describe.each(rules.map((rule) => ({ rule, id: rule.id })))("rules/$id.md", ({ rule, id }) => {
  const page = readFileSync(new URL(`../../rules/${id}.md`, import.meta.url), "utf8");
  const examples = examplesIn(page);

  test("has bad and good examples", () => {
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(new Set(["bad", "good"]));
  });

  test.each(examples.filter(({ kind }) => kind === "bad"))("bad: $title", ({ files }) => {
    const { findings, failures } = lintFiles(files);
    expect(failures).toEqual([]);
    const expected = rule.beside ? findings.map(() => id) : [id];
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.map((finding) => named(rule, finding))).toEqual(expected);
    expect(findings.filter((finding) => rule.beside && finding.rule === id)).toEqual([]);
  });

  test.each(examples.filter(({ kind }) => kind === "good"))("good: $title", ({ files }) => {
    const { findings, failures } = lintFiles(files);
    expect(failures).toEqual([]);
    const speaking = findings.filter((finding) => named(rule, finding) !== undefined);
    expect(speaking.map(({ rules: all, region }) => `${region.path}:${region.line} ${all.join()}`)).toEqual([]);
  });
});
