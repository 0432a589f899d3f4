import { describe, expect, test } from "vitest";
import { globs } from "../../src/text/globs.ts";

describe("globs", () => {
  test.each([
    [["SECRET_KEY"], "SECRET_KEY", true],
    [["SECRET_KEY"], "secret_key", false],
    [["SECRET_KEY"], "MY_SECRET_KEY", false],
    [["*_SECRET", "APP_KEY"], "JWT_SECRET", true],
    [["*_SECRET", "APP_KEY"], "APP_KEY", true],
    [["{A,B}_KEY"], "B_KEY", true],
    [["{A,B}_KEY"], "C_KEY", false],
    [["*.json"], ".json", true],
    [["a|b"], "a", false],
    [[], "", false],
    [["*"], "", false],
    [["config/*.{json,yml}"], "config/a.yml", true],
    [["config/*.{json,yml}"], "config/a.toml", false],
    [["**/.streamlit/secrets.toml"], ".streamlit/secrets.toml", true],
    [["src/**"], "src", true],
    [["*.p{y,yi}"], "a.pyi", true],
    [["a\\*.py"], "a*.py", true],
    [["!(test_*).py"], "test_a.py", false],
    [["!(test_*).py"], "a.py", true],
  ])("%j meets %s: %s", (patterns, text, meets) => {
    expect(globs(patterns)(text)).toBe(meets);
  });

  test("case does not count when told so", () => {
    expect(["DOCKERFILE", "dockerfile.DEV", "file"].map(globs(["Dockerfile", "Dockerfile.*"], { nocase: true }))).toEqual([true, true, false]);
  });

  test("a pattern that is no expression meets nothing, and spoils no other", () => {
    expect(["[", "x"].map(globs(["[", "(", "x"]))).toEqual([true, true]);
  });
});
