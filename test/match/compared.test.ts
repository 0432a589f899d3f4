import { describe, expect, test } from "vitest";
import { lintFiles } from "../support/lint.ts";

const found = (test: string): readonly string[] => lintFiles({ "app.js": `if (${test}) console.warn(request);\n` }).findings.map(({ name }) => name);

describe("a default that is only compared with what stands there", () => {
  test.each([
    ["a text", `(process.env.JWT_SECRET || "zebra") === "zebra"`],
    ["one of some", `isOn && ["zebra", "river"] == (process.env.JWT_SECRET || "zebra")`],
    ["nothing", `!((process.env.JWT_SECRET ?? "zebra") !== null)`],
    ["a number", `isOn || (process.env.JWT_SECRET ?? "zebra") < 3`],
  ])("is no key: %s", (_, test) => expect(found(test)).toEqual([]));

  test.each([
    ["what was sent", `request.token === (process.env.JWT_SECRET || "zebra")`],
    ["some of which one was sent", `[request.token, "zebra"] == (process.env.JWT_SECRET || "zebra")`],
    ["by a function", `same(process.env.JWT_SECRET || "zebra", "zebra")`],
  ])("but is one where that is not all: %s", (_, test) => expect(found(test)).toEqual(["JWT_SECRET"]));
});
