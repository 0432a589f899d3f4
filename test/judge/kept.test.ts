import { expect, test } from "vitest";
import { lintFiles } from "../support/lint.ts";

const flask = `import json, os, secrets\nfrom pathlib import Path\nfrom flask import Flask\napp = Flask(__name__)\n`;
const express = `const fs = require("fs");\nconst crypto = require("crypto");\nconst session = require("express-session");\n`;

function rules(files: { [path: string]: string }): readonly string[] {
  return lintFiles(files).findings.flatMap((finding) => finding.rules);
}

test.each<[string, { [path: string]: string }]>([
  ["into an open file", { "app.py": `${flask}def load():\n    key = os.urandom(32)\n    with open(".key", "wb") as file:\n        file.write(key)\n    return key\napp.secret_key = load()\n` }],
  ["with pathlib", { "app.py": `${flask}key = secrets.token_hex(32)\nPath("key.txt").write_text(key)\napp.secret_key = key\n` }],
  ["inside other data", { "app.py": `${flask}key = secrets.token_hex(32)\nopen("k.json", "w").write(json.dumps({"key": key}))\napp.secret_key = key\n` }],
  ["by a method of its own", { "app.py": `${flask}class Server:\n    def start(self):\n        key = os.urandom(32)\n        self._write_cookie_secret_file(key)\n        app.secret_key = key\n` }],
  ["out of the property that holds it", { "app.js": `${express}const settings = {};\nsettings.secret = crypto.randomBytes(32).toString("hex");\nfs.writeFileSync(".secret", settings.secret);\napp.use(session({ secret: settings.secret }));\n` }],
  ["with fs", { "app.js": `${express}const secret = crypto.randomBytes(32).toString("hex");\nfs.writeFileSync(".secret", secret);\napp.use(session({ secret }));\n` }],
])("a generated key that is stored %s is no finding", (_, files) => {
  expect(rules(files)).toEqual([]);
});

test.each<[string, readonly string[], { [path: string]: string }]>([
  ["another value is stored", ["ephemeral-key"], { "app.py": `${flask}key = secrets.token_hex(32)\nopen("log", "w").write("started")\napp.secret_key = key\n` }],
  ["it is short", ["short-key"], { "app.py": `${flask}key = secrets.token_hex(4)\nopen("key", "w").write(key)\napp.secret_key = key\n` }],
  ["it is predictable", ["weak-random-key"], { "app.py": `${flask}import random\nkey = str(random.random())\nopen("key", "w").write(key)\napp.secret_key = key\n` }],
])("it is one when %s", (_, expected, files) => {
  expect(rules(files)).toEqual(expected);
});
