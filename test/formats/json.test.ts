import { describe, expect, test } from "vitest";
import { formats } from "../../src/formats/index.ts";
import { clock } from "../support/clock.ts";
import { bindingsOf, tokensOf } from "./settings-shown.ts";

const json = formats.find(({ id }) => id === "json");
const found = (text: string, path = "a.json"): readonly string[] => bindingsOf(json, path, text);

describe("entries and variables", () => {
  test.each([
    ["a path", `{"authentication": {"secret": "a"}}`, [`authentication.secret := "a"`]],
    ["escapes", `{"a": "b\\"\\u0041\\n"}`, [`a := "b\\"A\\n"`]],
    ["a list", `{"keys": ["a", "b"]}`, [`keys := ["a", "b"]`]],
    ["entries of a list", `[{"secret": "a"}]`, [`secret := "a"`]],
    ["variables", `{"env": {"SECRET": "a", "other": "b"}}`, [`$SECRET := "a"`, `env.other := "b"`]],
    ["a container of devcontainer.json", `{"containerEnv": {"SECRET": "a"}}`, [`$SECRET := "a"`]],
    ["names and values, as ECS has them", `{"environment": [{"name": "SECRET", "value": "a"}]}`, [`$SECRET := "a"`]],
    ["with capitals, as CloudFormation has them", `{"Environment": [{"Name": "SECRET", "Value": "a"}]}`, [`$SECRET := "a"`]],
    ["a described variable, as Heroku has it", `{"env": {"SECRET": {"value": "a", "description": "b"}}}`, [`$SECRET := "a"`]],
    ["a number for a variable", `{"env": {"SECRET": 12345}}`, [`$SECRET := "12345"`]],
    ["a name in capitals outside of an environment", `{"SECRET_KEY": "a"}`, [`SECRET_KEY := "a"`]],
    ["comments", `{ // one\n "a": "b", /* two */ "c": "d" }`, [`a := "b"`, `c := "d"`]],
    ["commas at the end", `{"a": ["b",], "c": "d",}`, [`a := ["b"]`, `c := "d"`]],
    ["a default behind a variable", `{"a": "\${B_C:-d}"}`, [`a := B_C or "d"`]],
    ["a variable, as FoalTS has it", `{"jwt": {"secret": "env(JWT_SECRET)"}}`, [`jwt.secret := JWT_SECRET`]],
    ["several roots", `{"a": "b"}\n{"c": "d"}\n`, [`a := "b"`, `c := "d"`]],
    ["no end", `{"a": {"b": "c"`, [`a.b := "c"`]],
    ["no end of a text", `{"a": "b`, [`a := "b"`]],
    ["CRLF", `{\r\n"a": "b"\r\n}`, [`a := "b"`]],
    ["duplicate names", `{"a": "b", "a": "c"}`, [`a := "b"`, `a := "c"`]],
    ["an rc file with another content, by the line", "SECRET=a\n", [`SECRET := "a"`], ".somerc"],
  ])("%s", (_, text, expected, path = "a.json") => {
    expect(found(text, path)).toEqual(expected);
  });

  test.each([
    ["numbers, truth values and nothing", `{"a": 1, "b": true, "c": null, "env": {"D_E": true}}`],
    ["a generated variable", `{"env": {"SECRET": {"generator": true}}}`],
    ["names without values", `{"a":, "b"}`],
    ["empty lists", `{"a": [], "env": []}`],
    ["lists of numbers", `{"a": [1, 2], "b": [true, null]}`],
    ["names of variables without values", `{"env": {"SECRET": null}}`],
    ["brackets only", "[[[]]]"],
    ["closing brackets only", "}]}"],
    ["an empty file", ""],
    ["an empty object", "{}"],
    ["a comment", `// "a": "b"\n{}`],
    ["a single text", `"a"`],
    ["a program", "module.exports = { a: 'b' }"],
  ])("%s: nothing", (_, text) => {
    expect(found(text).filter((line) => !/ := (\?|true|null)$|generator|\[\]$/.test(line))).toEqual([]);
  });
});

test("the token is the text with its quotes", () => {
  expect(tokensOf(json, "a.json", `{"a": "b\\"c", "d": ["e"]}`)).toEqual([`"b\\"c"`, `["e"]`]);
});

test("100,000 levels are passed over in time", () => {
  const inTime = clock();
  expect(found(`${"[".repeat(100_000)}${"]".repeat(100_000)}`)).toEqual([]);
  expect(found(`${`{"a":`.repeat(100_000)}`)).toEqual([]);
  inTime(5_000);
});

test("a key behind half a million numbers is found", () => {
  expect(found(`{"a": [${"1,".repeat(600_000)} 1], "env": {"SECRET": "b"}}`)).toContain(`$SECRET := "b"`);
});
