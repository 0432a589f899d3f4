import { expect, test } from "vitest";
import { shown, type Project } from "../support/shown.ts";

const flask = `from flask import Flask\napp = Flask(__name__)\n`;

test.each<[string, Project, readonly string[]]>([
  ["an item", { "app.py": `${flask}app.config["SECURITY_TOTP_SECRETS"] = {"1": "@1", 2: "@2"}\n` }, ["app.py:3 \"@1\" hardcoded-key SECURITY_TOTP_SECRETS", "app.py:3 \"@2\" hardcoded-key SECURITY_TOTP_SECRETS"]],
  ["a mapping behind a name", { "app.py": `${flask}KEYS = {"1": "@1"}\napp.config["SECURITY_TOTP_SECRETS"] = KEYS\n` }, ["app.py:3 \"@1\" hardcoded-key SECURITY_TOTP_SECRETS"]],
  ["one key where a map could stand", { "app.py": `import tornado.web\ntornado.web.Application([], cookie_secret="@1")\n` }, ["app.py:2 \"@1\" hardcoded-key cookie_secret"]],
  ["versions of a cookie secret", { "app.py": `import tornado.web\ntornado.web.Application([], cookie_secret={0: "@1"}, key_version=0)\n` }, ["app.py:2 \"@1\" hardcoded-key cookie_secret"]],
  ["passwords by number", { "app.js": `import { getIronSession } from "iron-session";\ngetIronSession(req, res, { cookieName: "a", password: { 1: "@1" } });\n` }, ["app.js:2 \"@1\" hardcoded-key password"]],
])("a map of keys: %s", (_, project, expected) => {
  expect(shown(project)).toEqual(expected);
});
