import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { publishedKeys } from "../../rules/published-keys.ts";
import { wordGroups } from "../../src/strength/words.ts";
import { lintFiles } from "../support/lint.ts";

const values = publishedKeys.map(([value]) => value);
const words = new Set(wordGroups.flatMap((group) => group.words.split(/\s+/)));

/** Shapes of vendors' tokens: a host that scans pushes would refuse the file. */
const vendors = /^sk-|sk_(live|test)_|T3BlbkFJ|gh[oprsu]_|github_pat_|glpat-|AKIA|ASIA|AIza|xox[abeoprs]-|eyJ|SG\.|npm_|hf_|shp(at|ss)_|whsec_|sb_secret_|dop_v1_|-----BEGIN/;

/** A value as a literal of Python. */
function literal(value: string): string {
  const escaped = value.replace(/[\\"]|[^\x20-\x7e]/g, (character) => (character === "\\" || character === '"' ? `\\${character}` : `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`));
  return `"${escaped}"`;
}

function app(key: string): string {
  return `from flask import Flask\n\napp = Flask(__name__)\napp.secret_key = ${key}\n`;
}

/** The values that are not found as published keys when each stands in a small Flask program. */
function missed(spell: (value: string) => string): readonly string[] {
  const files = Object.fromEntries(values.map((value, index) => [`app${index}/main.py`, app(spell(value))]));
  const { findings, failures } = lintFiles(files);
  expect(failures).toEqual([]);
  const rules = new Map(findings.map(({ region, rule }) => [region.path, rule]));
  return values.filter((_, index) => rules.get(`app${index}/main.py`) !== "published-key");
}

describe("rules/published-keys.ts", () => {
  test("is long enough to be of use", () => {
    expect(values.length).toBeGreaterThanOrEqual(500);
  });

  test("lists a value once, in one of its spellings", () => {
    const bare = values.map((value) => value.replace(/^(django-insecure-|base64:)/, ""));
    expect(bare.filter((value, index) => bare.indexOf(value) !== index)).toEqual([]);
  });

  test("names a page for each", () => {
    const strays = publishedKeys.filter(([, source]) => !URL.canParse(source) || new URL(source).protocol !== "https:" || new URL(source).href !== source);
    expect(strays).toEqual([]);
  });

  test("holds no plain word, and nothing short", () => {
    expect(values.filter((value) => value.length < 8 || words.has(value.toLowerCase()))).toEqual([]);
  });

  test("holds no vendor's token", () => {
    expect(values.filter((value) => vendors.test(value))).toEqual([]);
  });

  test("is sorted within each group, one value a line", () => {
    const text = readFileSync(new URL("../../rules/published-keys.ts", import.meta.url), "utf8");
    const groups = text.slice(text.indexOf("= [")).split(/^ {2}\/\/ .*$/m).slice(1);
    const rows = groups.map((group) => [...group.matchAll(/^ {2}\[(".*"), "(\S+)"\],$/gm)].map(([, value, source]) => `${source} ${JSON.parse(String(value).replace(/\\x/g, "\\u00"))}`));
    expect(rows.flat().length).toBe(values.length);
    for (const group of rows) expect(group).toEqual([...group].sort());
  });

  test("each is found in a program, as text", () => {
    expect(missed(literal)).toEqual([]);
  });

  test("each is found in a program, as bytes", () => {
    expect(missed((value) => `b${literal(value)}`)).toEqual([]);
  });
});
