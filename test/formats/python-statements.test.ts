import { describe, expect, test } from "vitest";
import { bindings, definitions, read, show, shownGuards } from "./python-shown.ts";

describe("bindings", () => {
  test.each<[string, string[]]>([
    ["a = b = 'v'", [`a := "v"`, `b := "v"`]],
    ["a, b = 'v', w", [`a := "v"`, "b := w"]],
    ["(a, [b, c]) = 'v', w", [`a := "v"`, "b := w.0", "c := w.1"]],
    ["a, b = f()", ["a := f().0", "b := f().1"]],
    ["a, *b = 1, 2, 3", ["a := 1", "b := ?"]],
    ["a: str = 'v'", [`a := "v"`]],
    ["a: str", []],
    ["f(a := 'v')", [`a := "v"`]],
    ["if (a := f()): pass", ["a := f()"]],
    ["a += 'v'", [`a := concat(a, "v")`]],
    ["a.b.c = 'v'", [`a.b.c := "v"`]],
    ["a.b['K'] = 'v'", [`a.b.K := "v"`]],
    ["a.b['K'] += 'v'", [`a.b.K := concat(a.b.K, "v")`]],
    ["a[b] = 'v'", []],
    ["with open(p) as f, g() as (h, i): pass", ["f := open(p)"]],
    ["with (open(p) as f, g() as h): pass", ["f := open(p)", "h := g()"]],
    ["for a in 'v', w: pass", [`a := branch("v" | w)`]],
    ["for a, b in c: pass", ["a := c[?].0", "b := c[?].1"]],
    ["try: pass\nexcept E as e: pass", ["e := ? if except"]],
    ["try: pass\nexcept E, e: pass", ["e := ? if except"]],
    ["a = 'v'; b = 'w'", [`a := "v"`, `b := "w"`]],
  ])("%s", (text, found) => {
    expect(bindings(`${text}\n`)).toEqual(found);
  });

  test("class bodies define in the class, methods' self.x too", () => {
    const module = read(`class A(B, metaclass=M):\n  k = "v"\n  def __init__(self, w):\n    self.w = w\n  @staticmethod\n  def make(w): return w\n  @classmethod\n  def other(cls, w): cls.z = w\n`);
    const [a] = module.top.names.get("A") ?? [];
    const scope = a?.value.kind === "class" ? a.value.scope : module.top;
    expect(a && show(a.value)).toBe("class A(B)");
    expect(definitions(scope, "k")).toEqual([`"v"`]);
    expect(definitions(scope, "w")).toEqual(["w"]);
    expect(definitions(scope, "z")).toEqual(["w"]);
    expect(definitions(scope, "__init__")).toEqual(["def __init__(self#-1, w#0) -> "]);
    expect(definitions(scope, "make")).toEqual(["def make(w#0) -> w"]);
    expect(module.bindings.map(({ scope: { name } }) => name)).toEqual(["A", "__init__", "other"]);
  });

  test("a class knows the fields that it declares, and what else their annotations say", () => {
    const module = read(`@b.c(1)\nclass A:\n  a: str\n  d: Optional[E] = None\n  f: Annotated[str, g(1), 2]\n  h = 3\n  i.j: str\n  def k(self):\n    l: str\n`);
    const a = module.top.names.get("A")?.[0]?.value;
    expect(a?.kind === "class" && a.decorators?.map(show)).toEqual(["b.c(1)"]);
    const declared = a?.kind === "class" ? [...(a.scope.declared ?? [])] : [];
    expect(declared.map(([name, { type, notes }]) => `${name}: ${type ? show(type) : "?"} ${notes.map(show).join(", ")}`.trim())).toEqual(["a: str", "d: E", "f: str g(1), 2"]);
  });

  test("global and nonlocal send assignments to their scope, and hide nothing there", () => {
    const module = read(`a = "v"\ndef f():\n  global a\n  a = "w"\n  b = 1\n  def g():\n    nonlocal b\n    b = 2\n`);
    expect(definitions(module.top, "a")).toEqual([`"v"`, `"w" if ?`]);
    const [f] = module.functions.filter(({ value }) => value.name === "f");
    expect(f && definitions(f.value.scope, "b")).toEqual(["1", "2 if ?"]);
  });

  test("parameters are defined in the function, with defaults and types", () => {
    const module = read(`def f(a, b: Flask = None, /, *args: T, c: "flask.Flask" = 1, d: Optional[X], e: Y | None, **kw) -> str: pass\n`);
    expect(definitions(module.top, "f")).toEqual(["def f(a#0, b#1: Flask = null, list args#2: T, c#3: flask.Flask = 1, d#4: X, e#5: Y, record kw#6) -> "]);
    const scope = module.functions[0]?.value.scope;
    expect(scope && [...scope.names.keys()]).toEqual(["a", "b", "args", "c", "d", "e", "kw"]);
    expect(module.functions[0]?.value.parameters[0]?.of()).toBe(module.functions[0]?.value);
  });

  test("decorators are calls", () => {
    const module = read(`@app.route("/")\n@plain\nasync def f(): pass\n@a[0].b(c())\ndef g(): pass\n`);
    expect(module.calls.map(({ value }) => show(value)).toSorted()).toEqual(["a.0.b(c())", `app.route("/")`, "c()"]);
    expect([...module.top.names.keys()]).toEqual(["f", "g"]);
    expect(module.functions[0]?.value.decorators?.map(show)).toEqual([`app.route("/")`, "plain"]);
  });
});

test("imports", () => {
  const module = read(`import a.b as c, d.e\nfrom .x import y as z, q\nfrom .. import k\nfrom s import *\nfrom p.q import (\n  r,  # why\n  t as u,\n)\n`);
  const names = Object.fromEntries([...module.top.names.keys()].map((name) => [name, definitions(module.top, name)[0]]));
  expect(names).toEqual({ c: "import a.b", d: "import d", z: "import .x:y", q: "import .x:q", k: "import ..:k", r: "import p.q:r", u: "import p.q:t" });
  expect(module.imports.map(({ from }) => from)).toEqual(["a.b", "d.e", ".x", "..", "s", "p.q"]);
  expect(module.stars).toEqual(["s"]);
});

describe("guards", () => {
  test.each<[string, string[]]>([
    ["if c: a = 1\nelif d: a = 2\nelse: a = 3", ["a := 1 if c", "a := 2 if !c & d", "a := 3 if !c & !d"]],
    ["if c or d: a = 1", ["a := 1 if or(c, d)"]],
    ["while c: a = 1", ["a := 1 if c"]],
    ["try: a = 1\nexcept K: a = 2\nelse: b = 3\nfinally: c = 4", ["a := 1", "a := 2 if except", "b := 3", "c := 4"]],
    ["match m:\n  case 'v': a = 1\n  case _: a = 2", [`a := 1 if equal(m, "v")`, "a := 2 if other(m)"]],
    ["if __name__ == '__main__':\n  a = 1", [`a := 1 if equal(__name__, "__main__")`]],
    ["if c:\n  def f(): a = 1", ["a := 1"]],
    ["if c:\n  class C: a = 1", ["a := 1 if c"]],
  ])("%s", (text, found) => {
    expect(bindings(`${text}\n`)).toEqual(found);
  });

  test("what comes after an early return stands under its negation", () => {
    const module = read(`def f():\n  if a: return 1\n  elif b:\n    return 2\n  return 3\ndef g():\n  try: return e["K"]\n  except KeyError: pass\n  return "dev"\n`);
    expect(module.functions.map(({ value }) => show(value))).toEqual(["def f() -> 1 if a | 2 if !a & b | 3 if !a & !b", `def g() -> e.K | "dev" if except`]);
  });

  test.each<[string, string[]]>([
    ["if k == 'dev': raise ValueError('no')", [` if equal(k, "dev")`]],
    ["assert k != 'dev', 'no'", [` if !unequal(k, "dev")`]],
    ["if k in W:\n  log()\n  sys.exit(1)", [" if in(k, W)"]],
    ["if a: os._exit(1)\nif b: exit()\nif c: abort(500)\nif d: parser.exit()", [" if a", " if b", " if c"]],
    ["if a: raise X\nif b: raise Y", [" if a", " if b"]],
    ["def f(k):\n  if a: return\n  if b: raise Y", [" if !a & b"]],
  ])("refusal: %s", (text, found) => {
    expect(read(`${text}\n`).refusals.map(({ guards }) => shownGuards(guards))).toEqual(found);
  });
});

test("comments and docstrings", () => {
  const text = `#!/usr/bin/env python\n"""The\nmodule."""\nx = f(  # one\n  1)\nclass A:\n  'A class.'\n  def f(self):\n    r"""Does."""\n    "not doc"\n#two`;
  const module = read(text);
  expect(module.comments.map((comment) => comment.text).toSorted()).toEqual(["!/usr/bin/env python", "A class.", "Does.", "The\nmodule.", "one", "two"]);
  expect(module.failure).toBeUndefined();
});

test("Python 2 is understood", () => {
  const text = [
    `print "a", f(b)`, `print >>log, "c" % d,`, `print`, `exec "code" in ns`, `if a <> b: print "x"`, "r = `a`", `k = ur"\\d" + u"e"`, `n = 0777L`,
    `try: pass`, `except (A, B), (c, d):`, `    raise E, "m", tb`, `def f(a, (b, c)): return lambda (d, e): d`, `l = [x for x in a, b]`, `async = 1`, `x = 1 \\`, ``, ``,
  ].join("\n");
  const module = read(text);
  expect(module.failure).toBeUndefined();
  expect(module.calls.map(({ value }) => show(value))).toEqual(["f(b)"]);
  expect(bindings(text)).toEqual(["r := ?", `k := concat("\\\\d", "e")`, "n := 511", "x := a[?]", "l := ?", "async := 1", "x := 1"]);
});

test("a pattern of two hundred thousand names is read", () => {
  const module = read(`match a:\n    case [${"b,".repeat(200_000)}]:\n        pass\nc = "d"\n`);
  expect(module.failure).toBeUndefined();
});
