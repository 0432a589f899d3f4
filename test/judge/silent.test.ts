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
  ["a provider's key behind a variable", { "farcaster.ts": "export const client = new Client({ apiKey: process.env.NEYNAR_SECRET_KEY || '0000', authSecret: process.env.TRANSLOADIT_SECRET || 'just empty text' });\n" }],
  ["a salt, and the name under which a browser keeps a token", {
    "seal.ts": "import crypto from \"crypto\";\nexport function seal(text: string, secret: string) {\n  const salt = crypto.randomBytes(16);\n  const key = crypto.scryptSync(secret, salt, 32);\n  return crypto.createCipheriv(\"aes-256-gcm\", key, crypto.randomBytes(12));\n}\n",
    "storage.ts": "const AUTH_TOKEN_KEY = 'auth_token';\nexport const token = () => localStorage.getItem(AUTH_TOKEN_KEY);\n",
    "compose.yml": "environment:\n  GARAGE_DEFAULT_SECRET_KEY: zebra\n",
  }],
  ["half of a pair that a store gave out", {
    ".env": "STORAGE_BUCKET=default\nSTORAGE_ACCESS_KEY=zebra\nSTORAGE_SECRET_KEY=zebra\n", "compose.yml": "services:\n  web:\n    environment:\n      MEDIA_ACCESS_KEY_ID: zebra\n      MEDIA_SECRET_KEY: zebra\n",
    "media.ts": "export const config = { mediaAccessKey: process.env.MEDIA_KEY ?? 'zebra', mediaSecretKey: process.env.MEDIA_SECRET ?? 'zebra' };\n",
  }],
  ["an empty text where a method sets the key", {
    "app.py": "import hmac, secrets\nfrom flask import Flask\nclass Digests:\n    def __init__(self):\n        self.key = secrets.token_bytes(32)\n    def digest(self, text):\n        return hmac.new(self.key, text, 'sha256').digest()\n    def end(self):\n        self.key = b''\nclass Settings:\n    secret = ''\n    def load(self):\n        self.secret = fetch()\nsettings = Settings()\nsettings.load()\napp = Flask(__name__)\napp.secret_key = settings.secret\n",
    "key.js": "const { createHmac } = require('node:crypto');\nlet key = '';\nfunction load() {\n  key = fetch();\n}\nexports.sign = (text) => createHmac('sha256', key).update(text);\n",
  }],
  ["what a company gave out, in code that speaks with it", {
    "sdk/dingtalk/client.py": "import hmac\nclass Requests:\n    def __init__(self, key):\n        self.key = key or ''\n    def sign(self, text):\n        return hmac.new(self.key.encode(), text, 'sha256')\n",
    "speech.py": "import hmac\nclass VolcanicSpeech:\n    secret: str = 'zebra river'\n    def sign(self, text):\n        return hmac.new(self.secret.encode(), text, 'sha256')\n",
    "upload.ts": "import { Transloadit } from 'transloadit';\nexport const upload = new Transloadit({ authKey: process.env.TRANSLOADIT_KEY || 'zebra river', authSecret: process.env.TRANSLOADIT_SECRET || 'zebra river' });\n",
    "client.js": "const { createHmac } = require('node:crypto');\nconst keyId = process.env.ID || 'a';\nconst keySecret = process.env.API_KEY_SECRET || 'zebra river';\nexport const sign = (text) => createHmac('sha256', keySecret).update(text);\nexport const verify = (text) => createHmac('sha256', 'whsec_zebra').update(text);\n",
  }],
  ["what is looked up by a key, with a day in it", { "account.ts": "const bySecretKey = { account: { ...found, created: new Date(found.created) } };\n" }],
  ["a token of a template that is decoded", { "app.js": "const jwt = require('jsonwebtoken');\njwt.sign({}, Buffer.from('<Base64 secret>', 'base64'));\n" }],
  ["an encrypted text with its salt before it", { "crypto.ts": `import crypto from "crypto";\nexport function encrypt(text: string): string {\n  const salt = crypto.randomBytes(8);\n  return Buffer.concat([Buffer.from("Salted__", "utf8"), salt, cipherOf(text)]).toString("base64");\n}\nexport const row = { jwt_secret: encrypt(load()) };\n` }],
  ["an encrypted text with its initialization vector before it, as text", { "crypto.ts": `import crypto from "crypto";\nconst KEY = process.env.ENCRYPTION_KEY;\nexport function encrypt(text: string): string {\n  const iv = crypto.randomBytes(12);\n  const cipher = crypto.createCipheriv("aes-256-gcm", Buffer.from(KEY, "hex"), iv);\n  let encrypted = cipher.update(text, "utf8", "hex");\n  encrypted += cipher.final("hex");\n  return iv.toString("hex") + ":" + encrypted + ":" + cipher.getAuthTag().toString("hex");\n}\nexport const row = { secretKey: encrypt(load()) };\n` }],
  ["a default that is compared", { "api.py": 'import jwt, logging, os\nconfig = load()\nif config.get("jwt_secret_key", "super-secret") in ("super-secret", "somethingrandom"):\n    logging.warning("default")\nif isOn and os.environ.get("JWT_SECRET", "zebra") == "zebra":\n    logging.warning("default")\n', "api.js": "if ((process.env.JWT_SECRET || 'zebra') === 'zebra') console.warn('default');\n" }],
  ["an account beside a key", { ".env": "HMAC_KEY_TEST_SERVICE_ACCOUNT=robot@example.com\nJWT_SECRET=robot@example.com\n" }],
  ["code that a program writes", { "snippets.ts": "const NAME = 'APP_SECRET_KEY';\nexport const secretKey = `process.env['${NAME}']`;\nexport const secretKey2 = \"getenv('APP_SECRET_KEY')\";\n" }],
  ["a key of a row, made afresh", { "links.py": `import secrets\nfrom models import Link\ndef create(session):\n    secret_key = secrets.token_urlsafe(8)\n    session.add(Link(secret_key=secret_key))\n` }],
  ["the name of a secret of the cluster, and of its entry", { "monitor.yaml": "apiVersion: v1\nkind: ServiceMonitor\nspec:\n  secretKey: tls.crt\n  secret:\n    key: zebra\n", "values.yaml": "authToken:\n  existingSecretKey: auth-token\n" }],
  ["translations, schemas, reports and names of variables", {
    "locales/en.json": `{"secret_key": "zebra river", "jwt": {"secret": "zebra"}}`, "api.schema.json": `{"properties": {"secret_key": {"default": "zebra"}}, "jwt_secret": "zebra"}`,
    "gitleaks-report.json": `[{"secret_key": "zebra", "JWT_SECRET": "zebra"}]`, "config/custom-environment-variables.json": `{"jwt": {"secret": "APP_JWT"}}`,
    "openapi.yaml": "components:\n  schemas:\n    A:\n      properties:\n        jwt_secret: zebra\n", "package.json": `{"dependencies": {"jwt-secret": "zebra"}}`,
  }],
  ["provider's keys and passwords in settings", {
    "app.yaml": "aws:\n  secret_key: zebra\nstripe:\n  secretKey: zebra\ns3:\n  accessKey: a\n  secretKey: zebra\noauth:\n  client_secret: zebra\ndatabase:\n  password: zebra\nrecaptcha:\n  secret: zebra\n",
  }],
  ["an empty value, a truth value, a reference", {
    "compose.yml": "services:\n  web:\n    environment:\n      SECRET_KEY:\n      JWT_SECRET: ''\n      SESSION_SECRET: ${SESSION_SECRET}\n      COOKIE_SECRET: ${COOKIE_SECRET:?set it}\n      CSRF_SECRET: true\n",
    ".github/workflows/ci.yml": "env:\n  SECRET_KEY: ${{ secrets.SECRET_KEY }}\n",
  }],
])("%s is silent", (_, files) => {
  expect(lintFiles(files).findings.map(({ rule, name }) => `${rule} ${name}`)).toEqual([]);
});
