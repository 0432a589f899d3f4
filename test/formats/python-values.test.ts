import { describe, expect, test } from "vitest";
import { read, show, valueOf } from "./python-shown.ts";

describe("string literals are the text or bytes that the program gets", () => {
  test.each([
    [`'plain'`, `"plain"`],
    [`"a\\n\\t\\x41\\101\\u0042\\U00000043\\\\"`, `"a\\n\\tAABC\\\\"`],
    [`"\\q\\x4"`, `"\\\\q\\\\x4"`],
    [`"\\N{BULLET}!"`, `"\ufffd!"`],
    [`"""one\ntwo\\\nthree"""`, `"one\\ntwothree"`],
    [`'''it's'''`, `"it's"`],
    [`""`, `""`],
    [`''''''`, `""`],
    [`r"\\n\\x41"`, `"\\\\n\\\\x41"`],
    [`b"\\xfdH\\u0041"`, `b"\u00fdH\\\\u0041"`],
    [`b"é"`, `b"\u00c3\u00a9"`],
    [`rb'\\x'`, `b"\\\\x"`],
    [`BR'\\x'`, `b"\\\\x"`],
    [`u"text"`, `"text"`],
    [`ur"\\n"`, `"\\\\n"`],
    [`"a" 'b' r"\\c"`, `"ab\\\\c"`],
    [`("a"\n  "b")`, `"ab"`],
    [`b"a" b"b"`, `b"ab"`],
    [`f"no holes {{}}"`, `"no holes {}"`],
    [`f"a{b}c\\n{d}"`, `concat("a", b, "c\\n", d)`],
    [`f"{b!r}{c:>8}"`, `concat(format(b), format(c))`],
    [`"a" f"b{c}"`, `concat("ab", c)`],
    [`rf"\\{x}"`, `concat("\\\\", x)`],
    [`f"{'in' + y}"`, `concat(concat("in", y))`],
  ])("%s", (expression, value) => {
    expect(valueOf(expression)).toBe(value);
  });

  test("of a literal in several parts the span is the first part", () => {
    const text = `x = (b"one"\n     b"two")\n`;
    const [binding] = read(text).bindings;
    expect(text.slice(binding?.value.span.start, binding?.value.span.end)).toBe(`b"one"`);
  });

  test("spans count UTF-16 units", () => {
    const text = `# 🔑\nx = u"🔑"\n`;
    const [binding] = read(text).bindings;
    expect(text.slice(binding?.value.span.start, binding?.value.span.end)).toBe(`u"🔑"`);
  });

  test("the inside of every part is covered, in f-strings, keys and docstrings too", () => {
    const text = `"""doc"""\nx = f"a{b['c']}" 'd'\ny = {"e": e["f"]}\ndef g():\n  '''help'''\n`;
    expect([...new Set(read(text).covers.map(({ start, end }) => text.slice(start, end)))].toSorted()).toEqual(["a{b['c']}", "c", "d", "doc", "e", "f", "help"]);
  });
});

describe("other values", () => {
  test.each([
    ["1_000", "1000"], ["0x10", "16"], ["0o17", "15"], ["0b11", "3"], ["1.5e3", "1500"], ["1.", "1"], ["0777", "511"], ["10L", "10"], ["2j", "?"],
    ["-8", "-8"], ["60 * 60", "3600"], ["2 ** 5 - 1", "31"],
    ["True", "true"], ["None", "null"], ["...", "?"],
    ["a.b.c", "a.b.c"], ["a['b']", "a.b"], ["a[0]", "a.0"], ["a[-1]", "a[-1]"], ["a[b]", "a[b]"], ["a[1:2]", "slice(a, 1, 2)"], ["a[:2]", "slice(a, null, 2)"], ["a[1:]", "slice(a, 1, null)"], ["a[:]", "slice(a, null, null)"], ["a[::2]", "?"], ["a[1:2, 3]", "?"], ["a['b', 'c']", "?"],
    ["(a)", "a"], ["await f()", "f()"], ["yield", "?"], ["`a`", "?"],
    ["[1, *a]", "[1, *a]"], ["(1,)", "[1]"], ["()", "[]"], ["1, 2", "[1, 2]"], ["{1, 2}", "[1, 2]"],
    ["{'a': 1, **b, c: 2, 3: d}", "{a: 1, **: b, 3: d}"], ["{}", "{}"],
    ["f(1, *a, k='v', **b)", "f(1, *a, k=\"v\", **b)"], ["f(a for a in b)", "f(?)"], ["f()(g)", "f()(g)"],
    ["[a for a in b if c]", "?"], ["{a: b for a in c}", "?"],
    ["lambda a, *b, c=1, **d: a", "def (a#0, list b#1, c#2 = 1, record d#3) -> a"],
  ])("%s", (expression, value) => {
    expect(valueOf(expression)).toBe(value);
  });
});

describe("operators bind as Python says", () => {
  test.each([
    ["'a' + b + 'c'", `concat("a", b, "c")`],
    ["a + b - c + 'd'", `concat(?, "d")`],
    ["'a' * 50", `repeat("a", 50)`],
    ["50 * 'a' + b", `concat(repeat(50, "a"), b)`],
    ["'%s-%s' % (a, b)", `format("%s-%s", a, b)`],
    ["[a] + b", "[a, *b]"],
    ["{'a': 1} | b", "{**: {a: 1}, **: b}"],
    ["a or b or c", "or(a | b | c)"],
    ["a or b and c", "or(a | and(b, c))"],
    ["not a and b", "and(not(a), b)"],
    ["not a == b", "not(equal(a, b))"],
    ["a and not b or c", "or(and(a, not(b)) | c)"],
    ["not (a or b)", "not(or(a, b))"],
    ["not (a or b) == c", "not(equal(or(a | b), c))"],
    ["a == b != c", "and(equal(a, b), unequal(b, c))"],
    ["a < b", "less(a, b)"],
    ["a <= b", "not(more(a, b))"],
    ["a > b", "more(a, b)"],
    ["a >= b", "not(less(a, b))"],
    ["a <> b", "unequal(a, b)"],
    ["a in b", "in(a, b)"],
    ["a not in b", "not(in(a, b))"],
    ["a is None", "equal(a, null)"],
    ["a is not None and b", "and(unequal(a, null), b)"],
    ["a + 'b' == c", `equal(concat(a, "b"), c)`],
    ["a if b or c else d", "condition(a if or(b, c) | d if !or(b, c))"],
    ["-a ** b", "?"],
  ])("%s", (expression, value) => {
    expect(valueOf(expression)).toBe(value);
  });

  test("choices, records, calls and functions are each noted once, with their guards", () => {
    const module = read(`x = f({"a": g() or h}) if c else (lambda: k())\n`);
    expect(module.calls.map(({ value }) => show(value)).toSorted()).toEqual(["f({a: or(g() | h)})", "g()", "k()"]);
    expect(module.choices.map(({ value }) => value.how).toSorted()).toEqual(["condition", "or"]);
    expect(module.records).toHaveLength(1);
    expect(module.functions).toHaveLength(1);
    expect(module.calls.map(({ guards }) => guards.length).toSorted()).toEqual([0, 1, 1]);
  });

  test("a noted value is the object that stands in its parent", () => {
    const module = read(`app.run(key=os.getenv("K") or "dev")\n`);
    const call = module.calls.find(({ value }) => value.args[0]?.name === "key")?.value;
    expect(module.choices[0]?.value).toBe(call?.args[0]?.value);
  });

  test("calls inside what is opaque are noted too", () => {
    const module = read(`x = a[f()] - -g() ** 2\ny = [h(i) for i in j() if k()]\n`);
    expect(module.calls.map(({ value }) => show(value)).toSorted()).toEqual(["f()", "g()", "h(i)", "j()", "k()"]);
  });
});
