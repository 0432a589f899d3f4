import { expect, test } from "vitest";
import { clock } from "../support/clock.ts";

/** Milliseconds of work for this process. */
function workFor(milliseconds: number): void {
  const start = process.cpuUsage();
  while (process.cpuUsage(start).user < milliseconds * 1_000);
}

test("a test's clock lets pass what is in time, and fails what takes far longer, on a slow machine too", () => {
  const inTime = clock();
  workFor(50);
  expect(() => { inTime(1_000); }).not.toThrow();
  expect(() => { inTime(1); }).toThrow();
});
