import { describe, expect, test } from "vitest";
import { gather, type Gathering } from "../../src/judge/gather.ts";
import type { Finding } from "../../src/types/finding.ts";
import type { Feature, Framework } from "../../src/types/framework.ts";
import type { Context, Key, Making, Origin, Place, Step } from "../../src/types/key.ts";
import type { Rule, Use } from "../../src/types/rule.ts";
import { Secret } from "../../src/types/secret.ts";
import type { Sheet } from "../../src/types/sheet.ts";
import type { At } from "../../src/types/slot.ts";
import { key } from "../rules/keys.ts";
import { moduleOf } from "../suppress/places.ts";

const files: Readonly<{ [path: string]: string }> = {
  "app.py": 'one = "first"\ntwo = "second"; three = "third"\nuse(one)\nuse(two)\n',
  "lib.py": 'four = "fourth"\n\nuse(four)\n',
  "cut.py": 'five = "fif\r\nth"\n',
};

const literal: Making = { kind: "literal", received: new Secret("first"), form: "text" };

/** Where a text stands for the first time in a file; of a file that is not there, its begin. */
function at(path: string, text: string): Place {
  const start = (files[path] ?? text).indexOf(text);
  return { path, span: { start, end: start + text.length } };
}

function frameworkWith(id: string, where: readonly At[] = [], more: Partial<Framework> = {}): Framework {
  const slots = [{ id: "key", at: where, label: `key of ${id}` }];
  return { id, title: id, language: "python", docs: "", protects: "sessions", attack: `Attack on ${id}.`, fix: `Fix of ${id}.`, slots, bad: {}, good: {}, ...more };
}

const flask = frameworkWith("flask", [{ setting: "SECRET_KEY", capitals: true }]);
const jwt = frameworkWith("jwt", [{ call: "jwt.encode", argument: "1" }]);

interface Told extends Partial<Omit<Key, "origin">> {
  readonly from?: Place;
  readonly origin?: Partial<Origin>;
}

function keyOf({ from = at("app.py", '"first"'), origin, framework = flask, ...more }: Told = {}): Key {
  const slot = framework.slots[0];
  if (!slot) throw new Error("a framework has a slot");
  return key({ framework, slot, sink: at("app.py", "use(one)"), origin: { making: literal, place: from, role: "value", trail: [], ...origin }, ...more });
}

function useOf(...places: readonly [Place, ...Place[]]): Use {
  return { framework: flask, feature: { needs: "key", docs: "" } satisfies Feature, slot: { id: "key", at: [], label: "app.secret_key" }, places, context: "production" };
}

function ruleOf(id: string, more: Partial<Rule> = {}): Rule {
  return { id, summary: "", level: "error", cwe: [], why: "", steps: [], check: () => ({ what: `${id} is wrong.` }), ...more };
}

/** A rule that speaks of the keys with a name only. */
const ofName = (id: string, name: string, more: Partial<Rule> = {}): Rule => ruleOf(id, { check: (key) => (key.name === name ? { what: `${id} is wrong.` } : undefined), ...more });

/** A file that was understood: what stands in quotes is a literal. */
function sheetOf(path: string): Sheet | undefined {
  if (files[path] === undefined) return undefined;
  const { failure: _, ...module } = moduleOf(files[path], path);
  return { ...module, covers: [...module.text.matchAll(/"([^"]*)"/g)].map(({ index, 1: inner = "" }) => ({ start: index + 1, end: index + 1 + inner.length })) };
}

function marked(keys: readonly Key[], rules: readonly Rule[] = [ruleOf("hardcoded-key")], more: Partial<Gathering> = {}) {
  return gather(keys, { rules, levelOf: () => undefined, textOf: (path) => files[path], sheetOf, ...more });
}

function found(...given: Parameters<typeof marked>): readonly Finding[] {
  return marked(...given).map(({ finding }) => finding);
}

function only(...given: Parameters<typeof marked>): Finding {
  const [one, ...others] = found(...given);
  if (!one || others.length > 0) throw new Error("not one finding");
  return one;
}

const shownAt = ({ path, line, column, endLine, endColumn }: Finding["region"]): string => `${path}:${line}:${column}-${endLine}:${endColumn}`;

describe("one finding for each origin", () => {
  test("with all places that it reaches, each once and in their order", () => {
    const [two, one] = [at("app.py", "use(two)"), at("app.py", "use(one)")];
    const { uses } = only([keyOf({ sink: two }), keyOf({ framework: jwt, sink: one }), keyOf({ sink: two }), keyOf({ sink: at("lib.py", "use(four)") })]);
    expect(uses.map((use) => [shownAt(use), use.framework, use.slot])).toEqual([["app.py:3:1-3:9", "jwt", "jwt/key"], ["app.py:4:1-4:9", "flask", "flask/key"], ["lib.py:3:1-3:10", "flask", "flask/key"]]);
  });

  test("in the order of their places", () => {
    const places = [at("lib.py", '"fourth"'), at("app.py", '"third"'), at("app.py", '"second"'), at("app.py", '"first"')];
    const shown = ["app.py:1:7-1:14", "app.py:2:7-2:15", "app.py:2:25-2:32", "lib.py:1:8-1:16"];
    for (const froms of [places, places.toReversed()]) expect(found(froms.map((from) => keyOf({ from }))).map(({ region }) => shownAt(region))).toEqual(shown);
  });

  test("without the ways of which no rule speaks", () => {
    const { context, uses } = only([keyOf({ framework: jwt }), keyOf({ name: "short", context: "test" })], [ofName("short-key", "short")]);
    expect({ context, uses: uses.map(({ framework }) => framework) }).toEqual({ context: "test", uses: ["flask"] });
  });

  test("none where no rule speaks", () => {
    expect(found([keyOf()], [ofName("short-key", "other")])).toEqual([]);
    expect(found([], [])).toEqual([]);
  });
});

describe("the rules", () => {
  test("lead in their order, and all are named", () => {
    const { rule, rules, what } = only([keyOf({ name: "a" }), keyOf({ name: "b" })], [ofName("published-key", "b"), ofName("short-key", "a"), ruleOf("hardcoded-key")]);
    expect({ rule, rules, what }).toEqual({ rule: "published-key", rules: ["published-key", "short-key", "hardcoded-key"], what: "published-key is wrong." });
  });

  test("say of several keys what they say of the one that leads", () => {
    const keys = [keyOf({ framework: jwt }), keyOf()];
    for (const given of [keys, keys.toReversed()]) expect(only(given, [ruleOf("a", { check: ({ framework }) => ({ what: `Wrong in ${framework.id}.` }) })]).what).toBe("Wrong in flask.");
  });

  test("say why and what to do, or else the framework does", () => {
    expect(only([keyOf()])).toMatchObject({ why: "Attack on flask.", fix: "Fix of flask." });
    expect(only([keyOf()], [ruleOf("a", { check: () => ({ what: "What.", why: "Why\u001b.", fix: "Do\u001b." }) })])).toMatchObject({ why: "Why\\x1b.", fix: "Do\\x1b." });
  });

  test("that stand beside others speak behind them, and never alone", () => {
    const beside = ruleOf("reused-key", { beside: true });
    expect(found([keyOf()], [beside])).toEqual([]);
    expect(only([keyOf({ framework: jwt }), keyOf({ name: "short" })], [ofName("short-key", "short"), beside]).rules).toEqual(["short-key", "reused-key"]);
    expect(only([keyOf(), keyOf({ framework: jwt })], [ruleOf("hardcoded-key"), beside])).toMatchObject({ rules: ["hardcoded-key", "reused-key"], what: "hardcoded-key is wrong. reused-key is wrong." });
  });

  test("that look at the whole project speak of keys, and of uses without one", () => {
    const [key, other, use] = [keyOf(), keyOf({ from: at("lib.py", '"fourth"') }), useOf(at("lib.py", "use(four)"), at("app.py", "use(one)"))];
    const { check: _, ...together } = ruleOf("missing-key", { project: ({ uses }) => uses.map((of) => ({ of, what: "Missing." })) });
    const rules = [together, ruleOf("reused-key", { check: () => undefined, project: () => [{ of: key, what: "Here." }, { of: key, what: "There." }] }), ofName("short-key", "other")];
    expect(found([key, other], rules)).toEqual([]);
    const [first, second, ...others] = found([key, other], rules, { project: { keys: [key, other], alike: [], uses: [use] } });
    expect(others).toEqual([]);
    expect(first).toMatchObject({ rule: "reused-key", what: "Here.", name: "SECRET_KEY" });
    expect(second).toMatchObject({ rule: "missing-key", rules: ["missing-key"], what: "Missing.", name: "app.secret_key", slot: "flask/key", evidence: "api", trail: [] });
    expect(second?.uses.map(({ path }) => path)).toEqual(["app.py", "lib.py"]);
    expect(second?.frame?.lines).toEqual(["", "use(four)", ""]);
  });

  test("name other keys, whose places are told in their order and once", () => {
    const others = [keyOf({ from: at("lib.py", '"fourth"'), name: "LIB\u001b" }), keyOf({ from: at("app.py", '"second"') }), keyOf({ from: at("app.py", '"second"') })];
    const { elsewhere } = only([keyOf()], [ruleOf("a", { check: () => ({ what: "What.", elsewhere: others }) })]);
    expect(elsewhere?.map((one) => [shownAt(one), one.name])).toEqual([["app.py:2:7-2:15", "SECRET_KEY"], ["lib.py:1:8-1:16", "LIB\\x1b"]]);
    expect(only([keyOf()])).not.toHaveProperty("elsewhere");
  });
});

describe("the level", () => {
  test("is the highest of what the rules say", () => {
    for (const levels of [["note", "error", "warning"], ["error", "note"], ["note", "error"]] as const) expect(only([keyOf()], levels.map((level, index) => ruleOf(`${index}`, { level }))).level).toBe("error");
    expect(only([keyOf()], [ruleOf("a", { level: "note" }), ruleOf("b", { level: "warning" })]).level).toBe("warning");
  });

  test("is what the configuration says of the rule in the file", () => {
    const levelOf: Gathering["levelOf"] = (rule, path) => (path !== "app.py" ? undefined : rule === "short-key" ? "off" : "note");
    const rules = [ruleOf("short-key"), ruleOf("hardcoded-key")];
    expect(found([keyOf(), keyOf({ from: at("lib.py", '"fourth"') })], rules, { levelOf })).toMatchObject([{ rules: ["hardcoded-key"], level: "note" }, { rules: ["short-key", "hardcoded-key"], level: "error" }]);
  });

  test.each([
    ["production", "error", "error", false],
    ["development", "error", "warning", true],
    ["development", "warning", "note", true],
    ["development", "note", "note", false],
    ["example", "error", "note", true],
    ["test", "warning", "note", true],
    ["docs", "note", "note", false],
  ] as const)("in %s: %s is %s", (context, full, level, lowered) => {
    expect(only([keyOf({ context })], [ruleOf("a", { level: full })])).toMatchObject({ context, level, lowered });
  });
});

describe("of several ways from one origin", () => {
  const step = (path: string, text: string, note = "a"): Step => ({ ...at(path, text), note });
  const lead = (...keys: readonly Key[]): readonly string[] => [keys, keys.toReversed()].map((one) => only(one).framework);
  const context = (...keys: readonly Key[]): readonly Context[] => [keys, keys.toReversed()].map((one) => only(one).context);

  test.each([["production", "development"], ["development", "example"], ["example", "test"], ["test", "docs"]] as const)("%s counts more than %s", (one, other) => {
    expect(context(keyOf({ context: one }), keyOf({ context: other }))).toEqual([one, one]);
  });

  test("what a framework takes counts more than what is only called a key", () => {
    expect(context(keyOf({ context: "test" }), keyOf({ evidence: "name" }))).toEqual(["test", "test"]);
    expect([only([keyOf(), keyOf({ evidence: "name" })]).evidence, only([keyOf({ evidence: "name" })]).evidence]).toEqual(["api", "name"]);
  });

  test("the one that is shown does not lead through a test, unless the key stands there", () => {
    const [short, long] = [[step("lib.py", "four"), step("tests/a.py", "x")], [step("lib.py", "four"), step("app.py", "one")]];
    for (const trails of [[short, long], [long, short]]) expect(only(trails.map((trail) => keyOf({ origin: { trail } }))).trail.map(({ path }) => path)).toEqual(["lib.py", "app.py"]);
    const [plain, other] = [keyOf({ origin: { trail: long.toReversed() } }), keyOf({ framework: jwt, origin: { trail: [step("app.py", "one"), step("app.py", "use(two)")] } })];
    for (const keys of [[plain, other], [other, plain]]) expect(only(keys).trail[1]?.path).toBe("lib.py");
    const inTests = { path: "tests/a.py", span: { start: 0, end: 1 } };
    const own = [step("tests/a.py", "x"), step("lib.py", "four")];
    for (const trails of [[own, long], [own]]) expect(only(trails.map((trail) => keyOf({ from: inTests, origin: { trail } }))).trail[0]?.path).toBe("tests/a.py");
  });

  test("a framework that reads the setting by its name leads, and last what is for any language", () => {
    const anything = frameworkWith("any", [], { language: "any" });
    expect(lead(keyOf(), keyOf({ framework: jwt }))).toEqual(["flask", "flask"]);
    expect(lead(keyOf({ framework: jwt }), keyOf({ framework: anything }))).toEqual(["jwt", "jwt"]);
    expect(lead(keyOf({ evidence: "name" }), keyOf({ framework: jwt }))).toEqual(["flask", "flask"]);
    expect(lead(keyOf({ framework: jwt, evidence: "name" }), keyOf({ framework: anything }))).toEqual(["any", "any"]);
    const two = { ...jwt, id: "two", slots: [...jwt.slots, ...flask.slots] };
    expect(lead(keyOf({ framework: two, evidence: "name" }), keyOf({ framework: jwt }))).toEqual(["two", "two"]);
    expect(lead(keyOf({ framework: frameworkWith("lower", [{ setting: "key" }]) }), keyOf({ evidence: "name" }))).toEqual(["flask", "flask"]);
  });

  test("steps of one line are one, and a way of one step is none", () => {
    const trail = [step("app.py", "one", "a\u001b"), step("app.py", '"first"'), step("lib.py", "four"), step("app.py", "use(two)")];
    expect(only([keyOf({ origin: { trail } })]).trail.map((one) => [shownAt(one), one.note])).toEqual([["app.py:1:1-1:4", "a\\x1b"], ["lib.py:1:1-1:5", "a"], ["app.py:4:1-4:9", "a"]]);
    expect(only([keyOf({ origin: { trail: trail.slice(0, 2) } })]).trail).toEqual([]);
  });
});

describe("the place", () => {
  test("ends with its line", () => {
    expect(shownAt(only([keyOf({ from: at("app.py", '"first"\ntwo') })]).region)).toBe("app.py:1:7-1:14");
    expect(shownAt(only([keyOf({ from: at("cut.py", '"fif\r') })]).region)).toBe("cut.py:1:8-1:12");
  });

  test("is never empty", () => {
    expect(shownAt(only([keyOf({ from: { path: "app.py", span: { start: 6, end: 6 } } })]).region)).toBe("app.py:1:7-1:8");
  });

  test("is the end of what is written, where the value begins with the end of its line", () => {
    expect(shownAt(only([keyOf({ from: at("app.py", "\ntwo") })]).region)).toBe("app.py:1:13-1:14");
    expect(shownAt(only([keyOf({ from: at("lib.py", "\nuse") })]).region)).toBe("lib.py:2:1-2:2");
  });

  test("is the file's begin, where its text is not to be had", () => {
    const finding = only([keyOf({ from: { path: "gone.py", span: { start: 9, end: 20 } } })]);
    expect(shownAt(finding.region)).toBe("gone.py:1:1-1:2");
    expect(finding).not.toHaveProperty("frame");
    expect(only([keyOf()], undefined, { sheetOf: () => undefined })).not.toHaveProperty("frame");
  });

  test("is shown without the key, but with the name of one", () => {
    expect(only([keyOf()]).frame?.lines[0]).toBe('one = "***"');
    const from = at("app.py", "two");
    expect(only([keyOf({ from })]).frame?.lines[1]).toBe('*** = "***"; three = "***"');
    expect(only([keyOf({ from, origin: { making: { kind: "variable" } } })]).frame?.lines[1]).toBe('two = "***"; three = "***"');
  });
});

describe("what is told with it", () => {
  test("why it is no production, in printable words", () => {
    expect(only([keyOf({ context: "test", because: "the path\u001b" })]).because).toBe("the path\\x1b");
    expect(only([keyOf()])).not.toHaveProperty("because");
  });

  test("names without what a terminal would obey", () => {
    expect(only([keyOf({ name: "KEY\u001b" })], [ruleOf("a", { check: () => ({ what: "What\u001b." }) })])).toMatchObject({ name: "KEY\\x1b", what: "What\\x1b." });
  });

  test("what mends it, in production only", () => {
    const edits = [{ path: "app.py", line: 1, column: 7, endLine: 1, endColumn: 14, text: "x" }];
    const mend = ({ name }: Key) => (name === "SECRET_KEY" ? { edits, variable: "APP_KEY" } : undefined);
    expect(only([keyOf()], undefined, { mend })).toMatchObject({ edits, variable: "APP_KEY" });
    for (const key of [keyOf({ context: "development" }), keyOf({ name: "other" })]) expect(only([key], undefined, { mend })).not.toHaveProperty("edits");
    expect(only([keyOf()])).not.toHaveProperty("variable");
  });
});

describe("the identity", () => {
  const ids = (keys: readonly Key[]): readonly string[] => found(keys).map(({ id }) => id);

  test("is of the slot, the name, the file, and the number in it", () => {
    const [one, two, three] = ['"first"', '"second"', '"third"'].map((text) => at("app.py", text)) as [Place, Place, Place];
    const keys = [keyOf({ from: one }), keyOf({ from: two }), keyOf({ from: three, name: "other" }), keyOf({ from: at("lib.py", '"fourth"') })];
    expect(marked(keys).map(({ mark }) => mark.n)).toEqual([1, 2, 1, 1]);
    const all = [...ids(keys), ...ids([keyOf({ framework: jwt })])];
    expect(new Set(all).size).toBe(5);
    for (const id of all) expect(id).toMatch(/^[0-9a-f]{32}$/);
  });

  test("stays when the line, the rule and the key are others", () => {
    expect(ids([keyOf({ from: at("app.py", '"third"') })])).toEqual(ids([keyOf()]));
  });

  test("goes with the key that it is about", () => {
    const [literalMark, variableMark] = marked([keyOf(), keyOf({ from: at("lib.py", '"fourth"'), origin: { making: { kind: "variable" } } })]).map(({ mark }) => mark);
    expect([literalMark?.isText, variableMark?.isText]).toEqual([true, false]);
  });
});
