import { describe, expect, test } from "vitest";
import { shown } from "../support/shown.ts";

const said = (path: string, program: string): readonly string[] => shown({ [path]: program }).map((line) => line.replace(/^\S+ (.*) \S+$/, "$1"));
const python = (expression: string): readonly string[] => said("app.py", `import hashlib, hmac, os, random, secrets\nfrom flask import Flask\napp = Flask(__name__)\nsize = 8\napp.secret_key = ${expression}\n`);
const node = (expression: string): readonly string[] => said("app.js", `const crypto = require("crypto");\nconst jwt = require("jsonwebtoken");\njwt.sign({}, ${expression});\n`);

describe("a part of what is made has no more random bytes than it is long", () => {
  test.each([
    [`os.urandom(32)[:8]`, [`os.urandom(32) short-key`]],
    [`os.urandom(32)[0:8]`, [`os.urandom(32) short-key`]],
    [`os.urandom(32)[4:12]`, [`os.urandom(32) short-key`]],
    [`os.urandom(32)[:size]`, [`os.urandom(32) short-key`]],
    [`os.urandom(32)[:-8]`, [`os.urandom(32) ephemeral-key`]],
    [`os.urandom(32)[4:]`, [`os.urandom(32) ephemeral-key`]],
    [`os.urandom(8)[:32]`, [`os.urandom(8) short-key`]],
    [`os.urandom(64)[-40:50]`, [`os.urandom(64) ephemeral-key`]],
    [`os.urandom(32)[:length]`, [`os.urandom(32) ephemeral-key`]],
    [`os.urandom(length)[:8]`, [`os.urandom(length) ephemeral-key`]],
    [`os.urandom(length)`, [`os.urandom(length) ephemeral-key`]],
    [`os.urandom(8 if x else 64)`, [`os.urandom(8 if x else 64) ephemeral-key`]],
    [`secrets.token_hex(size)`, [`secrets.token_hex(size) short-key`]],
    [`"@1"[:length]`, []],
    [`"@1".ljust(length)`, []],
    [`"@1".ljust(80, filling)`, []],
    [`os.urandom(8).ljust(32, b"0")`, [`os.urandom(8) short-key`]],
  ])("%s", (expression, findings) => {
    expect(python(expression)).toEqual(findings);
  });

  test.each([
    [`crypto.randomBytes(32).subarray(0, 8)`, [`crypto.randomBytes(32) short-key`]],
    [`crypto.randomBytes(32).slice(0, 8)`, [`crypto.randomBytes(32) short-key`]],
    [`crypto.randomBytes(32).toString("latin1").substr(16, 8)`, [`crypto.randomBytes(32) short-key`]],
    [`crypto.randomBytes(32).toString("latin1").substr(4)`, [`crypto.randomBytes(32) ephemeral-key`]],
    [`crypto.randomBytes(32).slice(from, 8)`, [`crypto.randomBytes(32) ephemeral-key`]],
    [`["@1", "@2", "@3"].slice(1)`, [`"@2" hardcoded-key`, `"@3" hardcoded-key`]],
    [`["@1", "@2", "@3"].slice(0, 1)`, [`"@1" hardcoded-key`]],
    [`Buffer.concat([crypto.randomBytes(8), Buffer.from("salt")])`, [`crypto.randomBytes(8) short-key`]],
    [`Buffer.concat([salt, Buffer.from("@1")])`, []],
    [`Buffer.concat(parts)`, []],
    [`[8, Math.random()].join()`, [`Math.random() weak-random-key`]],
    [`"zebra".repeat(times)`, []],
  ])("%s", (expression, findings) => {
    expect(node(expression)).toEqual(findings);
  });
});

describe("a digest", () => {
  test.each([
    [`hashlib.pbkdf2_hmac("sha256", b"zebra", os.urandom(16), 1000)`, []],
    [`hashlib.pbkdf2_hmac("sha256", b"zebra", random.randbytes(16), 1000)`, [`random.randbytes(16) weak-random-key`]],
    [`hashlib.pbkdf2_hmac("sha256", load(), b"salt", 1000)`, []],
    [`hashlib.pbkdf2_hmac("sha256", b"zebra", b"salt", 1000)`, [`hashlib.pbkdf2_hmac("sha256", b"zebra", b"salt", 1000) weak-random-key`]],
    [`hashlib.sha256(os.urandom(8)).hexdigest()`, [`os.urandom(8) short-key`]],
    [`hashlib.sha256(os.urandom(32)).digest()[:8]`, [`os.urandom(32) short-key`]],
    [`hashlib.sha256(str(random.random()).encode()).hexdigest()`, [`random.random() weak-random-key`]],
    [`hashlib.sha256(os.environ.get("APP_TOKENS", "").encode()).hexdigest()`, []],
    [`hashlib.sha256(os.environ.get("APP_TOKENS", "@1").encode()).hexdigest()`, [`"@1" default-fallback-key`]],
    [`hashlib.sha256()`, []],
  ])("%s", (expression, findings) => {
    expect(python(expression)).toEqual(findings);
  });
});
