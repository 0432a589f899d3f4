import { describe, expect, test } from "vitest";
import { frameworks } from "../../rules/frameworks/index.ts";
import { lintFiles } from "../support/lint.ts";

describe.each(frameworks.map((framework) => ({ id: framework.id, framework })))("rules/frameworks: $id", ({ framework }) => {
  test("the bad example gives one finding, of this framework", () => {
    const { findings } = lintFiles(framework.bad);
    expect(findings.map(({ rule, framework: of }) => `${of} ${rule}`)).toEqual([`${framework.id} ${findings[0]?.rule}`]);
  });

  test("each place that the report names lies in its file", () => {
    const outside = lintFiles(framework.bad).findings.flatMap(({ region, uses, trail }) => [region, ...uses, ...trail]).filter(({ path, line, column, endColumn }) => {
      const text = framework.bad[path]?.split("\n")[line - 1];
      return text === undefined || column > endColumn || endColumn > text.length + 1;
    });
    expect(outside).toEqual([]);
  });

  test("the good example gives none", () => {
    const { findings } = lintFiles(framework.good);
    expect(findings.map(({ rule, region }) => `${region.path}:${region.line} ${rule}`)).toEqual([]);
  });
});
