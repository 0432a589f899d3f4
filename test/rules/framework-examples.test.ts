import { describe, expect, test } from "vitest";
import { frameworks } from "../../rules/frameworks/index.ts";
import { lintFiles } from "../support/lint.ts";

describe.each(frameworks.map((framework) => ({ id: framework.id, framework })))("rules/frameworks: $id", ({ framework }) => {
  test("the bad example gives one finding, of this framework", () => {
    const { findings } = lintFiles(framework.bad);
    expect(findings.map(({ rule, framework: of }) => `${of} ${rule}`)).toEqual([`${framework.id} ${findings[0]?.rule}`]);
  });

  test("the good example gives none", () => {
    const { findings } = lintFiles(framework.good);
    expect(findings.map(({ rule, region }) => `${region.path}:${region.line} ${rule}`)).toEqual([]);
  });
});
