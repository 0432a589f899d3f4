import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { read, show, sites } from "./javascript-shown.ts";

describe("a file that cannot be understood is read lexically, and said so without a word of it", () => {
  test.each([
    ["broken", `const a = 1;\nconst b = = "hunter-fixture";`, /^could not be parsed as JavaScript \(line 2\)/],
    ["Flow", `// @flow\ntype A = {| +b: ?string |};\nexport type C = $Exact<A>;`, /^could not be parsed as JavaScript \(line 2\)/],
    ["not JavaScript", `<?php echo "hunter-fixture"; ?>`, /^could not be parsed as JavaScript \(line 1\)/],
    ["too long", `const a = "hunter-fixture";\n${" ".repeat(512 * 1024)}`, /^too large to be parsed as JavaScript \(over 512 KB\)/],
    ["minified", `a="hunter-fixture";${"b=c?1:2;".repeat(4000)}\nb=1;\n`, /^minified JavaScript/],
    ["too many brackets", "[\n".repeat(10_000) + "]".repeat(10_000), /^nested too deeply/],
    ["too long a sum", `const a = ${"'b' +\n".repeat(10_000)}'c';`, /^nested too deeply/],
    ["too many blocks", "{\n".repeat(10_000) + "}".repeat(10_000), /^nested too deeply/],
  ])("%s", (_, text, failure) => {
    const module = read(text, "app.js");
    expect(module.failure).toMatch(failure);
    expect(module.failure).not.toContain("hunter");
    expect(module.text).toBe(text);
  });
});

test.each([
  'import a from f("x");', "import { a } from `x`;", "import * as a from /x/;", "import a from 1;", 'export { a } from f("x");', "export * from f;", "export * as b from [1];",
])("what is imported from no text, as in %s, is unknown", (line) => {
  const module = read(`${line}\nafter();`, "app.ts");
  expect(module.imports).toEqual([]);
  expect(module.stars).toEqual([]);
  expect([...module.exports.keys()]).toEqual([]);
  expect(sites(module.calls)).toContain("after()");
});

const nested: readonly (readonly [string, (times: number) => string])[] = [
  ["brackets", (times) => `const x = ${"[".repeat(times)}f()${"]".repeat(times)}; after();`],
  ["functions", (times) => `${"() => ".repeat(times)}f(); after();`],
  ["blocks", (times) => `${"if (a) {".repeat(times)}f()${"}".repeat(times)}; after();`],
  ["conditions", (times) => `const x = ${"a ? b : ".repeat(times)}f(); after();`],
  ["patterns", (times) => `const ${"{ a: ".repeat(times)}b${"}".repeat(times)} = f(); after();`],
  ["types", (times) => `let x: ${"A<".repeat(times)}B${">".repeat(times)} = f(); after();`],
  ["templates", (times) => `const x = ${"`${".repeat(times)}f()${"}`".repeat(times)}; after();`],
  ["JSX", (times) => `const x = ${"<a>".repeat(times)}{f()}${"</a>".repeat(times)}; after();`],
  ["calls", (times) => `f()${".a()".repeat(times)}; after();`],
  ["sums", (times) => `const x = ${"a + ".repeat(times)}f(); after();`],
];

describe("nesting", () => {
  test.each(nested)("%s are followed as deep as people write", (_, text) => {
    const module = read(text(100), "app.tsx");
    expect(module.failure).toBeUndefined();
    expect(module.calls.map(({ value }) => show(value))).toEqual(expect.arrayContaining(["f()", "after()"]));
  });

  test.each(nested)("%s without end neither overflow nor hang", (_, text) => {
    for (const times of [300, 600, 1_200, 10_000]) {
      // With lines of its own, so that it does not look minified.
      const module = read(`${"\n".repeat(times)}${text(times)}`, "app.tsx");
      if (module.failure === undefined) expect(sites(module.calls)).toContain("after()");
      else expect(module.failure).toMatch(/^nested too deeply/);
    }
  });

  test.each([
    ["a sum", `"a" + `, `"b"`, "derived"],
    ["alternatives", "a || ", `"b"`, "choice"],
    ["conditions", "a && ", `"b"`, "test"],
  ])("%s of many parts is one value", (_, part, last, kind) => {
    const value = read(`const x = ${part.repeat(199)}${last};`).bindings[0]?.value;
    expect(value?.kind).toBe(kind);
    const parts = value?.kind === "derived" || value?.kind === "test" ? value.operands : value?.kind === "choice" ? value.options : [];
    expect(parts).toHaveLength(200);
  });
});

/** Programs that others wrote: nothing in them may be a surprise. */
test.each(["vitest", "fast-glob", "@typescript-eslint/typescript-estree", "eslint/lib/rules"])("every file of %s is understood", (folder) => {
  const root = join(import.meta.dirname, "../../node_modules", folder);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => /\.[mc]?[jt]s$/.test(name) && statSync(join(root, name)).size < 200_000);
  expect(files.length).toBeGreaterThan(5);
  const failed = files.slice(0, 120).filter((name) => read(readFileSync(join(root, name), "utf8"), name).failure !== undefined);
  expect(failed).toEqual([]);
});
