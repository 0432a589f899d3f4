import { describe, expect, test } from "vitest";
import { exchange, stretch } from "./non-interference.ts";
import { everything, inEditors, ofSeveral } from "./produce.ts";
import { projects } from "./projects.ts";

/** Keys of our own projects at least; fewer and something is not exchanged any more. */
const leastKeys = 140;

/** Keys that have no twin, by their place, each with the reason. A published key of a length of its own need not be named. */
const withoutTwin: Readonly<{ [place: string]: string }> = {};

describe("non-interference: exchanged for a twin, each key leaves every byte of every output as it was", () => {
  let exchanged = 0;

  test.each(projects())("%s", (_, files) => {
    const result = exchange(everything, files);
    exchanged += result.exchanged.length;
    expect(result.leaks).toEqual([]);
    expect(result.alone.filter((place) => withoutTwin[place] === undefined), "a key for which no twin was found: teach test/leak/twins.ts its kind").toEqual([]);
  });

  test(`${leastKeys} keys and more were exchanged`, () => {
    expect(exchanged).toBeGreaterThanOrEqual(leastKeys);
  });

  test("so it is of several repositories, and of merged reports", () => {
    const result = exchange(ofSeveral, projects()[0]?.[1] ?? {});
    expect(result.exchanged.length).toBeGreaterThan(0);
    expect(result.leaks).toEqual([]);
  });

  test.each([0, -1])("so it is in editors: project %i", (at) => {
    const result = exchange(inEditors, projects().at(at)?.[1] ?? {});
    expect(result.exchanged.length).toBeGreaterThan(0);
    expect(result.leaks).toEqual([]);
  });

  test("a key's length shows in columns and nowhere else", () => {
    const all = projects().at(-1)?.[1] ?? {};
    const { exchanged, leaks } = stretch(everything, all);
    expect(leaks).toEqual([]);
    expect(exchanged.length).toBeGreaterThanOrEqual(80);
  });
});
