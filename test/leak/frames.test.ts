import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { formats } from "../../src/formats/index.ts";
import { frameOf } from "../../src/text/frame.ts";
import { Lines } from "../../src/text/lines.ts";

/** Small letters only: no word of a key's look helps a frame to find it, only its place in the file. */
function sentinel(number: number): string {
  const digest = createHash("sha512").update(`keylint sentinel ${number}`).digest();
  return Array.from(digest.subarray(0, 20), (byte) => "abcdefghijklmnopqrstuvwxyz"[byte % 26]).join("");
}

/** How a piece is drawn: always the same for a seed. */
class Dice {
  #count = 0;
  readonly #seed: string;

  constructor(seed: string) {
    this.#seed = seed;
  }

  below(limit: number): number {
    return createHash("sha256").update(`${this.#seed} ${this.#count++}`).digest().readUInt32BE(0) % limit;
  }

  one<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }
}

/** What stands in a piece for a sentinel, for a key that a frame is made for, and for a number that could be a key. */
const [hidden, key, digits] = ["§", "¤", "#number#"];

const pieces: Readonly<{ [file: string]: readonly string[] }> = {
  "app.py": [
    'SECRET_KEY = "¤"', "SECRET_KEY = b'¤'", 'SECRET_KEY = """¤"""', 'SECRET_KEY = "¤" "§"', 'SECRET_KEY = ("§" if x else "¤")', 'SECRET_KEY = "¤"; B = "§"', 'B = "§"; SECRET_KEY = "¤"  # §',
    '"""§"""', '"""\n§\n"""', "'''\n§ \"§\n'''", 'x = """\n  § # §\n""" + "§"', "# §", 'x = f"§ {y["§"]} §"', "x = f'''§ {y['§']}\n§'''", 'x = rb"§\\"§"', 'x = u"§" r\'§\'', 'x = "§\\\n§"',
    'x["§"] = {"§": "§", **y}', 'def f(a="§", *, b: "§" = "§") -> "§":\n    "§"\n    return "§"', "@d('§')\nclass C(metaclass=m('§')):\n    '§'\n    a: '§' = '§'", "if a == '§':\n    pass", "assert a, '§'", "raise E('§') from e['§']",
    "match a:\n    case '§' | {'§': b}:\n        pass", "with open('§') as f, g('§'): pass", "try:\n    a\nexcept E['§']:\n    pass", "del a['§']", "lambda a='§': '§'", "[a['§'] for a in b['§'] if a != '§']", "PIN = #number#", "x = 0x#number#", "for a in '§': pass",
    "global a", "print '§', \"§\"", "x = `'§'`", "exec '§'", "x = ur'§'", "async def f(): await g('§')", "type A = '§'", "import a  # §", "x = '§' if '§' else '§'", "x: '§'", "return '§'", "yield '§'", "x = a[b'§':'§']", "a.b('§', *c['§'], **d['§'])", "x = t'§ {y!r:§}'",
    "def f(a, (b, c)=('§', '§')): pass", "f = lambda (a, b): '§'", "try: a\nexcept E, (a['§'], b): pass", "for x in *a['§'], '§': pass", "def f[T: '§' = '§'](a): pass", "class C[T = '§']: pass", "x = a[*b['§'], '§']", "@a['§'].b('§')\ndef f(): pass", "print >>f['§'], '§'",
    "match '§':\n    case ['§', *_] if x == '§': pass\n    case C('§', a='§'): pass", "while a['§']: pass\nelse: '§'", "x = *a['§'], '§'", "a['§'] += '§'", "a['§']: '§'", "f(**{'§': '§'}, *['§'])", "x = (y := '§')", "async with a['§'] as b['§']: pass", "async for a['§'] in b: pass", "raise E, '§', t",
    "exec '§' in a['§']", "x = a['§'] <> '§'", "lambda *a, b='§', **c: '§'", "def f(*a: '§', **b: '§'): pass", "x = {a['§']: b['§'] for c in '§' if '§'}", "x = {**a['§'], '§'}", "x = not '§'", "x = -'§'", "x = '§'.join(['§'])", "x = '§' '§' f'§{a}§' '§'", "x = f'{a!r:{b[\"§\"]}}§'", "x = f'{\"§\" if a else \"§\"}'",
    "x = a if '§' else b or '§' and '§'", "def f():\n    global a; '§'\n    nonlocal b; '§'", "import a, b; '§'", "from a import (b, # §\n  c)", "x = u'§' u\"§\"", "x = '§' % ('§', '§')", "x = '§' in '§' is not '§'", "def f(a, /, b='§', *, c='§'): yield from '§'", "x = a[lambda b='§': '§']", "with (open('§') as a, b('§')): pass", "case = '§'; match = '§'; type = '§'; print = '§'",
    "def f(a, (b, c)): '§'", "f = lambda (a, b['§']): '§'", "[x for x in a['§'], '§']", "try: a\nexcept* E['§']: '§'", "x = `a['§']`", "match a:\n    case {}: '§'\n    case []: '§'\n    case str(): '§'", "x = a[:, '§':]", "def f(a: *b['§']): pass", "x = rf'\\d{a[\"§\"]}§'", "x = ur'§' UR\"§\"", "print '§' % a, '§'", "async = '§'", "x = 0777, 10L, '§'", "return\n'§'", "x = lambda: (yield '§')", "assert '§'",
    `x = ${"(".repeat(450)}\n'§'\n${")".repeat(450)}`, `x = ${"[".repeat(450)}\n'§'\n${"]".repeat(450)}`, `x = ${"f(".repeat(450)}\na['§']\n${")".repeat(450)}`, `x = ${"not ".repeat(450)} \\\n'§'`, `x = ${"a + ".repeat(450)} \\\n'§'`, `x = a${".b('§')".repeat(20)}`,
    "x = '§", 'x = "§', "(((", "]]]", "'''§", '"""§ "§" §', "§ § §", "x = = '§'", "{% if §%}", "    a = '§'", "\t'§'", "x = '§' \\\n  '§'", "\f'§'", "x = $§", "!§", "<<<<<<< §", "=======", ">>>>>>> §",
  ],
  "app.tsx": [
    'const SECRET_KEY = "¤";', "const SECRET_KEY = `¤`;", "const SECRET_KEY = process.env.A ?? '¤';", 'const SECRET_KEY = "¤", B = "§"; // §', 'f("§"); const SECRET_KEY = "¤" /* § */;', "const SECRET_KEY = `§${'¤'}§`;",
    "// §", "/* § */", "/*\n * §\n */", "/** § */ a;", "let x = '§';", "let x = `§`;", "let x = `\n§\n`;", "let x = `§ ${a['§']} §\n ${`§${b}§`} §`;", "let x = /§/g;", "let x = /[/§]§/.test('§');", "let x = a / b / c['§'];", "f`§${a}§`;", "String.raw`\\§`;",
    "let x = { '§': '§', [`§`]: 1, a: \"§\" };", "type T = '§' | `§${string}`;", "let x: '§' = '§' as '§';", "enum E { A = '§' }", "declare module '§';", "import a from '§';", "export * from '§';", "import j from '§' with { type: '§' };", "@d('§') class C { '§' = '§'; ['§']() { return '§'; } #p = '§'; }",
    "let x = <p title='§' {...a['§']}>§ {'§'} <b>§</b> &amp;§</p>;", "let x = <p>\n§\n don't {/* § */}\n</p>;", "let x = <>§</>;", "const PIN = #number#;", "const BIG = #number#n;", "const hex = 0x#number#;", "switch (a) { case '§': b; default: '§'; }", "label: for (const a of '§') { throw '§'; }",
    "'§';", "if (a === '§') throw new E('§');", "x = a ? '§' : '§';", "x = '§\\\n§';", "a?.['§']?.(`§`);", "function f(a = '§', { b = '§' } = {}) {}", "let { '§': y = '§' } = z;", "namespace N { const a = '§'; }", "abstract class D<T = '§'> {}", "let x = y satisfies '§';", "delete a['§'];",
    "let x = a as { '§': '§' };", "type F = (a: '§') => '§' | readonly ['§']['§'];", "let x = <T extends '§' = '§'>(a: T) => '§';", "interface I { '§': '§'; ['§']: '§' }", "import a = require('§');", "import('§');", "import.meta.env['§'];", "class E2 extends m('§')<'§'> implements I<'§'> { declare a: '§'; static { '§'; } accessor b = '§'; constructor(private c = '§') {} get '§'() { return 1 } }",
    "let x = <A.B<'§'> c={`§${a}§`} d=<p>§</p>>{...['§']}</A.B>;", "let x = <a:b c-d='§' e=\"§\n§\"/>;", "export { a as '§' } from '§';", "function f(this: '§', a: '§'): asserts a is '§' {}", "do { '§' } while ('§');", "x = 1..toString('§');", "async () => { for await (const a of '§') await b['§']; };", "a ||= '§'; b **= c['§'];", "let [a = '§', ...{ length: b = '§' }] = '§';", "declare global { var a: '§' }", "let x = a!['§']!;", "export default '§';", "function f(a = <p>§</p>) {}", "let x = y<'§'>('§');", "let x: typeof import('§') = 1;", "let x: import('§', { with: { 'resolution-mode': '§' } }).A;",
    "type M = { readonly [K in '§' as `§${K}`]?: '§' } extends infer U ? '§' : never;", "abstract class A { abstract a: '§'; abstract b(c: '§'): '§'; }", "function f(a: '§'): '§';", "enum E { '§' = '§', B = `§` }", "let x = (a, '§', b);", "try { a } catch { '§' } finally { '§' }", "let x = class { [`§`] = '§'; static async *['§']() { yield* '§'; } };", "let x = a ? <p>§</p> : '§';", "let x = <p>{/* § */}{'§'}§{a /* § */}</p>;", "let x = <p\n// §\na='§'/>;", "let x = a;\n/§/g.test('§');", "let x = a++ / '§' / '§';", "let x = `${`${'§'}§`}§`;", "let x = a`§${b`§`}§`;", "'use strict'; '§';", "let x = function* () { return '§'; };", "x = void '§', typeof '§', !'§';", "new A('§')['§'];",
    `let x = ${"(".repeat(450)}\n'§'\n${")".repeat(450)};`, `let x = ${"[".repeat(450)}\n'§'\n${"]".repeat(450)};`, `let x = ${"f(".repeat(450)}\na['§']\n${")".repeat(450)};`,
    "let x = '§", "let x = \"§", "let x = `§", "/* §", "let x = /§", "§ §", "<p>§", "((( '§'", "}}}", "@@ '§'", "let let = '§'", "<!-- §", "# §", "it's '§'", "let x = '§' '§'", "<<<<<<< §", ">>>>>>> §",
  ],
  ".env": [
    "SECRET_KEY=¤", 'SECRET_KEY="¤"', "export SECRET_KEY='¤'", "SECRET_KEY = ¤ # §", "SECRET_KEY: ¤", "SECRET_KEY=¤ §", "SECRET_KEY='¤' # §", "SECRET_KEY=${A:-¤}", "SECRET_KEY=¤${A}§", "SECRET_KEY=`¤`",
    "# §", "#§", "A=§", "A=§ # §", "A='§\n§'", 'A="§\n§\n"', "A=`§\n§`", "§", "A=§ §", "export §", "A", "A=", "A=\\\n§", "A=§\\\n§", "-----BEGIN §-----", "A: §", "A:§", "postgres://§:§@a", "A=$(§)", "A={\n  \"§\": \"§\"\n}", "[§]", "; §", "A='§", 'A="§', "A=§'§\"§", "PIN=#number#", "  A=§", "A[§]=§", "<<<<<<< §", "if [ § ]; then A=§; fi", "A=§; B=§ C=§", "A='§' §", 'A="§" §', "A=§ \t", "set A=§", "A=a\u2028§",
  ],
  ".envrc": ["SECRET_KEY=¤", "export SECRET_KEY='¤' B=§", 'export SECRET_KEY="¤" # §', "export A=§ B='§' C", "§", "A=`§`", "A=$(§ '§')", "use §", "source_env §", "A='§\n§'", "export A=\"§ $B §\"", "A=§\\ §", "if [ '§' ]; then", "A=§; §", "# §", "cat <<EOF\n§\nA=§\nEOF", "A=§ §", "[[ § == § ]] && A=§", "A+=§", "A=(§ §)"],
};

const files = 400;

describe.each(Object.keys(pieces))("frames of %s show no text", (path) => {
  const format = formats.find(({ id }) => id === { "app.py": "python", "app.tsx": "javascript" }[path]) ?? formats.find(({ id }) => id === "env");

  test(`${files} files put together by lot`, () => {
    const leaks: string[] = [];
    let frames = 0;
    for (let number = 0; number < files && leaks.length < 5; number++) {
      const { text, keys, planted } = written(path, number);
      const module = format?.read(path, text);
      if (!module) continue;
      const lines = new Lines(text);
      const shown = keys.flatMap((start) => frameOf(module, spanAt(text, start), lines)?.lines.join("\n") ?? []);
      frames += shown.length;
      leaks.push(...shown.filter((frame) => planted.some((one) => holdsPiece(frame, one)) || /\d{4}/.test(frame)).map((frame) => `${frame}\n    in:\n${text}`));
    }
    expect(leaks).toEqual([]);
    expect(frames).toBeGreaterThan(files / 2);
  });
});

/** Six letters of a sentinel in a row. */
function holdsPiece(frame: string, planted: string): boolean {
  return Array.from({ length: planted.length - 5 }, (_, at) => planted.slice(at, at + 6)).some((piece) => frame.includes(piece));
}

/** A file of a few pieces, the places of its keys, and the sentinels in it. */
function written(path: string, number: number): { text: string; keys: readonly number[]; planted: readonly string[] } {
  const dice = new Dice(`${path} ${number}`);
  const own = pieces[path] ?? [];
  const bearing = own.filter((piece) => piece.includes(key));
  const drawn = Array.from({ length: 3 + dice.below(5) }, (_, at) => (at % 2 === 1 ? dice.one(bearing) : dice.one(own)));
  const planted: string[] = [];
  const keys: number[] = [];
  let text = "";
  for (const unit of `${drawn.join(dice.one(["\n", "\n", "\r\n"]))}\n`.replaceAll(digits, `${83746 + number}55${91827}`)) {
    if (unit !== hidden && unit !== key) {
      text += unit;
      continue;
    }
    if (unit === key) keys.push(text.length);
    planted.push(sentinel(planted.length));
    text += planted.at(-1) ?? "";
  }
  return { text, keys, planted };
}

/** A key's token: with its quotes, if there are any. */
function spanAt(text: string, start: number): { start: number; end: number } {
  const end = start + sentinel(0).length;
  const quote = /["'`]/.test(text[start - 1] ?? "") && text[end] === text[start - 1] ? 1 : 0;
  const long = quote === 1 && text.startsWith('"""', start - 3) ? 3 : quote;
  const prefix = text[start - long - 1] === "b" && quote === 1 ? 1 : 0;
  return { start: start - long - prefix, end: end + long };
}
