import { expect, test } from "vitest";
import { keylint, leak, stagedProject, told } from "./keylint.ts";

const files = { "app.py": leak, "dev/app.py": leak, "examples/app.py": leak, "tests/app.py": leak, "docs/app.py": leak };

test("production, development and examples are shown, the rest is counted", () => {
  const { status, findings, hidden } = told(stagedProject(files));
  expect(status).toBe(1);
  expect(findings).toEqual(["app.py:3 hardcoded-key error", "dev/app.py:3 hardcoded-key warning", "examples/app.py:3 hardcoded-key note"]);
  expect(hidden).toEqual({ docs: 1, test: 1 });
  expect(keylint(stagedProject(files)).stdout).toContain("2 more in docs and tests: --context all");
});

test.each([
  ["all", ["app.py", "dev/app.py", "docs/app.py", "examples/app.py", "tests/app.py"], 1],
  ["production", ["app.py"], 1],
  ["test,docs", ["docs/app.py", "tests/app.py"], 0],
  ["example", ["examples/app.py"], 0],
])("--context %s", (context, paths, status) => {
  const ran = told(stagedProject(files), ["--context", context]);
  expect(ran.findings.map((finding) => finding.split(":")[0])).toEqual(paths);
  expect(ran.status).toBe(status);
});

test("what is not shown does not fail the run", () => {
  expect(keylint(stagedProject(files), ["--context", "docs", "--fail-on", "error"]).status).toBe(0);
});
