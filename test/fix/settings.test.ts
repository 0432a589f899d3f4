import { describe, expect, test } from "vitest";
import { key, mended } from "./fixed.ts";

const app = { "app.py": 'import os\nfrom flask import Flask\n\napp = Flask(__name__)\napp.secret_key = os.environ["SECRET_KEY"]\n' };
const read = "${SECRET_KEY:?set SECRET_KEY}";

describe("compose files ask for the variable", () => {
  test.each([
    ["an entry", `SECRET_KEY: ${key}`, `SECRET_KEY: ${read}`],
    ["an entry in quotes, with a comment", `SECRET_KEY: "${key}"  # the key`, `SECRET_KEY: "${read}"  # the key`],
    ["one of a list", `- SECRET_KEY=${key}`, `- SECRET_KEY=${read}`],
    ["one of a list in quotes", `- "SECRET_KEY=${key}"`, `- "SECRET_KEY=${read}"`],
    ["a default", `SECRET_KEY: \${SECRET_KEY:-${key}}`, `SECRET_KEY: ${read}`],
    ["a default for what is missing", `- SECRET_KEY=\${SECRET_KEY-${key}}`, `- SECRET_KEY=${read}`],
    ["a default of another variable", `SECRET_KEY: \${APP_KEY:-${key}}`, "SECRET_KEY: ${APP_KEY:?set APP_KEY}"],
  ])("%s", (_, before, after) => {
    const text = (line: string): string => `services:\n  web:\n    image: web\n    environment:\n      ${line}\n    ports: ["80:80"]\n`;
    expect(mended("docker-compose.yml", text(before), app)).toBe(text(after));
  });

  test("what spans lines, or is more than the value, is left to people", () => {
    for (const line of [`SECRET_KEY: >-\n        ${key}`, `{ SECRET_KEY: ${key} }`, `SECRET_KEY: ${key}\${SUFFIX}`]) {
      const text = `services:\n  web:\n    image: web\n    environment:\n      ${line}\n`;
      expect(mended("compose.yaml", text, app)).toBe(text);
    }
  });
});

describe("shell scripts stop", () => {
  test("at a default", () => {
    expect(mended("run.sh", `#!/bin/sh\nexport SECRET_KEY="\${SECRET_KEY:-${key}}"\nexec flask run\n`, app)).toBe(`#!/bin/sh\nexport SECRET_KEY="${read}"\nexec flask run\n`);
  });
});
