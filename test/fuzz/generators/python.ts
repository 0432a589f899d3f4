import fc, { type Arbitrary } from "fast-check";
import { either, indented, perhaps, several, written } from "./written.ts";
import { keys, names, remarks, words } from "./keys.ts";
import { programs } from "./programs.ts";

/** A text between quotes, with the prefixes that Python knows: https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals */
const literal = fc.tuple(either("", "", "", "b", "r", "u", "f", "Rb"), either('"', "'", '"""', "'''"), keys).map(([prefix, quote, key]) => prefix + quote + key.replaceAll("\\", "").replaceAll(quote, "").replace(/["']+$/, "") + quote);

const modules = either("os", "flask", "jwt", "django.conf", "environ", "decouple", "secrets", "hashlib", "base64", ".config", "..settings", "app.settings", "random", "pydantic_settings");

const { expression, statement } = fc.letrec<{ expression: string; statement: string; block: string; target: string }>((tie) => {
  const one = tie("expression");
  const block = indented(tie("block"));
  const target = tie("target");
  const args = several(fc.oneof({ maxDepth: 4 }, one, written`${names}=${one}`, written`**${words}`, written`*${words}`), ", ", { max: 3 });
  return {
    target: fc.oneof({ maxDepth: 3, withCrossShrink: true }, words, names, written`${words}.${words}`, written`${words}["${names}"]`, written`${target}, ${target}`, written`[${target}, *${words}]`, written`app.config["${names}"]`),
    expression: fc.oneof(
      { maxDepth: 4, depthSize: "small", withCrossShrink: true },
      { weight: 4, arbitrary: literal },
      { weight: 2, arbitrary: words },
      either("None", "True", "0x1F", "1_000", "...", "3.14e-10j", "__name__"),
      { weight: 2, arbitrary: written`os.environ["${names}"]` },
      { weight: 2, arbitrary: written`os.environ.get("${names}", ${one})` },
      written`os.getenv("${names}") or ${one}`,
      written`config("${names}", default=${one}, cast=str)`,
      written`env.str("${names}", ${one})`,
      written`${one} + ${one}`,
      written`${one} ${either("or", "and", "if x else", "%", "*", "==", "is not", "in", "|", ":=", "@", "//", "<")} ${one}`,
      written`${literal} ${literal}`,
      written`f"{${words}}-{${words}!r:>{width}}{${words}=}"`,
      written`"%s-%s" % (${one}, ${one})`,
      written`"{}-{key}".format(${one}, key=${one})`,
      written`"".join([${one}, ${one}])`,
      written`base64.b64decode(${one}).decode("utf-8")`,
      written`hashlib.sha256(${one}.encode()).hexdigest()`,
      either("secrets.token_hex(16)", "os.urandom(24)", "uuid.uuid4().hex", "str(random.random())", "get_random_secret_key()", "open('key.txt').read().strip()", 'Fernet.generate_key()'),
      written`${one}${either(".strip()", "[:8]", "[::-1]", ".encode('utf-8')", ".replace('a', 'b')", ".get_secret_value()", ".lower()", "[0]", "()")}`,
      written`(${one} if ${one} else ${one})`,
      written`(lambda ${words}=${one}, *a, **k: ${one})`,
      written`{"${names}": ${one}, **${words}, ${one}: ${one}}`,
      written`dict(${names}=${one})`,
      written`[${one}, ${one}][${either("0", "-1", "1:", "::2")}]`,
      written`(${one}, *${words})`,
      written`{${one} for ${words} in ${one} if ${one}}`,
      written`[${one} async for ${words} in ${words}]`,
      written`{k: v for k, v in {"${names}": ${one}}.items()}`,
      written`${words}(${args})`,
      written`${words}.${words}(${args})`,
      written`getattr(${words}, "${names}", ${one})`,
      written`await ${one}`,
      written`not ${one}`,
      written`(yield ${one})`,
      written`Field(default=${one}, env="${names}")`,
      written`SecretStr(${one})`,
    ),
    statement: fc.oneof(
      { maxDepth: 3, depthSize: "small", withCrossShrink: true },
      { weight: 6, arbitrary: written`${names} = ${one}${perhaps(written`  # ${remarks}`)}` },
      { weight: 3, arbitrary: written`${target} = ${one}` },
      written`${target} = ${target} = ${one}`,
      written`${words}: ${either("str", "SecretStr", "Optional[str]", '"str"', "list[str]")} = ${one}`,
      written`${words} ${either("+=", "|=", "//=")} ${one}`,
      written`app.config.update(${names}=${one}, ${names}=${one})`,
      written`app.config.from_mapping({"${names}": ${one}})`,
      written`os.environ.setdefault("${names}", ${one})`,
      written`jwt.encode({"a": 1}, ${one}, algorithm="HS256")`,
      written`# ${remarks}`,
      written`import ${modules} as ${words}, os`.map((line) => line.replace("import .", "import x.")),
      written`from ${modules} import ${words} as ${words}, ${names}`,
      written`from ${modules} import *`,
      written`from flask import Flask, session; app = Flask(__name__)`,
      written`if ${one}:\n${block}${perhaps(written`\nelif not ${names}:\n${block}`)}${perhaps(written`\nelse:\n${block}`)}`,
      written`if not ${names}:\n    raise RuntimeError(${one})`,
      written`assert len(${names}) >= ${either("32", "8", "x")}, ${one}`,
      written`for ${target} in ${one}:\n${block}${perhaps(written`\nelse:\n${block}`)}`,
      written`while ${one}:\n${block}\n    break`,
      written`try:\n${block}\nexcept (KeyError, ${words}) as e:\n${block}${perhaps(written`\nfinally:\n${block}`)}`,
      written`try:\n${block}\nexcept* OSError:\n${block}`,
      written`with open(${one}) as ${words}, ${words}:\n${block}`,
      written`${perhaps(either("@app.route('/')\n", "@lru_cache\n", "@property\n", "@pytest.fixture\n"))}${perhaps(either("async "))}def ${words}(${words}=${one}, /, ${names}: str = ${one}, *args, key=${one}, **kwargs) -> str:\n    """${remarks}"""\n${block}\n    return ${one}`,
      written`def get_secret():\n    return ${one}`,
      written`class ${words}(${either("BaseSettings", "object", "Config", "metaclass=Meta", "A, B")}):\n    ${names} = ${one}\n${block}`,
      written`class Config:\n    ${names}: str = ${one}\n\nclass Production(Config):\n    ${names} = ${one}`,
      written`match ${one}:\n    case {"${names}": ${words}} | [${words}, *_] if ${one}:\n    ${block}\n    case _:\n    ${block}`.map((text) => text.replaceAll(/\n {4}( {4}\S)/g, "\n    $1")),
      written`global ${words}; del ${words}[0]; pass`,
      written`type ${words} = ${one}`,
      written`return ${one}`,
      written`print ${literal}`,
      written`${words} = \\\n    ${one}`,
      written`raise ValueError(${one}) from ${words}`,
      written`parser.add_argument("--secret-key", default=${one}, required=True)`,
      { weight: 3, arbitrary: programs("python", one) },
    ),
    block: several(tie("statement"), "\n", { min: 1, max: 3 }),
  };
});

/** Python files. */
export const python: Arbitrary<string> = written`${perhaps(either("#!/usr/bin/env python3\n", "# -*- coding: utf-8 -*-\n", '"""Settings."""\n', "from __future__ import annotations\n"))}import os\n${several(statement, "\n", { min: 1, max: 8 })}\n`;

export { expression as pythonExpression };
