import { describe, expect, test } from "vitest";
import { lintFiles } from "../support/lint.ts";
import { shown, shownWithTrail } from "../support/shown.ts";

const flask = `import json, os, secrets\nfrom pathlib import Path\nfrom flask import Flask\napp = Flask(__name__)\n`;
const express = `const fs = require("fs");\nconst crypto = require("crypto");\nconst session = require("express-session");\n`;
const django = `import os\nfrom django.core.management.utils import get_random_secret_key\nINSTALLED_APPS = []\n`;

type Files = Readonly<{ [path: string]: string }>;
const python = (text: string): Files => ({ "app.py": `${flask}${text}\n` });
const javascript = (text: string): Files => ({ "app.js": `${express}${text}\n` });

function rules(files: Files): readonly string[] {
  return lintFiles(files).findings.flatMap((finding) => finding.rules);
}

describe("a generated key that is stored for the next start is no finding", () => {
  test.each<[string, Files]>([
    ["into an open file", python(`def load():\n    key = os.urandom(32)\n    with open(".key", "wb") as file:\n        file.write(key)\n    return key\napp.secret_key = load()`)],
    ["with pathlib", python(`key = secrets.token_hex(32)\nPath("key.txt").write_text(key)\napp.secret_key = key`)],
    ["inside other data", python(`key = secrets.token_hex(32)\nopen("k.json", "w").write(json.dumps({"key": key}))\napp.secret_key = key`)],
    ["by a method of its own", python(`class Server:\n    def start(self):\n        key = os.urandom(32)\n        self._write_cookie_secret_file(key)\n        app.secret_key = key`)],
    ["when the file is not there", python(`path = Path("key")\nif not path.exists():\n    path.write_text(secrets.token_hex(32))\napp.secret_key = path.read_text()`)],
    ["when reading fails", python(`def load():\n    try:\n        with open("key") as file:\n            return file.read()\n    except FileNotFoundError:\n        key = secrets.token_hex(32)\n        with open("key", "w") as file:\n            file.write(key)\n        return key\napp.secret_key = load()`)],
    ["by the caller of a helper that makes it", python(`def make():\n    return secrets.token_hex(32)\ndef load():\n    path = Path("key")\n    if path.exists():\n        return path.read_text()\n    key = make()\n    path.write_text(key)\n    return key\napp.secret_key = load()`)],
    ["by a helper that is given it", python(`def keep(value):\n    with open("key", "w") as file:\n        file.write(value)\nkey = secrets.token_hex(32)\nkeep(key)\napp.secret_key = key`)],
    ["in another file", { "make.py": "import secrets\ndef make():\n    return secrets.token_hex(32)\n", ...python(`from make import make\nkey = make()\nPath("key").write_text(key)\napp.secret_key = key`) }],
    ["as a mapping that holds it", python(`config = json.load(open("c.json"))\nif "key" not in config:\n    config["key"] = secrets.token_hex(32)\n    with open("c.json", "w") as file:\n        json.dump(config, file)\napp.secret_key = config["key"]`)],
    ["by configparser", python(`import configparser\nconfig = configparser.ConfigParser()\nif not config.has_option("app", "key"):\n    key = secrets.token_hex(32)\n    config.set("app", "key", key)\n    with open("app.ini", "w") as file:\n        config.write(file)\n    app.secret_key = key`)],
    ["in a section of configparser", python(`import configparser\nconfig = configparser.ConfigParser()\nconfig["app"] = {"key": secrets.token_hex(32)}\nwith open("app.ini", "w") as file:\n    config.write(file)\napp.secret_key = config["app"]["key"]`)],
    ["in a keyring", python(`import keyring\nkey = keyring.get_password("shop", "key")\nif key is None:\n    key = secrets.token_hex(32)\n    keyring.set_password("shop", "key", key)\napp.secret_key = key`)],
    ["in a row of Django's", { "manage.py": "", "settings.py": `${django}from shop.models import Setting\nsetting, _ = Setting.objects.get_or_create(key="secret", defaults={"value": get_random_secret_key()})\nSECRET_KEY = setting.value\n` }],
    ["in a row that is made of it", python(`from shop.models import Setting, db\nrow = Setting.query.get("secret")\nif row is None:\n    row = Setting(key="secret", value=secrets.token_hex(32))\n    db.session.add(row)\n    db.session.commit()\napp.secret_key = row.value`)],
    ["in a row that saves itself", python(`from shop.models import Setting\nkey = secrets.token_hex(32)\nrow = Setting(key="secret", value=key)\nrow.save()\napp.secret_key = key`)],
    ["by a method that gets or makes", python(`from shop import store\nkey = secrets.token_hex(32)\napp.secret_key = store.get_or_create_secret_key("secret", key)`)],
    ["in an environment file", python(`from dotenv import set_key\nkey = secrets.token_hex(32)\nset_key(".env", "SECRET_KEY", key)\napp.secret_key = key`)],
    ["by SQL", python(`key = secrets.token_hex(32)\ndb.execute("INSERT INTO settings VALUES (?, ?)", ("secret", key))\napp.secret_key = key`)],
    ["under its name, in another file of the project", { "config.py": "import secrets\nfrom pydantic import Field\nfrom pydantic_settings import BaseSettings\nclass Config(BaseSettings):\n    SECRET_KEY: str = Field(default_factory=lambda: secrets.token_hex(32))\n", "init.py": `from config import Config\nconfig = Config()\nwrite_config_file({"SECRET_KEY": config.SECRET_KEY})\n`, "app.py": `from flask import Flask\nfrom config import Config\napp = Flask(__name__)\napp.secret_key = Config().SECRET_KEY\n` }],
    ["out of the property that holds it", javascript(`const settings = {};\nsettings.secret = crypto.randomBytes(32).toString("hex");\nfs.writeFileSync(".secret", settings.secret);\napp.use(session({ secret: settings.secret }));`)],
    ["with fs", javascript(`const secret = crypto.randomBytes(32).toString("hex");\nfs.writeFileSync(".secret", secret);\napp.use(session({ secret }));`)],
    ["by a helper, when the file is not there", javascript(`function load() {\n  try {\n    return fs.readFileSync(".secret", "utf8");\n  } catch {\n    const secret = crypto.randomBytes(32).toString("hex");\n    fs.writeFileSync(".secret", secret);\n    return secret;\n  }\n}\napp.use(session({ secret: load() }));`)],
    ["by prisma", javascript(`async function load(prisma) {\n  const row = await prisma.setting.findFirst();\n  if (row) return row.secret;\n  const secret = crypto.randomBytes(32).toString("hex");\n  await prisma.setting.create({ data: { secret } });\n  return secret;\n}\napp.use(session({ secret: await load() }));`)],
    ["by prisma, whose row is read", javascript(`const row = await prisma.setting.upsert({ where: { id: 1 }, update: {}, create: { secret: crypto.randomBytes(32).toString("hex") } });\napp.use(session({ secret: row.secret }));`)],
    ["in a store of settings", javascript(`const Conf = require("conf");\nconst conf = new Conf();\nif (!conf.get("secret")) conf.set("secret", crypto.randomBytes(32).toString("hex"));\napp.use(session({ secret: conf.get("secret") }));`)],
    ["in a store of settings, and used at once", javascript(`let secret = store.get("secret");\nif (!secret) {\n  secret = crypto.randomBytes(32).toString("hex");\n  store.set("secret", secret);\n}\napp.use(session({ secret }));`)],
    ["in the settings of a database, which it saves", javascript(`const Database = require("./database");\nconst jwt = require("jsonwebtoken");\nclass Tokens {\n  static secret = null;\n  async init() {\n    if (process.env.JWT_KEY) {\n      Tokens.secret = process.env.JWT_KEY;\n    } else if (!Database.settings.secret) {\n      Tokens.secret = crypto.randomBytes(32).toString("hex");\n      Database.settings.secret = Tokens.secret;\n      await Database.updateServerSettings();\n    }\n  }\n  sign(user) {\n    return jwt.sign({ user }, Tokens.secret);\n  }\n}`)],
    ["in a keychain", javascript(`const keytar = require("keytar");\nlet secret = await keytar.getPassword("shop", "secret");\nif (!secret) {\n  secret = crypto.randomBytes(32).toString("hex");\n  await keytar.setPassword("shop", "secret", secret);\n}\napp.use(session({ secret }));`)],
    ["in a browser", javascript(`let secret = localStorage.getItem("secret");\nif (!secret) {\n  secret = crypto.randomBytes(32).toString("hex");\n  localStorage.setItem("secret", secret);\n}\napp.use(session({ secret }));`)],
    ["in a secret manager", javascript(`async function load(client) {\n  const made = crypto.randomBytes(32).toString("hex");\n  await client.send(new CreateSecretCommand({ Name: "secret", SecretString: made }));\n  return made;\n}\napp.use(session({ secret: await load() }));`)],
  ])("%s", (_, files) => {
    expect(rules(files)).toEqual([]);
  });
});

describe("it is one when", () => {
  test.each<[string, readonly string[], Files]>([
    ["another value is stored", ["ephemeral-key"], python(`key = secrets.token_hex(32)\nopen("log", "w").write("started")\napp.secret_key = key`)],
    ["it is short", ["short-key"], python(`key = secrets.token_hex(4)\nopen("key", "w").write(key)\napp.secret_key = key`)],
    ["it is predictable", ["weak-random-key"], python(`import random\nkey = str(random.random())\nopen("key", "w").write(key)\napp.secret_key = key`)],
    ["it is made at import", ["ephemeral-key"], python(`app.secret_key = os.urandom(24)`)],
    ["it stands behind a variable", ["ephemeral-key"], python(`app.secret_key = os.environ.get("SECRET_KEY", secrets.token_hex(32))`)],
    ["the application is made by a function", ["ephemeral-key"], python(`def create_app():\n    app.config.update(SECRET_KEY=os.urandom(32))\n    return app`)],
    ["it is only set as a setting", ["ephemeral-key"], javascript(`app.set("secret", crypto.randomBytes(32).toString("hex"));\napp.use(session({ secret: app.get("secret") }));`.replace("app.get(\"secret\")", "crypto.randomBytes(32).toString(\"hex\")"))],
    ["a middleware takes it", ["ephemeral-key"], { "app.py": `import os\nfrom starlette.applications import Starlette\nfrom starlette.middleware.sessions import SessionMiddleware\napp = Starlette()\napp.add_middleware(SessionMiddleware, secret_key=os.urandom(32))\n` }],
    ["an object keeps what is made of it", ["ephemeral-key"], { "seal.py": `from cryptography.fernet import Fernet\nclass Seal:\n    def __init__(self):\n        key = Fernet.generate_key()\n        self.fernet = Fernet(key)\n` }],
  ])("%s", (_, expected, files) => {
    expect(rules(files)).toEqual(expected);
  });
});

describe("a key that is made for one use is no application's", () => {
  test.each<[string, Files]>([
    ["a command that says it", { "lock.py": `from cryptography.fernet import Fernet\nimport click\ndef lock(path):\n    key = Fernet.generate_key()\n    sealed = Fernet(key).encrypt(open(path, "rb").read())\n    open(path, "wb").write(sealed)\n    click.echo(key)\n` }],
    ["the key of one record", { "records.py": `from cryptography.hazmat.primitives.ciphers.aead import AESGCM\ndef seal(record, master):\n    key = AESGCM.generate_key(bit_length=256)\n    box = AESGCM(key)\n    data = box.encrypt(b"1", record, None)\n    return data, master.encrypt(key)\n` }],
    ["in JavaScript", { "seal.js": `const crypto = require("crypto");\nfunction seal(text) {\n  const key = crypto.randomBytes(32);\n  const cipher = crypto.createCipheriv("aes-256-gcm", key, crypto.randomBytes(12));\n  return { key, text: cipher.update(text) };\n}\n` }],
    ["a document that shows how to make one", { "README.md": "```python\nimport secrets\nsecret_key = secrets.token_hex(32)\nprint(secret_key)\n```\n" }],
  ])("%s", (_, files) => {
    expect(rules(files)).toEqual([]);
  });
});

describe("what a helper only wraps is made where the helper is called", () => {
  const helper = `def make(length=32):\n    return secrets.token_hex(length)\n`;

  test("two keys are two findings", () => {
    expect(shown(python(`${helper}app.config["SECRET_KEY"] = make()\napp.config["WTF_CSRF_SECRET_KEY"] = make()`))).toEqual([
      "app.py:7 make() ephemeral-key SECRET_KEY", "app.py:8 make() ephemeral-key WTF_CSRF_SECRET_KEY",
    ]);
  });

  test("the helper is on the way", () => {
    expect(shownWithTrail(python(`${helper}app.secret_key = make()`))).toEqual(["app.py:7 make() ephemeral-key secret_key > app.py:6 returned by make > app.py:7 used as a key"]);
  });

  test("so is a helper's helper", () => {
    expect(shown({ "make.py": `import secrets\n${helper}def key():\n    made = make()\n    return made\n`, ...python(`from make import key\napp.secret_key = key()`) })).toEqual(["app.py:6 key() ephemeral-key secret_key"]);
  });

  test("how much it makes is what the caller says", () => {
    expect(shown(python(`${helper}app.secret_key = make(4)`))).toEqual(["app.py:7 make(4) short-key secret_key"]);
  });

  test("a weak one too", () => {
    expect(shown(javascript(`const make = () => Math.random().toString(36);\napp.use(session({ secret: make() }));`))).toEqual(["app.js:5 make() weak-random-key secret"]);
  });

  test("a digest of what the caller gives", () => {
    expect(shown(python(`import hashlib\ndef derive(text):\n    return hashlib.sha256(text.encode()).hexdigest()\napp.secret_key = derive("zebra")`))).toEqual([`app.py:8 derive("zebra") weak-random-key secret_key`]);
  });

  test("a helper that reads the environment first is itself the place", () => {
    expect(shown(python(`def load():\n    return os.environ.get("APP") or secrets.token_hex(32)\napp.secret_key = load()`))).toEqual(["app.py:6 secrets.token_hex(32) ephemeral-key APP"]);
  });
});
