import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { frameworks } from "../../rules/frameworks/index.ts";
import { rules } from "../../rules/index.ts";
import { frameworkSections, frameworksTable, rotationTable } from "./frameworks.ts";
import { renew, type Parts } from "./parts.ts";
import { configTable, exampleBlock, figuresBlock, fixBlock, helpBlock } from "./readme.ts";
import { headOf, rulesTable, shortRulesTable } from "./rules.ts";

const root = new URL("../..", import.meta.url).pathname;

/** Milliseconds: the example in README.md reads this whole repository. */
const patience = 120_000;

/** Each page that has generated parts. `npx vitest run --dir test test/docs -u` renews them; without -u they are compared. */
const pages: readonly { readonly path: string; readonly parts: () => Parts }[] = [
  ...rules.map((rule) => ({ path: `rules/${rule.id}.md`, parts: () => ({ head: headOf(rule) }) })),
  { path: "rules/README.md", parts: () => ({ rules: rulesTable(""), frameworks: frameworksTable() }) },
  { path: "rules/FRAMEWORKS.md", parts: () => ({ frameworks: frameworkSections() }) },
  { path: "rules/ROTATION.md", parts: () => ({ rotation: rotationTable() }) },
  { path: "README.md", parts: () => ({ help: helpBlock(), example: exampleBlock(2), fix: fixBlock(), figures: figuresBlock(), rules: shortRulesTable("rules/"), config: configTable(), counts: `${frameworks.length} frameworks and libraries, ${rules.length} rules.` }) },
];

describe("generated parts say what the code says", () => {
  test.each(pages)("$path", async ({ path, parts }) => {
    await expect(renew(readFileSync(root + path, "utf8"), parts())).toMatchFileSnapshot(root + path);
  }, patience);
});

describe("the marks around generated parts", () => {
  test("a part is put in, and the rest stays", () => {
    expect(renew("a\n<!-- generated: x -->\nold\n<!-- /generated -->\nb\n", { x: "new" })).toBe("a\n<!-- generated: x -->\nnew\n<!-- /generated -->\nb\n");
  });

  test.each([
    ["a part without its marks", "a\n", "no place for x"],
    ["marks without a part", "<!-- generated: x -->\n<!-- /generated -->\n<!-- generated: y -->\n<!-- /generated -->\n", 'no generated part "y"'],
    ["marks that do not end", "<!-- generated: x -->\nold\n", '"x" is not closed'],
  ])("%s: an error that says so", (_, page, message) => {
    expect(() => renew(page, { x: "new" })).toThrow(message);
  });
});
