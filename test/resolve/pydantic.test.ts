import { describe, expect, test } from "vitest";
import { shown, shownWithTrail, type Project } from "../support/shown.ts";

const head = "import os, secrets\nfrom typing import Annotated, Optional\nfrom pydantic import AliasChoices, BaseModel, Field, SecretStr, field_validator, model_validator\nfrom pydantic_settings import BaseSettings, SettingsConfigDict\n";
const one = head.replace("BaseModel,", "BaseModel, BaseSettings, validator,").replace(/from pydantic_settings.*\n/, "");

/** A project whose settings sign a token. */
function settings(body: string, { use = "settings.greeting", imports = head, make = "settings = Settings()", more = {} }: { use?: string; imports?: string; make?: string; more?: Project } = {}): Project {
  return { "config.py": `${imports}${body}\n${make}\n`, "app.py": `import jwt\nfrom config import settings\njwt.encode({}, ${use})\n`, ...more };
}

const field = (text: string, more: Parameters<typeof settings>[1] = {}): Project => settings(`class Settings(BaseSettings):\n${text.replace(/^/gm, "    ")}`, more);
const said = (project: Project): readonly string[] => shown(project).map((line) => line.replace(/^(\S+?):\d+ /, "$1 "));

describe("pydantic: a field's default stands behind its variable", () => {
  test.each<[string, Project, string]>([
    ["a literal", field(`greeting: str = "@1"`), "GREETING"],
    ["a named default", field(`greeting: str = DEFAULT`, { imports: `${head}DEFAULT = "@1"\n` }), "GREETING"],
    ["Field, by position", field(`greeting: str = Field("@1", description="x")`), "GREETING"],
    ["Field, by name", field(`greeting: str = Field(default="@1")`), "GREETING"],
    ["Field in the annotation", field(`greeting: Annotated[str, Field(min_length=8)] = "@1"`), "GREETING"],
    ["a default in the annotation", field(`greeting: Annotated[str, Field(default="@1")]`), "GREETING"],
    ["a secret", field(`greeting: SecretStr = SecretStr("@1")`, { use: "settings.greeting.get_secret_value()" }), "GREETING"],
    ["a secret of text", field(`greeting: SecretStr = "@1"`, { use: "settings.greeting.get_secret_value()" }), "GREETING"],
    ["a prefix", field(`model_config = SettingsConfigDict(env_prefix="SHOP_")\ngreeting: str = "@1"`), "SHOP_GREETING"],
    ["a prefix in a mapping", field(`model_config = {"env_prefix": "shop_"}\ngreeting: str = "@1"`), "SHOP_GREETING"],
    ["a prefix in a class", field(`greeting: str = "@1"\nclass Config:\n    env_prefix = "SHOP_"`), "SHOP_GREETING"],
    ["a base's prefix", settings(`class Base(BaseSettings):\n    model_config = SettingsConfigDict(env_prefix="SHOP_")\nclass Settings(Base):\n    model_config = SettingsConfigDict(env_file=".env")\n    greeting: str = "@1"`), "SHOP_GREETING"],
    ["an alias, without the prefix", field(`model_config = SettingsConfigDict(env_prefix="SHOP_")\ngreeting: str = Field("@1", alias="HELLO")`), "HELLO"],
    ["a validation alias", field(`greeting: str = Field("@1", validation_alias="HELLO")`), "HELLO"],
    ["an alias in the annotation", field(`greeting: Annotated[str, Field(alias="HELLO")] = "@1"`), "HELLO"],
    ["the first of several", field(`greeting: str = Field("@1", validation_alias=AliasChoices("HELLO", "HI"))`), "HELLO"],
    ["version 1's name", field(`greeting: str = Field("@1", env="HELLO")`, { imports: one }), "HELLO"],
    ["version 1's names", field(`greeting: str = Field("@1", env=["HELLO", "HI"])`, { imports: one }), "HELLO"],
    ["version 2 knows no such name", field(`greeting: str = Field("@1", env="HELLO")`), "GREETING"],
    ["a base's field", settings(`class Base(BaseSettings):\n    greeting: str = "@1"\nclass Settings(Base):\n    other: int = 1`), "GREETING"],
    ["an override", settings(`class Base(BaseSettings):\n    greeting: str = "@2"\nclass Settings(Base):\n    greeting: str = "@1"`), "GREETING"],
    ["a base beside another", settings(`class Mixin:\n    pass\nclass Settings(Mixin, BaseSettings):\n    greeting: str = "@1"`), "GREETING"],
    ["another file's base", { ...settings(`from base import Base\nclass Settings(Base):\n    greeting: str = "@1"`), "base.py": `${head}class Base(BaseSettings):\n    pass\n` }, "GREETING"],
    ["a mapping inside", settings(`class Auth(BaseModel):\n    greeting: str = "@1"\nclass Settings(BaseSettings):\n    model_config = SettingsConfigDict(env_nested_delimiter="__")\n    auth: Auth = Auth()`, { use: "settings.auth.greeting" }), "AUTH__GREETING"],
    ["a declared mapping inside", settings(`class Auth(BaseModel):\n    greeting: str = "@1"\nclass Settings(BaseSettings):\n    model_config = SettingsConfigDict(env_nested_delimiter="__")\n    auth: Auth`, { use: "settings.auth.greeting" }), "AUTH__GREETING"],
    ["a mapping inside, made by its class", settings(`class Auth(BaseModel):\n    greeting: str = "@1"\nclass Settings(BaseSettings):\n    model_config = SettingsConfigDict(env_nested_delimiter="__")\n    auth: Auth = Field(default_factory=Auth)`, { use: "settings.auth.greeting" }), "AUTH__GREETING"],
    ["settings inside settings", settings(`class Auth(BaseSettings):\n    model_config = SettingsConfigDict(env_prefix="AUTH_")\n    greeting: str = "@1"\nclass Settings(BaseSettings):\n    auth: Auth = Auth()`, { use: "settings.auth.greeting" }), "AUTH_GREETING"],
    ["an instance where it is used", { "app.py": `${head}import jwt\nclass Settings(BaseSettings):\n    greeting: str = "@1"\njwt.encode({}, Settings().greeting)\n`, "config.py": "" }, "GREETING"],
    ["a cached function", settings(`from functools import lru_cache\nclass Settings(BaseSettings):\n    greeting: str = "@1"\n@lru_cache()\ndef get_settings() -> Settings:\n    return Settings()`, { make: "settings = get_settings()" }), "GREETING"],
    ["another variable's default", field(`greeting: str = os.getenv("HELLO", "@1")`), "HELLO"],
    ["or-ed", field(`greeting: str = "@1"`, { use: `settings.greeting or "@2"` }), "GREETING"],
  ])("%s", (_, project, name) => {
    expect(said(project).map((line) => line.replace(/^(config|app)\.py (SecretStr|Field)?/, "").replace("DEFAULT", `"@1"`))).toEqual([`"@1" default-fallback-key ${name}`]);
  });

  test.each<[string, string]>([
    ["a dependency", "from fastapi import Depends\n@app.get('/')\ndef route(settings: Settings = Depends(get_settings)):\n    jwt.encode({}, settings.greeting)"],
    ["an annotated dependency", "from fastapi import Depends\n@app.get('/')\ndef route(settings: Annotated[Settings, Depends(get_settings)]):\n    jwt.encode({}, settings.greeting)"],
    ["a call", "def route():\n    jwt.encode({}, get_settings().greeting)"],
    ["an instance's attribute", "class Tokens:\n    def __init__(self):\n        self.settings = get_settings()\n    def issue(self):\n        jwt.encode({}, self.settings.greeting)"],
  ])("used through %s", (_, use) => {
    const config = `${head}from functools import lru_cache\nclass Settings(BaseSettings):\n    greeting: str = "@1"\n@lru_cache\ndef get_settings():\n    return Settings()\n`;
    expect(said({ "config.py": config, "app.py": `import jwt\nfrom typing import Annotated\nfrom config import Settings, get_settings\n${use}\n` })).toEqual([`config.py "@1" default-fallback-key GREETING`]);
  });

  test("the trail leads from the field to the use", () => {
    expect(shownWithTrail(field(`greeting: str = "@1"`))).toEqual([`config.py:6 "@1" default-fallback-key GREETING > config.py:6 greeting > config.py:5 Settings > config.py:7 settings > app.py:2 settings > app.py:3 used as a key`]);
  });

  test.each<[string, Project, string]>([
    ["by the field's name", { "config.py": `${head}class Settings(BaseSettings):\n    jwt_secret: str = "@1"\n` }, "JWT_SECRET"],
    ["by the variable's name", { "config.py": `${head}class Settings(BaseSettings):\n    model_config = SettingsConfigDict(env_prefix="JWT_")\n    secret: str = "@1"\n` }, "JWT_SECRET"],
    ["by an alias in the annotation", { "config.py": `${head}class Settings(BaseSettings):\n    greeting: Annotated[str, Field(alias="JWT_SECRET")] = "@1"\n` }, "JWT_SECRET"],
  ])("found %s alone", (_, project, name) => {
    expect(said(project)).toEqual([`config.py "@1" default-fallback-key ${name}`]);
  });
});

describe("pydantic: a field's variable is known", () => {
  const required = (text: string, use = "settings.greeting"): Project => field(text, { use });
  test.each<[string, Project, string]>([
    ["required", required("greeting: str"), "GREETING"],
    ["required in capitals", required("GREETING: str", "settings.GREETING"), "GREETING"],
    ["required by Field", required("greeting: str = Field(..., min_length=8)"), "GREETING"],
    ["optional", required("greeting: Optional[str] = None"), "GREETING"],
    ["a secret", required("greeting: SecretStr", "settings.greeting.get_secret_value()"), "GREETING"],
    ["behind a prefix", required(`model_config = SettingsConfigDict(env_prefix="SHOP_")\ngreeting: str`), "SHOP_GREETING"],
    ["under another name", required(`greeting: str = Field(alias="HELLO")`), "HELLO"],
    ["under the second name", required(`greeting: str = Field(validation_alias=AliasChoices("HI", "HELLO"))`), "HELLO"],
    ["inside", settings(`class Auth(BaseModel):\n    greeting: str\nclass Settings(BaseSettings):\n    model_config = SettingsConfigDict(env_nested_delimiter="__")\n    auth: Auth`, { use: "settings.auth.greeting" }), "AUTH__GREETING"],
  ])("%s", (_, project, name) => {
    expect(said({ ...project, ".env": `${name}=@2\n` })).toEqual([`.env @2 committed-env-file ${name}`]);
  });

  test("with a default, both are keys", () => {
    const project = field(`greeting: str = Field("@1", validation_alias=AliasChoices("HELLO", "HI"))`, { more: { ".env": "HI=@2\n", "compose.yml": "environment:\n  HELLO: @3\n" } });
    expect(said(project)).toEqual([".env @2 committed-env-file HI", "compose.yml @3 hardcoded-key HELLO", `config.py "@1" default-fallback-key HELLO`]);
  });
});

describe("pydantic: what is given or made", () => {
  test.each<[string, Project, readonly string[]]>([
    ["given when it is made", field("greeting: str", { make: `settings = Settings(greeting="@1")` }), [`config.py "@1" hardcoded-key greeting`]],
    ["made at each start", field("greeting: str = Field(default_factory=lambda: secrets.token_hex(32))"), ["config.py secrets.token_hex(32) ephemeral-key GREETING"]],
    ["made when the file is read", field("greeting: str = secrets.token_urlsafe(32)"), ["config.py secrets.token_urlsafe(32) ephemeral-key GREETING"]],
    ["empty", { ...field(`greeting: str = ""`), "app.py": "from itsdangerous import Signer\nfrom config import settings\nSigner(settings.greeting)\n" }, [`config.py "" empty-key GREETING`]],
    ["no entry of the settings", field(`def greeting(self):\n    return "@1"`, { use: "settings.greeting()" }), [`config.py "@1" hardcoded-key jwt.encode`]],
  ])("%s", (_, project, found) => {
    expect(said(project)).toEqual(found);
  });
});

describe("pydantic: what fails closed is silent", () => {
  test.each<[string, Project]>([
    ["required", field("greeting: str")],
    ["declared anew", settings(`class Base(BaseSettings):\n    greeting: str = "@1"\nclass Settings(Base):\n    greeting: str`)],
    ["None", field("greeting: Optional[str] = None")],
    ["...", field("greeting: str = ...")],
    ["too short for itself", field(`greeting: str = Field("dev", min_length=32)`)],
    ["too short for its annotation", field(`greeting: Annotated[str, Field(min_length=32)] = "dev"`)],
    ["refused by a validator", field(`greeting: str = "changethis"\n@field_validator("greeting")\n@classmethod\ndef check(cls, v):\n    if v == "changethis":\n        raise ValueError("set it")\n    return v`)],
    ["too short for a validator", field(`greeting: str = "dev"\n@field_validator("greeting", mode="after")\ndef check(cls, value):\n    if len(value) < 32:\n        raise ValueError("set it")\n    return value`)],
    ["refused by a validator of all", field(`greeting: str = "changethis"\n@field_validator("*")\ndef check(cls, v):\n    if v == "changethis":\n        raise ValueError("set it")\n    return v`)],
    ["refused by version 1's validator", field(`greeting: str = "changethis"\n@validator("greeting", pre=True)\ndef check(cls, v, values):\n    if v == "changethis":\n        raise ValueError("set it")\n    return v`, { imports: one })],
    ["refused by the model", field(`greeting: str = "changethis"\n@model_validator(mode="after")\ndef check(self):\n    if self.greeting == "changethis":\n        raise ValueError("set it")\n    return self`)],
    ["empty, and made by a validator", field(`greeting: str = ""\n@field_validator("greeting")\ndef make(cls, v):\n    return v or load()`)],
    ["a function that is not known", field("greeting: str = Field(default_factory=load)")],
  ])("%s", (_, project) => {
    expect(said(project)).toEqual([]);
  });

  test("another field's validator refuses nothing", () => {
    expect(said(field(`greeting: str = "changethis"\nother: str = ""\n@field_validator("other")\ndef check(cls, v):\n    if v == "changethis":\n        raise ValueError("set it")\n    return v`))).toHaveLength(1);
  });
});
