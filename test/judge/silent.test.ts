import { expect, test } from "vitest";
import { lintFiles } from "../support/lint.ts";

/** What only looks like a key of the application. */
test.each<[string, { [path: string]: string }]>([
  ["a message about the variable", { "errors.ts": `export const ENV_NOT_FOUND_DATA_ENCRYPTION_KEY = '"DATA_ENCRYPTION_KEY" is not in the environment';\n` }],
  ["a public key's stand-in", { "auth.ts": `import expressJwt from "express-jwt";\nexport const publicKey = load() ?? "placeholder-public-key";\napp.use(expressJwt({ secret: publicKey }));\n` }],
  ["a key of one user among many", { "auth.py": `import secrets\ndef revoke(user):\n    user.jwt_secret_key = secrets.token_hex(4)\n    user.save()\n` }],
  ["a key of a webhook", { "hooks.py": `def test(webhook):\n    webhook.secret_key = "correct horse"\n` }],
  ["what a function of somebody else's gives, who is told the time", { "app.py": `import time\nfrom flask import Flask\nfrom vault import fetch\napp = Flask(__name__)\napp.secret_key = fetch("key", now=time.time())\n` }],
  ["a field of a job in a Django project", { "requirements.txt": "django\n", "jobs.py": `def launch(call):\n    call(metadata={"secret_path": "/p", "secret_key": "a_key"})\n` }],
  ["a provider's key under another name", { "search.py": `from flask import Flask\napi_key = "zebra river"\ndef request(params):\n    secret_key = api_key\n    params["headers"]["secret-key"] = secret_key\n` }],
  ["a key that a test makes afresh", { "tests/test_app.py": `import secrets\nfrom flask import Flask\napp = Flask(__name__)\napp.secret_key = secrets.token_hex()\n` }],
  ["a function that makes such keys", { "user.ts": `import crypto from "crypto";\nclass User { static setRandomJwtSecret = (user: User) => crypto.randomBytes(64).toString("hex"); }\n` }],
])("%s is silent", (_, files) => {
  expect(lintFiles(files).findings.map(({ rule, name }) => `${rule} ${name}`)).toEqual([]);
});
