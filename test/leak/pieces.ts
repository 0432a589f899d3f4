// Parts of files, each valid or not, of which tests put files together.

/** What stands in a piece for a sentinel, for a key that a frame is made for, and for a number that could be a key. */
export const [hidden, key, digits] = ["§", "¤", "#number#"];

/** By the name of a file, of whose format they are. */
export const pieces: Readonly<{ [file: string]: readonly string[] }> = {
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
  "config.yaml": [
    "SECRET_KEY: ¤", 'SECRET_KEY: "¤"', "SECRET_KEY: '¤' # §", "session_secret: ¤", "a: { SECRET_KEY: ¤, b: '§' }", "env:\n  SECRET_KEY: ¤\n  B: §", "environment:\n  - SECRET_KEY=¤\n  - B=§", "SECRET_KEY: ${A:-¤}", "SECRET_KEY: !x ¤", "SECRET_KEY: &a ¤\nb: *a",
    "# §", "a: §", "a: '§'", 'a: "§\n  §"', "a:\n  - §\n  - '§'", "a: |\n  §\n  § §", "a: >-\n  §\n\n  §", "a: §\n  §", "? §\n: §", "? [§, '§']\n: §", "? { a: § }\n: b", "a: [§, '§', { b: § }]", "a: !!binary |\n  §", "a: !b §", "a: &b §", "a: &§ b", "a: !§ b", "{{ '§' }}: §", "- §\n? a", "? a\n- §", "data:\n  a.py: >-\n    b = '§'", "data:\n  a.json: >\n    { \"a\": §, § }", `a: ${"[".repeat(110)}§${"]".repeat(110)}`, "<<: { a: § }", "---\na: §", "a: §\n...\n---", "script: |\n  echo §\n  export A=§", "script:\n  - echo §", "run: echo '§'", "a: #number#", "a:\n  b:\n    c: § # §", "data:\n  A: §\n  a.env: |\n    A=§", "variables:\n  A: { value: §, description: § }",
  ],
  "values.yaml": [
    "SECRET_KEY: ¤", 'SECRET_KEY: "¤"', "SECRET_KEY: '¤'§", 'SECRET_KEY: "¤" § # §', "- SECRET_KEY=¤", "SECRET_KEY: ¤ # §", '"SECRET_KEY": "¤",', "  SECRET_KEY: ¤", "SECRET_KEY: {{ .A }}¤",
    '{{- if eq .A "§" }}', "{{ §", "{{ § }}", "{{ § }}: a", "{%- if § %}", "}}{{", "{% if '§' %}", 'a: {{ .B | default "§" }}', "{{ .A }}: §", "  §", "a: |\n   §", "\t- §", "- §", "a: '§", 'a: "§', "'§'", "[§", "{ a: §", "a: b: §", "# §", "a:", "  b:", 'a: "§"§', "@§", "a: @§", "%§", ": §", "PIN: #number#", "<%= '§' %>", "{# § #}", "a: §, § # §",
  ],
  "config.json": [
    '{ "SECRET_KEY": "¤", "a": "§" }', '{\n  "sessionSecret": "¤"\n}', '"SECRET_KEY": "¤",', '{ "env": { "SECRET_KEY": "¤" } }', "{ 'SECRET_KEY': '¤', a: '§' } // §", '{ "SECRET_KEY": /* § */ "¤" }', '[{ "name": "SECRET_KEY", "value": "¤" }]',
    "// §", "/* § */", '"a": "§"', '["§", "§"]', '{ "a": ["§", { "b": "§" }] }', '"§"', "'§'", "{ a: §, b: '§' }", '"a": #number#', '{ "a": "§', "§", "}", ",", '{ "scripts": { "a": "A=§ b §" } }', "`§`", `${"[".repeat(210)}"§", §${"]".repeat(210)}`, '{ "§" "a" }', '{ "a": true, "§" }', '{ "a": true § }', '{ "a": § "b": "c" }', '{ "a": "\\u0041§" }', "\"a\": '§\\\n§'",
  ],
  "config.toml": [
    'SECRET_KEY = "¤"', "SECRET_KEY = '¤' # §", 'a = { SECRET_KEY = "¤", b = "§" }', '[env]\nSECRET_KEY = """¤"""', 'secret.key = "¤"', '"SECRET_KEY" = "¤"',
    "# §", 'a = "§"', "a = '''\n§\n§'''", 'a = """\n§ \\\n  §"""', 'a = ["§", # §\n  "§"]', 'a = { b = "§" }', "a = #number#", "[a]", '[["b"]]', "§", "a = §", 'a = "§', "a = '§", 'a."b" = "§"', "= '§'", '"a" "§"',
  ],
  "app.ini": [
    "SECRET_KEY = ¤", "SECRET_KEY: ¤", 'SECRET_KEY = "¤" ; §', "SECRET_KEY = ¤\n  §", "[a]\nSECRET_KEY = ¤", "secret_key=¤", "SECRET_KEY = ¤ \\\n  §",
    "; §", "# §", "a = §", "a = §\n  §\n\t§", "a : '§'", "§", "  §", "a =\n  §", "a = § ; §", "a = #number#", "= §", '"§"', "a = %(b)s§", "a += §", "! §",
  ],
  "a.properties": ["secret.key=¤", "jwt.secret = ¤", "SECRET_KEY:¤", "secret.key ¤", "jwt.secret=¤\\\n  §", "# §", "! §", "a=§", "a §", "a = §\\\n  §", "a\\ b=§", "a.b=#number#", "=§"],
  "main.tf": [
    'SECRET_KEY = "¤"', 'variable "secret_key" {\n  default = "¤"\n}', 'locals { jwt_secret = "¤" }', 'environment {\n  variables = { SECRET_KEY = "¤", B = "§" }\n}', 'env { SECRET_KEY = "¤" } # §', '{ name = "SECRET_KEY", value = "¤" }',
    "# §", "// §", "/* § */", "/*\n§\n*/", 'a = "§"', "a = <<EOF\n§\n§\nEOF", "a = <<-EOF\n  § ${b} §\n  EOF", "a = <<END\n§ §\n  § = \"§\"", 'a = ["§", b("§")]', 'resource "a" "b" {\n  c = "§"\n}', 'a = "§${b["§"]}§"', 'a = b ? "§" : "§"', "a = #number#", 'a = "§', "}", 'a = b["§"]', 'a = "%{ if b }§%{ endif }"',
  ],
  Dockerfile: [
    "ENV SECRET_KEY=¤", 'ENV SECRET_KEY="¤" B=§', "ENV SECRET_KEY ¤", "ARG SECRET_KEY=¤", "RUN export SECRET_KEY=¤ && a §", "ENV SECRET_KEY='¤' \\\n  B=§", "RUN SECRET_KEY=¤ a §",
    "# §", "FROM a AS b", "RUN a §", 'RUN ["a", "§"]', "RUN <<EOF\n§\nEOF", "COPY <<EOF /a\n§\nEOF", "LABEL a=§ b='§'", "ENV A=§\\\n§", "CMD a '§' \\\n  # §\n  §", "RUN a \\\n  --b §", 'ENTRYPOINT ["§"]', "HEALTHCHECK CMD a §", "ONBUILD ENV A=§", "ARG A=§", "MAINTAINER §", "STOPSIGNAL #number#", "RUN --mount=type=secret,id=a b §", "ENV A §\n# §", 'SHELL ["§"]',
  ],
  "run.sh": [
    "export SECRET_KEY=¤", "SECRET_KEY='¤' a §", 'SECRET_KEY="¤"; b §', "SECRET_KEY=${A:-¤}", ': "${SECRET_KEY:=¤}"', "docker run -e SECRET_KEY=¤ § -e B='§'", "declare -x SECRET_KEY=¤ # §", "env SECRET_KEY=¤ a §",
    "# §", "echo §", "echo '§' \"§\"", "a=§", "a=(§ '§')", "cat <<EOF\n§ $b §\nEOF", "cat <<'EOF' > c\n§\nEOF", "a <<< '§'", "if [ \"$a\" = '§' ]; then b; fi", "case $a in §) b ;; '§') c ;; esac", "a=$(b '§')", "a=`b '§'`", "a=$((#number#))", "f() { b §; }", "a '§", 'echo "§', "for a in § '§'; do b; done", "a=$'§\\n§'", "a \\\n  §", "a | b § | c '§'", "[[ $a == § ]] && b", "a=§'§'\"§\"§", "export a=§ b c='§'", "sed -i 's/§/§/' a", "<<EOF\n§", "a=${b:-§}", "a=${b/§/§}",
  ],
  "run.ps1": ["$env:SECRET_KEY = '¤'", '$env:SECRET_KEY="¤" # §', "[Environment]::SetEnvironmentVariable('SECRET_KEY', '¤')", "# §", "<# § #>", "a '§'", 'a "§"', "$a = @'\n§\n'@", '$a = @"\n§\n"@', "a §", "$a = @{ b = '§' }", "$a = '§", "if ($a -eq '§') { b }", "a `\n  §"],
  "run.bat": ["set SECRET_KEY=¤", 'set "SECRET_KEY=¤"', "setx SECRET_KEY ¤", "rem §", ":: §", "# §", "a b # §", "echo §", "set a=§", "a §", 'if "%a%"=="§" b', 'a "§"', "set SECRET_KEY=¤ & a §", "a ^\n§ §", "set a=§ ^\n  §"],
  "page.vue": ["<script>\nconst SECRET_KEY = '¤'; // §\n</script>", "<script setup lang=\"ts\">\nconst SECRET_KEY = `¤`;\n'§';\n</script>", "<p a='§'>§</p>", "<!-- § -->", "<template>§ {{ '§' }}</template>", "<style>/* § */ a { b: '§' }</style>", "<script>'§'</script>", "§", "<p :a=\"'§'\" @b='§'>", "<script>let a = `§", "</script>§"],
  "README.md": ["```python\nSECRET_KEY = '¤'  # §\n```", "```sh\nexport SECRET_KEY=¤\na §\n```", "```yaml\nSECRET_KEY: ¤\na: §\n```", "```js\nconst SECRET_KEY = '¤';\n'§';\n```", "```env\nSECRET_KEY=¤\n§\n```", "§", "# §", "- §", "`§`", "> §", "    §", "<!-- § -->", "[§](§)", "```\n§", "~~~\n§\n~~~", "| § | `§` |", "**§**", "§\n==="],
  "index.rst": [".. code-block:: python\n\n   SECRET_KEY = '¤'  # §\n   '§'", ".. code-block:: yaml\n\n   SECRET_KEY: ¤\n   a: §", "::\n\n   SECRET_KEY = '¤'\n   '§'", ".. code:: sh\n\n   export SECRET_KEY=¤\n   a §", "§", ".. §", "``§``", "§::\n\n   §", "====\n§\n====", ":a: §", "  §", ".. code-block:: yml\n   {{}}\n   SECRET_KEY: \"¤\"§"],
};
