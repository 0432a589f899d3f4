import { expect, test } from "vitest";
import { lintFiles } from "../support/lint.ts";

const settings = `SECRET_KEY = "416c111b8b7832c559cbc0f861c4bfccafe2c4c620742ab1f8eaa3b38180aef1"\n`;

/** Which framework a setting that several know is taken for. */
function frameworkIn(files: { [path: string]: string }): string | undefined {
  return lintFiles({ "settings.py": settings, ...files }).findings.find(({ region }) => region.path === "settings.py")?.framework;
}

test.each<[string, { [path: string]: string }, string]>([
  ["a requirement", { "requirements.txt": "Django==5.1\n" }, "django"],
  ["a requirement of the folder above", { "requirements.txt": "flask\n" }, "flask"],
  ["a longer name that begins so", { "requirements.txt": "django-nothing\n" }, "generic"],
  ["a keyword of package.json", { "package.json": `{"keywords": ["django"], "description": "for django"}` }, "generic"],
  ["no manifest", {}, "generic"],
])("%s", (_, files, framework) => {
  expect(frameworkIn(files)).toBe(framework);
});
