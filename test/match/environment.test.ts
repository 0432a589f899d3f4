import { describe, expect, test } from "vitest";
import { lintFiles } from "../support/lint.ts";
import { shown, shownWithTrail } from "../support/shown.ts";

const app = `import os
from flask import Flask
app = Flask(__name__)
app.secret_key = os.environ["GREETING"]
`;

describe("a variable that reaches a slot", () => {
  test("makes its values keys, with the code on the trail", () => {
    expect(shownWithTrail({ "app.py": app, ".env": "GREETING=@1\n" })).toEqual([
      ".env:1 @1 committed-env-file GREETING > .env:1 GREETING > app.py:4 GREETING",
    ]);
  });

  test.each<readonly [string, string, string]>([
    ["an environment file", ".env.production", "GREETING=zebra\n"],
    ["compose", "compose.yml", "services:\n  web:\n    environment:\n      - GREETING=zebra\n"],
    ["a ConfigMap", "k8s/config.yaml", "apiVersion: v1\nkind: ConfigMap\ndata:\n  GREETING: zebra\n"],
    ["a Deployment", "k8s/web.yaml", "spec:\n  containers:\n    - env:\n        - name: GREETING\n          value: zebra\n"],
    ["a chart's values", "chart/values.yaml", "env:\n  GREETING: zebra\n"],
    ["JSON", "app.json", `{"env": {"GREETING": {"value": "zebra"}}}`],
  ])("is found in %s", (_, path, text) => {
    expect(shown({ "app.py": app, [path]: text })).toHaveLength(1);
  });

  test("with a default in the code, both are keys", () => {
    const code = app.replace(`os.environ["GREETING"]`, `os.getenv("GREETING", "zebra")`);
    expect(shown({ "app.py": code, ".env": "GREETING=@1\n" })).toEqual([
      ".env:1 @1 committed-env-file GREETING",
      `app.py:4 "zebra" default-fallback-key GREETING`,
    ]);
  });

  test("is followed through another variable, and another", () => {
    expect(shownWithTrail({
      "app.py": app,
      "compose.yml": "services:\n  web:\n    environment:\n      GREETING: ${HELLO}\n",
      ".env": "WELCOME=@1\nHELLO=$WELCOME\n",
    })).toEqual([".env:1 @1 committed-env-file HELLO > .env:1 WELCOME > .env:2 HELLO > compose.yml:4 HELLO > app.py:4 GREETING"]);
  });

  test("is followed through a chart's template to its values", () => {
    expect(shown({
      "app.py": app,
      "chart/Chart.yaml": "name: x\n",
      "chart/templates/web.yaml": "env:\n  - name: GREETING\n    value: {{ .Values.web.hello | quote }}\n",
      "chart/values.yaml": "web:\n  hello: zebra\n  other: zebra\n",
      "other/values.yaml": "web:\n  hello: zebra\n",
    })).toEqual(["chart/values.yaml:2 zebra low-entropy-key .Values.web.hello"]);
  });

  test("in a class for tests, its values are for tests", () => {
    const code = `import os\nfrom flask import Flask\nclass TestConfig:\n    SECRET_KEY = os.environ["GREETING"]\napp = Flask(__name__)\napp.config.from_object(TestConfig)\n`;
    expect(shown({ "app.py": code, ".env": "GREETING=@1\n" })).toEqual([".env:1 @1 committed-env-file GREETING in test"]);
  });
});

describe("a variable's project", () => {
  const monorepo = (path: string, text: string): readonly string[] => shown({
    "package.json": "{}", "api/requirements.txt": "flask\n", "api/app.py": app, "web/package.json": "{}", "jobs/requirements.txt": "x\n", [path]: text,
  });

  test.each<readonly [string, string]>([
    ["api/.env", "GREETING=zebra\n"],
    ["api/deploy/prod.env", "GREETING=zebra\n"],
    [".env", "GREETING=zebra\n"],
    ["docker-compose.yml", "services:\n  any:\n    environment:\n      GREETING: zebra\n"],
    ["deploy/compose.yml", "services:\n  a:\n    build: ../api\n    environment:\n      GREETING: zebra\n"],
  ])("%s supplies it", (path, text) => {
    expect(monorepo(path, text)).toHaveLength(1);
  });

  test.each<readonly [string, string]>([
    ["web/.env", "GREETING=zebra\n"],
    ["jobs/.env", "GREETING=zebra\n"],
    ["deploy/compose.yml", "services:\n  a:\n    build: ../web\n    environment:\n      GREETING: zebra\n"],
  ])("%s does not", (path, text) => {
    expect(monorepo(path, text)).toEqual([]);
  });
});

describe("what is silent", () => {
  test.each<readonly [string, Readonly<{ [path: string]: string }>]>([
    ["a variable that reaches nothing", { "app.py": `import os\nprint(os.environ["GREETING"])\n`, ".env": "GREETING=zebra\n" }],
    ["one of its name in no file", { "app.py": app }],
    ["an empty value", { "app.py": app, ".env": "GREETING=\n", "compose.yml": "environment:\n  - GREETING=\n" }],
    ["a value handed on from outside", { "app.py": app, "compose.yml": "environment:\n  GREETING: ${GREETING}\n" }],
    ["a provider's secret that a HMAC takes", { "app.js": `const crypto = require("crypto");\ncrypto.createHmac("sha256", process.env.FACEBOOK_SECRET);\n`, ".env": "FACEBOOK_SECRET=zebra\n" }],
    ["a comment", { "app.py": app, ".env": "# GREETING=zebra\n" }],
    ["a stand-in in a sample", { "app.py": app, ".env.example": "GREETING=changeme\n" }],
    ["a key in small letters out of a form", { "app.js": `const jwt = require("jsonwebtoken");\njwt.sign({}, form.get("secret"));\n`, "data.json": `[{"secret": "zebra"}]` }],
  ])("%s", (_, project) => {
    expect(shown(project)).toEqual([]);
  });
});

describe("a stand-in in a sample", () => {
  test.each([
    ["package.json", `{ "scripts": { "setup": "cp .env-template .env" } }`],
    ["package.json", `{ "scripts": { "setup": "echo n | cp -vip .env-template .env | true && cd client" } }`],
    ["setup.sh", "echo settings; [ -f .env ] || cp .env-template .env\n"],
    ["Dockerfile", "COPY .env-template .env\n"],
    ["load.py", `load_dotenv(".env-template")\n`],
  ])("is the key where %s installs it: %s", (path, text) => {
    expect(shown({ "app.py": app, ".env-template": "GREETING=changeme\n", [path]: text })).toEqual([".env-template:1 changeme placeholder-key GREETING"]);
  });

  test.each([
    ["setup.sh", "echo 'cp .env-template .env'\n"],
    ["setup.sh", "# cp .env-template .env\n"],
    ["check.js", `console.log("copy .env-template to .env");\n`],
  ])("is none where %s only speaks of it: %s", (path, text) => {
    expect(shown({ "app.py": app, ".env-template": "GREETING=changeme\n", [path]: text })).toEqual([]);
  });
});

test("a file that cannot be understood is told once, however often it is looked at", () => {
  const compose = "# GREETING\nenvironment:\n\tJWT_SECRET: zebra\n\tOTHER: [\n";
  const { failures, findings } = lintFiles({ "app.py": app, "compose.yml": compose, "broken.yml": "GREETING: [\n: :\n", ".env": "GREETING=$NEXT\nNEXT=zebra\n" });
  expect(failures.map(({ path }) => path)).toEqual(["broken.yml", "compose.yml"]);
  expect(findings.map(({ region }) => region.path)).toEqual([".env", "compose.yml"]);
});
