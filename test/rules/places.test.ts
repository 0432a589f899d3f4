import { describe, expect, test } from "vitest";
import type { Framework } from "../../src/types/framework.ts";
import type { At, Slot } from "../../src/types/slot.ts";
import { lintFiles } from "../support/lint.ts";
import { keyFor, languagesOf, manifests, names, placesInCode } from "../support/places.ts";
import { programFor } from "../support/programs.ts";

function slotsIn(framework: Framework, at: At, slot: Slot, key: string): readonly string[] {
  return languagesOf(framework).flatMap((language) => {
    const code = programFor(at, slot, language, key);
    const { findings } = lintFiles({ ...manifests(framework), [language === "python" ? "shop.py" : "shop.js"]: `${code}\n` });
    // What else the call must have is another question.
    return findings.filter(({ rule }) => rule !== "missing-key").flatMap((finding) => [finding.slot, ...finding.uses.map((use) => use.slot)]);
  });
}

describe("each call and attribute is a key's place", () => {
  test.each(placesInCode)("$title", ({ framework, slot, at }) => {
    expect(slotsIn(framework, at, slot, `"${keyFor(slot)}"`)).toContain(`${framework.id}/${slot.id}`);
    expect(slotsIn(framework, at, slot, "load()")).toEqual([]);
  });
});

describe("each name is a key's", () => {
  test.each(names)("$title", ({ framework, slot, name, isVariable }) => {
    const found = (value: string): readonly string[] => languagesOf(framework).flatMap((language) => {
      const program = language === "python" ? { "shop.py": `${name} = "${value}"\n` } : { "shop.js": `export const settings = { ${name}: "${value}" };\n` };
      const { findings } = lintFiles({ ...manifests(framework), ...(isVariable ? { "web.env": `${name}=${value}\n` } : program) });
      return findings.flatMap((finding) => [finding.slot, ...finding.uses.map((use) => use.slot)]);
    });
    expect(found(keyFor(slot))).toContain(`${framework.id}/${slot.id}`);
  });
});
