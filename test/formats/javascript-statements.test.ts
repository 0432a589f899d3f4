import { describe, expect, test } from "vitest";
import { bindings, cut, definitions, exportsOf, read, refusals, show } from "./javascript-shown.ts";

describe("bindings", () => {
  test.each([
    [`const a = 1, b = a;`, ["a := 1", "b := a"]],
    [`let a; a = 1;`, ["a := 1"]],
    [`const { a, b: c = "d", ["e"]: f, [g]: h, ...r } = v;`, ["a := v.a", `c := default(v.b | "d")`, "f := v.e", "h := ?", "r := v"]],
    [`const { a: { b } } = v;`, ["b := v.a.b"]],
    [`const [a, , b = 1, ...c] = v;`, ["a := v.0", "b := default(v.2 | 1)", "c := ?"]],
    [`({ a, b: c.d } = v);`, ["a := v.a", "c.d := v.b"]],
    [`process.env.A = "b"; a["b"].c = 1; a[b] = 2;`, [`process.env.A := "b"`, "a.b.c := 1"]],
    [`a = b.c = "d";`, [`b.c := "d"`, `a := "d"`]],
    [`process.env.A ||= "b"; c ??= d;`, [`process.env.A := or(process.env.A | "b")`, "c := nullish(c | d)"]],
    [`a &&= b; c += "d"; (e as any).f = 1; g!.h = 2;`, ["a := b if a", `c := concat(c, "d")`, "e.f := 1", "g.h := 2"]],
    [`if (a) b = 1; else if (c) b = 2; else b = 3;`, ["b := 1 if a", "b := 2 if !a & c", "b := 3 if !a & !c"]],
    [`switch (a) { case 1: case 2: b = 1; break; case 3: b = 2; break; default: b = 3 }`, ["b := 1 if or(equal(a, 1), equal(a, 2))", "b := 2 if equal(a, 3)", "b := 3 if !or(equal(a, 1), equal(a, 2), equal(a, 3))"]],
    [`switch (true) { case a === 1: b = 1 }`, ["b := 1 if equal(a, 1)"]],
    [`try { a = 1 } catch (e) { a = 2 } finally { b = 3 }`, ["a := 1", "e := ? if except", "a := 2 if except", "b := 3"]],
    [`for (const a of b) c = a; while (d) e = 1; l: for (;;) { f = 2 }`, ["a := b[?]", "c := a", "e := 1", "f := 2"]],
    [`function f() { for (;;) { if (a) continue; if (b) { break } else c = 1; d = 2 } e = 3 }`, ["c := 1 if !a & !b", "d := 2 if !a & !b", "e := 3"]],
    [`if (!a) throw b; c = 1;`, ["c := 1 if !not(a)"]],
    [`if (a) c(); else { process.exit(1) } d = 1;`, ["d := 1 if a"]],
    [`class A { a = 1; static b = "c"; #d = 2; ["e"] = 3; [f] = 4; g; accessor h = 5 }`, ["a := 1", `b := "c"`, "d := 2", "e := 3", "h := 5"]],
    [`if (a) { class A { b = 1 } }`, ["b := 1 if a"]],
  ])("%s", (text, expected) => {
    expect(bindings(text)).toEqual(expected);
  });

  test("the span of a member is the whole of it", () => {
    const text = `app.locals["key"] = 1;`;
    expect(cut(text, read(text).bindings.map(({ span }) => span))).toEqual([`app.locals["key"]`]);
  });
});

describe("names", () => {
  test.each([
    ["import a from 'm'", "a", ["import m:default"]],
    ["import * as a from 'm'", "a", ["import m"]],
    ["import { b as a } from 'm'", "a", ["import m:b"]],
    ["import type { a } from 'm'", "a", ["import m:a"]],
    ["import { 'b-c' as a } from 'm'", "a", ["import m:b-c"]],
    ["import a = require('m')", "a", ["import m"]],
    ["import a = B.C", "a", ["B.C"]],
    ["const a = require('m')", "a", ["import m"]],
    ["const { a } = require('m')", "a", ["import m.a"]],
    ["const { default: a } = await import('m')", "a", ["import m.default"]],
    ["function a(b) {}", "a", ["def a(b#0) -> "]],
    ["class a extends B {}", "a", ["class a(B)"]],
    ["enum a { B = 'b', C, 'd' = `e` }", "a", [`{B: "b", C: ?, d: "e"}`]],
    ["namespace a { export const b = 1; const c = 2; export function d() {} }", "a", ["{b: b, d: d}"]],
    ["let a; if (b) { const a = 1 } else { const a = 2 }", "a", ["undefined", "1 if b", "2 if !b"]],
    ["if (b) a = 1; var a;", "a", ["1 if b"]],
    ["declare const a: string", "a", ["?"]],
    ["const a = 1; function f() { a = 2; let b; b = 3 }", "a", ["1", "2 if ?"]],
    ["function f() { a = 2 }", "a", ["2 if ?"]],
  ])("%s", (text, name, expected) => {
    expect(definitions(read(text).top, name)).toEqual(expected);
  });

  test("a function's are its own", () => {
    const module = read(`const a = ({ secret = "x", b: { c } }, [d]) => { var e = 1; e = 2; };`);
    const scope = module.functions[0]?.value.scope;
    const names = [...(scope?.names ?? [])].map(([name]) => `${name}: ${scope ? definitions(scope, name).join(" then ") : ""}`);
    expect(names).toEqual([`secret: default(parameter .secret | "x")`, "c: parameter .b.c", "d: parameter .0", "e: 1 then 2"]);
    expect(module.choices.map(({ value }) => show(value))).toEqual([`default(parameter .secret | "x")`]);
  });

  test("a class's are its fields and methods, and what its constructor takes or sets", () => {
    const text = `class A { a = 1; static b = 2; get c() { return 3 } d() { this.a = 4 } constructor(private readonly e: E.F, g) { this.h = g } }`;
    const found = read(text).top.names.get("A")?.[0]?.value;
    const scope = found?.kind === "class" ? found.scope : undefined;
    const names = [...(scope?.names ?? [])].map(([name]) => `${name}: ${scope ? definitions(scope, name).join(" then ") : ""}`);
    expect(names).toEqual(["a: 1 then 4 if ?", "b: 2", "c: 3", "d: def d() -> ", "e: parameter e", "h: g", "constructor: def constructor(e#0: E.F, g#1) -> "]);
  });

  test("a class knows the fields that it declares, a parameter its decorators", () => {
    const [found] = read(`class A { @a() b: C; d?: string = "e"; static f: C; constructor(@g(h.i) j: K) {} }`).top.names.get("A") ?? [];
    const scope = found?.value.kind === "class" ? found.value.scope : undefined;
    expect([...(scope?.declared ?? [])].map(([name, { type }]) => `${name}: ${type ? show(type) : "?"}`)).toEqual(["b: C", "d: ?"]);
    const made = scope?.names.get("constructor")?.[0]?.value;
    expect(made?.kind === "function" && made.parameters[0]?.decorators?.map(show)).toEqual(["g(h.i)"]);
  });

  test("a class's own names are not visible in its fields without this", () => {
    const [, binding] = read(`class A { a = 1; b = a }`).bindings;
    const value = binding?.value;
    expect(value?.kind === "reference" && value.scope.kind).toBe("function");
  });
});

describe("imports and exports", () => {
  test("each module that is used is told once a place", () => {
    const text = `import "a"; import b from "c"; export * from "d"; export { e } from "f"; const g = require("h"); import("i"); import j = require("k"); require(l);`;
    const module = read(text);
    expect(module.imports.map(({ from }) => from)).toEqual(["a", "c", "d", "f", "h", "i", "k"]);
    expect(module.stars).toEqual(["d"]);
  });

  test.each([
    ["export const a = 1, { b } = c;", ["a := 1", "b := c.b"]],
    ["export let a = 1; a = 2;", ["a := a"]],
    ["export function a() {} export class B {} export enum C { D = 'e' }", ["a := def a() -> ", "B := class B()", `C := {D: "e"}`]],
    ["export default { a: 1 };", ["default := {a: 1}"]],
    ["export default function a() {}", ["default := def a() -> "]],
    ["export default class {}", ["default := class ()"]],
    ["export default a;", ["default := a"]],
    ["const a = 1; export { a as b, a as default };", ["b := a", "default := a"]],
    ["export { a, b as c, default as d } from './x';", ["a := import ./x:a", "c := import ./x:b", "d := import ./x:default"]],
    ["export * as a from './x';", ["a := import ./x"]],
    ["module.exports = { a };", ["= := {a: a}"]],
    ["module.exports = exports = a;", ["= := a"]],
    ["module.exports.a = 1; exports.b = 2; exports['c'] = 3;", ["a := 1", "b := 2", "c := 3"]],
    ["exports.a = exports.b = void 0; exports.a = 1;", ["b := undefined", "a := undefined", "a := 1"]],
    ["export = a;", ["= := a"]],
    ["export import a = require('b');", ["a := import b"]],
    ["if (a) module.exports = b; else module.exports = c;", ["= := b if a", "= := c if !a"]],
    ["namespace A { export const b = 1 } declare module 'c' { export const d: string; export default d }", []],
  ])("%s", (text, expected) => {
    expect(exportsOf(text)).toEqual(expected);
  });

  test("an exported name that changes counts with all its values", () => {
    const text = "export let a = 1; a = 2;";
    expect(read(text).exports.get("a")?.[0]?.value.span.start).toBe(text.length);
  });
});

describe("where the program refuses to go on", () => {
  test.each([
    ["throw a;", [""]],
    ["if (a === 'b') throw new Error('c');", [`equal(a, "b")`]],
    ["if (!a || a === 'b') { throw c }", [`or(not(a), equal(a, "b"))`]],
    ["if (!a) throw b; if (c) throw d;", ["not(a)", "c"]],
    ["function f() { if (!a) return; if (c) throw d; }", ["!not(a) & c"]],
    ["if (a) { b(); process.exit(1) }", ["a"]],
    ["a || process.exit(1);", ["!a"]],
    ["assert(a); assert.ok(b, 'c'); invariant(d !== 'e');", ["!a", "!b", `!unequal(d, "e")`]],
    ["assert(a || b);", ["!or(a, b)"]],
  ])("%s", (text, expected) => {
    expect(refusals(text)).toEqual(expected);
  });
});

test("comments come without their marks", () => {
  const text = "#!/usr/bin/env node\n// one\n/* two */ /** three */ const a = <p>{/* four */}// five</p>;";
  const { comments } = read(text, "app.jsx");
  expect(comments.map((comment) => comment.text)).toEqual(["one", "two", "three", "four"]);
  expect(cut(text, comments.map(({ span }) => span))).toEqual(["/* four */", "/* two */", "/** three */", "// one"]);
});
