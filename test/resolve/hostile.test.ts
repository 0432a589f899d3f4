import { describe, expect, test } from "vitest";
import { shown, type Project } from "../support/shown.ts";

const python = (text: string): Project => ({ "app.py": `import os\nfrom flask import Flask\napp = Flask(__name__)\n${text}\n` });
const javascript = (text: string): Project => ({ "app.js": `const jwt = require("jsonwebtoken");\n${text}\n` });
const lines = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => line(index)).join("\n");

/** Without bounds the worst of these would take longer than anybody waits. */
const patience = 30_000;

describe("names, calls and files that lead to each other end quickly, and in nothing", () => {
  test.each<[string, Project]>([
    ["a name that is itself", python("x = x\napp.secret_key = x")],
    ["two names", python("a = b or b\nb = a or a\napp.secret_key = a")],
    ["attributes", python("a.x = b.x or b.y\na.y = b.x or b.y\nb.x = a.x or a.y\nb.y = a.x or a.y\napp.secret_key = a.x")],
    ["mappings spread into each other", python(`a = {**b, **b, **b}\nb = {**a, **a, **a}\napp.secret_key = a["k"]`)],
    ["functions that call each other", python("def f(x):\n    return f(x) or f(x) or g(x)\ndef g(x):\n    return f(x) or g(g(x))\napp.secret_key = f(1)")],
    ["methods that call each other", python("class A:\n    def f(self):\n        return self.f() or self.g() or A().f()\n    def g(self):\n        return self.f() or self.g()\napp.secret_key = A().f().x.y")],
    ["classes that are each other's bases", python("class A(B, C): pass\nclass B(A, C): pass\nclass C(A, B): pass\napp.secret_key = A.x\napp.config.from_object(A)")],
    ["many functions in a ring", python(`${lines(200, (i) => `def f${i}(k=None):\n    return f${(i + 1) % 200}(k) or f${(i + 7) % 200}(k)`)}\napp.secret_key = f0("@1")`)],
    ["many calls of one function", python(`def f(a):\n    app.secret_key = a\n${lines(1500, (i) => `f(x${i})`)}`)],
    ["many updates of one mapping", python(`o = {}\n${lines(1000, (i) => `o.update(a${i}=1)`)}\n${lines(150, (i) => `app.secret_key = o["b${i}"]`)}`)],
    ["files that import all of each other", { "app.py": "from flask import Flask\nfrom b import *\nfrom c import *\napp = Flask(__name__)\napp.secret_key = nothing\napp.config.from_object('b')\n", "b.py": "from c import *\nfrom app import *\n", "c.py": "from b import *\nfrom app import *\n" }],
    ["files that export each other's names", { "app.js": "import jwt from 'jsonwebtoken';\nimport { k } from './b.js';\nexport { k };\nexport * from './b.js';\njwt.sign({}, k);\n", "b.js": "export { k } from './app.js';\nexport * from './app.js';\n" }],
    ["getters and spreads", javascript("const a = { ...b, get x() { return b.x || a.x; } };\nconst b = { ...a, get x() { return a.x || b.x; } };\njwt.sign({}, a.x);\njwt.sign({}, a.y.z);")],
    ["functions of functions", javascript("const f = (x) => g(x) || f(f(x));\nconst g = (x) => f(x)(x) || g(g);\njwt.sign({}, f(g));\njwt.sign({}, f(g).a.b.c);")],
    ["a list joined with itself", javascript("const a = [a, a].join(a).concat(a).repeat(a);\njwt.sign({}, a);")],
    ["a mapping assigned into itself", javascript("const a = {};\nObject.assign(a, b, a);\nconst b = Object.assign({}, a, b, a);\njwt.sign({}, a.k);\njwt.sign({}, b.k.k);")],
    ["entries taken out of themselves", python(`a = a.get("k").get("k")\nb = a.get(b.get("k"))\napp.secret_key = a.get("k").x\napp.secret_key = b.k`)],
    ["entries taken out of entries", python(`a = load()\n${lines(800, (i) => `a = a.get("k${i}")`)}\napp.secret_key = a.get("x").y`)],
    ["settings that describe themselves", javascript("const { z } = require('zod');\nconst a = z.object({ ...a, ...b.shape }).merge(b).extend(a);\nconst b = a.merge(a.parse(b)).extend({ k: b.k });\nconst c = require('convict')({ ...c, k: c.get('k.k') });\njwt.sign({}, a.parse(b).k);\njwt.sign({}, b.safeParse(a).data.k.k);\njwt.sign({}, c.get('k.k'));")],
    ["classes of settings that hold each other", python(`from pydantic_settings import BaseSettings\nclass A(BaseSettings):\n    model_config = A.model_config\n    a: A = A()\n    b: "B"\nclass B(A):\n    model_config = {**A.model_config, "env_prefix": B().a.b.x}\n    a = B().b.a\napp.secret_key = B().a.b.a.x\napp.secret_key = A().a.a.a.a.b.model_config`)],
  ])("%s", (_, project) => {
    expect(shown(project)).toEqual([]);
  }, patience);

  test("text that doubles at each line is cut", () => {
    expect(shown(python(`x0 = "ab"\n${lines(8, (i) => `x${i + 1} = x${i} + x${i}`)}\napp.secret_key = x8`))).toHaveLength(1);
    expect(shown(python(`app.secret_key = "ab" * 10 ** 12`))).toHaveLength(1);
    expect(shown(python(`x0 = "ab"\n${lines(60, (i) => `x${i + 1} = x${i} + x${i}`)}\napp.secret_key = x60`)).length).toBeLessThan(2);
  }, patience);

  test("a refusal among hundreds is still seen", () => {
    const checks = lines(300, (i) => `if k == "v${i}":\n    raise ValueError()`);
    expect(shown(python(`k = os.environ.get("K", "@1")\n${checks}\napp.secret_key = k`))).toEqual([`app.py:4 "@1" default-fallback-key K`]);
    expect(shown(python(`k = os.environ.get("K", "@1")\n${checks}\nif k == "@1":\n    raise ValueError()\napp.secret_key = k`))).toEqual([]);
  }, patience);
});
