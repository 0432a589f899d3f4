import { describe, expect, test } from "vitest";
import { shown, type Project } from "../support/shown.ts";

const python = (check: string, value = `os.environ.get("APP", "@1")`): Project => ({
  "app.py": `import os, sys\nfrom flask import Flask\n\nkey = ${value}\n${check}\napp = Flask(__name__)\napp.secret_key = key\n`,
});
const javascript = (check: string, value = `process.env.APP || "@1"`): Project => ({
  "app.js": `const jwt = require("jsonwebtoken");\n\n\nconst key = ${value};\n${check}\njwt.sign({}, key);\n`,
});

describe("a literal that the program refuses to start with is no finding", () => {
  test.each<[string, Project]>([
    ["compared and raised on", python(`if key == "@1":\n    raise RuntimeError("set APP")`)],
    ["compared the other way round", python(`if "@1" == key:\n    sys.exit("set APP")`)],
    ["asserted", python(`assert key != "@1"`)],
    ["one of several", python(`if not key or key == "@1" or key == "dev":\n    raise RuntimeError("set APP")`)],
    ["one of a list", python(`if key in ("dev", "@1"):\n    raise RuntimeError("set APP")`)],
    ["one of a named set", python(`WEAK = frozenset(["dev", "@1"])\nif key in WEAK:\n    raise RuntimeError("set APP")`)],
    ["one of another file's list", { ...python(`from weak import WEAK\nif key in WEAK:\n    raise RuntimeError("set APP")`), "weak.py": `WEAK = {"dev", "@1"}\n` }],
    ["a named default", { "app.py": `import os\nfrom flask import Flask\nDEFAULT = "@1"\nkey = os.environ.get("APP", DEFAULT)\nif key == DEFAULT:\n    raise RuntimeError("set APP")\napp = Flask(__name__)\napp.secret_key = key\n` }],
    ["under another name", python(`value = key.strip()\nif value.startswith("change"):\n    raise RuntimeError("set APP")`, `"change-me-now"`)],
    ["one of pairs that a loop goes through", python(`for name, value in (("APP", key), ("OTHER", os.environ["OTHER"])):\n    given = value.lower()\n    bad = given.startswith("change")\n    if bad or len(given) < 8:\n        raise RuntimeError(name)`, `"change-me-now"`)],
    ["too short", python(`if len(key) < 32:\n    raise RuntimeError("too short")`, `"dev"`)],
    ["by its start", python(`if key.startswith("change"):\n    raise RuntimeError("set APP")`, `"change-me-now"`)],
    ["by one of several starts", python(`WEAK = ["change", "dev"]\nfor bad in WEAK:\n    if key.startswith(bad):\n        raise RuntimeError("set APP")`, `"change-me-now"`)],
    ["by several starts at once", python(`if key.startswith(("change", "dev")):\n    raise RuntimeError("set APP")`, `"change-me-now"`)],
    ["by its end", python(`if key.endswith("now"):\n    raise RuntimeError("set APP")`, `"change-me-now"`)],
    ["in a loop over a list", python(`for bad in ("dev", "@1"):\n    if key == bad:\n        raise RuntimeError("set APP")`)],
    ["in a loop over a named list", python(`WEAK = ("dev", "@1")\nfor bad in WEAK:\n    if bad == key:\n        sys.exit(1)`)],
    ["by any of a list", python(`WEAK = {"dev", "@1"}\nif any(key == bad for bad in WEAK):\n    raise RuntimeError("set APP")`)],
    ["by a part out of a list", python(`WEAK = ["change", "secret"]\nif any(bad in key.lower() for bad in WEAK):\n    raise RuntimeError("set APP")`, `"Change-Me-Now"`)],
    ["unless none of a list", python(`assert all(key != bad for bad in ["dev", "@1"])`)],
    ["whatever its case", python(`if key.strip().lower() in {"dev", "change-me-now"}:\n    raise RuntimeError("set APP")`, `"Change-Me-Now"`)],
    ["not in a list", python(`WEAK = ["@1"]\nassert key not in WEAK, "set APP"`)],
    ["by a helper that says so", python(`WEAK = ["@1"]\ndef is_weak(value):\n    return value in WEAK or len(value) < 16\nif is_weak(key):\n    raise RuntimeError("set APP")`)],
    ["by a helper of another file", { ...python(`from weak import is_weak\nif is_weak(key):\n    raise RuntimeError("set APP")`), "weak.py": `WEAK = {"dev", "@1"}\ndef is_weak(value):\n    return not value or value in WEAK\n` }],
    ["in bytes", python(`if len(key.encode()) < 32:\n    raise RuntimeError("too short")`, `"dev"`)],
    ["in a helper", python(`def check(value):\n    if value == "@1":\n        raise RuntimeError("set APP")\ncheck(key)`)],
    ["because the variable must be there", python(`if not os.environ.get("APP"):\n    raise RuntimeError("set APP")`)],
    ["because the name must be there", python(`if "APP" not in os.environ:\n    raise RuntimeError("set APP")`)],
    ["because the variable may not be None", python(`if os.getenv("APP") is None:\n    raise RuntimeError("set APP")`)],
    ["in the importing file", { "config.py": `import os\nSECRET_KEY = os.environ.get("SECRET_KEY", "@1")\n`, "app.py": `from flask import Flask\nimport config\napp = Flask(__name__)\napp.secret_key = config.SECRET_KEY\nif app.secret_key == "@1":\n    raise RuntimeError("set SECRET_KEY")\n` }],
    ["where the settings are loaded", { "config.py": `import os\nclass Config:\n    SECRET_KEY = os.environ.get("SECRET_KEY", "@1")\n`, "app.py": `from flask import Flask\napp = Flask(__name__)\napp.config.from_object("config.Config")\nif app.config["SECRET_KEY"] == "@1":\n    raise RuntimeError("set SECRET_KEY")\n` }],
    ["in another file, by the setting's name", { "settings.py": `import os\nINSTALLED_APPS = []\nSECRET_KEY = os.environ.get("SECRET_KEY", "@1")\n`, "wsgi.py": `from django.conf import settings\nassert settings.SECRET_KEY != "@1", "set SECRET_KEY"\n`, "manage.py": "" }],
    ["in Django's ready()", { "settings.py": `import os\nINSTALLED_APPS = []\nSECRET_KEY = os.environ.get("SECRET_KEY", "@1")\n`, "shop/apps.py": `from django.apps import AppConfig\nfrom django.conf import settings\nfrom django.core.exceptions import ImproperlyConfigured\nclass Shop(AppConfig):\n    def ready(self):\n        if settings.SECRET_KEY == "@1":\n            raise ImproperlyConfigured("set SECRET_KEY")\n`, "manage.py": "" }],
    ["by a check of Django's", { "settings.py": `import os\nINSTALLED_APPS = []\nSECRET_KEY = os.environ.get("SECRET_KEY", "@1")\n`, "checks.py": `from django.conf import settings\nfrom django.core import checks\n@checks.register()\ndef check_key(app_configs, **kwargs):\n    errors = []\n    if settings.SECRET_KEY == "@1":\n        errors.append(checks.Error("set SECRET_KEY"))\n    return errors\n`, "manage.py": "" }],
    ["by a validator of pydantic's", { "config.py": `from pydantic import field_validator\nfrom pydantic_settings import BaseSettings\nclass Settings(BaseSettings):\n    SECRET_KEY: str = "@1"\n    @field_validator("SECRET_KEY")\n    @classmethod\n    def check(cls, v):\n        if v == "@1":\n            raise ValueError("set SECRET_KEY")\n        return v\n` }],
    ["by a validator of pydantic's first version", { "config.py": `from pydantic import BaseSettings, validator\nclass Settings(BaseSettings):\n    SECRET_KEY: str = "@1"\n    @validator("DEBUG", "SECRET_KEY", pre=True)\n    def check(cls, value, values):\n        if value in ("dev", "@1"):\n            raise ValueError("set SECRET_KEY")\n        return value\n` }],
    ["by a validator of the whole", { "config.py": `from pydantic import model_validator\nfrom pydantic_settings import BaseSettings\nclass Settings(BaseSettings):\n    SECRET_KEY: str = "@1"\n    @model_validator(mode="after")\n    def check(self):\n        if self.SECRET_KEY == "@1":\n            raise ValueError("set SECRET_KEY")\n        return self\n` }],
    ["compared and thrown on", javascript(`if (key === "@1") throw new Error("set APP");`)],
    ["an exit", javascript(`if (key === "@1") {\n  console.error("set APP");\n  process.exit(1);\n}`)],
    ["an array", javascript(`if (["dev", "@1"].includes(key)) throw new Error("set APP");`)],
    ["a set", javascript(`const weak = new Set(["dev", "@1"]);\nif (weak.has(key)) throw new Error("set APP");`)],
    ["a loop", javascript(`const weak = ["change", "dev"];\nfor (const bad of weak) {\n  if (key.startsWith(bad)) throw new Error("set APP");\n}`, `"change-me-now"`)],
    ["some of a list", javascript(`const weak = ["dev", "@1"];\nif (weak.some((bad) => bad === key)) throw new Error("set APP");`)],
    ["a part out of a list", javascript(`const WEAK = ["change", "dev"];\nif (WEAK.some((bad) => key.toLowerCase().includes(bad))) process.exit(1);`, `"Change-Me-Now"`)],
    ["every one of a list", javascript(`const weak = ["dev", "@1"];\nif (!weak.every((bad) => bad !== key)) throw new Error("set APP");`)],
    ["each of a list", javascript(`["dev", "@1"].forEach((bad) => {\n  if (key === bad) throw new Error("set APP");\n});`)],
    ["a list that is searched", javascript(`const weak = ["dev", "@1"];\nif (weak.indexOf(key) !== -1) throw new Error("set APP");`)],
    ["a list that is searched, otherwise", javascript(`if (["dev", "@1"].indexOf(key) >= 0) throw new Error("set APP");`)],
    ["an assertion", javascript(`const assert = require("assert");\nassert.notStrictEqual(key, "@1");`)],
    ["an assertion with a test", javascript(`const assert = require("node:assert");\nassert(key !== "@1", "set APP");`)],
    ["a helper that says so", javascript(`const isStrong = (value) => value.length >= 32 && value !== "@1";\nif (!isStrong(key)) throw new Error("set APP");`)],
    ["a function that looks through the environment", javascript(`function validateEnv() {\n  if (!process.env.APP) {\n    console.error("set APP");\n    process.exit(1);\n  }\n}\nvalidateEnv();`)],
    ["a function that looks for all of a list", javascript(`for (const name of ["PORT", "APP"]) {\n  if (!process.env[name]) throw new Error(name);\n}`)],
    ["a filter of what is missing", javascript(`const missing = ["PORT", "APP"].filter((name) => !process.env[name]);\nif (missing.length > 0) throw new Error(missing.join());`)],
    ["bytes", javascript(`if (Buffer.byteLength(key) < 32) throw new Error("too short");`, `"dev"`)],
    ["another file's check, by the setting's name", { "config.js": `module.exports = { jwtSecret: process.env.JWT_SECRET || "@1" };\n`, "app.js": `const jwt = require("jsonwebtoken");\nconst config = require("./config");\njwt.sign({}, config.jwtSecret);\n`, "check.js": `const config = require("./config");\nmodule.exports = () => {\n  if (config.jwtSecret === "@1") throw new Error("set JWT_SECRET");\n};\n` }],
    ["a length", javascript(`if (key.length < 32) throw new Error("too short");`, `"dev"`)],
    ["a missing variable", javascript(`if (!process.env.APP) throw new Error("set APP");`)],
    ["in JavaScript's importing file", { "config.js": `module.exports = { jwtSecret: process.env.JWT_SECRET || "@1" };\n`, "app.js": `const jwt = require("jsonwebtoken");\nconst config = require("./config");\nif (config.jwtSecret === "@1") throw new Error("set JWT_SECRET");\njwt.sign({}, config.jwtSecret);\n` }],
  ])("%s", (_, project) => {
    expect(shown(project)).toEqual([]);
  });
});

describe("what only looks like a refusal changes nothing", () => {
  test.each<[string, Project]>([
    ["a warning", python(`if key == "@1":\n    print("set APP")`)],
    ["another value", python(`if key == "@2":\n    raise RuntimeError("set APP")`)],
    ["nothing but empty", python(`if not key:\n    raise RuntimeError("set APP")`)],
    ["long enough", python(`if len(key) < 32:\n    raise RuntimeError("too short")`)],
    ["another variable", python(`if not os.environ.get("OTHER"):\n    raise RuntimeError("set OTHER")`)],
    ["a further condition", python(`if key == "@1" and os.environ.get("REGION") == "eu":\n    raise RuntimeError("set APP")`)],
    ["another start", python(`for bad in ["change", "dev"]:\n    if key.startswith(bad):\n        raise RuntimeError("set APP")`)],
    ["another list", javascript(`if (["dev", "test"].some((bad) => bad === key)) throw new Error("set APP");`)],
    ["a list that it must be in", python(`assert key in ["dev", "@1"]`)],
    ["a warning in a loop", python(`for bad in ["dev", "@1"]:\n    if key == bad:\n        print("set APP")`)],
    ["a helper that says something else", python(`def is_weak(value):\n    return value == "dev"\nif is_weak(key):\n    raise RuntimeError("set APP")`)],
    ["in debug mode only", python(`if DEBUG and key == "@1":\n    raise RuntimeError("set APP")`)],
    ["for another reason", python(`try:\n    connect()\nexcept Exception:\n    raise RuntimeError("no database")`)],
    ["another key's check", python(`other = load()\nif other == "@1":\n    raise RuntimeError("set OTHER")`)],
    ["a variable that would have to hold the default", javascript(`if (process.env.APP === "@1") throw new Error("set APP");`)],
    ["outside production only", javascript(`if (process.env.NODE_ENV !== "production" && key === "@1") throw new Error("set APP");`)],
    ["not to run in production at all", javascript(`if (process.env.NODE_ENV === "production") throw new Error("development only");`)],
  ])("%s", (_, project) => {
    const [path] = Object.keys(project);
    expect(shown(project).map((line) => line.replace(/ in development$/, ""))).toEqual([`${path}:4 "@1" default-fallback-key APP`]);
  });
});

describe("refused in production only, it is left for development", () => {
  test.each<[string, Project]>([
    ["one test", python(`if not DEBUG and key == "@1":\n    raise RuntimeError("set APP")`)],
    ["a test in a test", python(`if os.environ.get("STAGE") == "production":\n    if key == "@1":\n        raise RuntimeError("set APP")`)],
    ["in a class for production", python(`class ProductionConfig:\n    @classmethod\n    def init_app(cls, app):\n        assert os.environ.get("APP"), "set APP"`)],
    ["a missing variable", javascript(`if (process.env.NODE_ENV === "production" && !process.env.APP) throw new Error("set APP");`)],
    ["a test in a test, in JavaScript", javascript(`if (process.env.NODE_ENV === "production") {\n  if (key === "@1") throw new Error("set APP");\n}`)],
  ])("%s", (_, project) => {
    const [path] = Object.keys(project);
    expect(shown(project)).toEqual([`${path}:4 "@1" default-fallback-key APP in development`]);
  });
});

describe("what says development unless it is told otherwise leaves the key where it runs by default", () => {
  test.each<[string, Project]>([
    ["refused elsewhere", python(`if key == "@1" and os.environ.get("STAGE", "dev") != "dev":\n    raise RuntimeError("set APP")`)],
    ["refused elsewhere, by a name", python(`STAGE = os.environ.get("STAGE", "local")\nif STAGE not in ("local", "test"):\n    if key == "@1":\n        raise RuntimeError("set APP")`)],
    ["refused in production", python(`if os.getenv("STAGE", "development") == "production" and key == "@1":\n    raise RuntimeError("set APP")`)],
    ["refused in production, in JavaScript", javascript(`const stage = process.env.STAGE || "development";\nif (stage === "production" && key === "@1") throw new Error("set APP");`)],
    ["refused in production, by what was compared before", javascript(`const isProduction = (process.env.STAGE ?? "development") === "production";\nif (isProduction && key === "@1") throw new Error("set APP");`)],
  ])("%s", (_, project) => {
    const [path] = Object.keys(project);
    expect(shown(project)).toEqual([`${path}:4 "@1" default-fallback-key APP`]);
  });

  test("used in it", () => {
    expect(shown({ "app.py": `import os\nfrom flask import Flask\napp = Flask(__name__)\nif os.environ.get("STAGE", "dev") == "dev":\n    app.secret_key = "@1"\n` })).toEqual([`app.py:5 "@1" hardcoded-key secret_key`]);
    expect(shown({ "app.py": `import os\nfrom flask import Flask\napp = Flask(__name__)\nif os.environ.get("STAGE", "production") == "dev":\n    app.secret_key = "@1"\n` })).toEqual([`app.py:5 "@1" hardcoded-key secret_key in development`]);
  });

  test("refused unless it is told to be development, it is left for that", () => {
    expect(shown(python(`if os.environ.get("STAGE", "production") != "dev" and key == "@1":\n    raise RuntimeError("set APP")`))).toEqual([`app.py:4 "@1" default-fallback-key APP in development`]);
  });
});

test("what a test asserts is no refusal, even of its own key", () => {
  expect(shown({ "tests/test_app.py": `from flask import Flask\napp = Flask(__name__)\napp.secret_key = "@1"\nassert app.secret_key != "@1"\n` })).toHaveLength(1);
});

describe("a check in another program changes nothing", () => {
  const app = `import os\nfrom flask import Flask\napp = Flask(__name__)\napp.secret_key = os.environ.get("SECRET_KEY", "@1")\n`;
  const check = `import os\nif not os.environ.get("SECRET_KEY"):\n    raise RuntimeError("set SECRET_KEY")\n`;
  test.each<[string, Project]>([
    ["of a test", { "app.py": app, "tests/test_app.py": `import app\ndef test_key():\n    assert app.app.secret_key == "other"\n    assert app.SECRET_KEY != "@1"\n` }],
    ["that stands beside it", { "app.py": app, "other.py": check }],
    ["of another project", { "a/app.py": app, "a/manage.py": "", "b/check.py": `from django.conf import settings\n${check}`, "b/manage.py": "" }],
    ["of another package", { "a/package.json": "{}", "a/app.js": `const jwt = require("jsonwebtoken");\njwt.sign({}, process.env.JWT_SECRET || "@1");\n`, "b/package.json": "{}", "b/check.js": `if (!process.env.JWT_SECRET) throw new Error("set JWT_SECRET");\n` }],
  ])("%s", (_, project) => {
    expect(shown(project)).toHaveLength(1);
  });

  test.each<[string, Project]>([
    ["that it imports", { "app.py": `import check\n${app}`, "check.py": check }],
    ["that its starter imports", { "app.py": app, "check.py": check, "run.py": `SECRET_KEY = None\nimport check\nfrom app import app\n` }],
    ["of its package", { "package.json": "{}", "app.js": `const jwt = require("jsonwebtoken");\njwt.sign({}, process.env.JWT_SECRET || "@1");\n`, "check.js": `if (!process.env.JWT_SECRET) throw new Error("set JWT_SECRET");\n` }],
  ])("one in its own does: a file %s", (_, project) => {
    expect(shown(project)).toEqual([]);
  });
});
