import { describe, expect, test } from "vitest";
import { matched, type Entry, type Known } from "../../src/baseline/match.ts";
import { entryWith, markedAs } from "./marked.ts";

/** All files of entries are gone. */
const gone: Known = { has: () => false, looked: () => false };
/** They are there, and nobody looked at them. */
const unseen: Known = { has: () => true, looked: () => false };

/** For each finding the entry that it takes, by its place in the list, from 1; 0 where it is new. */
function taken(findings: readonly Entry[], entries: readonly Entry[], known: Known = gone): readonly number[] {
  const marked = findings.map((one) => markedAs(one));
  const match = matched(marked, entries, ({ mark }) => mark.digest(""), known);
  const places = marked.map((one) => entries.findIndex((entry) => entry === match.entries.get(one)) + 1);
  expect([...match.left]).toEqual(entries.filter((_, index) => !places.includes(index + 1)));
  return places;
}

describe("a finding where its entry is", () => {
  const inPlace = (finding: Entry, ...entries: readonly Entry[]): readonly number[] => taken([finding], entries, unseen);

  test.each([
    ["with all that the entry says", entryWith("a.py")],
    ["when another key stands before it", entryWith("a.py", { n: 2 })],
    ["when it counts as another framework's", entryWith("a.py", { slot: "django/secret-key", n: 2 })],
    ["when its sections are named", entryWith("a.py", { name: "prod.key" })],
    ["when it has another name", entryWith("a.py", { name: "secret" })],
  ])("is known %s", (_, finding) => {
    expect(inPlace(finding, entryWith("a.py"))).toEqual([1]);
  });

  test("is new in another file, when the entry's is there and nobody looked at it", () => {
    expect(inPlace(entryWith("b.py"), entryWith("a.py"))).toEqual([0]);
  });

  test("is new with another value", () => {
    expect(inPlace(entryWith("a.py", { tag: "bb" }), entryWith("a.py"))).toEqual([0]);
  });

  test.each([
    ["the same number", entryWith("a.py", { n: 2 }), entryWith("a.py"), entryWith("a.py", { n: 2 })],
    ["the same framework", entryWith("a.py", { n: 3 }), entryWith("a.py", { slot: "django/secret-key" }), entryWith("a.py")],
    ["the same last name", entryWith("a.py", { name: "prod.key" }), entryWith("a.py", { name: "secret" }), entryWith("a.py")],
  ])("takes that of several with %s", (_, finding, ...entries) => {
    expect(inPlace(finding, ...entries)).toEqual([2]);
  });

  test("takes the first of several that are as near", () => {
    const entries = [entryWith("a.py", { slot: "django/secret-key" }), entryWith("a.py"), entryWith("a.py", { n: 2 })];
    expect(taken([entryWith("a.py", { n: 3 }), entryWith("a.py", { n: 4 })], entries)).toEqual([2, 3]);
  });

  test("takes one only, and one that is nearer keeps it from others", () => {
    expect(taken([entryWith("a.py")], [entryWith("a.py"), entryWith("a.py", { n: 2 })])).toEqual([1]);
    expect(taken([entryWith("a.py", { name: "key1" }), entryWith("a.py", { n: 11 })], [entryWith("a.py", { n: 11 })])).toEqual([0, 1]);
  });
});

describe("a finding in another file than its entry", () => {
  test.each([
    ["of another folder", entryWith("new/a.py")],
    ["of another name", entryWith("old/b.py")],
    ["anywhere", entryWith("new/b.py")],
    ["where others stand before it", entryWith("new/b.py", { n: 2 })],
    ["where it counts as another framework's", entryWith("new/b.py", { slot: "django/secret-key", name: "prod.key", n: 2 })],
  ])("is known in one %s, when the entry's file is gone or no longer holds it", (_, finding) => {
    expect(taken([finding], [entryWith("old/a.py")])).toEqual([1]);
    expect(taken([finding], [entryWith("old/a.py")], { has: () => true, looked: () => true })).toEqual([1]);
    expect(taken([finding], [entryWith("old/a.py")], unseen)).toEqual([0]);
  });

  test("is new with another value or name", () => {
    expect(taken([entryWith("b.py", { tag: "bb" }), entryWith("b.py", { name: "secret" })], [entryWith("a.py")])).toEqual([0, 0]);
  });

  test("is new when it is a copy", () => {
    expect(taken([entryWith("a.py"), entryWith("b.py")], [entryWith("a.py")])).toEqual([1, 0]);
  });

  test.each([
    ["the file's name", entryWith("new/a.py"), entryWith("new/z.py"), entryWith("old/a.py")],
    ["the folder", entryWith("app/new.py"), entryWith("lib/x.py"), entryWith("app/old.py")],
    ["the number", entryWith("c.py", { n: 2 }), entryWith("x/a.py"), entryWith("x/b.py", { n: 2 })],
    ["the framework", entryWith("c.py", { n: 2 }), entryWith("x/a.py", { slot: "django/secret-key" }), entryWith("x/b.py", { n: 3 })],
  ])("takes that of several with %s", (_, finding, ...entries) => {
    expect(taken([finding], entries)).toEqual([2]);
  });
});
