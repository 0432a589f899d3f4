import { describe, expect, test } from "vitest";
import { stylish } from "../../src/reporters/stylish.ts";
import type { Finding } from "../../src/types/finding.ts";
import type { Report } from "../../src/types/report.ts";
import { at, empty, finding } from "./report.ts";

const shown = (report: Partial<Report>, color = false): string => stylish({ ...empty, ...report }, { rules: [], color, now: 0 });
const linesOf = (one: Partial<Finding>): readonly string[] => shown({ findings: [finding(one)] }).split("\n");

describe("the way of a key", () => {
  const step = (path: string, line: number): Finding["trail"][number] => ({ ...at(path, line, 1, 2), note: `by ${path} ${line}` });
  const way = (...trail: Finding["trail"]): readonly string[] => linesOf({ region: at("app.py", 4, 1, 2), trail }).filter((line) => line.startsWith("  to ")).map((line) => line.replace(/^ *to +/, ""));

  test("has each step to another line or another file", () => {
    expect(way(step("app.py", 4), step("app.py", 5), step("b.py", 4))).toEqual(["app.py:5  by app.py 5", "b.py:4  by b.py 4"]);
  });

  test("has four steps at most, the last ones", () => {
    expect(way(...[1, 2, 3, 4, 5, 6].map((line) => step("b.py", line))).map((line) => line.slice(0, 6))).toEqual(["b.py:3", "b.py:4", "b.py:5", "b.py:6"]);
  });
});

describe("the covered source", () => {
  const drawn = (frame: NonNullable<Finding["frame"]>): readonly string[] => linesOf({ frame }).slice(3, 3 + frame.lines.length + 1);

  test("has its numbers below each other, and the mark below its line", () => {
    expect(drawn({ first: 9, lines: ["a = (", '  "***"', ")"], mark: { line: 10, column: 3, endColumn: 8 } })).toEqual(["   9 | a = (", '  10 |   "***"', "     |   ^^^^^", "  11 | )"]);
  });

  test("is no further in than its last number is long", () => {
    expect(drawn({ first: 8, lines: ["KEY=", "B="], mark: { line: 8, column: 1, endColumn: 2 } })).toEqual(["  8 | KEY=", "    | ^", "  9 | B="]);
  });

  test("marks where something is missing, too", () => {
    expect(drawn({ first: 1, lines: ["KEY="], mark: { line: 1, column: 5, endColumn: 5 } })).toEqual(["  1 | KEY=", "    |     ^"]);
  });
});

test("why a kind of key matters is said once, and again when it is something else", () => {
  const text = shown({ findings: [finding({}), finding({}), finding({ why: "Another reason." }), finding({})] });
  expect(text.match(/^ {2}why {2}.*$/gm)).toEqual(["  why  Whoever has the key writes session cookies for any user.", "  why  Another reason."]);
});

describe("files that were not checked in full", () => {
  const failure = (path: string, message: string, fatal = false): Report["failures"][number] => ({ path, message, fatal });
  const told = (...failures: Report["failures"]): readonly string[] => shown({ failures }).split("\n").filter((line) => line.includes("not checked in full"));
  const alike = (count: number, fatal = false): Report["failures"] => Array.from({ length: count }, (_, number) => failure(`${fatal ? "b" : "a"}${number}.py`, `it ends early near line ${number + 7}`, fatal));

  test("three with one reason are told one by one, four together", () => {
    expect(told(...alike(3))).toHaveLength(3);
    expect(told(...alike(3))[2]).toBe("a2.py  not checked in full  it ends early near line 9");
    expect(told(...alike(4))).toEqual(["4 files  not checked in full  it ends early: a0.py, a1.py, a2.py and 1 more (--format json lists them)"]);
  });

  test("those that let the run fail are not told with others", () => {
    expect(told(...alike(4), ...alike(4, true)).map((line) => line.split(": ")[1]?.slice(0, 2))).toEqual(["a0", "b0"]);
    expect(told(...alike(2), ...alike(2, true))).toHaveLength(4);
  });

  test.each(["at (line N)", "at near line N"])("lines in %j tell none apart", (message) => {
    expect(told(...[1, 20, 300, 4000].map((line) => failure("a.py", message.replace("N", `${line}`))))).toHaveLength(1);
  });

  test("those with another reason stand apart", () => {
    expect(told(...alike(4), failure("c.py", "it looks binary"))).toHaveLength(2);
  });
});

describe("colours", () => {
  const codes = { red: "\u001b[31m", yellow: "\u001b[33m", green: "\u001b[32m" };
  const last = (report: Partial<Report>): string => shown(report, true).trimEnd().split("\n").at(-1) ?? "";

  test.each<[keyof typeof codes, string, Partial<Report>]>([
    ["green", "nothing", {}],
    ["yellow", "warnings and notes", { findings: [finding({ level: "note" }), finding({ level: "warning" })] }],
    ["red", "an error among others", { findings: [finding({ level: "note" }), finding({ level: "error" })] }],
  ])("the last line is %s when there is %s", (color, _, report) => {
    expect(last(report).startsWith(codes[color])).toBe(true);
  });

  test.each<[keyof typeof codes, boolean]>([["red", true], ["yellow", false]])("what was not checked is %s when fatal is %s", (color, fatal) => {
    expect(shown({ failures: [{ path: "a.py", message: "it looks binary", fatal }] }, true)).toContain(`${codes[color]}not checked in full`);
  });

  test("are none without being asked for", () => {
    expect(shown({ findings: [finding({})], failures: [{ path: "a.py", message: "it looks binary", fatal: true }] })).not.toContain("\u001b");
  });
});
