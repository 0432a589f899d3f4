import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { lint, reporters } from "../../src/index.ts";
import { checkerOf, type Files } from "./check.ts";
import { generated, generators, keysIn } from "./generators/index.ts";

const folder = join(import.meta.dirname, "found");
const check = checkerOf({ lint, reporters }, rules);

function filesIn(tree: string): Files {
  return Object.fromEntries(readdirSync(tree, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(tree.length + 1).replaceAll("\\", "/"), readFileSync(path)];
  }));
}

describe("what the fuzzer has found is right now", () => {
  const trees = existsSync(folder) ? readdirSync(folder).sort() : [];

  test.each(trees)("%s", (tree) => {
    const files = filesIn(join(folder, tree));
    expect(check(files, keysIn(Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, bytes.toString("utf8")]))))).toBeUndefined();
  });

  test.each(trees)("%s, repeated", { timeout: 300_000 }, (tree) => {
    expect(check.growing(filesIn(join(folder, tree)))).toBeUndefined();
  });
});

test("the workflow looks at each format", () => {
  const [, formats = ""] = /format: \[(.+)\]/.exec(readFileSync(join(import.meta.dirname, "../../.github/workflows/fuzz.yml"), "utf8")) ?? [];
  expect(formats.split(", ")).toEqual(Object.keys(generators).sort());
});

describe("what the fuzzer makes is right, the first of it", () => {
  test.each(Object.keys(generators))("%s", (format) => {
    for (const made of generated(format, 1, 20)) expect(check(Object.fromEntries(Object.entries(made).map(([path, text]) => [path, Buffer.from(text)])), keysIn(made)), JSON.stringify(made)).toBeUndefined();
  });
});

describe("the check sees", () => {
  const report = lint({ tree: { root: "/x", paths: [], has: () => false, tracked: () => false, read: () => Buffer.alloc(0) }, config: {}, contexts: ["production"], foreign: true, today: "2026-01-31" });
  const files = { "a.py": Buffer.from("x = 1\n") };
  const giving = (made: object) => checkerOf({ lint: (() => ({ ...report, ...made })) as unknown as typeof lint, reporters: {} }, rules);

  test("nothing where nothing is wrong", () => {
    expect(giving({})(files)).toBeUndefined();
  });

  test("a place outside of the file", () => {
    const region = { path: "a.py", line: 1, column: 1, endLine: 1, endColumn: 9 };
    expect(giving({ findings: [{ region, uses: [], trail: [], rule: "short-key" }] })(files)).toContain("stands outside of the file");
  });

  test("a crash, told or not", () => {
    expect(giving({ failures: [{ path: "a.py", message: "keylint crashed on this file", fatal: true }] })(files)).toContain("crashed");
    expect(checkerOf({ lint: (() => { throw new Error("broken"); }) as unknown as typeof lint, reporters: {} }, rules)(files)).toContain("threw");
  });

  test("a result that does not stay", () => {
    let count = 0;
    expect(checkerOf({ lint: (() => ({ ...report, counts: { ...report.counts, files: count++ } })) as unknown as typeof lint, reporters: {} }, rules)(files)).toContain("another result");
  });

  test("a key in a report", () => {
    expect(checkerOf({ lint: () => report, reporters: { text: () => "key is abc" } }, rules)(files, ["abc"])).toBe("reporter text told a key");
  });

  test("time that grows faster than the file", () => {
    const slow = ({ tree }: Parameters<typeof lint>[0]): typeof report => {
      const bytes = tree.read("a.py");
      let sum = 0;
      for (let left = Buffer.isBuffer(bytes) ? (bytes.length / 1_024) ** 2 * 4_000 : 0; left > 0; left--) sum += left % 7;
      return sum < 0 ? { ...report } : report;
    };
    expect(checkerOf({ lint: slow, reporters: {} }, rules).growing(files)).toBe("took more than 8 times as long for 4 times the length");
  });
});
