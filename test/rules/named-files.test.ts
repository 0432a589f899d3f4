import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { lintFiles } from "../support/lint.ts";
import { entries, entryFile, keyFor, manifests } from "../support/places.ts";

describe("each entry of a named file is a key's place", () => {
  test.each(entries)("$title", ({ framework, slot, entry, file, path }) => {
    expect(picomatch.isMatch(path, file, { dot: true })).toBe(true);
    const { findings } = lintFiles({ ...manifests(framework), [path]: entryFile(path, entry, keyFor(slot)) });
    expect(findings.map(({ slot: kind, rule }) => `${kind} ${rule}`)).toEqual([`${framework.id}/${slot.id} hardcoded-key`]);
  });
});
