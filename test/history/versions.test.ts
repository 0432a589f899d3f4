import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { behind } from "../../src/behind.ts";
import { kindOf } from "../../src/formats/names.ts";
import { judgeFor } from "../../src/history/judge.ts";
import { Versions } from "../../src/history/versions.ts";
import { writtenIn } from "../../src/screen.ts";
import { seekIn, type Seek } from "../../src/screen/seek.ts";
import { clock } from "../support/clock.ts";
import { randomOf } from "../support/random.ts";

const plans = behind.alonePlans({}, []);
const seeks = new Map<string, Seek>();
function versionsOf(path: string): Versions {
  const seek = seeks.get(path) ?? seekIn(plans, writtenIn(kindOf(path) ?? { id: "", supplies: false }), plans.entriesOf(path));
  seeks.set(path, seek);
  return new Versions(seek, writtenIn(kindOf(path) ?? { id: "", supplies: false }) === "settings");
}

const judge = judgeFor({ repository: { root: "/", env: {} }, noIgnore: false, config: {}, contexts: [], foreign: true, salt: "", today: "2026-01-01" });
/** Undefined where it could not be understood in full: what is said of such a version counts for it alone. */
function keysIn(path: string, text: string): string | undefined {
  const { sightings, failures } = judge.judge(path, Buffer.from(text));
  return failures.length > 0 ? undefined : sightings.map(({ value }) => value).sort().join(" ");
}

const times = (count: number, text: (n: number) => string): string => Array.from({ length: count }, (_, n) => text(n)).join("");

const files: readonly (readonly [string, string])[] = [
  ...["fixtures/article/configured/config.py", "fixtures/article/configured/app.py", "fixtures/article/configured/mapping.py"].map((path) => [path.slice(path.lastIndexOf("/") + 1), readFileSync(new URL(`../../${path}`, import.meta.url), "utf8")] as const),
  ["server.js", `const express = require("express");\nconst session = require("express-session");\nconst SECRET = "changeme";\nconst app = express();\nfunction key() {\n  return "another-key";\n}\n\n\n\n\n\napp.use(session({ secret: SECRET }));\napp.use(require("cookie-parser")(key()));\n`],
  ["imports.js", `import express from "express";\nimport sessions from "express-session";\nimport {\n  sign as make,\n  verify\n} from "jsonwebtoken";\nconst app = express();\n\n\n\napp.use(sessions({ secret: "changeme" }));\n\n\n\nmake({}, "other-key");\n`],
  ["docker-compose.yml", "services:\n  web:\n    image: a\n    environment:\n      SECRET_KEY: changeme\n      JWT_SECRET: ${JWT_SECRET:-fallback}\n  db:\n    image: b\n"],
  ["deployment.yml", `kind: Deployment\nspec:\n  containers:\n    - name: web\n      env:\n${times(60, (n) => `        - name: A_${n}\n          value: "${n}"\n`)}        - name: SECRET_KEY\n          value: "changeme"\n        - value: "another"\n          optional: true\n          name: JWT_SECRET\n        - name: B\n          value: c\n`],
  ["task.json", `{\n  "environment": [\n${times(10, (n) => `    {\n      "name": "A_${n}",\n      "value": "${n}"\n    },\n`)}    {\n      "name": "SECRET_KEY",\n      "value": "changeme"\n    },\n    {\n      "value": "another",\n      "name": "JWT_SECRET"\n    }\n  ]\n}\n`],
  ["main.tf", `resource "a" "b" {\n${times(10, (n) => `  env {\n    name = "A_${n}"\n    value = "${n}"\n  }\n`)}  env {\n    name  = "SECRET_KEY"\n    value = "changeme"\n  }\n  env {\n    value = "another"\n    name = "JWT_SECRET"\n  }\n}\n`],
  ["short.js", `const session = require("express-session");\nconst app = require("express")();\n\n\nconst s = "changeme";\n\n\n\napp.use(session({ secret: s }));\n`],
  ["steps.py", `from flask import Flask\nONE = "changeme"\n\n\n${times(8, (n) => `y${n} = ${n}\n`)}TWO = ONE\n\n\n${times(8, (n) => `x${n} = ${n}\n`)}app = Flask(__name__)\napp.secret_key = TWO\n`],
  ["functions.py", `from flask import Flask\n\n\ndef made():\n    """What signs.\n\n    It is one.\n    """\n    one = 1\n\n    return "changeme"\n\n\n${times(12, (n) => `x${n} = ${n}\n`)}app = Flask(__name__)\napp.secret_key = made()\n`],
  ["functions.js", `const session = require("express-session");\nconst app = require("express")();\nconst made = () => {\n  const one = 1;\n\n  if (one) {\n    two();\n  }\n\n  return "changeme";\n};\n\n\n${times(12, (n) => `const x${n} = ${n};\n`)}app.use(session({ secret: made() }));\n`],
  ["reading.py", `from decouple import (\n    config,\n    Csv,\n)\nfrom environs import Env as E\nfrom os import getenv as ask\n\n\n${times(8, (n) => `y${n} = ${n}\n`)}env = E()\nSECRET_KEY = config("A_SECRET_KEY", default="changeme")\n\n\nJWT_SECRET = env.str("JWT_SECRET", "another")\nx = ask("OTHER_SECRET_KEY", "third")\n`],
  ["reading.js", `const {\n  env,\n} = require("node:process");\nconst all = process;\n\n\n${times(8, (n) => `const x${n} = ${n};\n`)}const a = env.JWT_SECRET || "changeme";\nconst b = all.env.SESSION_SECRET ?? "another";\n`],
  ["anchors.yml", `x-a: &b "changeme"\nservices:\n  web:\n    image: a\n    environment:\n      A: b\n      SECRET_KEY: *b\n`],
  ["start.sh", `${times(10, (n) => `value="other-${n}"\necho "$value"\n`)}value="changeme"\n\n\n\nexport SECRET_KEY="$value"\nrun\n`],
  [".env", "A=1\nSECRET_KEY=changeme\nB=2\nJWT_SECRET=hello\nC=3\n"],
];

/** A text with a line taken out, put in, changed or moved; where braces hold lines together, changed or an empty one put in: no line tells of a brace that is gone. */
function edited(path: string, text: string, pick: (limit: number) => number): string {
  const lines = text.split("\n");
  const at = pick(lines.length);
  const value = createHash("sha256").update(String(pick(1e6))).digest("hex");
  const isBraced = /\.(?:json|tf)$/.test(path);
  const change = isBraced ? [() => lines.splice(at, 0, ""), () => (lines[at] = (lines[at] ?? "").replace(/"[^"]*"(?=,?$)/, `"${value}"`))][pick(2)] : [
    () => lines.splice(at, 1),
    () => lines.splice(at, 0, ["", "# a remark", "x = 1", `OTHER = "${value}"`, `SECRET_KEY = "${value}"`, `SECRET = "${value}"`][pick(6)] ?? ""),
    () => (lines[at] = (lines[at] ?? "").replace(/"[^"]*"/, `"${value}"`)),
    () => lines.push(...lines.splice(at, 2)),
  ][pick(4)];
  change?.();
  return lines.join("\n");
}

describe("versions of a file, one after the other", () => {
  test.each(files)("%s: what is said of a version does not depend on those before it", (path, text) => {
    const { below: pick } = randomOf(7);
    const versions = versionsOf(path);
    let version = text;
    for (let step = 0; step < 300; step++) {
      const bytes = Buffer.from(version);
      expect(versions.next(bytes)).toBe(versionsOf(path).next(bytes));
      version = version.length > 4 * text.length ? text : edited(path, version, pick);
    }
  });

  test.each(files)("%s: versions of which the same is said have the same keys, and one of which nothing is said has none", (path, text) => {
    const { below: pick } = randomOf(11);
    const versions = versionsOf(path);
    const known = new Map<string, string>();
    let [version, shared, silent] = [text, 0, 0];
    for (let step = 0; step < 250; step++) {
      const said = versions.next(Buffer.from(version));
      const keys = keysIn(path, version);
      if (said === undefined) {
        silent++;
        expect(keys ?? "", version).toBe("");
      } else if (keys !== undefined) {
        if (known.has(said)) shared++;
        expect(keys, version).toBe(known.get(said) ?? keys);
        known.set(said, keys);
      }
      version = version.length > 2 * text.length || step % 40 === 39 ? text : edited(path, version, pick);
    }
    expect(shared + silent).toBeGreaterThan(20);
  });

  test("an empty line of Windows ends no block", () => {
    const textWith = (name: string): string => `from os import environ\nclass ${name}:\n    A = 1\n\n    B = 2\n\n    SECRET_KEY = "changeme"\n`.replaceAll("\n", "\r\n");
    const versions = versionsOf("a.py");
    expect(versions.next(Buffer.from(textWith("Production")))).not.toBe(versions.next(Buffer.from(textWith("Testing"))));
  });

  test("thousands of statements among thousands of texts take no long time", () => {
    const versions = versionsOf("a.py");
    const inTime = clock();
    versions.next(Buffer.from(`SECRET_KEY = "changeme"\n${'""""""\n'.repeat(120_000)}${'x = 1\n\nSECRET_KEY = "a"\n\n'.repeat(1_000)}`));
    inTime(2_000);
  });

  test("a file in which names are given a value everywhere is told apart, too", () => {
    const names = Array.from({ length: 150 }, (_, n) => `n${n}`);
    const functions = times(200, (n) => names.map((name) => `def ${name}():\n    return ${n}\n`).join(""));
    const textWith = (end: string): string => `from flask import Flask\napp = Flask(__name__)\napp.secret_key = f(${names.join(", ")})\n${functions}${end}\n`;
    const versions = versionsOf("a.py");
    const inTime = clock();
    const said = ["n0 = 1", "n0 = 2", "n0 = 1"].map((end) => versions.next(Buffer.from(textWith(end))));
    inTime(10_000);
    expect(said[0]).toBeDefined();
    expect(said[1]).not.toBe(said[0]);
    expect(said[2]).toBe(said[0]);
  });

  test("a word that a deletion puts together is seen", () => {
    const versions = versionsOf("a.py");
    const [before, after] = [`${"x = 1\n".repeat(500)}SECRET_XXKEY = "a"\n${"y = 1\n".repeat(500)}`, `${"x = 1\n".repeat(500)}SECRET_KEY = "a"\n${"y = 1\n".repeat(500)}`];
    expect(versions.next(Buffer.from(before))).toBeUndefined();
    expect(versions.next(Buffer.from(after))).toBeDefined();
  });
});
