import { expect, test } from "vitest";
import { frameworks } from "../../rules/frameworks/index.ts";
import { models } from "../../rules/models/index.ts";
import { clausesIn } from "../../src/screen/clauses.ts";
import { packed, unpacked } from "../../src/screen/packed.ts";
import { planFor } from "../../src/screen/plan.ts";

test.each(["python", "javascript", "settings", undefined] as const)("what is looked for in %s is the same after it was packed", (written) => {
  const plan = planFor(clausesIn(frameworks, models, written));
  const again = unpacked(packed(plan));
  expect(again).toEqual(plan);
});

test("a processor that reads numbers in another order takes none", () => {
  const bytes = packed(planFor([{ words: [{ text: "secret", before: "any", after: "any" }] }]));
  expect(unpacked(bytes)).toBeDefined();
  expect(unpacked(Buffer.from(bytes.subarray(0, 4).toReversed()))).toBeUndefined();
});
