import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { lint, reporters } from "../../src/index.ts";
import { checkerOf } from "./check.ts";

const folder = join(import.meta.dirname, "found");
const check = checkerOf({ lint, reporters }, rules);

/** `FORMAT-DIGEST.ending`, or `FORMAT-DIGEST-NAME` of a file whose name says what it is. */
function nameOf(file: string): string {
  return /^[a-z]+-[0-9a-f]{8}-(.+)$/.exec(file)?.[1] ?? file;
}

describe("what the fuzzer has found is right now", () => {
  test.each(existsSync(folder) ? readdirSync(folder).sort() : [])("%s", (file) => {
    expect(check(nameOf(file), readFileSync(join(folder, file)))).toBeUndefined();
  });

  test("the check sees a place outside of the file, a crash and a result that does not stay", () => {
    const report = lint({ tree: { root: "/x", paths: [], has: () => false, tracked: () => false, read: () => Buffer.alloc(0) }, config: {}, contexts: ["production"], foreign: true, today: "2026-01-31" });
    const region = { path: "a.py", line: 1, column: 1, endLine: 1, endColumn: 9 };
    const finding = { region, uses: [], trail: [], rule: "short-key" };
    const giving = (made: object) => checkerOf({ lint: (() => ({ ...report, ...made })) as unknown as typeof lint, reporters: {} }, rules);
    expect(giving({})("a.py", Buffer.from("x"))).toBeUndefined();
    expect(giving({ findings: [finding] })("a.py", Buffer.from("x = 1\n"))).toContain("stands outside of the file");
    expect(giving({ failures: [{ path: "a.py", message: "keylint crashed on this file", fatal: true }] })("a.py", Buffer.from(""))).toContain("crashed");
    let count = 0;
    const changing = checkerOf({ lint: (() => ({ ...report, counts: { ...report.counts, files: count++ } })) as unknown as typeof lint, reporters: {} }, rules);
    expect(changing("a.py", Buffer.from(""))).toContain("another result");
    expect(checkerOf({ lint: (() => { throw new Error("broken"); }) as unknown as typeof lint, reporters: {} }, rules)("a.py", Buffer.from(""))).toContain("threw");
  });
});
