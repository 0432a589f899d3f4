import { describe, expect, test } from "vitest";
import { shownWithTrail, type Project } from "../support/shown.ts";

/** An application that loads its settings so, and the files that it loads them from. */
function app(load: string, files: Project, head = ""): Project {
  return { "shop/__init__.py": "", "app.py": `import os\nfrom flask import Flask\n${head}\napp = Flask(__name__)\n${load}\n`, ...files };
}

const inClass = { "config.py": `class Production:\n    SECRET_KEY = "@1"\n` };
const inherited = { "config.py": `class Base:\n    SECRET_KEY = "@1"\nclass Production(Base):\n    DEBUG = False\n` };
const inModule = { "config.py": `SECRET_KEY = "@1"\n` };

describe("settings that a Flask application loads are handed over, in every form", () => {
  test.each<[string, Project, string]>([
    ["a class by its dotted name", app(`app.config.from_object("config.Production")`, inClass), "config.py:2"],
    ["a class in a package", app(`app.config.from_object("shop.config.Production")`, { "shop/config.py": `class Production:\n    SECRET_KEY = "@1"\n` }), "shop/config.py:2"],
    ["an inherited setting", app(`app.config.from_object("config.Production")`, inherited), "config.py:2"],
    ["a module by its name", app(`app.config.from_object("config")`, inModule), "config.py:1"],
    ["a module with a star import", app(`app.config.from_object("config")`, { "config.py": "from base import *\n", "base.py": `SECRET_KEY = "@1"\n` }), "base.py:1"],
    ["a class", app(`app.config.from_object(Production)`, inClass, "from config import Production"), "config.py:2"],
    ["an instance", app(`app.config.from_object(Production())`, inClass, "from config import Production"), "config.py:2"],
    ["an instance by its dotted name", app(`app.config.from_object("config.production")`, { "config.py": `${inClass["config.py"]}production = Production()\n` }), "config.py:2"],
    ["a module", app(`app.config.from_object(config)`, inModule, "import config"), "config.py:1"],
    ["a class of a module", app(`app.config.from_object(config.Production)`, inClass, "import config"), "config.py:2"],
    ["a class in a mapping", app(`app.config.from_object(configs["production"])`, { "config.py": `${inClass["config.py"]}configs = {"production": Production}\n` }, "from config import configs"), "config.py:2"],
    ["what a function gives", app(`app.config.from_object(chosen())`, { "config.py": `${inClass["config.py"]}def chosen():\n    return Production\n` }, "from config import chosen"), "config.py:2"],
    ["a parameter's default", app(`def create(settings=Production):\n    app.config.from_object(settings)`, inClass, "from config import Production"), "config.py:2"],
    ["a name out of the environment, with a default", app(`app.config.from_object(os.environ.get("APP_SETTINGS", "config.Production"))`, inClass), "config.py:2"],
    ["either of two", app(`app.config.from_object("config.Production" if os.environ.get("LIVE") else "config.Other")`, inClass), "config.py:2"],
    ["a file", app(`app.config.from_pyfile("settings.cfg")`, { "settings.cfg": `SECRET_KEY = "@1"\n` }), "settings.cfg:1"],
    ["a file of the instance folder", app(`app.config.from_pyfile("settings.py", silent=True)`, { "instance/settings.py": `SECRET_KEY = "@1"\n` }), "instance/settings.py:1"],
    ["a file above", { "shop/app.py": `from flask import Flask\napp = Flask(__name__)\napp.config.from_pyfile("../conf/live.py")\n`, "conf/live.py": `SECRET_KEY = "@1"\n` }, "conf/live.py:1"],
    ["a Quart application", { "app.py": `from quart import Quart\napp = Quart(__name__)\napp.config.from_object("config")\n`, ...inModule }, "config.py:1"],
  ])("%s", (_, project, place) => {
    const found = shownWithTrail(project);
    expect(found).toHaveLength(1);
    const [finding = "", ...trail] = found[0]?.split(" > ") ?? [];
    expect(finding).toBe(`${place} "@1" hardcoded-key SECRET_KEY`);
    expect(trail.at(-1)).toMatch(/app\.py:\d+ used as a key$/);
  });

  test.each<[string, Project, readonly string[]]>([
    ["the module itself", app(`SECRET_KEY = "@1"\napp.config.from_object(__name__)`, {}), [`app.py:5 "@1" hardcoded-key SECRET_KEY`]],
    ["keywords", app(`app.config.from_mapping(SECRET_KEY="@1")`, {}), [`app.py:5 "@1" hardcoded-key SECRET_KEY`]],
    ["a mapping", app(`app.config.from_mapping({"SECRET_KEY": "@1"})`, {}), [`app.py:5 "@1" hardcoded-key SECRET_KEY`]],
    ["pairs", app(`app.config.from_mapping([("DEBUG", False), ("SECRET_KEY", "@1")])`, {}), [`app.py:5 "@1" hardcoded-key SECRET_KEY`]],
    ["a mapping spread into keywords", app(`app.config.update(**dict(SECRET_KEY="@1"))`, {}), [`app.py:5 "@1" hardcoded-key SECRET_KEY`]],
    ["variables with a prefix", app(`app.config.from_prefixed_env()`, { ".env": "FLASK_SECRET_KEY=@1\n" }), [".env:1 @1 committed-env-file FLASK_SECRET_KEY"]],
    ["nothing that is written here", app(`app.config.from_envvar("SETTINGS")`, {}), []],
    ["a file that is not here", app(`app.config.from_pyfile("settings.cfg")\napp.config.from_object("nowhere.Production")`, {}), []],
  ])("%s", (_, project, findings) => {
    expect(shownWithTrail(project).map((line) => line.split(" > ")[0])).toEqual(findings);
  });

  test("of a mapping by environment each class is judged where it would run", () => {
    const config = `class Production:\n    SECRET_KEY = "@1"\nclass Development:\n    SECRET_KEY = "@2"\nclass Testing:\n    SECRET_KEY = "@3"\nconfigs = {"production": Production, "development": Development, "testing": Testing}\n`;
    const found = shownWithTrail(app(`app.config.from_object(configs[os.environ["STAGE"]])`, { "config.py": config }, "from config import configs"));
    expect(found.map((line) => line.split(" > ")[0])).toEqual([
      `config.py:2 "@1" hardcoded-key SECRET_KEY`, `config.py:4 "@2" hardcoded-key SECRET_KEY in development`, `config.py:6 "@3" hardcoded-key SECRET_KEY in test`,
    ]);
  });
});
