import { describe, expect, test } from "vitest";
import { shelfOf } from "../src/shelf.ts";

function filled(most: number, names: readonly string[], then: (shelf: ReturnType<typeof shelfOf>) => void = () => undefined): readonly string[] {
  const gone: string[] = [];
  const shelf = shelfOf(most, (name) => gone.push(name));
  for (const name of names) shelf.put(name, 10);
  then(shelf);
  return gone;
}

describe("a shelf", () => {
  test("holds what has room", () => {
    expect(filled(30, ["a", "b", "c"])).toEqual([]);
  });

  test("lets go of the oldest", () => {
    expect(filled(30, ["a", "b", "c", "d", "e"])).toEqual(["a", "b"]);
  });

  test("gives one that was used another turn", () => {
    const gone = filled(30, ["a", "b", "c", "d"], (shelf) => {
      shelf.use("b");
      shelf.put("e", 10);
    });
    expect(gone).toEqual(["a", "c"]);
  });

  test("does not let go of what was taken, which leaves its room", () => {
    const gone = filled(30, ["a", "b", "c"], (shelf) => {
      expect([shelf.take("a"), shelf.take("a"), shelf.take("x")]).toEqual([true, false, false]);
      shelf.put("d", 10);
    });
    expect(gone).toEqual([]);
  });

  test("one that is put again counts once", () => {
    expect(filled(30, ["a", "b", "b", "b", "c"])).toEqual([]);
  });

  test("one that is too large stays until the next comes", () => {
    const gone = filled(5, ["a"], (shelf) => shelf.put("b", 1));
    expect(gone).toEqual(["a"]);
  });
});
