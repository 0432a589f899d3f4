import { describe, expect, test } from "vitest";
import { saltFor, tagOf } from "../../src/baseline/tag.ts";
import { entryWith, markedAs } from "./marked.ts";

test("a tag is the first byte of the digest under the file's salt", () => {
  expect(tagOf(markedAs(entryWith("a.py"), (salt) => `${salt}cdef`), "0b")).toBe("0b");
});

describe("a salt for a new file", () => {
  test.each([["nothing", []], ["one key", [markedAs(entryWith("a.py"))]]])("has 128 bits, and differs each time: for %s", (_, found) => {
    const salts = [saltFor(found), saltFor(found)];
    for (const salt of salts) expect(salt).toMatch(/^[0-9a-f]{32}$/);
    expect(salts[0]).not.toBe(salts[1]);
  });

  /** Keys of one name whose tags under the n-th salt that is asked for are these. */
  function keysWith(...tags: readonly string[]): { readonly salts: readonly string[]; readonly keys: Parameters<typeof saltFor>[0] } {
    const salts: string[] = [];
    const digest = (key: number) => (salt: string): string => {
      if (!salts.includes(salt)) salts.push(salt);
      return `${(tags[salts.indexOf(salt)] ?? "aaaa")[key] ?? ""}0${key}`;
    };
    return { salts, keys: [0, 1, 2].map((key) => markedAs(entryWith(`${key}.py`), digest(key))) };
  }

  test("is the first under which all keys of a name have different tags", () => {
    const { salts, keys } = keysWith("abc", "aaa", "aba", "abc", "abc");
    expect(saltFor(keys)).toBe(salts[3]);
  });

  test("is the first with most different tags, where all have some alike", () => {
    const { salts, keys } = keysWith("abc", "aaa", "aba", "aaa", "aab");
    expect(saltFor(keys)).toBe(salts[2]);
  });

  test("need not tell apart keys of different names, nor a key from its copy", () => {
    let asked = 0;
    const digest = (): string => `${asked++}`.padStart(4, "0");
    const keys = [markedAs(entryWith("a.py"), () => "aa"), markedAs(entryWith("b.py"), () => "aa"), markedAs(entryWith("c.py", { name: "other" }), () => "aa"), markedAs(entryWith("d.py", { name: "third" }), digest)];
    saltFor(keys);
    expect(asked).toBe(2);
  });
});
