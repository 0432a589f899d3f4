import { describe, expect, test } from "vitest";
import { shown, type Project } from "../support/shown.ts";

const python = (text: string): Project => ({ "app.py": `${text}\n` });
const javascript = (text: string): Project => ({ "app.js": `${text}\n` });

const flask = `import os\nfrom flask import Flask\napp = Flask(__name__)\n`;
const session = `import session from "express-session";\n`;
const iron = `import { getIronSession } from "iron-session";\n`;

/** Each entry is judged by itself and found where it stands: those from outside stay silent, whatever stands beside them. */
describe("a list or map of keys is judged entry by entry", () => {
  test.each<[string, Project, readonly string[]]>([
    ["the old keys of Flask", python(`${flask}app.secret_key = os.environ["SECRET_KEY"]\napp.config["SECRET_KEY_FALLBACKS"] = ["@1", os.environ["OLD_KEY"], "changeme"]`),
      [`app.py:5 "@1" hardcoded-key SECRET_KEY_FALLBACKS`, `app.py:5 "changeme" placeholder-key SECRET_KEY_FALLBACKS`]],
    ["the old keys of Django", { "settings.py": `import os\nINSTALLED_APPS = []\nSECRET_KEY = os.environ["SECRET_KEY"]\nOLD = os.environ.get("OLD", "@2")\nSECRET_KEY_FALLBACKS = [OLD, "@1", *os.environ["OLDER"].split(",")]\n` },
      [`settings.py:4 "@2" default-fallback-key OLD`, `settings.py:5 "@1" hardcoded-key SECRET_KEY_FALLBACKS`]],
    ["a tuple", python(`from django.core.signing import Signer\nsigner = Signer(fallback_keys=("@1", "@2"))`), [`app.py:2 "@1" hardcoded-key Signer(fallback_keys=)`, `app.py:2 "@2" hardcoded-key Signer(fallback_keys=)`]],
    ["a list that is added to", python(`${flask}OLD = ["@1"]\napp.config["SECRET_KEY_FALLBACKS"] = OLD + ["@2"]`), [`app.py:4 "@1" hardcoded-key SECRET_KEY_FALLBACKS`, `app.py:5 "@2" hardcoded-key SECRET_KEY_FALLBACKS`]],
    ["keys of a serializer", python(`import os\nfrom itsdangerous import URLSafeSerializer\nURLSafeSerializer(["@1", os.environ["KEY"]])`), [`app.py:3 "@1" hardcoded-key Serializer(secret_key)`]],
    ["session secrets", javascript(`${session}app.use(session({ secret: [process.env.SESSION_SECRET, "@1"] }));`), [`app.js:2 "@1" hardcoded-key secret`]],
    ["session secrets behind names", javascript(`${session}const current = process.env.SESSION_SECRET;\nconst old = ["@1", "@2"];\napp.use(session({ secret: [current, ...old] }));`),
      [`app.js:3 "@1" hardcoded-key old`, `app.js:3 "@2" hardcoded-key old`]],
    ["a default in the list", javascript(`${session}app.use(session({ secret: [process.env.NEW_SECRET ?? "@1", process.env.OLD_SECRET] }));`), [`app.js:2 "@1" default-fallback-key NEW_SECRET`]],
    ["keys of Koa", javascript(`import Koa from "koa";\nconst app = new Koa();\napp.keys = [process.env.KEY, "@1"];`), [`app.js:3 "@1" hardcoded-key keys`]],
    ["a fresh key before an old one", javascript(`import { randomBytes } from "node:crypto";\n${session}app.use(session({ secret: [randomBytes(32).toString("hex"), "@1"] }));`),
      [`app.js:3 randomBytes(32) ephemeral-key secret`, `app.js:3 "@1" hardcoded-key secret`]],
    ["versions", javascript(`${iron}getIronSession(req, res, { cookieName: "a", password: { 1: "@1", 2: process.env.PASSWORD, 3: "short" } });`),
      [`app.js:2 "@1" hardcoded-key password`, `app.js:2 "short" low-entropy-key password`]],
    ["versions of Tornado", python(`import os\nimport tornado.web\nKEYS = {0: "@1", 1: os.environ["COOKIE_SECRET"]}\ntornado.web.Application([], cookie_secret=KEYS, key_version=1)`), [`app.py:3 "@1" hardcoded-key KEYS`]],
  ])("%s", (_, project, findings) => {
    expect(shown(project)).toEqual(findings);
  });
});
