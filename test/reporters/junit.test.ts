import { describe, expect, test } from "vitest";
import { junit } from "../../src/reporters/junit.ts";
import type { Report } from "../../src/types/report.ts";
import type { ReportContext } from "../../src/types/reporter.ts";
import { at, empty, finding } from "./report.ts";

function shown(report: Partial<Report>, context: Partial<ReportContext> = {}): string {
  return junit({ ...empty, ...report }, { rules: [], color: false, now: 0, ...context });
}

/** The element in each test, and what the file counts. */
function outcomes(text: string): string {
  const [, counts = ""] = /<testsuite name="keylint" (.*)>/.exec(text) ?? [];
  return `${[...text.matchAll(/<testcase [^>]*><(\w+)/g)].map(([, element]) => element).join(" ")} | ${counts.replaceAll('"', "")}`;
}

describe("a test fails as the run does", () => {
  const findings = (["error", "warning", "note"] as const).map((level) => finding({ level }));
  const unused = [{ region: at("app.py", 3, 1, 2), message: "it silences nothing" }];
  const failures = [true, false].map((fatal) => ({ path: "app.py", message: "it cannot be read", fatal }));

  test.each<[NonNullable<ReportContext["failOn"]>, string]>([
    ["never", "skipped skipped skipped skipped | tests=4 failures=0 errors=0 skipped=4"],
    ["error", "failure skipped skipped skipped | tests=4 failures=1 errors=0 skipped=3"],
    ["warning", "failure failure skipped skipped | tests=4 failures=2 errors=0 skipped=2"],
    ["note", "failure failure failure failure | tests=4 failures=4 errors=0 skipped=0"],
  ])("with --fail-on %s", (failOn, expected) => {
    expect(outcomes(shown({ findings, unused }, { failOn }))).toBe(expected);
  });

  test.each<[boolean, string]>([[false, "error skipped | tests=2 failures=0 errors=1 skipped=1"], [true, "error error | tests=2 failures=0 errors=2 skipped=0"]])("strict is %s", (strict, expected) => {
    expect(outcomes(shown({ failures }, { strict }))).toBe(expected);
  });
});

test("tests of one file have names of their own, that those of other files do not change", () => {
  const names = (paths: readonly string[]): readonly (string | undefined)[] => [...shown({ findings: paths.map((path) => finding({ region: at(path, 1, 1, 2) })) }).matchAll(/<testcase classname="(.*?)" name="(.*?)"/g)].map(([, path, name]) => `${path} ${name}`);
  expect(names(["a.py", "a.py", "b.py", "a.py"])).toEqual(["a.py hardcoded-key: SECRET_KEY", "a.py hardcoded-key: SECRET_KEY (2)", "b.py hardcoded-key: SECRET_KEY", "a.py hardcoded-key: SECRET_KEY (3)"]);
});

test("whatever a name holds is text, in attributes too", () => {
  expect(shown({ findings: [finding({ name: `<a b="c">&'\uffff\u0000` })] })).toContain(' name="hardcoded-key: &lt;a b=&quot;c&quot;&gt;&amp;&#39;\ufffd\\x00"');
});
