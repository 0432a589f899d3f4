import { describe, expect, test } from "vitest";
import { shown, type Project } from "../support/shown.ts";

const python = (text: string): Project => ({ "app.py": `${text}\n` });
const typescript = (text: string): Project => ({ "app.ts": `${text}\n` });

describe("what is only called a key and holds something else stays silent", () => {
  test.each<[string, Project]>([
    ["the name of itself", python(`SECRET_KEY = "SECRET_KEY"`)],
    ["a label", python(`SECRET_KEY = "Secret key"`)],
    ["a sentence", python(`labels = {"jwt_secret": "The secret that signs tokens."}`)],
    ["a path", python(`JWT_SECRET = "/run/secrets/jwt"`)],
    ["a function, by its modules", python(`JWT_AUTH = {"JWT_GET_USER_SECRET_KEY": "shop_backend.accounts.services.jwt_secret_of"}`)],
    ["a file", python(`JWT_SECRET = "keys/jwt.pem"`)],
    ["an address", python(`JWT_SECRET = "https://keys.shop.example/jwt"`)],
    ["a column", python(`jwt_secret = Column(String)`)],
    ["a field's kind", python(`fields = {"jwt_secret": "string"}`)],
    ["a header's name", python(`JWT_SECRET_HEADER = "x-shop-token"`)],
    ["a variable's name", python(`SECRET_KEY_ENV = "SHOP_SIGNING_VALUE"`)],
    ["a list of what is refused", python(`FORBIDDEN = {"SECRET_KEY": "@1"}`)],
    ["a number", python(`JWT_SECRET_LENGTH = 32`)],
    ["nothing", python(`JWT_SECRET = ""\nSECRET_KEY = None`)],
    ["a provider's pair", python(`s3 = {"access_key": "abc", "secret_key": "@1"}`)],
    ["a provider's key", python(`AWS_SECRET_ACCESS_KEY = "@1"\nSTRIPE_SECRET_KEY = "@2"`)],
    ["a provider's pair in capitals", python(`QCLOUD = {"ACCESS_KEY": "abc", "SECRET_KEY": "@1"}`)],
    ["a public key", python(`JWT_SECRET = "-----BEGIN PUBLIC KEY-----\\nabc\\n-----END PUBLIC KEY-----"`)],
    ["a type", typescript(`interface Options {\n  jwtSecret: string;\n  secretKey: "required";\n}\ntype Other = { jwtSecret: "x" };`)],
    ["an option's name", typescript(`const names = { jwtSecret: "jwtSecret" };`)],
    ["a translation", typescript(`export const messages = { secretKey: "Secret key", jwtSecret: "JWT secret" };`)],
    ["a regular expression", typescript(`const patterns = { jwtSecret: /^[a-z]+$/ };`)],
    ["what is known of one", typescript(`const JWT_SECRET_STATUS = check() ? "configured" : "insecure-fallback";\nconst SECRET_KEY_SOURCE = "zebra river";`)],
    ["a function", typescript(`const helpers = { jwtSecret: () => load(), secretKey: function () {} };`)],
    ["a provider's pair in JavaScript", typescript(`const client = { accessKey: "abc", secretKey: "@1" };`)],
  ])("%s", (_, project) => {
    expect(shown(project)).toEqual([]);
  });
});

describe("what is only called a key and could be one is found", () => {
  test.each<[string, Project, string]>([
    ["a constant", python(`JWT_SECRET = "@1"`), `app.py:1 "@1" hardcoded-key JWT_SECRET`],
    ["an entry", python(`config = {"jwt_secret": "@1"}`), `app.py:1 "@1" hardcoded-key jwt_secret`],
    ["an entry among settings of other things", python(`defaults = {"DEBUG": True, "SECRET_KEY": "@1", "TERMINAL_PUBLIC_KEY_AUTH": True, "AWS_STORAGE_BUCKET_NAME": "shop"}`), `app.py:1 "@1" hardcoded-key SECRET_KEY`],
    ["a keyword", python(`configure(JWT_SECRET="@1")`), `app.py:1 "@1" hardcoded-key JWT_SECRET`],
    ["a parameter's default", python(`def create(jwt_secret="@1"):\n    pass`), `app.py:1 "@1" default-fallback-key jwt_secret`],
    ["a default of a variable", python(`import os\nvalue = os.environ.get("JWT_SECRET", "@1")`), `app.py:2 "@1" default-fallback-key JWT_SECRET`],
    ["a property", typescript(`export const config = { jwtSecret: "@1" };`), `app.ts:1 "@1" hardcoded-key jwtSecret`],
    ["a field", typescript(`class Config {\n  private jwtSecret = "@1";\n}`), `app.ts:2 "@1" hardcoded-key jwtSecret`],
    ["a default behind process.env", typescript(`export const value = process.env.SESSION_SECRET ?? "@1";`), `app.ts:1 "@1" default-fallback-key SESSION_SECRET`],
    ["a default in destructuring", typescript(`const { SESSION_SECRET = "@1" } = process.env;`), `app.ts:1 "@1" default-fallback-key SESSION_SECRET`],
    ["a property with dots in its name", { "application.properties": "shop.auth.token.secret.key=@1\n" }, "application.properties:1 @1 hardcoded-key token.secret_key"],
    ["an environment file", { ".env": "SESSION_SECRET=@1\n" }, ".env:1 @1 committed-env-file SESSION_SECRET"],
  ])("%s", (_, project, finding) => {
    expect(shown(project)).toEqual([finding]);
  });
});
