import { expect, test } from "vitest";
import { folderWith } from "../discover/repository.ts";
import { corpusIn } from "./corpus.mjs";

test("what a run has kept is there for the next one; how long nothing was new, only for the same program", () => {
  const folder = folderWith({});
  const past = { inputs: 40, quiet: 3, still: 2, kept: [{ tree: { "a.py": "é" }, files: { "a.py": Buffer.from("é", "latin1") }, long: true }] };
  corpusIn(folder, "one").write("python", past);
  expect(corpusIn(folder, "one").read("python")).toEqual(past);
  expect(corpusIn(folder, "other").read("python")).toEqual({ ...past, quiet: 0, still: 0 });
  expect(corpusIn(folder, "one").read("env")).toEqual({ inputs: 0, quiet: 0, still: 0, kept: [] });
});
