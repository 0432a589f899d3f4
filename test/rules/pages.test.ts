import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { lintFiles } from "../support/lint.ts";
import { examplesIn } from "../support/page.ts";

describe.each(rules.map((rule) => ({ id: rule.id })))("rules/$id.md", ({ id }) => {
  const page = readFileSync(new URL(`../../rules/${id}.md`, import.meta.url), "utf8");
  const examples = examplesIn(page);

  test("has bad and good examples", () => {
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(new Set(["bad", "good"]));
  });

  test.each(examples.filter(({ kind }) => kind === "bad"))("bad: $title", ({ files }) => {
    const { findings, failures } = lintFiles(files);
    expect(failures).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toEqual([id]);
  });

  test.each(examples.filter(({ kind }) => kind === "good"))("good: $title", ({ files }) => {
    const { findings, failures } = lintFiles(files);
    expect(failures).toEqual([]);
    expect(findings.map(({ rule, region }) => `${region.path}:${region.line} ${rule}`)).toEqual([]);
  });
});
