import { describe, expect, test } from "vitest";
import { hermetic, repositoryWith } from "../discover/repository.ts";
import { clean, keylint, leak, leakInJavaScript } from "./keylint.ts";
import { walk } from "./walk.ts";

const files = {
  "app.py": leak, "src/app.py": clean, "src/util.py": "def add(a, b):\n    return a + b\n", "web/index.js": leakInJavaScript, "web/add.js": "export const add = (a, b) => a + b;\n",
  "web/token.test.js": 'const jwt = require("../index");\njwt.sign({}, "keyboard cat");\n', "package.json": '{"name": "app"}', "compose.yaml": "services:\n  web:\n    environment:\n      SECRET_KEY: changeme\n",
  "requirements.txt": "flask\n", "README.md": "# app\n", "deploy/values.yaml": "replicas: 1\n", ".gitignore": "*.log\n",
};

describe("after whatever was done to a tree, the report is the one that is made without the cache", () => {
  test.each([1, 2, 3])("seed %d", (seed) => {
    const { wrong, again } = walk({ root: repositoryWith(files), seed, steps: 25, run: keylint, env: hermetic });
    expect(wrong).toEqual([]);
    expect(again, "reports that were printed again: without any, nothing was tested").toBeGreaterThan(5);
  });
});
