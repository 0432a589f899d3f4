import { describe, expect, test } from "vitest";
import { ModuleBuilder } from "../../src/formats/builder.ts";
import { Piece } from "../../src/formats/piece.ts";
import { javascript } from "../../src/formats/javascript/index.ts";
import { placed } from "../../src/formats/placed.ts";
import { python } from "../../src/formats/python/index.ts";
import type { Format, Module } from "../../src/types/module.ts";
import { Secret } from "../../src/types/secret.ts";
import { show, shownGuards } from "./python-shown.ts";

const programs: readonly (readonly [string, Format, string])[] = [
  ["assignments", python, `A = "one"\nb.c["d"] = f"x{A}y"\nE = os.getenv("E", "dev")\n`],
  ["functions and classes", python, `class C(Base):\n    """Text."""\n    KEY = "one"\n    def m(self, key="two"):\n        return key or "three"\nx = C().m(key=lambda a="four": a)\n`],
  ["guards and refusals", python, `if KEY == "one" and x:\n    raise E("two")\nelse:\n    KEY = "three"\ntry:\n    import a\nexcept E:\n    a = "four"\n`],
  ["damage", python, `A = "one"\nclass {% x %}:\n    B = "two"\n`],
  ["modules", javascript, `import x, { y as z } from "p";\nexport const key = process.env.KEY ?? "one";\nexport default { secret: "two", ...x };\nmodule.exports = f({ a: ["three"] });\n`],
  ["functions", javascript, "class C { #k = 'one'; static s = `t${C}wo`; m(key = 'three') { return key || 'four'; } }\napp.use(session({ secret: () => 'five' }));\n"],
  ["no JavaScript", javascript, `const key = "one";\nconst {{ name }} = "two";\n`],
];

/** All that a module says, with the text of each token. */
function told(module: Module): readonly string[] {
  const token = ({ start, end }: { readonly start: number; readonly end: number }): string => module.text.slice(start, end);
  const sites = [module.calls, module.records, module.choices, module.functions].flatMap((all) => all.map(({ value, guards }) => `${show(value)}${shownGuards(guards)} at ${token(value.span)}`));
  return [
    ...module.bindings.map(({ target, value, span, guards }) => `${show(target)} := ${show(value)}${shownGuards(guards)} at ${token(span)}, ${token(target.span)}, ${token(value.span)}`),
    ...sites,
    ...module.refusals.map(({ span, guards }) => `refuses ${token(span)}${shownGuards(guards)}`),
    ...module.imports.map(({ from, span }) => `imports ${from} at ${token(span)}`),
    ...[...module.exports].flatMap(([name, all]) => all.map(({ span, value }) => `exports ${name} at ${token(span)}: ${token(value.span)}`)),
    ...[...module.top.names].flatMap(([name, all]) => all.map(({ span, value }) => `${name} at ${token(span)}: ${token(value.span)}`)),
    ...module.functions.flatMap(({ value }) => [...value.parameters.flatMap((one) => [token(one.span), one.of() === value ? "its own" : "another's"]), ...[...value.scope.names].flatMap(([name, all]) => all.map(({ span }) => `${name} at ${token(span)}`))]),
    ...module.comments.map(({ text, span }) => `${text} at ${token(span)}`),
    ...module.covers.map((span) => `covers ${token(span)}`),
  ];
}

describe("a program is told the same inside a file", () => {
  test.each(programs)("%s, after other text", (_what, format, text) => {
    const before = "Ünrelated text.\r\n\n";
    const file = { path: "page", text: `${before}${text}after` };
    const alone = format.read("page", text);
    const part = placed(format.read("page", text), file, (offset) => offset + before.length);
    expect(told(part.module)).toEqual(told(alone));
    expect(part.module.text).toBe(file.text);
    expect(file.text.slice(part.span.start, part.span.end)).toBe(text);
  });

  test.each(programs)("%s, with something before each line", (_what, format, text) => {
    const lines = text.split(/(?<=\n)/);
    const whole = lines.map((line) => `> ${line}`).join("");
    const piece = new Piece();
    let place = 0;
    for (const line of lines) {
      piece.add(line, place + 2);
      place += line.length + 2;
    }
    expect(piece.text).toBe(text);
    const part = placed(format.read("page", piece.text), { path: "page", text: whole }, (offset) => piece.at(offset));
    const unquoted = told(part.module).map((one) => one.replaceAll(/(?<=\n)> ?/g, ""));
    expect(unquoted).toEqual(told(format.read("page", text)));
  });
});

describe("a piece", () => {
  test("knows the place of each unit", () => {
    const piece = new Piece();
    piece.add("abc", 10);
    piece.fill("\n", 15);
    piece.add("", 16);
    piece.add("de", 20);
    expect([piece.text, piece.length]).toEqual(["abc\nde", 6]);
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((offset) => piece.at(offset))).toEqual([10, 11, 12, 15, 20, 21, 22, 22]);
  });

  test("filled text stands at one place, and places keep their order", () => {
    const piece = new Piece();
    piece.fill("pass", 5);
    piece.add("x", 6);
    expect([0, 1, 2, 3, 4, 5].map((offset) => piece.at(offset))).toEqual([5, 6, 6, 6, 6, 7]);
  });

  test("joined pieces begin in lines of their own", () => {
    const piece = (text: string, place: number): Piece => {
      const one = new Piece();
      one.add(text, place);
      return one;
    };
    const whole = Piece.joined([piece("a", 0), piece("b\n", 10), piece("c", 20)]);
    expect(whole.text).toBe("a\nb\nc");
    expect([0, 1, 2, 3, 4].map((offset) => whole.at(offset))).toEqual([0, 1, 10, 11, 20]);
  });

  test("nothing is a piece too", () => {
    expect([Piece.joined([]).text, Piece.joined([]).at(3)]).toEqual(["", 0]);
  });
});

describe("a builder's parts", () => {
  const inner = (text: string): Module => {
    const builder = new ModuleBuilder("page", "config", text);
    builder.embed(python.read("page", text.slice(2)), (offset) => offset + 2);
    return builder.finish();
  };

  test("parts of parts are the file's own", () => {
    const builder = new ModuleBuilder("page", "config", `--> A = "one" # two`);
    builder.embed(inner(`> A = "one" # two`), (offset) => offset + 2);
    const module = builder.finish();
    expect(module.parts.map((part) => [part.module.parts.length, part.module.text, ...part.module.bindings.map(({ value }) => module.text.slice(value.span.start, value.span.end))])).toEqual([
      [0, module.text],
      [0, module.text, `"one"`],
    ]);
    expect(module.comments.map(({ span }) => module.text.slice(span.start, span.end))).toEqual(["# two"]);
    expect(new Set(module.covers.map(({ start, end }) => module.text.slice(start, end)))).toEqual(new Set(["one"]));
  });

  test("a part that is not understood is covered as a whole, and fails nobody", () => {
    const builder = new ModuleBuilder("page", "config", "<% const = 'one' %>");
    builder.embed(javascript.read("page", "const = 'one'"), (offset) => offset + 3);
    const module = builder.finish();
    expect(module.failure).toBeUndefined();
    expect(module.covers.map(({ start, end }) => module.text.slice(start, end))).toEqual(["const = 'one'"]);
  });

  test("secrets are not looked into", () => {
    const secret = new Secret("one");
    const module = python.read("page", "");
    const value = { kind: "literal", secret, form: "text", span: { start: 0, end: 1 } } as const;
    const part = placed({ ...module, text: "x", bindings: [{ target: value, value, span: { start: 0, end: 1 }, scope: module.top, guards: [] }] }, { path: "page", text: " x" }, (offset) => offset + 1);
    expect(part.module.bindings[0]?.value).toMatchObject({ secret, span: { start: 1, end: 2 } });
  });
});
