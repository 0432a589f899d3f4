import { describe, expect, test } from "vitest";
import { isSkipped } from "../../src/discover/defaults.ts";
import { matcher, patternMistake } from "../../src/discover/patterns.ts";
import { clock } from "../support/clock.ts";

describe("patterns of users", () => {
  const cases: [string, string[], string[]][] = [
    ["*.py", ["a.py", "d/a.py", ".a.py"], ["a.js", "a.py.txt"]],
    ["legacy", ["legacy", "legacy/a.py", "d/legacy/e/a.py"], ["legacy.py"]],
    ["legacy/", ["legacy/a.py", "d/legacy/a.py"], ["legacy"]],
    ["/legacy", ["legacy/a.py"], ["d/legacy/a.py"]],
    ["app/config", ["app/config/a.py", "app/config"], ["x/app/config"]],
    ["app/*.py", ["app/a.py"], ["app/d/a.py"]],
    ["app/**", ["app/a.py", "app/.d/a.py"], ["b/app.py"]],
    ["**/test_*.py", ["test_a.py", "d/test_a.py"], ["a_test.py"]],
    ["*.{js,ts}", ["a.js", "d/a.ts"], ["a.py"]],
    ["[ab].py", ["a.py"], ["c.py"]],
    ["+(a).py", ["+(a).py"], ["aa.py"]],
    ["./a.py", ["a.py"], ["d/a.py"]],
  ];
  test.each(cases)("%s", (pattern, inside, outside) => {
    const matches = matcher([pattern]);
    expect(inside.filter((path) => !matches(path))).toEqual([]);
    expect(outside.filter((path) => matches(path))).toEqual([]);
  });

  test("none match nothing", () => {
    expect(matcher([])("a.py")).toBe(false);
  });

  test.each(["", "!a", "../a", "a**", "**/a/**/b/**/c", "*a*a*a*a", "x".repeat(300), "{a,a}".repeat(9), "{a,{b,{c,{d,e}}}}".repeat(8), "*a*a*a/*a*a*a"])("%j is refused", (pattern) => {
    expect(patternMistake(pattern)).toEqual(expect.any(String));
  });

  test("the costliest that is allowed takes no time", () => {
    const patterns = ["**/*a*a*b", "**/a/**/b", "*a*a*b/**/x", `${"{a,aa}".repeat(8)}b`, "{a,aa}{a,aa}*a*a*b"];
    expect(patterns.flatMap((pattern) => patternMistake(pattern) ?? [])).toEqual([]);
    const matches = matcher(patterns);
    const inTime = clock();
    expect(matches(Array.from({ length: 16 }, () => "a".repeat(255)).join("/"))).toBe(false);
    expect(matches("a/".repeat(2000))).toBe(false);
    inTime(1000);
  });
});

describe("what is skipped by default", () => {
  test.each([
    "node_modules/x/index.js", "app/node_modules/x.js", "vendor/a.py", "lib/python3.12/site-packages/flask/app.py", ".venv/x.py", "static/app.min.js",
    "static/APP.MIN.JS", "app-min.js", "main.bundle.js", "main.js.map", "package-lock.json", "sub/yarn.lock", "bun.lock", "__pycache__/a.pyc",
    "a.cpython-312.pyc", "x.egg-info/PKG-INFO", "logo.PNG", "data.sqlite3", ".next/server/app.js",
  ])("%s", (path) => {
    expect(isSkipped(path)).toBe(true);
  });

  test.each([
    "app.py", ".env", "src/vendors.py", "vendor.py", "environment/settings.py", "env/settings.py", "dist/server.js", "build/config.js", "admin.js", "min.js",
    "bundle.js", "coverage.py", "locks/lock.py", "docker-compose.yml", ".github/workflows/ci.yml", "public/app.js", "package.json", "Pipfile", "poetry.toml",
  ])("not %s", (path) => {
    expect(isSkipped(path)).toBe(false);
  });
});
