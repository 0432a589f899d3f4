import { test } from "vitest";
import { applyIgnores } from "../../src/suppress.ts";
import { clock } from "../support/clock.ts";
import { findingOn, moduleOf } from "./places.ts";

test("a hundred thousand ignores take linear time", () => {
  const findings = Array.from({ length: 2_000 }, (_, index) => findingOn(index + 1));
  const modules = new Map([["app.py", moduleOf("# keylint-ignore short-key\n".repeat(100_000))]]);
  const inTime = clock();
  applyIgnores(findings, modules, { foreign: true, knownRules: ["short-key"], configured: [], today: "2026-06-15", reportUnused: true });
  inTime(8_000);
});
