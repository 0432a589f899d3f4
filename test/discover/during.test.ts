import { renameSync, symlinkSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openTree } from "../../src/discover/index.ts";
import type { Tree } from "../../src/types/source.ts";
import { leak } from "../main/keylint.ts";
import { lintFiles } from "../support/lint.ts";
import { folderWith, hermetic } from "./repository.ts";

/** A tree in which something happens when the first file was read. */
function during(root: string, happens: () => void): Tree {
  const disk = openTree(root, { env: hermetic });
  let isOver = false;
  return {
    ...disk,
    read(path, isAnew) {
      const bytes = disk.read(path, isAnew);
      if (!isOver) happens();
      isOver = true;
      return bytes;
    },
  };
}

describe("while keylint runs", () => {
  test("a folder is exchanged for a link to another one: what lies there is not told", () => {
    const [root, outside] = [folderWith({ "d/a.py": leak, "d/b.py": leak }), folderWith({ "a.py": leak, "b.py": leak })];
    const { findings, failures } = lintFiles({}, { tree: during(root, () => {
      renameSync(join(root, "d"), join(root, "e"));
      symlinkSync(outside, join(root, "d"));
    }) });
    expect(findings).toEqual([]);
    expect(failures.map(({ path, message }) => `${path}: ${message}`)).toEqual(["a", "b"].map((name) => `d/${name}.py: a folder of its path is a link that leads out of the scanned tree; keylint does not follow it`));
  });

  test("a file goes: it is said, and the others are told", () => {
    const root = folderWith({ "a.py": leak, "b.py": leak });
    const { findings, failures } = lintFiles({}, { tree: during(root, () => { unlinkSync(join(root, "b.py")); }) });
    expect(findings.map(({ region }) => region.path)).toEqual(["a.py"]);
    expect(failures).toEqual([{ path: "b.py", message: "it does not exist (any more)", fatal: false }]);
  });
});
