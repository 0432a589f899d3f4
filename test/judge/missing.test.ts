import { describe, expect, test } from "vitest";
import type { Request } from "../../src/lint.ts";
import { lintFiles } from "../support/lint.ts";

type Files = Readonly<{ [path: string]: string }>;

const flask = 'from flask import Flask, flash\napp = Flask(__name__)\n@app.post("/")\ndef index():\n    flash("Saved.")\n    return ""\n';
const keyed = 'import os\nfrom flask import Flask\napp = Flask(__name__)\napp.secret_key = os.environ["SECRET_KEY"]\n';

function missing(files: Files, more: Partial<Request> = {}): readonly string[] {
  return lintFiles(files, more).findings.filter(({ rule }) => rule === "missing-key").map(({ region, level, context }) => `${region.path}:${region.line} ${level} ${context}`);
}

describe("a missing key", () => {
  test("is a warning at the first use; the others are listed with it", () => {
    const [finding] = lintFiles({ "app.py": flask, "more.py": 'from flask import session\ndef put(): session["a"] = 1\n' }).findings;
    expect(finding).toMatchObject({ rule: "missing-key", rules: ["missing-key"], level: "warning", framework: "flask", slot: "flask/secret-key", name: "SECRET_KEY", evidence: "api", trail: [] });
    expect(finding?.uses.map(({ path, line }) => `${path}:${line}`)).toEqual(["app.py:5", "more.py:2"]);
    expect(finding?.frame?.lines).toContain('    flash("***")');
  });

  test.each<[string, Files, readonly string[]]>([
    ["a sibling has one", { "a/setup.py": "", "a/app.py": flask, "b/setup.py": "", "b/app.py": keyed }, ["a/app.py:5 warning production"]],
    ["only a comment speaks of it", { "app.py": `${flask}# app.secret_key = os.environ["SECRET_KEY"]\n` }, ["app.py:5 warning production"]],
    ["only tests and documents do", { "app.py": flask, "tests/test_app.py": keyed, "README.md": `\`\`\`python\n${keyed}\`\`\`\n`, ".github/workflows/test.yml": "env:\n  SECRET_KEY: x\n" }, ["app.py:5 warning production"]],
    ["it is used in development only", { "app.py": 'from flask import Flask, flash\napp = Flask(__name__)\nif app.debug:\n    flash("Hello.")\n' }, ["app.py:4 note development"]],
    ["the settings are in sight and hold none", { "app.py": `${flask}app.config.from_object("config.Production")\napp.config.update(DEBUG=False)\n`, "config.py": "class Production(object):\n    DEBUG = False\n" }, ["app.py:5 warning production"]],
    ["a notebook uses it", { "app.ipynb": JSON.stringify({ cells: [{ cell_type: "code", source: flask, metadata: {}, outputs: [] }], metadata: { language_info: { name: "python" } }, nbformat: 4, nbformat_minor: 5 }) }, ["app.ipynb:1 warning production"]],
  ])("is told when %s", (_, files, findings) => {
    expect(missing(files)).toEqual(findings);
  });

  test.each<[string, Files]>([
    ["the project above has one", { "app.py": keyed, "shop/setup.py": "", "shop/app.py": flask }],
    ["a folder below has one", { "app.py": flask, "deploy/setup.py": "", "deploy/settings.py": 'SECRET_KEY = open("/run/key").read()\n' }],
    ["an environment file has one", { "app.py": flask, ".env.example": "FLASK_SECRET_KEY=\n" }],
    ["a sibling imports the application", { "a/setup.py": "", "a/shop/__init__.py": "", "a/shop/app.py": flask, "b/setup.py": "", "b/run.py": `import sys\nfrom a.shop.app import app\napp.secret_key = sys.argv[1]\n` }],
    ["it imports a sibling's settings", { "a/setup.py": "", "a/app.py": `from b.settings import settle\n${flask}settle(app)\n`, "b/setup.py": "", "b/settings.py": "def settle(app):\n    app.secret_key = load()\n" }],
    ["a text names it", { "app.py": `${flask}setattr(app, "secret_key", load())\n` }],
    ["an item's name is put together", { "app.py": `${flask}for name, value in load():\n    app.config[name] = value\n` }],
    ["the settings are replaced", { "app.py": `${flask}app.config = load()\n` }],
    ["the settings are handed to a library", { "app.py": `from shop_platform import fill\n${flask}fill(app.config)\n` }],
    ["a mapping from elsewhere is added", { "app.py": `${flask}app.config.update(load())\n` }],
    ["a variable says where the settings are", { "app.py": `${flask}app.config.from_envvar("SHOP_SETTINGS")\n` }],
    ["a file is loaded", { "app.py": `${flask}import tomllib\napp.config.from_file("config.toml", load=tomllib.load, text=False)\n` }],
    ["a base is a library's", { "app.py": `${flask}app.config.from_object("config.Production")\n`, "config.py": "from shop_platform import Base\nclass Production(Base):\n    DEBUG = False\n" }],
    ["a base is loaded whole from elsewhere", { "app.py": `${flask}app.config.from_object("config")\n`, "config.py": "from local import *\n" }],
    ["nobody makes an application", { "views.py": 'from flask import flash\ndef index(): flash("a")\n' }],
    ["only a test makes one", { "views.py": 'from flask import flash\ndef index(): flash("a")\n', "tests/test_views.py": "from flask import Flask\napp = Flask(__name__)\n" }],
    ["a test uses it", { "tests/app.py": flask }],
    ["another thing is called session", { "app.py": 'from flask import Flask\nfrom sqlalchemy.orm import Session\napp = Flask(__name__)\ndef put(session: Session): session["a"] = 1\n' }],
  ])("is not told when %s", (_, files) => {
    expect(missing(files)).toEqual([]);
  });

  test.each<[string, Partial<Request>]>([
    ["single files", { files: ["app.py"] }],
    ["the rule is off", { config: { rules: { "missing-key": "off" } } }],
    ["it is ignored", { config: { ignore: [{ rule: "missing-key", path: "app.py", reason: "given when it is deployed" }] } }],
  ])("is not told of %s", (_, more) => {
    expect(missing({ "app.py": flask }, more)).toEqual([]);
  });

  test("a comment silences it where it stands", () => {
    const { findings, suppressed, unused } = lintFiles({ "app.py": flask.replace('flash("Saved.")', 'flash("Saved.")  # keylint-ignore missing-key -- set by the platform') });
    expect([findings, unused]).toEqual([[], []]);
    expect(suppressed.map(({ by }) => by)).toEqual(["keylint-ignore"]);
  });
});

describe("settings of Django", () => {
  const settings = 'INSTALLED_APPS = ["django.contrib.auth", "shop"]\n';
  const manage = 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n';

  test.each<[string, Files, readonly string[]]>([
    ["the program runs with them", { "manage.py": manage, "shop/settings.py": settings }, ["shop/settings.py:1 warning production"]],
    ["a package is the module", { "manage.py": manage, "shop/settings/__init__.py": settings }, ["shop/settings/__init__.py:1 warning production"]],
    ["a container says so", { "compose.yml": "services:\n  web:\n    environment:\n      DJANGO_SETTINGS_MODULE: shop.settings\n", "shop/settings.py": settings }, ["shop/settings.py:1 warning production"]],
    ["nobody runs with them", { "shop/settings.py": settings }, []],
    ["only tests do", { "tests/run.py": manage, "shop/settings.py": settings }, []],
    ["they are a fragment", { "manage.py": manage, "shop/settings.py": 'INSTALLED_APPS = ["shop"]\n' }, []],
    ["they take the key from a module", { "manage.py": manage, "shop/settings.py": `from .secrets import SECRET_KEY\n${settings}` }, []],
    ["something is put among their names", { "manage.py": manage, "shop/settings.py": `${settings}import django_heroku\ndjango_heroku.settings(locals())\n` }, []],
    ["a part is not there", { "manage.py": manage, "shop/settings.py": `${settings}try:\n    from .local import *\nexcept ImportError:\n    pass\n` }, []],
    ["others build on them", { "manage.py": manage, "shop/settings.py": settings, "shop/production.py": 'from shop import settings as base\nINSTALLED_APPS = base.INSTALLED_APPS\nSECRET_KEY = load()\n' }, []],
  ])("%s", (_, files, findings) => {
    expect(missing(files)).toEqual(findings);
  });
});
