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
    ["too short", python(`if len(key) < 32:\n    raise RuntimeError("too short")`, `"dev"`)],
    ["by its start", python(`if key.startswith("change"):\n    raise RuntimeError("set APP")`, `"change-me-now"`)],
    ["in a helper", python(`def check(value):\n    if value == "@1":\n        raise RuntimeError("set APP")\ncheck(key)`)],
    ["because the variable must be there", python(`if not os.environ.get("APP"):\n    raise RuntimeError("set APP")`)],
    ["because the name must be there", python(`if "APP" not in os.environ:\n    raise RuntimeError("set APP")`)],
    ["because the variable may not be None", python(`if os.getenv("APP") is None:\n    raise RuntimeError("set APP")`)],
    ["in the importing file", { "config.py": `import os\nSECRET_KEY = os.environ.get("SECRET_KEY", "@1")\n`, "app.py": `from flask import Flask\nimport config\napp = Flask(__name__)\napp.secret_key = config.SECRET_KEY\nif app.secret_key == "@1":\n    raise RuntimeError("set SECRET_KEY")\n` }],
    ["where the settings are loaded", { "config.py": `import os\nclass Config:\n    SECRET_KEY = os.environ.get("SECRET_KEY", "@1")\n`, "app.py": `from flask import Flask\napp = Flask(__name__)\napp.config.from_object("config.Config")\nif app.config["SECRET_KEY"] == "@1":\n    raise RuntimeError("set SECRET_KEY")\n` }],
    ["compared and thrown on", javascript(`if (key === "@1") throw new Error("set APP");`)],
    ["an exit", javascript(`if (key === "@1") {\n  console.error("set APP");\n  process.exit(1);\n}`)],
    ["an array", javascript(`if (["dev", "@1"].includes(key)) throw new Error("set APP");`)],
    ["a set", javascript(`const weak = new Set(["dev", "@1"]);\nif (weak.has(key)) throw new Error("set APP");`)],
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
