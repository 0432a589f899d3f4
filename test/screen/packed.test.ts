import { expect, test } from "vitest";
import { frameworks } from "../../rules/frameworks/index.ts";
import { models } from "../../rules/models/index.ts";
import { packed, unpacked } from "../../src/screen/packed.ts";
import { planFor } from "../../src/screen/plan.ts";
import { plansFor } from "../../src/screen/plans.ts";

test.each(["python", "javascript", "settings", undefined, "uses"] as const)("what is looked for in %s is the same after it was packed", (sought) => {
  const plan = plansFor(frameworks, models).of(sought);
  const again = unpacked(packed(plan));
  expect(again).toEqual(plan);
  // The same from bytes that do not begin where numbers can.
  expect(unpacked(Buffer.concat([Buffer.alloc(1), packed(plan)]).subarray(1))).toEqual(plan);
});

test("a processor that reads numbers in another order takes none", () => {
  const bytes = packed(planFor([{ words: [{ text: "secret", before: "any", after: "any" }] }]));
  expect(unpacked(bytes)).toBeDefined();
  expect(unpacked(Buffer.from(bytes.subarray(0, 4).toReversed()))).toBeUndefined();
});
