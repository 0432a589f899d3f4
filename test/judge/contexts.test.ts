import { expect, test } from "vitest";
import { lintFiles } from "../support/lint.ts";

/** Where each finding is used, in the order of the places. */
function contexts(path: string, text: string): readonly string[] {
  return lintFiles({ [path]: text }).findings.map(({ context }) => context);
}

test.each<[string, string, string, readonly string[]]>([
  ["stages of a file of secrets", "config/secrets.yml", "development:\n  secret_key_base: zebra\ntest:\n  secret_key_base: river\nproduction:\n  secret_key_base: crossing\n", ["development", "test", "production"]],
  ["a service of compose", "compose.yml", "services:\n  web:\n    environment:\n      SECRET_KEY: zebra\n", ["production"]],
  ["pytest's variables in pyproject.toml", "pyproject.toml", '[tool.pytest_env]\nSECRET_KEY = "zebra"\n[tool.other.env]\nSECRET_KEY = "river"\n', ["test", "production"]],
  ["pytest's options in pyproject.toml", "pyproject.toml", '[tool.pytest.ini_options]\nenv = ["SECRET_KEY=zebra"]\n', ["test"]],
  ["pytest's section of setup.cfg", "setup.cfg", "[metadata]\nname = shop\n[tool:pytest]\nenv =\n    SECRET_KEY=zebra\n", ["test"]],
  ["pytest.ini", "pytest.ini", "[pytest]\nenv =\n    SECRET_KEY = zebra\n", ["test"]],
])("%s", (_, path, text, expected) => {
  expect(contexts(path, text)).toEqual(expected);
});
