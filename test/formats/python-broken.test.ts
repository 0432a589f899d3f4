import { describe, expect, test } from "vitest";
import { python } from "../../src/formats/python/index.ts";
import { clock } from "../support/clock.ts";
import { bindings, read } from "./python-shown.ts";

const before = `import os\nfirst = "one"\n`;
const after = `\n\nlast = "two"\ndef f():\n    app.secret_key = "three"\n`;

describe("a broken file loses only what is broken", () => {
  test.each([
    ["an open call", `call(1, 2\n`],
    ["an open call over lines", `call(1,\n     "a",\n`],
    ["an open list", `x = [1, 2\n`],
    ["an open dict before a class", `x = {"a": 1,\nclass C:\n    pass\n`],
    ["a closing bracket too many", `call(1))\n`],
    ["brackets that do not fit", `call([1, 2)\n`],
    ["an open docstring", `def g():\n    """Open.\n    return 1\n`],
    ["words without sense", `this is no python at all\n`],
    ["a missing value", `x =\n`],
    ["a missing colon", `if x\n    y = 1\n`],
    ["a missing body", `def g():\n`],
    ["a conflict", `<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> branch\n`],
    ["signs", `$?!\n`],
    ["nul", `\0\0\n`],
  ])("%s", (_what, broken) => {
    const module = read(before + broken + after);
    const found = bindings(before + broken + after);
    expect(found).toEqual(expect.arrayContaining([`first := "one"`, `last := "two"`, `app.secret_key := "three"`]));
    expect(module.failure).toMatch(/^could not be parsed as Python near line \d+; read as far as understood$/);
  });

  test.each([
    ["an open quote", `x = "open\n`],
    ["a wrong indentation", `if x:\n        y = 1\n    z = 2\n`],
  ])("%s loses nothing", (_what, broken) => {
    expect(bindings(before + broken + after)).toEqual(expect.arrayContaining([`first := "one"`, `last := "two"`, `app.secret_key := "three"`]));
  });

  test("the line is named", () => {
    expect(read(`a = 1\nb = 2\nc = (\nd = 3\n`).failure).toContain("line 3");
  });

  test("both sides of a conflict are read", () => {
    expect(bindings(`<<<<<<< HEAD\nx = "a"\n=======\nx = "b"\n>>>>>>> branch\n`)).toEqual([`x := "a"`, `x := "b"`]);
  });

  test("template and notebook lines around the Python are passed over", () => {
    const text = `%matplotlib inline\n!pip install flask\n{% if debug %}\nx = "a"\n{% endif %}\ny = "{{ key }}"\n`;
    expect(bindings(text)).toEqual([`x := "a"`, `y := "{{ key }}"`]);
    expect(read(text).failure).toBeUndefined();
  });

  test("a failure holds no text of the file", () => {
    expect(read(`x = (((sentinel\n`).failure).not.toContain("sentinel");
  });
});

test.each(["", "\n", "# only", "\\", "\r\n\r\n", "x = 1 \\\r\n  + 2\r\ny = 'a\\\r\nb'\r\n", "\u2028x = 1"])("%j is read", (text) => {
  expect(() => read(text)).not.toThrow();
});

test.each([
  ["statements", `${"# note\nx = f(1)\n\n".repeat(1_000)}last = "two"\n`],
  ["functions and their calls", `${Array.from({ length: 8_000 }, (_, index) => `def f${index}(key):\n    jwt.encode({}, key)\nf${index}("${index}")\n`).join("")}last = "two"\n`],
  ["statements of a class", `class C:\n${"    # note\n    x: int\n\n".repeat(1_000)}last = "two"\n`],
])("a long file is no broken one: thousands of %s", (_what, text) => {
  expect(read(text).failure).toBeUndefined();
  expect(bindings(text)).toContain(`last := "two"`);
});

test("Windows line ends", () => {
  expect(bindings(`x = "a" \\\r\n    "b"\r\ny = """c\r\nd"""\r\n`)).toEqual([`x := "ab"`, `y := "c\\nd"`]);
});

describe("hostile files are read, and soon", () => {
  const many = 20_000;
  test.each<[string, string]>([
    ["brackets", `x = ${"(".repeat(many)}${")".repeat(many)}`],
    ["open brackets", "(".repeat(many)],
    ["crossed brackets", `${"(".repeat(many)}${"]".repeat(many)}`],
    ["a long sum", `x = ${'"a" + '.repeat(many)}"a"`],
    ["powers", `x = ${"a ** ".repeat(many)}a`],
    ["nots", `x = ${"not ".repeat(many)}a`],
    ["signs", `x = ${"-".repeat(many)}a`],
    ["calls", `x${"()".repeat(many)}`],
    ["attributes", `x${".a".repeat(many)} = 1`],
    ["lambdas", `x = ${"lambda: ".repeat(many)}1`],
    ["conditions", `x = ${"a if b else ".repeat(many)}c`],
    ["elifs", `if a: b\n${"elif a: b\n".repeat(many)}`],
    ["early returns", `def f():\n${"  if a: return b\n".repeat(many)}`],
    ["nested f-strings", `x = ${"f'{".repeat(many)}`],
    ["clauses", `x = [a${" for a in b".repeat(many)}]`],
    ["quotes", "'''".repeat(many + 1)],
    ["back quotes", "`".repeat(many)],
    ["quotes that nothing closes, in brackets over all lines", `${"name".repeat(6)}={"${"text".repeat(6)}":"\`\`}\n,\n`.repeat(many)],
    ["parameters", `def f(${Array.from({ length: many }, (_, index) => `a${index}`).join(",")}): pass`],
    ["indentation", Array.from({ length: 600 }, (_, index) => `${" ".repeat(index)}if a:`).join("\n")],
  ])("%s", (_what, text) => {
    const inTime = clock();
    expect(() => python.read("x.py", text)).not.toThrow();
    inTime(10_000);
  });

  test("a file of more than 4 MB is read lexically", () => {
    expect(python.read("x.py", "x = 1\n".repeat(700_000)).failure).toContain("4 MB");
  });
});
