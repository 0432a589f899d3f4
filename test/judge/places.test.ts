import { describe, expect, test } from "vitest";
import { placeOf } from "../../src/place.ts";
import { findingsIn, type Project } from "../support/shown.ts";

const at = (path: string): Project => ({ [path]: /\.py$/.test(path) ? `from flask import Flask\napp = Flask(__name__)\napp.secret_key = "@1"\n` : `const jwt = require("jsonwebtoken");\njwt.sign({}, "@1");\n` });
const python = (text: string): Project => ({ "app.py": `import os\nfrom flask import Flask\napp = Flask(__name__)\n${text}\n` });
const javascript = (text: string): Project => ({ "app.js": `const jwt = require("jsonwebtoken");\n${text}\n` });

const contexts = (project: Project): readonly string[] => findingsIn(project).map(({ context }) => context);

describe("a path says where the program would run", () => {
  test.each([
    ["app.py", "production"], ["src/contest/app.py", "production"], ["latest/app.js", "production"], ["attestation.py", "production"], ["src/devices/app.js", "production"],
    ["tests/app.py", "test"], ["src/__tests__/app.js", "test"], ["test_app.py", "test"], ["app.test.js", "test"], ["app.spec.ts", "test"], ["types/app.tst.ts", "test"], ["types/app.test-d.ts", "test"], ["conftest.py", "test"],
    ["docs/app.py", "docs"], ["examples/shop/app.py", "example"], ["demo/app.js", "example"], ["settings/local.py", "development"], ["config.dev.js", "development"],
    ["examples/tests/app.py", "test"], ["docs/examples/app.py", "docs"],
  ])("%s: %s", (path, context) => {
    expect(contexts(at(path))).toEqual([context]);
  });
});

describe("a class, a branch or a test of the environment says it", () => {
  test.each<[string, Project, readonly string[]]>([
    ["classes by their names", { "config.py": `from flask import Flask\nclass Config:\n    SECRET_KEY = "@1"\nclass DevelopmentConfig(Config):\n    SECRET_KEY = "@2"\nclass TestingConfig(Config):\n    SECRET_KEY = "@3"\nclass ProductionConfig(Config):\n    SECRET_KEY = "@4"\n` }, ["production", "development", "test", "production"]],
    ["if DEBUG", python(`if DEBUG:\n    app.secret_key = "@1"\nelse:\n    app.secret_key = "@2"`), ["development", "production"]],
    ["a setting's", python(`if settings.ENVIRONMENT == "local":\n    app.secret_key = "@1"`), ["development"]],
    ["an application's", python(`if app.debug:\n    app.secret_key = "@1"`), ["development"]],
    ["Flask's variable", python(`if os.getenv("FLASK_ENV") == "development":\n    app.secret_key = "@1"`), ["development"]],
    ["an option of the command line", python(`import argparse\nparser = argparse.ArgumentParser()\nparser.add_argument("--dev", action="store_true")\nargs = parser.parse_args()\nif args.dev:\n    app.secret_key = "@1"`), ["development"]],
    ["missing, and in debug mode", python(`key = os.environ.get("APP")\nif not key and DEBUG:\n    key = "@1"\napp.secret_key = key`), ["development"]],
    ["not otherwise than in debug mode", python(`if not (not DEBUG):\n    app.secret_key = "@1"`), ["development"]],
    ["debug mode or tests", python(`if DEBUG or TESTING:\n    app.secret_key = "@1"`), ["development"]],
    ["debug mode or anything else", python(`if DEBUG or os.environ.get("REGION"):\n    app.secret_key = "@1"`), ["production"]],
    ["tests only", python(`if TESTING and os.environ.get("REGION"):\n    app.secret_key = "@1"`), ["test"]],
    ["one of several stages", python(`if os.environ["STAGE"] in ("dev", "local", "test"):\n    app.secret_key = "@1"`), ["development"]],
    ["none of several stages", python(`if os.environ["STAGE"] not in ("production", "staging"):\n    app.secret_key = "@1"`), ["development"]],
    ["production among several", python(`if os.environ["STAGE"] in ("production", "staging"):\n    app.secret_key = "@1"`), ["production"]],
    ["under a test runner", python(`import sys\nif "pytest" in sys.modules:\n    app.secret_key = "@1"`), ["test"]],
    ["not in production and not set", javascript(`let key = process.env.APP;\nif (!key && process.env.NODE_ENV !== "production") key = "@1";\njwt.sign({}, key);`), ["development"]],
    ["IS_DEV", javascript(`const IS_DEV = process.env.NODE_ENV === "development";\nconst key = IS_DEV ? "@1" : process.env.APP;\njwt.sign({}, key);`), ["development"]],
    ["a list of stages", javascript(`const key = ["development", "test"].includes(process.env.NODE_ENV) ? "@1" : process.env.APP;\njwt.sign({}, key);`), ["development"]],
    ["what a bundler says", javascript(`const key = import.meta.env.DEV ? "@1" : process.env.APP;\njwt.sign({}, key);`), ["development"]],
    ["a constant of a bundler", javascript(`const key = __DEV__ ? "@1" : process.env.APP;\njwt.sign({}, key);`), ["development"]],
    ["not live", javascript(`if (!isProduction && !process.env.APP) jwt.sign({}, "@1");`), ["development"]],
    ["if not DEBUG", python(`if not settings.DEBUG:\n    app.secret_key = "@1"`), ["production"]],
    ["a stage", python(`if os.environ.get("STAGE") == "development":\n    app.secret_key = "@1"\nelif os.environ.get("STAGE") == "production":\n    app.secret_key = "@2"`), ["development", "production"]],
    ["not production", python(`if os.environ.get("STAGE") != "production":\n    app.secret_key = "@1"`), ["development"]],
    ["a conditional expression", python(`app.secret_key = "@1" if app.debug else os.environ["APP"]`), ["development"]],
    ["match", python(`match os.environ["STAGE"]:\n    case "production":\n        key = "@1"\n    case "development":\n        key = "@2"\napp.secret_key = key`), ["production", "development"]],
    ["NODE_ENV", javascript(`const key = process.env.NODE_ENV === "production" ? "@1" : "@2";\njwt.sign({}, key);`), ["production", "development"]],
    ["not NODE_ENV", javascript(`const key = process.env.NODE_ENV !== "production" ? "@1" : process.env.APP;\njwt.sign({}, key);`), ["development"]],
    ["switch", javascript(`let key;\nswitch (process.env.NODE_ENV) {\n  case "test":\n    key = "@1";\n    break;\n  case "development":\n    key = "@2";\n    break;\n  default:\n    key = "@3";\n}\njwt.sign({}, key);`), ["test", "development", "production"]],
    ["an early return", javascript(`function key() {\n  if (process.env.NODE_ENV === "production") return process.env.APP;\n  return "@1";\n}\njwt.sign({}, key());`), ["development"]],
    ["what a runner sets for its tests", { "vite.config.ts": `import { defineConfig } from "vitest/config";\nexport default defineConfig({ test: { env: { ENCRYPTION_KEY: "@1" } } });\n` }, ["test"]],
    ["a stage of several in one mapping", { "config.js": `module.exports = { development: { jwtSecret: "@1" }, production: { jwtSecret: "@2" } };\n` }, ["development", "production"]],
    ["a condition of another kind", python(`if os.environ.get("REGION") == "eu":\n    app.secret_key = "@1"`), ["production"]],
  ])("%s", (_, project, expected) => {
    expect(contexts(project)).toEqual(expected);
  });

  test.each<[string, string, string, string]>([
    ["changes what is imported", "vitest", `vi.mock("server-only", () => ({}));`, "test"],
    ["has a hook", "vitest", `beforeAll(() => {});`, "test"],
    ["has tests in a suite", "vitest", `describe.skip("sums", () => {});`, "test"],
    ["calls what Jest gives", "@jest/globals", `jest.setTimeout(5);`, "test"],
    ["imports it only", "vitest", ``, "production"],
    ["counts calls, as any program can", "vitest", `const counting = vi.fn();`, "production"],
    ["holds its tests itself", "vitest", `if (import.meta.vitest) beforeAll(() => {});`, "production"],
    ["gives tests a helper", "vitest", `export function prepare() { vi.mock("server-only", () => ({})); }`, "production"],
    ["imports it from elsewhere", "./vitest", `vi.mock("server-only", () => ({}));`, "production"],
    ["imports a part of it that is no test", "vitest/config", `describe("sums");`, "production"],
  ])("a file that %s", (_, from, text, context) => {
    expect(contexts({ "integration/setup.ts": `import { beforeAll, describe, jest, vi } from "${from}";\nimport jwt from "jsonwebtoken";\n${text}\njwt.sign({}, "@1");` })).toEqual([context]);
  });

  test("a variable that the set-up of tests gives, and why it is a test", () => {
    const [finding] = findingsIn({ "integration/setup.ts": `import { vi } from "vitest";\nvi.mock("server-only", () => ({}));\nprocess.env.BETTER_AUTH_SECRET ??= "@1";\n`, "package.json": `{"dependencies": {"better-auth": "1.0.0"}}` });
    expect(finding).toMatchObject({ context: "test", because: "only the runner of tests can load it" });
  });

  test("the path goes before the class, the class before the branch", () => {
    expect(contexts({ "tests/config.py": `from flask import Flask\nclass DevelopmentConfig:\n    SECRET_KEY = "@1"\n` })).toEqual(["test"]);
    expect(contexts({ "config.py": `from flask import Flask\nclass TestConfig:\n    if DEBUG:\n        SECRET_KEY = "@1"\n` })).toEqual(["test"]);
  });

  test("the file that the key is written in counts, not the one that uses it", () => {
    const found = findingsIn({ "keys.py": `KEY = "@1"\n`, "tests/test_app.py": `from flask import Flask\nfrom keys import KEY\napp = Flask(__name__)\napp.secret_key = KEY\n` });
    expect(found.map(({ region, context }) => `${region.path} ${context}`)).toEqual(["keys.py production"]);
  });

  test("the finding says why", () => {
    expect(findingsIn({ ...at("examples/app.py") }).map(({ because }) => because)).toEqual(["the folder is called examples"]);
    expect(findingsIn(at("app.py"))[0]).not.toHaveProperty("because");
  });

  test("development is one level lower, tests and examples are notes", () => {
    expect([at("app.py"), at("local/app.py"), at("examples/app.py"), at("tests/app.py")].flatMap((project) => findingsIn(project)).map(({ level, lowered }) => `${level} ${lowered}`)).toEqual(["error false", "warning true", "note true", "note true"]);
  });
});

/** The context of a value in a class or function of this name, in a file that says nothing. */
function within(name: string): string {
  return placeOf({ path: "app/config.py", within: [name], guards: [] }).context;
}

test.each([
  ["TestingConfig", "test"],
  ["TestConfig", "test"],
  ["UnitTests", "test"],
  ["test_login", "test"],
  ["TESTING", "test"],
  ["StatelessStateStore", "production"],
  ["LatestConfig", "production"],
  ["ContestSettings", "production"],
  ["attestation", "production"],
  ["DevelopmentConfig", "development"],
])("a value in %s is in %s", (name, context) => {
  expect(within(name)).toBe(context);
});

test.each([
  ["netbox/configuration_testing.py", "test"],
  ["settings/ci.py", "test"],
  ["config/settings_ci.py", "test"],
  ["app/ci/build.py", "production"],
  [".ci/compose.ci.yaml", "test"],
  ["scripts/ci/upgrade.sh", "test"],
  ["smoketest.py", "test"],
  ["scripts/smoketest_configuration.py", "test"],
  ["packages/web/.jest/setup.ts", "test"],
  ["packages/benchmarks/compose.yml", "test"],
  ["app/policies.py", "production"],
])("a value in the file %s is in %s", (path, context) => {
  expect(placeOf({ path, within: [], guards: [] }).context).toBe(context);
});
