import { describe, expect, test } from "vitest";
import { read } from "./javascript-shown.ts";

describe("what takes the parser twice as long with each bracket is ended", () => {
  test.each(["(async ", "[async function (a = ", "[{<"])("%s", (piece) => {
    const module = read(`const SECRET_KEY = "hunter-fixture";\n${piece.repeat(60)}`, "app.ts");
    expect(module.failure).toBe("takes too long to be parsed as JavaScript; read line by line");
    expect(module.bindings).not.toEqual([]);
  });

  test("and people's files are not", () => {
    const nested = (times: number): string => `async function f() { await g(${times === 0 ? "1" : nested(times - 1)}); }`;
    expect(read(`const x = ${nested(8)}; after();`, "app.js").failure).toBeUndefined();
  });
});
