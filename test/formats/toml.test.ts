import { describe, expect, test } from "vitest";
import { toml } from "../../src/formats/toml/index.ts";
import { clock } from "../support/clock.ts";
import { covered, found, tokens } from "./tables-shown.ts";

describe("what is told", () => {
  test.each([
    ["an entry", 'secret_key = "x"', ['?.secret_key := "x"']],
    ["a table and dotted keys", '[a.b]\nc.d = "x"', ['?.a.b.c.d := "x"']],
    ["quoted keys", '["a.b"]\n"c d" = \'x\'', ['?.a.b.c d := "x"']],
    ["an inline table", 'a = { b = "x", c = { d = "y" } }', ['?.a.c.d := "y"', '?.a.b := "x"']],
    ["an array of tables", '[[a]]\nb = "x"\n[[a]]\nb = "y"', ['?.a.b := "x"', '?.a.b := "y"']],
    ["a list", 'secrets = ["a", "b"]', ['?.secrets := ["a", "b"]']],
    ["a table of secrets", '[secrets]\ncookie_key = "x"\nJWT_KEY = "y"', ['?.secrets.cookie_key := "x"', 'JWT_KEY := "y"']],
    ["escapes", 'a = "x\\"\\u0041\\n"', ['?.a := "x\\"A\\n"']],
    ["no escapes", "a = 'x\\n'", ['?.a := "x\\\\n"']],
    ["several lines", 'a = """\nfoo\nbar"""', ['?.a := "foo\\nbar"']],
    ["nothing", 'a = ""', ['?.a := ""']],
    ["a dollar", 'a = "ab$cd"', ['?.a := "ab$cd"']],
    ["a variable with a default", 'a = "${KEY:-dev}"', ['?.a := or(KEY | "dev")']],
    ["a template", 'a = "{{ key }}"', ["?.a := ?"]],
    ["supabase", '[auth]\nsecret = "env(AUTH_SECRET)"', ["?.auth.secret := AUTH_SECRET"]],
    ["fly", '[env]\nSECRET_KEY = "x"', ['SECRET_KEY := "x"']],
    ["netlify", '[build.environment]\nA = "x"\n[context.production.environment]\nB = "y"', ['A := "x"', 'B := "y"']],
    ["hatch", '[tool.hatch.envs.default.env-vars]\nSECRET = "x"\n[tool.hatch.envs.default]\npython = "3"', ['SECRET := "x"', '?.tool.hatch.envs.default.python := "3"']],
    ["cargo and mise", '[env]\nA = { value = "x", force = true }', ['A := "x"']],
    ["buildpacks", '[[build.env]]\nname = "A"\nvalue = "x"', ['A := "x"']],
    ["pytest-env", '[tool.pytest.ini_options]\nenv = ["A=x", "D:B=y"]', ['A := "x"', 'B := "y"']],
    ["tox", '[env.py3]\nset_env = { A = "x" }\n[env_run_base]\nset_env.B = "y"', ['A := "x"', 'B := "y"']],
  ])("%s", (_what, text, expected) => {
    expect(found(toml, text, "a.toml")).toEqual(expected);
  });

  test("wrangler's environments are no variables, but hold some", () => {
    const text = 'name = "w"\n[vars]\nlower = "a"\n[env.production]\nname = "x"\nKEY = "y"\n[env.production.vars]\nB = "z"';
    expect(found(toml, text, "x/wrangler.toml")).toEqual(['?.name := "w"', 'lower := "a"', '?.env.production.name := "x"', 'KEY := "y"', 'B := "z"']);
  });
});

describe("what stays silent", () => {
  test.each([
    ["nothing", ""], ["a number", "a = 1"], ["a truth value", "a = true"], ["a time", "a = 1979-05-27T07:32:00Z"], ["infinity", "a = inf"], ["an empty list", "a = []"],
    ["numbers", "a = [1, 2, [3]]"], ["an empty table", "[a]"], ["an empty inline table", "a = {}"], ["a comment", '# a = "x"'], ["blanks", " \r\n\t\n"],
    ["no assignment in a list of variables", 'env = ["A", "b c"]'],
  ])("%s", (_what, text) => {
    expect(found(toml, text, "a.toml")).toEqual([]);
    expect(toml.read("a.toml", text).failure).toBeUndefined();
  });
});

describe("what is no TOML is read by its lines", () => {
  test.each([
    ["a template", '[a]\nb = "x"\nc = {{ y }}\n[a.vars]\nD = "z"', ['?.a.b := "x"', 'D := "z"']],
    ["tokens of ERB", '<% if x %>\na = "x" # c\n<% end %>', ['?.a := "x"']],
    ["conflict marks", '<<<<<<< a\na = "x"\n=======\na = "y"\n>>>>>>> b', ['?.a := "x"', '?.a := "y"']],
    ["the same key twice", 'a = "x"\na = "y"', ['?.a := "x"', '?.a := "y"']],
    ["an open quote", 'a = "x\nb = "y"', ['?.b := "y"']],
    ["CRLF and tabs", '\ta\t=\t"x"\r\n{{ y }}\r\n', ['?.a := "x"']],
    ["a bare word", 'a = x\nb = "y"', ['?.b := "y"']],
  ])("%s", (_what, text, expected) => {
    const module = toml.read("a.toml", text);
    expect(found(toml, text, "a.toml")).toEqual(expected);
    expect(module.failure).toBeUndefined();
  });

  test.each([["JSON", '{"a": "x"}'], ["marks", "<<<"], ["NUL", "a = 1\0"]])("%s is a failure in a user's words", (_what, text) => {
    expect(toml.read("a.toml", text).failure).toMatch(/^(is not valid TOML|looks binary)/);
  });
});

test("tokens are on one line, with their quotes; values are covered and comments told", () => {
  const text = 'a = "x" # why\nb = """\nfoo\nbar"""\n[vars]\nC = \'y\'';
  expect(tokens(toml, text, "a.toml")).toEqual(['"x"', '"""', "'y'"]);
  expect(covered(toml, text, "a.toml")).toEqual(["x", "\nfoo\nbar", "y"]);
  expect(toml.read("a.toml", text).comments.map((comment) => comment.text)).toEqual(["why"]);
});

test.each([
  ["open brackets", "a = " + "[".repeat(100_000)], ["brackets", "a = " + "[".repeat(100_000) + "]".repeat(100_000)], ["open braces", "a = " + "{a=".repeat(100_000)],
  ["dots", "a.".repeat(100_000) + 'a = "x"'], ["a long text", `a = "${"x".repeat(1_000_000)}"`], ["a long number", "a = " + "1".repeat(1_000_000)],
  ["many tables", '[[t]]\nx = "y"\n'.repeat(60_000)], ["lines of templates", "a = {{ x }}\n".repeat(80_000)], ["a long list", `a = [${'"x",'.repeat(200_000)}]`],
])("%s take linear time and no stack", (_what, text) => {
  const inTime = clock();
  toml.read("a.toml", text);
  inTime(8_000);
});
