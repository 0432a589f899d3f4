import { expect, test } from "vitest";
import { lintFiles } from "../support/lint.ts";

const config = 'import os\nclass Config:\n    SECRET_KEY = os.environ.get("SECRET_KEY") or "zebra"\n';
const app = "from flask import Flask\nfrom config import Config\ndef create_app(config_class=Config):\n    app = Flask(__name__)\n    app.config.from_object(config_class)\n    return app\n";

test("a framework's own setting leads what else the program does with it", () => {
  const tokens = 'from flask import current_app\nfrom itsdangerous import URLSafeTimedSerializer\ndef make():\n    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"])\n';
  expect(lintFiles({ "config.py": config, "app.py": app, "tokens.py": tokens }).findings).toMatchObject([{ slot: "flask/secret-key", evidence: "api" }]);
});

test("the way that is shown is the program's, not a test's", () => {
  const tests = "from app import create_app\nfrom config import Config\nclass TestConfig(Config):\n    TESTING = True\ndef test_it():\n    create_app(TestConfig)\n";
  const [finding] = lintFiles({ "config.py": config, "app.py": app, "tests.py": tests }).findings;
  expect(finding?.context).toBe("production");
  expect(finding?.trail.map(({ path }) => path)).not.toContain("tests.py");
});

test("where one way is guarded and another is not, the other counts", () => {
  const server = 'const session = require("express-session");\nconst secret = process.env.KEY || "zebra";\nif (process.env.NODE_ENV === "development") app.use(session({ secret }));\nadmin.use(session({ secret }));\n';
  expect(lintFiles({ "server.js": server }).findings).toMatchObject([{ context: "production" }]);
});
