import { expect, test } from "vitest";
import { shown, type Project } from "../support/shown.ts";

const validator = (names: string, ...body: readonly string[]): string => `    @field_validator(${names}, check_fields=False)\n    @classmethod\n    def fill(cls, v):\n${body.map((line) => `        ${line}\n`).join("")}`;
const imports = "import secrets\nfrom pydantic import field_validator\nfrom pydantic_settings import BaseSettings\n";
const settings = (body: string, base = "BaseSettings", head = "", more: Project = {}): Project => ({
  "app.py": `from itsdangerous import Signer\n${imports}${head}class Settings(${base}):\n    greeting: str = ""\n${body}Signer(Settings().greeting)\n`, ...more,
});
const filling = validator(`"greeting"`, "return v or secrets.token_hex(32)");
const base = `class Base(BaseSettings):\n${filling}`;

/** An empty default is no key when the program puts another value in its place. */
test.each<[string, Project, boolean]>([
  ["none", settings(""), false],
  ["one that makes a key", settings(filling), true],
  ["one that gives back what it is given", settings(validator(`"greeting"`, "return v")), false],
  ["of another field", settings(validator(`"other"`, "return v or secrets.token_hex(32)")), false],
  ["of each field", settings(validator(`"*"`, "return v or secrets.token_hex(32)")), true],
  ["of two fields", settings(validator(`"other", "greeting"`, "return v or secrets.token_hex(32)")), true],
  ["with two returns", settings(validator(`"greeting"`, "if v:", "    return v", "return secrets.token_hex(32)")), true],
  ["a base's", settings("", "Base", base), true],
  ["of a base in another file", settings("", "Base", "from base import Base\n", { "base.py": `${imports}${base}` }), true],
  ["a base's base's", settings("", "Middle", `${base}class Middle(Base):\n    pass\n`), true],
  ["a base without one", settings("", "Base", "class Base(BaseSettings):\n    pass\n"), false],
  ["another decorator", settings(`    @other("greeting")\n    def fill(self, v):\n        return v or secrets.token_hex(32)\n`), false],
  ["no decorator", settings("    def fill(self, v):\n        return v or secrets.token_hex(32)\n"), false],
])("a validator, %s", (_, project, isFilled) => {
  expect(shown(project).map((line) => line.replace(/^\S+ /, ""))).toEqual(isFilled ? [] : [`"" empty-key GREETING`]);
});
