import { readdirSync, readFileSync } from "node:fs";
import { checkSync } from "recheck";
import ts from "typescript";
import { expect, test } from "vitest";
import { frameworks } from "../../rules/frameworks/index.ts";
import { models } from "../../rules/models/index.ts";
import schema from "../../src/config/schema.json" with { type: "json" };
import { SKIPS } from "../../src/discover/defaults.ts";
import { formats } from "../../src/formats/index.ts";
import { lookFor, type Screen } from "../../src/screen.ts";
import { plansFor } from "../../src/screen/plans.ts";
import { globs } from "../../src/text/globs.ts";
import { clock } from "../support/clock.ts";

const root = new URL("../..", import.meta.url).pathname;

interface Found {
  /** Regular expression literals. */
  readonly literals: readonly { readonly where: string; readonly source: string; readonly flags: string }[];
  /** Files where one is made while the program runs: `new RegExp(…)`, `text.match("…")`. */
  readonly made: readonly string[];
}

/** Every regular expression of a text, with its line. */
function expressionsIn(file: string, text: string): Found {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const literals: { where: string; source: string; flags: string }[] = [];
  const made: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      literals.push({ where: `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && ts.isIdentifier(node.expression) && node.expression.text === "RegExp") made.push(file);
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && ["match", "matchAll", "search"].includes(node.expression.name.text)) {
      if (node.arguments[0] && ts.isStringLiteralLike(node.arguments[0])) made.push(file);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { literals, made };
}

/** Steps are counted, and no time is: on a busy machine any expression takes long. */
const limits = { timeout: 600_000, attackTimeout: null, incubationTimeout: null, seedingTimeout: null };

function slow(literals: Found["literals"]): string[] {
  return literals.flatMap(({ where, source, flags }) => {
    const result = checkSync(source, flags, limits);
    if (result.status === "safe") return [];
    return `${where} /${source}/${result.status === "unknown" ? `: ${result.error.kind}` : ""}`;
  });
}

const files = ["src", "rules"].flatMap((folder) => readdirSync(root + folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts")).map((name) => `${folder}/${name}`));
const found = files.map((file) => expressionsIn(file, readFileSync(root + file, "utf8")));

test("every regular expression is linear", { timeout: 900_000 }, () => {
  const literals = new Map(found.flatMap((one) => one.literals).map((literal) => [`/${literal.source}/${literal.flags}`, literal]));
  expect(literals.size).toBeGreaterThan(100);
  expect(slow([...literals.values()])).toEqual([]);
});

test("the check can fail", () => {
  const text = 'const a = /^(a|a)*$/;\nf(/\\s+$/g);\nnew RegExp(a);\n"x".match("(a+)+");\n"x".match(/a/);\n';
  const { literals, made } = expressionsIn("bad.ts", text);
  expect(slow(literals)).toEqual(["bad.ts:1 /^(a|a)*$/", "bad.ts:2 /\\s+$/"]);
  expect(made).toEqual(["bad.ts", "bad.ts"]);
});

test("those made while the program runs are known, and each is checked below", () => {
  expect([...new Set(found.flatMap((one) => one.made))].sort()).toEqual(["src/config/validate.ts", "src/text/globs.ts"]);
});

test("those of the configuration's schema are linear", () => {
  const patterns: string[] = [];
  JSON.stringify(schema, (key, value: unknown) => (key === "pattern" && typeof value === "string" && patterns.push(value), value));
  expect(patterns.length).toBeGreaterThan(0);
  expect(slow(patterns.map((source) => ({ where: "schema.json", source, flags: "u" })))).toEqual([]);
});

test("the screen takes one step for each byte", () => {
  const look = lookFor(plansFor(frameworks, models));
  const screen: Screen = (...file) => look(...file).key;
  const inTime = clock();
  for (const text of ["secret", "a", "_", "key", "keys =", '"koa', "sign."]) screen(Buffer.from(text.slice(0, -1).repeat(2e6)));
  inTime(4_000);
});

/** Names of 255 units that come near to a pattern many times: its own words, again and again. */
function hostile(pattern: string): readonly string[] {
  const words = pattern.split(/[*?{}[\],!]+/).filter((word) => word !== "");
  const fill = (text: string): string => `${text.repeat(Math.ceil(254 / text.length)).slice(0, 254)}\u0001`;
  return [...words, words.join(""), "a", "_", "."].filter((word) => word !== "").map(fill);
}

test("no pattern over names is slow on names made for it", () => {
  const patterns = new Set([
    ...frameworks.flatMap(({ slots }) => slots.flatMap(({ at, where, except }) => [
      ...at.flatMap((one) => ("setting" in one ? [one.setting] : "env" in one ? [one.env] : [])),
      ...(except ?? []),
      ...(where ?? []).flatMap(({ is, not }) => [...(is ?? []), ...(not ?? [])]),
    ])),
    ...SKIPS.flatMap(({ folders, files: names }) => [...(folders ?? []), ...(names ?? [])]),
    ...formats.flatMap(({ files: names }) => names),
  ]);
  expect(patterns.size).toBeGreaterThan(100);
  const late = [...patterns].filter((pattern) => {
    const matches = globs([pattern, "x*"], { nocase: true });
    const start = process.cpuUsage();
    for (const name of hostile(pattern)) matches(name);
    return process.cpuUsage(start).user / 1000 > 500;
  });
  expect(late).toEqual([]);
});
