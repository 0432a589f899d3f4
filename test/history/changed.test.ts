import { describe, expect, test } from "vitest";
import { changedIn } from "../../src/history/changed.ts";
import { randomOf } from "../support/random.ts";

const beside = 16;
const line = (number: number): string => `line ${number} says ${(number * 7919) % 1000}\n`;
const text = (from: number, to: number): string => Array.from({ length: to - from }, (_, at) => line(from + at)).join("");
const partsOf = (last: string, now: string): readonly string[] => changedIn(Buffer.from(last), Buffer.from(now), beside).map(({ from, to }) => now.slice(from, to));

describe("what changed from one version to the next", () => {
  test("is nothing in versions that are the same", () => {
    expect(partsOf(text(0, 500), text(0, 500))).toEqual([]);
  });

  test("is the lines that are new, wherever they stand, with some signs on both sides", () => {
    const parts = partsOf(text(0, 3000), `${text(0, 100)}first\n${text(100, 1500)}second\n${text(1500, 2900)}third\n${text(2900, 3000)}`);
    expect(parts).toHaveLength(3);
    for (const [at, word] of ["first", "second", "third"].entries()) expect(parts[at]).toContain(word);
    expect(parts.join("").length).toBeLessThan(4_000);
  });

  test("is both sides of a place where something was taken out", () => {
    const [part, ...others] = partsOf(text(0, 1000), `${text(0, 500)}${text(510, 1000)}`);
    expect(others).toEqual([]);
    expect(part).toContain(`${line(499).slice(-8)}${line(510).slice(0, 8)}`);
  });

  test("is all of it where nothing is alike", () => {
    expect(partsOf(text(0, 500), text(5000, 5400)).join("").length).toBeGreaterThan(text(5000, 5400).length - 10);
    expect(partsOf("", "abc")).toEqual(["abc"]);
    expect(partsOf("abc", "")).toEqual([""]);
  });

  test("leaves out nothing but what stands in the last version in one piece", () => {
    const { below: pick } = randomOf(3);
    let last = text(0, 400);
    for (let step = 0; step < 300; step++) {
      const lines = last.split("\n");
      for (let edits = pick(5); edits >= 0; edits--) {
        const at = pick(lines.length);
        if (pick(2) === 0) lines.splice(at, pick(30));
        else lines.splice(at, pick(3), ...Array.from({ length: pick(20) }, () => line(pick(1000)).trimEnd()));
      }
      const now = lines.length < 100 ? text(0, 400) : lines.join("\n");
      const [old, bytes] = [Buffer.from(last), Buffer.from(now)];
      const parts = changedIn(old, bytes, beside);
      // What is beside a change stands there as before.
      const starts = [0, ...parts.map(({ to }) => (to < bytes.length ? to - beside : to))];
      const ends = [...parts.map(({ from }) => (from > 0 ? from + beside : from)), bytes.length];
      for (const [at, start] of starts.entries()) expect(old.includes(bytes.subarray(start, ends[at]))).toBe(true);
      last = now;
    }
  });
});
