import { describe, expect, test } from "vitest";
import { shown, type Project } from "../support/shown.ts";

/** A program whose settings sign a token, in two files. */
function program(settings: string, use: string, more: Project = {}): Project {
  return { "config.py": `${settings}\n`, "app.py": `import jwt\nfrom config import *\njwt.encode({}, ${use})\n`, ...more };
}

const said = (files: Project): readonly string[] => shown(files).map((line) => line.replace(/^(\S+?):\d+ /, "$1 "));

describe("a default stands behind the variable that a library reads", () => {
  test.each<[string, Project, string]>([
    ["django-environ", program(`import environ\nenv = environ.Env(DEBUG=(bool, False), GREETING=(str, "@1"))`, `env("GREETING")`), "GREETING"],
    ["django-environ, as a text", program(`import environ\nenv = environ.Env(GREETING=(str, "@1"))`, `env.str("GREETING")`), "GREETING"],
    ["django-environ, a call's own default", program(`import environ\nenv = environ.Env(GREETING=(str, "@2"))`, `env("GREETING", default="@1")`), "GREETING"],
    ["django-environ, without a description", program(`import environ\nenv = environ.Env()`, `env("GREETING", default="@1")`), "GREETING"],
    ["django-environ, by position", program(`import environ\nenv = environ.Env()`, `env("GREETING", str, "@1")`), "GREETING"],
    ["envparse", program(`from envparse import Env\nenv = Env(GREETING=dict(cast=str, default="@1"))`, `env("GREETING")`), "GREETING"],
    ["decouple", program(`from decouple import config`, `config("GREETING", default="@1")`), "GREETING"],
    ["decouple, by position", program(`from decouple import Config, RepositoryEnv\nconfig = Config(RepositoryEnv(".env"))`, `config("GREETING", "@1", cast=str)`), "GREETING"],
    ["environs", program(`from environs import Env\nenv = Env()\nenv.read_env()`, `env.str("GREETING", "@1")`), "GREETING"],
    ["environs, already made", program(`from environs import env`, `env("GREETING", default="@1")`), "GREETING"],
    ["starlette", program(`from starlette.config import Config\nfrom starlette.datastructures import Secret\nconfig = Config(".env")`, `str(config("GREETING", cast=Secret, default="@1"))`), "GREETING"],
    ["dotenv", program(`from dotenv import dotenv_values\nconfig = {**dotenv_values(".env")}`, `dotenv_values().get("GREETING", "@1")`), "GREETING"],
    ["dynaconf", program(`from dynaconf import Dynaconf\nsettings = Dynaconf(settings_files=["settings.toml"], GREETING="@1")`, `settings.GREETING`), "DYNACONF_GREETING"],
    ["dynaconf, asked for", program(`from dynaconf import Dynaconf\nsettings = Dynaconf(envvar_prefix="SHOP")`, `settings.get("GREETING", "@1")`), "SHOP_GREETING"],
    ["dynaconf, without a prefix", program(`from dynaconf import Dynaconf\nsettings = Dynaconf(envvar_prefix=False)`, `settings.get("GREETING", "@1")`), "GREETING"],
    ["environ-config", program(`import environ\n@environ.config(prefix="SHOP")\nclass AppConfig:\n    greeting = environ.var("@1", help="x")\ncfg = environ.to_config(AppConfig)`, `cfg.greeting`), "SHOP_GREETING"],
    ["environ-config, by its own name", program(`import environ\n@environ.config\nclass AppConfig:\n    greeting = environ.var(default="@1", name="HELLO")\ncfg = AppConfig.from_environ()`, `cfg.greeting`), "HELLO"],
    ["typed-settings", program(`import typed_settings as ts\n@ts.settings\nclass Settings:\n    greeting: str = "@1"\nsettings = ts.load(Settings, appname="shop")`, `settings.greeting`), "SHOP_GREETING"],
    ["typed-settings, a secret", program(`import typed_settings as ts\n@ts.settings\nclass Settings:\n    greeting: str = ts.secret(default="@1")\nsettings = ts.load(Settings, "shop")`, `settings.greeting`), "SHOP_GREETING"],
    ["django-configurations", { "settings.py": `from configurations import Configuration, values\nclass Base(Configuration):\n    INSTALLED_APPS = []\n    SECRET_KEY = values.Value("@1")\n` }, "DJANGO_SECRET_KEY"],
    ["django-configurations, by its own name", { "settings.py": `from configurations import Configuration, values\nclass Base(Configuration):\n    INSTALLED_APPS = []\n    SECRET_KEY = values.Value("@1", environ_name="HELLO")\n` }, "DJANGO_HELLO"],
    ["goodconf", program(`from goodconf import GoodConf, Field\nclass Config(GoodConf):\n    GREETING: str = Field(default="@1", initial=lambda: "x")\nconfig = Config()\nconfig.load()`, `config.GREETING`), "GREETING"],
    ["everett", program(`from everett.manager import ConfigManager\nconfig = ConfigManager.basic_config()`, `config("greeting", default="@1", parser=str)`), "GREETING"],
    ["prettyconf", program(`from prettyconf import config`, `config("GREETING", default="@1")`), "GREETING"],
    ["typer", program(`import typer`, `""`, { "main.py": `import jwt\nimport typer\ndef main(greeting: str = typer.Option("@1", envvar="GREETING")):\n    jwt.encode({}, greeting)\n` }), "GREETING"],
    ["attrs", program(`import os\nimport attr\n@attr.s(auto_attribs=True)\nclass Settings:\n    greeting: str = attr.ib(default=os.getenv("GREETING", "@1"))\nsettings = Settings()`, `settings.greeting`), "GREETING"],
    ["a dataclass", program(`import os\nfrom dataclasses import dataclass, field\n@dataclass\nclass Settings:\n    greeting: str = field(default_factory=lambda: os.getenv("GREETING", "@1"))\nsettings = Settings()`, `settings.greeting`), "GREETING"],
  ])("%s", (_, files, name) => {
    expect(said(files).map((line) => line.replace(/^\S+ /, ""))).toEqual([`"@1" default-fallback-key ${name}`]);
  });
});

describe("a variable that a library reads is known", () => {
  test.each<[string, Project, string]>([
    ["django-environ", program(`import environ\nenv = environ.Env(GREETING=str)`, `env("GREETING")`), "GREETING"],
    ["decouple", program(`from decouple import config`, `config("GREETING", cast=str)`), "GREETING"],
    ["dynaconf", program(`from dynaconf import Dynaconf\nsettings = Dynaconf(envvar_prefix="SHOP")`, `settings.GREETING`), "SHOP_GREETING"],
    ["environ-config", program(`import environ\n@environ.config(prefix="SHOP")\nclass AppConfig:\n    greeting = environ.var()\ncfg = environ.to_config(AppConfig)`, `cfg.greeting`), "SHOP_GREETING"],
    ["typed-settings", program(`import typed_settings as ts\n@ts.settings\nclass Settings:\n    greeting: str\nsettings = ts.load(Settings, appname="shop")`, `settings.greeting`), "SHOP_GREETING"],
    ["everett", program(`from everett.manager import ConfigManager\nconfig = ConfigManager.basic_config()`, `config("greeting")`), "GREETING"],
    ["goodconf", program(`from goodconf import GoodConf\nclass Config(GoodConf):\n    GREETING: str\nconfig = Config()`, `config.GREETING`), "GREETING"],
  ])("%s", (_, files, name) => {
    expect(said({ ...files, ".env": `${name}=@2\n` })).toEqual([`.env @2 committed-env-file ${name}`]);
  });
});

describe("options of a command line", () => {
  test.each<[string, Project]>([
    ["tornado", program(`from tornado.options import define\ndefine("greeting", default="@1", help="x")`, `options.greeting`, { "app.py": `import jwt\nfrom tornado.options import options\njwt.encode({}, options.greeting)\n` })],
    ["argparse", program("", "", { "app.py": `import argparse\nimport jwt\nparser = argparse.ArgumentParser()\nparser.add_argument("-g", "--my-greeting", default="@1")\nargs = parser.parse_args()\njwt.encode({}, args.my_greeting)\n` })],
  ])("%s", (_, files) => {
    expect(said(files)).toEqual([expect.stringMatching(/py "@1" default-fallback-key /)]);
  });
});

describe("what fails closed is silent", () => {
  test.each<[string, Project]>([
    ["django-environ, described without a default", program(`import environ\nenv = environ.Env(GREETING=str)`, `env("GREETING")`)],
    ["django-environ, another entry's default", program(`import environ\nenv = environ.Env(OTHER=(str, "zebra"))`, `env("GREETING")`)],
    ["environ-config", program(`import environ\n@environ.config\nclass AppConfig:\n    greeting = environ.var()\ncfg = environ.to_config(AppConfig)`, `cfg.greeting`)],
    ["environ-config's other fields", program(`import environ\n@environ.config\nclass AppConfig:\n    greeting = environ.secrets.VaultEnvSecrets().secret()\ncfg = environ.to_config(AppConfig)`, `cfg.greeting`)],
    ["django-configurations", { "settings.py": `from configurations import Configuration, values\nclass Base(Configuration):\n    INSTALLED_APPS = []\n    SECRET_KEY = values.SecretValue()\n` }],
    ["dynaconf", program(`from dynaconf import Dynaconf\nsettings = Dynaconf()`, `settings.GREETING`)],
    ["everett", program(`from everett.manager import ConfigManager\nconfig = ConfigManager.basic_config()`, `config("greeting", doc="zebra")`)],
    ["prettyconf's cast", program(`from prettyconf import config`, `config("GREETING", "zebra")`)],
    ["argparse, another option", program("", "", { "app.py": `import argparse\nimport jwt\nparser = argparse.ArgumentParser()\nparser.add_argument("--other", default="zebra")\nparser.add_argument("--greeting", required=True)\nargs = parser.parse_args()\njwt.encode({}, args.greeting)\n` })],
  ])("%s", (_, files) => {
    expect(said(files)).toEqual([]);
  });
});
