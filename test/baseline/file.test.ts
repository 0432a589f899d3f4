import { describe, expect, test } from "vitest";
import { emptyBaseline, lineOf, parseBaseline, printBaseline } from "../../src/baseline/file.ts";
import { UsageError } from "../../src/usage-error.ts";
import { entryWith } from "./marked.ts";

const salt = "0123456789abcdef".repeat(2);
const head = `{"keylint":"baseline","version":1,"salt":"${salt}"}`;
const row = (path: string, more: object = {}): string => JSON.stringify({ ...entryWith(path), ...more });
const parse = (...rows: readonly string[]) => parseBaseline(rows.join("\n"), "known.jsonl");

function mistake(...rows: readonly string[]): string {
  try {
    parse(...rows);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message;
  }
  return "none";
}

test("a new file holds a line that says what it is", () => {
  expect(printBaseline(emptyBaseline(salt))).toBe(`${head}\n`);
});

describe("what is read", () => {
  test("entries with their lines, under the file's salt", () => {
    expect(parse(head, row("a.py"), "")).toEqual({ salt, head, end: "\n", lines: [{ ...entryWith("a.py"), text: row("a.py") }] });
  });

  test("a byte order mark, Windows' line ends and blank lines are no part of it", () => {
    expect(parse(`\ufeff\r\n${head}\r\n`, `${row("a.py")}\r\n \t\r\n`)).toEqual({ ...parse(head, row("a.py")), end: "\r\n" });
  });

  test("what two branches added once, and the first line of both", () => {
    expect(parse(head, row("b.py"), row("a.py"), head, row("b.py")).lines.map(({ path }) => path)).toEqual(["b.py", "a.py"]);
  });

  test("texts in an entry that look like something else", () => {
    const names = ["a ======= b", "keylint", "<<<<<<", "x\ufeff"];
    expect(parse(head, ...names.map((name) => row("a.py", { name }))).lines.map(({ name }) => name)).toEqual(names);
  });
});

describe("what is printed", () => {
  test("lines in their order, each once, with the file's line ends", () => {
    const sorted = [entryWith("a.py"), entryWith("b.py", { slot: "a/b" }), entryWith("b.py", { name: "a" }), entryWith("b.py"), entryWith("b.py", { n: 2 }), entryWith("b.py", { n: 10 }), entryWith("b.py", { n: 10, tag: "ab" })];
    const text = `${[head, ...sorted.map((entry) => lineOf(entry).text)].join("\r\n")}\r\n`;
    for (const lines of [sorted, sorted.toReversed(), [...sorted.slice(3), ...sorted]]) expect(printBaseline({ salt, head, end: "\r\n", lines: lines.map(lineOf) })).toBe(text);
  });

  test("a line as it stood in the file", () => {
    const edited = `{ "reason": "why", ${row("a.py").slice(1)}`;
    expect(printBaseline(parse(head, edited))).toBe(`${head}\n${edited}\n`);
  });
});

describe("what is wrong", () => {
  test.each([
    ["nothing", ""],
    ["blank lines", "\n \n"],
    ["no JSON", "nonsense"],
    ["a list", `["keylint"]`],
    ["null", "null"],
    ["another tool's", `{"version":1,"salt":"${salt}"}`],
  ])("%s is no baseline", (_, text) => {
    expect(mistake(text)).toBe("known.jsonl: this is no baseline of keylint. Name another file, or remove it and make one: keylint --baseline FILE --update-baseline.");
  });

  test.each(["<<<<<<< ours", "=======", ">>>>>>> theirs", "||||||| base"])("a conflict: %s", (marker) => {
    expect(mistake(head, "", marker)).toBe("known.jsonl:3: there is a conflict of a merge. Each line stands for itself: keep the lines of both sides and remove the markers.");
  });

  test.each(["<<<<<<", "======", ">>>>>>", "||||||"])("%s is no conflict, but no entry either", (text) => {
    expect(mistake(head, text)).toContain("known.jsonl:2:1: this is not JSON: ");
  });

  test("two baselines in one", () => {
    expect(mistake(head, row("a.py"), head.replace(salt, "f".repeat(32)))).toBe("known.jsonl:3: two baselines were put together, and their tags cannot be compared. Remove the file and make it anew: keylint --baseline FILE --update-baseline.");
  });

  test("a newer keylint's", () => {
    expect(mistake(head.replace("1", "2"))).toBe("known.jsonl: a newer keylint wrote it (its version is 2, this one reads 1). Update keylint, or make the file anew with this one.");
  });

  test.each([
    ["an older version", { version: 0, salt }],
    ["a version that is a text", { version: "2", salt }],
    ["no version", { salt }],
    ["no salt", { version: 1 }],
    ["a list as salt", { version: 1, salt: [salt] }],
    ["a short salt", { version: 1, salt: salt.slice(1) }],
    ["a salt that begins with something else", { version: 1, salt: `x${salt}` }],
    ["a salt that ends with something else", { version: 1, salt: `${salt}x` }],
  ])("a first line with %s", (_, fields) => {
    expect(mistake("", JSON.stringify({ keylint: "baseline", ...fields }))).toBe('known.jsonl:2: the first line must have "version": 1 and the "salt" that the file was made with. Take it back from git\'s history, or make the file anew.');
  });

  test.each([
    ["a path", { path: undefined }],
    ["a slot", { slot: 1 }],
    ["a name", { name: null }],
    ["a number", { n: undefined }],
    ["a number that is one", { n: "1" }],
    ["a whole number", { n: 1.5 }],
    ["a tag", { tag: undefined }],
    ["a tag that is a text", { tag: 11 }],
    ["a tag of two digits", { tag: "abc" }],
    ["a tag of two digits only", { tag: "xab" }],
    ["a tag of hex digits", { tag: "xy" }],
  ])("an entry without %s", (_, fields) => {
    expect(mistake(head, "", row("a.py", fields))).toBe('known.jsonl:3: an entry has "path", "slot", "name", a number "n" and a "tag" of two hex digits. Correct the line, or remove it and run keylint with --update-baseline.');
  });

  test.each(["[]", "null", "1", '"path"'])("an entry that is %s", (text) => {
    expect(mistake(head, text)).toContain("known.jsonl:2: an entry has");
  });

  test("an entry that is no JSON, with its place and without its text", () => {
    expect(mistake(head, '{"path":"hidden",,}')).toBe("known.jsonl:2:18: this is not JSON: a name in \"double quotes\" must stand here. Correct the line, or remove it and run keylint with --update-baseline.");
  });
});
