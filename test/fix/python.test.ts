import { describe, expect, test } from "vitest";
import { fixed, key, leftAfter, mended } from "./fixed.ts";

const flask = "from flask import Flask\n\napp = Flask(__name__)\n";
const read = 'os.environ["SECRET_KEY"]';

/** What stands there, and what stands there afterwards. The file begins with `import os`. */
const values: readonly (readonly [title: string, before: string, after: string])[] = [
  ["an attribute", `app.secret_key = "${key}"  # the key\n`, `app.secret_key = ${read}  # the key\n`],
  ["single quotes", `app.secret_key = '${key}'\n`, "app.secret_key = os.environ['SECRET_KEY']\n"],
  ["an item", `app.config["SECRET_KEY"] = "${key}"\n`, `app.config["SECRET_KEY"] = ${read}\n`],
  ["an argument among others", `app.config.update(DEBUG=False, SECRET_KEY="${key}", TESTING=False)\n`, `app.config.update(DEBUG=False, SECRET_KEY=${read}, TESTING=False)\n`],
  ["bytes", `app.secret_key = b"${key}"\n`, `app.secret_key = ${read}.encode()\n`],
  ["a text that becomes bytes", `app.secret_key = "${key}".encode()\n`, `app.secret_key = ${read}.encode()\n`],
  ["a text in several parts", `app.secret_key = ("${key.slice(0, 30)}"\n    "${key.slice(30)}")\n`, `app.secret_key = (${read})\n`],
  ["a text over several lines", `app.secret_key = """${key}\n${key}"""\n`, `app.secret_key = ${read}\n`],
  ["a default", `app.secret_key = os.environ.get("SECRET_KEY", "${key}")\n`, `app.secret_key = ${read}\n`],
  ["a default of getenv", `app.secret_key = os.getenv("APP_SECRET", default="${key}")\n`, 'app.secret_key = os.environ["APP_SECRET"]\n'],
  ["a default behind or", `app.secret_key = os.environ.get("SECRET_KEY") or "${key}"\n`, `app.secret_key = ${read}\n`],
  ["a default on a line of its own", `app.secret_key = os.getenv(\n    "SECRET_KEY",\n    "${key}",\n)\n`, `app.secret_key = ${read}\n`],
];

describe("a key in Python is read from the environment", () => {
  test.each(values)("%s", (_, before, after) => {
    expect(mended("app.py", `import os\n\n${flask}${before}`)).toBe(`import os\n\n${flask}${after}`);
    expect(leftAfter({ "app.py": `import os\n\n${flask}${before}` })).toEqual([]);
  });

  test("the class of a configuration", () => {
    const text = (value: string): string => `import os\n\n\nclass Config:\n    SECRET_KEY = ${value}\n`;
    expect(mended("config.py", text(`"${key}"`), { "app.py": `${flask}app.config.from_object("config.Config")\n` })).toBe(text(read));
  });

  test("where Django's settings are read from a variable elsewhere, it is that one", () => {
    const base = `import os\n\nSECRET_KEY = "${key}"\nINSTALLED_APPS = ["django.contrib.sessions"]\n`;
    const production = 'import os\nfrom .base import *\n\nUSE_TZ = True\nSECRET_KEY = os.environ["DJANGO_SECRET_KEY"]\n';
    expect(mended("site/settings/base.py", base, { "site/settings/production.py": production })).toBe(base.replace(`"${key}"`, 'os.environ["DJANGO_SECRET_KEY"]'));
  });

  test("where production has its key from somewhere else, a person must decide", () => {
    const base = `import os\n\nSECRET_KEY = "${key}"\nINSTALLED_APPS = ["django.contrib.sessions"]\n`;
    const production = 'from .base import *\n\nUSE_TZ = True\nwith open("/run/secrets/key") as file:\n    SECRET_KEY = file.read()\n';
    expect(mended("site/settings/base.py", base, { "site/settings/production.py": production })).toBe(base);
    const classes = `import os\n\n\nclass Config:\n    SECRET_KEY = "${key}"\n\n\nclass ProductionConfig(Config):\n    SECRET_KEY = open("/run/secrets/key").read()\n`;
    expect(mended("config.py", classes, { "app.py": `${flask}app.config.from_object("config.ProductionConfig")\napp.config.from_object("config.Config")\n` })).toBe(classes);
  });
});

describe("the import of os", () => {
  const line = `SECRET_KEY = "${key}"\nINSTALLED_APPS = []\n`;
  const after = `SECRET_KEY = ${read}\nINSTALLED_APPS = []\n`;
  test.each([
    ["before the others", "import re\n\n", "import os\nimport re\n\n"],
    ["after the others", "import json\nimport logging\n\n", "import json\nimport logging\nimport os\n\n"],
    ["among the others", "import json\nimport re\n\n", "import json\nimport os\nimport re\n\n"],
    ["before a library's", "import environ2\n\n", "import os\n\nimport environ2\n\n"],
    ["before one of Python's by its parts", "from pathlib import Path\n\n", "import os\nfrom pathlib import Path\n\n"],
    ["where there is none", "", "import os\n\n"],
    ["after what the file says of itself", '"""The settings.\n\nAll of them."""\n\n', '"""The settings.\n\nAll of them."""\n\nimport os\n\n'],
    ["after the future", "from __future__ import annotations\n\nimport re\n\n", "from __future__ import annotations\n\nimport os\nimport re\n\n"],
    ["after comments at the top", "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n\nimport re\n\n", "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n\nimport os\nimport re\n\n"],
  ])("%s", (_, head, expected) => {
    expect(mended("site/settings.py", head + line)).toBe(expected + after);
  });

  test("of one of its parts gives the same name", () => {
    expect(mended("site/settings.py", `import os.path\n${line}`)).toBe(`import os.path\n${after}`);
  });

  test("is not repeated, and environ alone is used where it is imported", () => {
    expect(mended("site/settings.py", `import os, sys\n${line}`)).toBe(`import os, sys\n${after}`);
    expect(mended("site/settings.py", `from os import environ\n${line}`)).toBe(`from os import environ\n${after.replace("os.", "")}`);
  });

  test("one below does not count, one under a test neither", () => {
    expect(mended("site/settings.py", `${line}import os\n`)).toBe(`import os\n\n${after}import os\n`);
  });

  test("another thing called os: a person must look", () => {
    const text = `from mine import os\n${line}`;
    expect(mended("site/settings.py", text)).toBe(text);
  });
});

describe("the settings library of the file", () => {
  const django = "INSTALLED_APPS = []\n";
  test.each([
    ["django-environ", "import environ\n\nenv = environ.Env()\nDEBUG = env.bool(\"DEBUG\")\nNAME = env(\"NAME\")\n", 'env("SECRET_KEY")'],
    ["decouple", "from decouple import config\n\nDEBUG = config(\"DEBUG\", cast=bool)\n", 'config("SECRET_KEY")'],
    ["environs", "from environs import Env\n\nenv = Env()\nNAME = env.str(\"NAME\")\n", 'env.str("SECRET_KEY")'],
  ])("%s is used", (_, head, after) => {
    expect(mended("site/settings.py", `${head}SECRET_KEY = "${key}"\n${django}`)).toBe(`${head}SECRET_KEY = ${after}\n${django}`);
  });

  test.each([
    ["decouple's default", "from decouple import config\n", `config("SECRET_KEY", default="${key}", cast=str)`, 'config("SECRET_KEY", cast=str)'],
    ["django-environ's default", "import environ\nenv = environ.Env()\n", `env("SECRET_KEY", default="${key}")`, 'env("SECRET_KEY")'],
    ["django-environ's default of a method", "import environ\nenv = environ.Env()\n", `env.str("SECRET_KEY", "${key}")`, 'env.str("SECRET_KEY")'],
    ["the default of Starlette's Config", "from starlette.config import Config\nconfig = Config()\n", `config("SECRET_KEY", default="${key}")`, 'config("SECRET_KEY")'],
  ])("%s goes", (_, head, before, after) => {
    expect(mended("site/settings.py", `${head}SECRET_KEY = ${before}\n${django}`)).toBe(`${head}SECRET_KEY = ${after}\n${django}`);
  });

  test("in a function its name may be a parameter's, so it is not used there", () => {
    const text = (value: string): string => `import os\nfrom decouple import config\nfrom flask import Flask\n\nDEBUG = config("DEBUG")\n\n\ndef make(config):\n    app = Flask(__name__)\n    app.secret_key = ${value}\n    return app\n`;
    expect(mended("app.py", text(`"${key}"`))).toBe(text(read));
  });

  test("a default before another argument stays: that would come into its place", () => {
    const text = `from environs import Env\nenv = Env()\nSECRET_KEY = env.str("SECRET_KEY", "${key}", str)\n${django}`;
    expect(mended("site/settings.py", text)).toBe(text);
  });

  test("a default in django-environ's constructor", () => {
    const text = (pair: string): string => `import environ\n\nenv = environ.Env(DEBUG=(bool, False), SECRET_KEY=${pair})\nSECRET_KEY = env("SECRET_KEY")\n${django}`;
    expect(mended("site/settings.py", text(`(str, "${key}")`))).toBe(text("str"));
  });

  test.each([
    [`secret_key: str = "${key}"`, "secret_key: str"],
    [`secret_key: SecretStr = SecretStr("${key}")`, undefined],
    [`secret_key: str = Field("${key}", min_length=32)`, "secret_key: str = Field(..., min_length=32)"],
    [`secret_key: str = Field(default="${key}", min_length=32)`, "secret_key: str = Field(min_length=32)"],
    [`secret_key: str | None = "${key}"`, undefined],
    [`secret_key: str = os.getenv("SECRET_KEY", "${key}")`, "secret_key: str"],
    [`secret_key: str = os.environ.get("SECRET_KEY") or "${key}"`, "secret_key: str"],
    [`secret_key: str = os.getenv("APP_KEY", "${key}")`, undefined],
  ])("a field of pydantic's settings: %s", (before, after) => {
    const text = (field: string): string => `import os\n\nfrom pydantic import Field, SecretStr\nfrom pydantic_settings import BaseSettings\nfrom starlette.middleware.sessions import SessionMiddleware\n\n\nclass Settings(BaseSettings):\n    ${field}\n    name: str = "x"\n\n\nsettings = Settings()\napp.add_middleware(SessionMiddleware, secret_key=settings.secret_key)\n`;
    expect(mended("app/main.py", text(before))).toBe(text(after ?? before));
  });
});

describe("what a person must decide", () => {
  test.each([
    ["one of two", `app.secret_key = "${key}" if app.debug else os.environ["SECRET_KEY"]\n`],
    ["put together", `app.secret_key = "${key}" + name\n`],
    ["a parameter's default", `def make(secret="${key}"):\n    app.secret_key = secret\n\n\nmake()\n`],
    ["old keys", `app.secret_key = os.environ["SECRET_KEY"]\napp.config["SECRET_KEY_FALLBACKS"] = ["${key}"]\n`],
    ["set for others", `os.environ["SECRET_KEY"] = "${key}"\napp.secret_key = os.environ["SECRET_KEY"]\n`],
    ["before the file loads variables", `app.secret_key = "${key}"\nload_dotenv()\n`],
    ["before a file of settings may give another", `app.config.from_mapping(SECRET_KEY="${key}")\napp.config.from_pyfile("config.py", silent=True)\n`],
    ["before all of another module is taken", `SECRET_KEY = "${key}"\napp.config.from_object(__name__)\ntry:\n    from local_settings import *\nexcept ImportError:\n    pass\n`],
    ["when the file was not understood", `app.secret_key = "${key}"\ndef (:\n`],
  ])("%s", (_, text) => {
    const whole = `import os\n\n${flask}${text}`;
    expect(mended("app.py", whole)).toBe(whole);
  });

  test.each([["generated", `# Generated by a tool. DO NOT EDIT.\n${flask}app.secret_key = "${key}"\n`, "app.py"], ["a test's", `${flask}app.secret_key = "${key}"\n`, "tests/conftest.py"], ["one of defaults", `${flask}app.secret_key = "${key}"\n`, "default_settings.py"], ["an example's", `${flask}app.secret_key = "${key}"\n`, "examples/app.py"]])("%s", (_, text, path) => {
    expect(mended(path, text)).toBe(text);
  });

  test("what one place signs another verifies: all of it or nothing", () => {
    const head = "import os\nimport jwt\n\n\n";
    const sign = `${head}def sign(user):\n    return jwt.encode({"sub": user}, "${key}", algorithm="HS256")\n`;
    const verify = `${head}def read(token):\n    return jwt.decode(token, "${key}", algorithms=["HS256"])\n`;
    const both = fixed({ "sign.py": sign, "read.py": verify });
    expect(both["sign.py"]).toContain('os.environ["JWT_SECRET"]');
    expect(both["read.py"]).toContain('os.environ["JWT_SECRET"]');
    const split = verify.replace(`"${key}"`, `("${key}" if token else "")`);
    expect(fixed({ "sign.py": sign, "read.py": split })).toEqual({ "sign.py": sign, "read.py": split });
  });

  test("an application has one key of a kind, however it is written", () => {
    const files = { "a.py": `import os\n\n${flask}app.secret_key = "${key}"\n`, "b.py": `import os\n\n${flask}app.config["SECRET_KEY"] = "${key.slice(1)}"\n` };
    expect(Object.values(fixed(files)).map((text) => text.includes(read))).toEqual([true, true]);
  });

  test("two keys do not become one", () => {
    const text = `import jwt\n\naccess = jwt.encode({}, "${key}", algorithm="HS256")\nrefresh = jwt.encode({}, "${key.slice(0, 40)}", algorithm="HS256")\n`;
    const after = mended("tokens.py", text) ?? "";
    expect(after.match(/os\.environ/g)).toHaveLength(1);
    expect(mended("tokens.py", after)).toBe(after);
  });
});

describe("all else in the file stays as it is", () => {
  test.each([
    ["Windows' line ends", (text: string) => text.replaceAll("\n", "\r\n")],
    ["line ends of both kinds", (text: string) => text.replace("\n", "\r\n")],
    ["tabs and blanks at the ends", (text: string) => `${text}if True:\n\tpass  \n`],
    ["no line end at the end", (text: string) => text.trimEnd()],
  ])("%s", (_, form) => {
    const text = form(`import re\n${flask}app.secret_key = "${key}"\n`);
    const end = text.startsWith("import re\r\n") ? "\r\n" : "\n";
    expect(mended("app.py", text)).toBe(`import os${end}${text.replace(`"${key}"`, read)}`);
  });
});
