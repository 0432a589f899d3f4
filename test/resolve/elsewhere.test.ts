import { expect, test } from "vitest";
import { shown, type Project } from "../support/shown.ts";

const use = (name: string, from: string): string => `from ${from} import ${name}\n`;
const app = (text: string): string => `from flask import Flask\napp = Flask(__name__)\n${text}\n`;

/** What another file gives is looked up by its text first: only what can be a library's, or a call of the function, is read. */
test.each<[string, Project, readonly string[]]>([
  ["a function under another name", { "app.py": `${use("make as build", "tokens")}build({}, "@1")\n`, "tokens.py": "import jwt\ndef make(claims, k):\n    return jwt.encode(claims, k)\n" }, [`app.py:2 "@1" hardcoded-key`]],
  ["a function of the same name of another module", { "app.py": `${use("make", "other")}make({}, "@1")\n`, "other.py": "def make(claims, k):\n    return k\n", "tokens.py": "import jwt\ndef make(claims, k):\n    return jwt.encode(claims, k)\n" }, []],
  ["a library's function under an own name", { "app.py": `${use("make_token", "compat")}make_token({}, "@1") # SECRET_KEY\n`, "compat.py": "import jwt\nmake_token = jwt.encode\n" }, [`app.py:2 "@1" hardcoded-key`]],
  ["a function of its own, or else a library's", { "app.py": `${use("make_token", "compat")}make_token({}, "@1") # SECRET_KEY\n`, "compat.py": "try:\n    from jwt import encode as make_token\nexcept ImportError:\n    def make_token(a, b):\n        raise RuntimeError\n" }, [`app.py:2 "@1" hardcoded-key`]],
  ["a class that extends a library's", { "settings.py": `${use("Base", "base")}class Settings(Base):\n    secret_key: str = "@1"\n`, "base.py": "from pydantic_settings import BaseSettings\nclass Base(BaseSettings):\n    pass\n" }, [`settings.py:3 "@1" default-fallback-key`]],
  ["an object that another file makes", { "app.py": `${use("app", "made")}app.secret_key = "@1"\n`, "made.py": app("") }, [`app.py:2 "@1" hardcoded-key`]],
  ["an object that is nothing first", { "app.py": `${use("app", "made")}app.secret_key = "@1"\n`, "made.py": "from flask import Flask\napp = None\napp = Flask(__name__)\n" }, [`app.py:2 "@1" hardcoded-key`]],
  ["TypeScript: a library's function under an own name", { "package.json": "{}", "src/app.ts": `import { makeToken } from "./compat";\nmakeToken({}, "@1"); // SECRET_KEY\n`, "src/compat.ts": `import { sign } from "jsonwebtoken";\nexport const makeToken = sign;\n` }, [`src/app.ts:2 "@1" hardcoded-key`]],
])("%s", (_, project, lines) => {
  expect(shown(project).map((line) => line.replace(/^(\S+) (\S+) (\S+) .*$/, "$1 $2 $3"))).toEqual(lines);
});
