import { describe, expect, test } from "vitest";
import { waitingIn } from "../src/waiting.ts";

/** Files of ten signs each, in which their own name is found. */
function run(most: number, paths: readonly string[]): { readonly events: readonly string[]; readonly settled: readonly string[] } {
  const events: string[] = [];
  const store = { get: () => ({ text: "0123456789" }) as never, keep: (path: string) => void events.push(`keep ${path}`), release: (path: string) => void events.push(`release ${path}`) };
  const waiting = waitingIn<string>(store, most);
  for (const path of paths) waiting.add(path, () => { events.push(`find ${path}`); return path === "none" ? [] : [path]; });
  return { settled: waiting.settled((found) => [found.toUpperCase()]), events };
}

describe("what waits", () => {
  test("is settled in the order in which it came, and then let go of", () => {
    const { events, settled } = run(20, ["a", "b"]);
    expect(settled).toEqual(["A", "B"]);
    expect(events).toEqual(["find a", "keep a", "find b", "keep b", "release a", "release b"]);
  });

  test("is let go of when there is too much, and found again", () => {
    const { events, settled } = run(20, ["a", "b", "c"]);
    expect(settled).toEqual(["A", "B", "C"]);
    expect(events).toEqual(["find a", "keep a", "find b", "keep b", "find c", "keep c", "release a", "find a", "release b", "release c"]);
  });

  test("does not hold a file in which nothing is found", () => {
    expect(run(20, ["none"]).events).toEqual(["find none"]);
  });
});
