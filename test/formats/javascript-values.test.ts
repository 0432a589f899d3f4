import { describe, expect, test } from "vitest";
import { cut, read, show, sites, valueOf } from "./javascript-shown.ts";

describe("a text is what the program gets", () => {
  test.each([
    ["'plain'", `"plain"`],
    [String.raw`"a\n\x41\u0042\u{43}\
b"`, `"a\\nABCb"`],
    ["`no holes`", `"no holes"`],
    ["`a${b}c${d}`", `concat("a", b, "c", d)`],
    ["`${a}`", `concat(a)`],
    ["`a${`b${c}`}`", `concat("a", concat("b", c))`],
    [String.raw`String.raw${"`a\\n`"}`, `"a\\\\n"`],
    ["String.raw`a${b}`", `concat("a", b)`],
    ["sql`a${f()}`", "?"],
    [`"a" + b + "c"`, `concat("a", b, "c")`],
    [`"a" + ("b" + "c")`, `concat("a", "b", "c")`],
    [`"a".repeat(50)`, `"a".repeat(50)`],
  ])("%s", (expression, value) => {
    expect(valueOf(expression)).toBe(value);
  });

  test("its span is the token as written", () => {
    const text = `#!/usr/bin/env node\n// 🔑\nconst x = "\\u{1f511}🔑";`;
    const [binding] = read(text).bindings;
    expect(text.slice(binding?.value.span.start, binding?.value.span.end)).toBe(`"\\u{1f511}🔑"`);
  });

  test("its inside is covered: in templates, keys, types, JSX and below any depth", () => {
    const text = "import a from 'b'; type T = 'c'; f<`d`>({ 'e': g['h'] }, `i${j}k`, <p q='l' r={'m'}>n</p>); " + "if (a) {".repeat(210) + "'o'" + "}".repeat(210);
    expect(cut(text, read(text, "app.tsx").covers)).toEqual(["b", "c", "d", "e", "h", "i", "k", "l", "m", "n", "o"]);
  });
});

describe("other values", () => {
  test.each([
    ["1_000", "1000"], ["0x10", "16"], ["-8", "-8"], ["60 * 60", "3600"], ["16 + 16", "32"], ["10n", "?"], ["/a/", "?"],
    ["true", "true"], ["null", "null"], ["undefined", "undefined"], ["void 0", "undefined"],
    ["a.b.c", "a.b.c"], ["a['b']", "a.b"], ["a[`b`]", "a.b"], ["a[0]", "a.0"], ["a[b]", "a[b]"], ["a?.b?.['c']", "a.b.c"], ["a?.()", "a()"], ["a!.b!", "a.b"],
    ["this.a", "this.a"], ["this.#a", "this.a"], ["import.meta.env.A", "import.meta.env.A"],
    ["(a)", "a"], ["await a", "a"], ["a as B", "a"], ["<B>a", "a"], ["a satisfies B", "a"], ["a<B>", "a"], ["(a, b)", "b"],
    ["[1, , ...a]", "[1, undefined, *a]"],
    ["f(a, ...b)", "f(a, *b)"], ["new A.B(c)", "A.B(c)"], ["new A", "A()"],
    ["require('a')", "import a"], ["require(a)", "require(a)"], ["require('a').default", "import a.default"], ["await import('a')", "import a"], ["require('a')(b)", "import a(b)"],
    ["a || b || c", "or(a | b | c)"], ["a ?? b", "nullish(a | b)"], ["a || (b ?? c)", "or(a | nullish(b | c))"],
    ["a && b", "and(a, b)"], ["(a || b) && c", "and(or(a, b), c)"], ["a && (b || c)", "and(a, or(b, c))"],
    ["c ? a : b", "condition(a if c | b if !c)"], ["!c || d ? a : b", "condition(a if or(not(c), d) | b if !or(not(c), d))"],
    ["!a", "not(a)"], ["a === 'b'", `equal(a, "b")`], ["a != b", "unequal(a, b)"], ["a < 1", "less(a, 1)"], ["a <= 1", "not(more(a, 1))"], ["a >= 1", "not(less(a, 1))"],
    ["'a' in b", `in("a", b)`], ["a instanceof B", "other(a, B)"], ["null == a", "equal(a, null)"], ["typeof a === 'undefined'", "equal(a, undefined)"],
    ["a = b", "b"], ["a ||= b", "or(a | b)"], ["a ??= b", "nullish(a | b)"], ["a += b", "concat(a, b)"], ["a -= b", "?"],
    ["a - b", "?"], ["typeof a", "?"],
  ])("%s", (expression, value) => {
    expect(valueOf(expression)).toBe(value);
  });

  test.each([
    [`{ a: 1, "b-c": 2, 3: d, e, ...f }`, "{a: 1, b-c: 2, 3: d, e: e, **: f}"],
    [`{ ["a"]: 1, [\`b\`]: 2, [c]: d }`, "{a: 1, b: 2}"],
    [`{ a() { return 1 }, async *b() {} }`, "{a: def a() -> 1, b: def b() -> }"],
    [`{ get a() { return "x" }, set a(v) {} }`, `{a: "x"}`],
    [`{ get a() { if (b) return c; return "x" } }`, `{a: branch(c if b | "x" if !b)}`],
    [`{ get a() {} }`, "{a: ?}"],
    [`{ ...(a && { b: 1 }) }`, "{**: condition({b: 1} if a)}"],
  ])("mapping %s", (expression, value) => {
    expect(valueOf(expression)).toBe(value);
  });

  test.each([
    ["(a, b = 1, ...c) => d", "def x(a#0, b#1 = 1, list c#2) -> d"],
    ["function (this: A, b: C.D | undefined, e?: F<G>) { return b }", "def x(b#0: C.D, e#1: F) -> b"],
    ["function y() { if (a) return 1; else if (b) { return 2 } return 3 }", "def y() -> 1 if a | 2 if !a & b | 3 if !a & !b"],
    ["() => { try { return a } catch { return b } }", "def x() -> a | b if except"],
    ["() => { try { return a } catch {} return b }", "def x() -> a | b if except"],
  ])("function %s", (expression, value) => {
    expect(valueOf(expression)).toBe(value);
  });

  test("JSX is not followed, but what is inside counts", () => {
    const module = read(`const x = <A b={f()} {...g()}>{h(<B c={{ d: "e" }} />)}</A>;`, "app.jsx");
    expect(sites(module.calls).map((call) => call.replace(/\(.*/, "")).toSorted()).toEqual(["f", "g", "h"]);
    expect(sites(module.records)).toEqual([`{d: "e"}`]);
    expect(module.bindings.map(({ value }) => show(value))).toEqual(["?"]);
  });

  test("in a .ts file <T>x is a cast, in a .js file without JSX too", () => {
    expect(valueOf("<T>y", "app.mts")).toBe("y");
    expect(valueOf("<T>y", "app.js")).toBe("y");
  });
});

describe("what matching looks at is noted once, wherever it stands", () => {
  test.each([
    "f(1)", "[f(1)]", "{ a: f(1) }", "a[f(1)]", "-f(1)", "`${f(1)}`", "t`${f(1)}`", "async () => { for await (const a of f(1)); }", "() => { while (f(1)); }",
    "() => { switch (f(1)) { case a: case b: } }", "() => { switch (a) { case f(1): b; } }", "({ a = f(1) }) => a", "(a = f(1)) => a", "class { [f(1)]() {} }", "class extends f(1) {}",
    "class { a = f(1) }", "class { static { f(1) } }", "class { @f(1) a() {} }", "class { constructor(@f(1) a) {} }", "function* () { yield f(1) }", "f(1) || a", "a ||= f(1)", "a += f(1)",
    "a[f(1)] = b", "{ ...f(1) }", "{ ...(f(1) && a) }", "{ get a() { return f(1) } }", "() => { if (f(1)) return a; return b }", "{ [f(1)]: a }", "() => { throw f(1) }", "assert(f(1))",
    "() => { ({ [f(1)]: b } = a) }", "import(f(1))", "f(1)!", "<T>f(1)", "() => { a: do { f(1) } while (b) }", "() => { for (a[f(1)] in b); }", "() => { for (let a = f(1); ; ); }", "new.target(f(1))",
  ])("%s", (expression) => {
    expect(sites(read(`const x = ${expression};`).calls).filter((call) => call.startsWith("f(1)"))).toHaveLength(1);
  });

  test("under the guards of the expression", () => {
    const text = `a && f(1); b || f(2); c ?? f(3); d ? f(4) : f(5); e && (g = "h"); a ||= f(6);`;
    expect(sites(read(text).calls)).toEqual(["f(1) if a", "f(2) if !b", "f(3) if equal(c, null)", "f(4) if d", "f(5) if !d", "f(6) if !a"]);
  });

  test("decorators are calls like any other", () => {
    const module = read(`@Module({ imports: [JwtModule.register({ secret: "x" })] })\nexport class A { @Get() b(@Body() c) {} }`);
    expect(sites(module.calls)).toEqual([`JwtModule.register({secret: "x"})`, `Module({imports: [JwtModule.register({secret: "x"})]})`, "Get()", "Body()"]);
  });
});
