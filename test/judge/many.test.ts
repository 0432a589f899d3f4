import { expect, test } from "vitest";
import { clock } from "../support/clock.ts";
import { lintFiles } from "../support/lint.ts";

/** What stands in a file again and again, and how many keys are told of it. */
const files: readonly (readonly [string, string, string, number])[] = [
  ["keys in a file of settings", "a.json5", '{"a": {"SECRET_KEY": "abc"}},\n', 4_000],
  ["keys in a file that says what a project needs", "setup.cfg", "SECRET_KEY = abc\nBEAKER_SESSION_SECRET = def\n", 2_000],
  ["functions of one name that are called", "app.js", 'const jwt = require("jsonwebtoken");\nfunction f(y) { return jwt.sign(a, y); }\nf(2);\n', 0],
  ["modules whose names are all taken", "app.py", "from .config import *\nSECRET_KEY = key\njwt.encode(a, other)\n", 0],
];

test.each(files)("128 KB of %s takes seconds", (_, path, text, least) => {
  const inTime = clock();
  const { findings, failures } = lintFiles({ [path]: text.repeat(131_072 / text.length), "config.py": "x = 1\n" });
  inTime(4_000);
  expect(findings.length).toBeGreaterThanOrEqual(least);
  expect(failures).toEqual([]);
});
