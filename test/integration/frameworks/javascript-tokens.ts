import type { Ground } from "./claim.ts";
import { ask, token } from "./programs.ts";

/** What the address of an API and of who issues its tokens are here, in a token made by hand with `key`. */
const issued = token.replace('{"sub":"1"}', '{"iss":"https://id.example.com/","aud":"https://api.example.com","exp":4000000000}');

const addressed = '{ method: "POST", headers: { "content-type": "application/json" }, query: {}, body: { destination: "a@example.com", email: "a@example.com" } }';

export const tokens: readonly Ground[] = [
  {
    name: "tokens and sign-in links for Node",
    language: "javascript",
    packages: ["@tsndr/cloudflare-worker-jwt@3", "njwt@2", "jws@4", "@node-rs/jsonwebtoken@0.5", "koa@3", "koa-jwt@4", "passport-jwt@4", "express-oauth2-jwt-bearer@1", "passport-magic-login@1", "passport-magic-link@3", "remix-auth@4", "remix-auth-totp@4"],
    long: true,
    claims: [
      { slot: "cloudflare-worker-jwt/sign", code: 'import jwt from "@tsndr/cloudflare-worker-jwt";\nawait jwt.sign({ sub: "1" }, key);' },
      { slot: "cloudflare-worker-jwt/verify", code: `${token}\nimport jwt from "@tsndr/cloudflare-worker-jwt";\nif (!(await jwt.verify(token, key))) throw new Error("not accepted");` },
      { slot: "njwt/create", code: 'import nJwt from "njwt";\nnJwt.create({ sub: "1" }, key).compact();' },
      { slot: "njwt/verify", code: `${token}\nimport nJwt from "njwt";\nnJwt.verify(token, key);` },
      { slot: "jws/sign", code: 'import jws from "jws";\njws.sign({ header: { alg: "HS256" }, payload: { sub: "1" }, secret: key });' },
      { slot: "jws/verify", code: `${token}\nimport jws from "jws";\nif (!jws.verify(token, "HS256", key)) throw new Error("not accepted");` },
      { slot: "node-rs-jsonwebtoken/sign", code: 'import { signSync } from "@node-rs/jsonwebtoken";\nsignSync({ data: {}, exp: 4_000_000_000 }, key);' },
      { slot: "node-rs-jsonwebtoken/verify", code: `${issued}\nimport { verifySync } from "@node-rs/jsonwebtoken";\nverifySync(token, key, { aud: ["https://api.example.com"] });` },
      {
        slot: "koa-jwt/secret",
        code: `${token}${ask}
import Koa from "koa";
import jwt from "koa-jwt";
const app = new Koa();
app.silent = true;
app.use(jwt({ secret: key }));
app.use((context) => { context.body = "in"; });
await ask(app.callback(), { authorization: "Bearer " + token });`,
      },
      {
        slot: "passport-jwt/secret-or-key",
        code: `${token}
import { Strategy } from "passport-jwt";
const strategy = new Strategy({ secretOrKey: key, jwtFromRequest: () => token }, (claims, done) => done(null, claims));
await new Promise((success, fail) => { Object.assign(strategy, { success, fail, error: fail }).authenticate({}); });`,
      },
      {
        slot: "express-oauth2-jwt-bearer/secret",
        code: `${issued}
import { auth } from "express-oauth2-jwt-bearer";
const use = auth({ issuer: "https://id.example.com/", audience: "https://api.example.com", secret: key, tokenSigningAlg: "HS256" });
const request = { method: "GET", url: "/", protocol: "http", headers: { authorization: "Bearer " + token }, query: {}, is: () => false, get: () => "x" };
const error = await new Promise((resolve) => void use(request, {}, resolve));
if (error) throw error;`,
      },
      {
        slot: "passport-magic-link/secret",
        way: "passport-magic-login",
        code: `
import MagicLogin from "passport-magic-login";
const strategy = new MagicLogin.default({ secret: key, callbackUrl: "/in", sendMagicLink: async () => {}, verify: (claims, done) => done(null, claims) });
const answer = await new Promise((resolve) => {
  const response = { status: () => response, json: resolve, send: resolve };
  strategy.send(${addressed}, response);
});
if (!answer.success) throw new Error(JSON.stringify(answer));`,
      },
      {
        slot: "passport-magic-link/secret",
        way: "passport-magic-link",
        code: `
import { Strategy } from "passport-magic-link";
const strategy = new Strategy({ secret: key, userFields: ["email"], tokenField: "token" }, async () => {}, async () => ({}));
await new Promise((pass, fail) => { Object.assign(strategy, { pass, success: pass, fail, error: fail }).authenticate(${addressed}, { action: "requestToken" }); });`,
      },
      {
        slot: "remix-auth-totp/secret",
        code: `
import { TOTPStrategy } from "remix-auth-totp";
const strategy = new TOTPStrategy({ secret: key, sendTOTP: async () => {}, emailSentRedirect: "/sent", successRedirect: "/", failureRedirect: "/failed" }, async () => ({}));
const body = new FormData();
body.set("email", "a@example.com");
const answer = await strategy.authenticate(new Request("http://localhost/", { method: "POST", body })).catch((thrown) => thrown);
if (!(answer instanceof Response) || answer.headers.get("location") !== "/sent") throw new Error("no code is sent");`,
      },
    ],
  },
  {
    name: "Auth.js and Better Auth",
    language: "javascript",
    packages: ["@auth/core@0.41", "better-auth@1"],
    claims: [
      {
        slot: "auth-js/secret",
        code: `
import { Auth } from "@auth/core";
const logger = { error() {}, warn() {} };
const answer = await Auth(new Request("http://localhost/auth/session"), { secret: key, providers: [], trustHost: true, basePath: "/auth", logger });
if (answer.status !== 200) throw new Error("status " + answer.status);`,
        without: `
import { Auth } from "@auth/core";
const answer = await Auth(new Request("http://localhost/auth/session"), { providers: [], trustHost: true, basePath: "/auth" });
if (answer.status !== 200) throw new Error("status " + answer.status);`,
      },
      {
        slot: "auth-js/jwt-secret",
        code: `
import { encode, getToken } from "@auth/core/jwt";
const salt = "authjs.session-token";
const token = await encode({ token: { sub: "1" }, secret: key, salt });
if (!(await getToken({ req: { headers: new Headers({ authorization: "Bearer " + token }) }, secret: key, salt }))) throw new Error("not read");`,
      },
      {
        slot: "better-auth/secret",
        code: `
import { betterAuth } from "better-auth";
import { memoryAdapter } from "better-auth/adapters/memory";
const { secret } = await betterAuth({ secret: key, baseURL: "http://localhost", database: memoryAdapter({}), logger: { disabled: true } }).$context;
if (secret !== key) throw new Error("another key is used instead");`,
        warned: `
import { betterAuth } from "better-auth";
import { memoryAdapter } from "better-auth/adapters/memory";
const messages = [];
const log = (level, message) => void messages.push(message);
await betterAuth({ secret: key, baseURL: "http://localhost", database: memoryAdapter({}), logger: { log } }).$context;
if (messages.some((message) => /secret.*32/i.test(message))) throw new Error("a warning");`,
      },
      {
        slot: "better-auth/secrets",
        code: `
import { betterAuth } from "better-auth";
import { memoryAdapter } from "better-auth/adapters/memory";
await betterAuth({ secrets: [{ version: 1, value: key }], baseURL: "http://localhost", database: memoryAdapter({}), logger: { disabled: true } }).$context;`,
      },
    ],
  },
];

export const applications: readonly Ground[] = [
  {
    name: "larger frameworks for Node",
    language: "javascript",
    packages: ["@foal/core@4", "@foal/jwt@4", "@midwayjs/core@3", "@midwayjs/jwt@3", "@nestjs/common@11", "@nestjs/jwt@11", "reflect-metadata@0.2", "rxjs@7", "elysia@1", "@elysiajs/jwt@1", "@remix-run/node@2", "@remix-run/cloudflare@2", "@cloudflare/workers-types@4", "react-router@7", "astro@6"],
    long: true,
    claims: [
      { slot: "foal/jwt-secret", code: 'import core from "@foal/core";\nimport jwt from "@foal/jwt";\ncore.Config.set("settings.jwt.secret", key);\njwt.getSecretOrPrivateKey();' },
      { slot: "midway/jwt-secret", code: 'import { JwtService } from "@midwayjs/jwt";\nconst service = Object.assign(new JwtService(), { jwtConfig: { secret: key } });\nservice.signSync({ sub: "1" });' },
      { slot: "nestjs-jwt/module", code: 'import "reflect-metadata";\nimport nest from "@nestjs/jwt";\nnew nest.JwtService({ secret: key }).sign({ sub: "1" });' },
      { slot: "nestjs-jwt/service", code: 'import "reflect-metadata";\nimport nest from "@nestjs/jwt";\nnew nest.JwtService({}).sign({ sub: "1" }, { secret: key });' },
      {
        slot: "elysia/jwt",
        code: `
import { Elysia } from "elysia";
import { jwt } from "@elysiajs/jwt";
const app = new Elysia().use(jwt({ secret: key })).get("/", ({ jwt }) => jwt.sign({ sub: "1" }));
const answer = await app.handle(new Request("http://localhost/"));
if (answer.status !== 200) throw new Error("status " + answer.status);`,
      },
      {
        slot: "elysia/cookie",
        code: `
import { Elysia } from "elysia";
const app = new Elysia({ cookie: { secrets: key, sign: ["user"] } }).get("/", ({ cookie: { user } }) => { user.value = "1"; return "in"; });
const answer = await app.handle(new Request("http://localhost/"));
if (!/^user=1\\./.test(answer.headers.get("set-cookie"))) throw new Error("no signed cookie");`,
      },
      ...[
        { slots: "remix/", from: "@remix-run/node" },
        { slots: "remix/web-", from: "@remix-run/cloudflare" },
        { slots: "react-router/", from: "react-router" },
      ].flatMap(({ slots, from }) => [
        { slot: `${slots}cookie`, code: `import { createCookie } from "${from}";\nif (!(await createCookie("user", { secrets: [key] }).serialize("1")).includes(".")) throw new Error("no signature");` },
        {
          slot: `${slots}storage`,
          code: `
import { createCookieSessionStorage } from "${from}";
const { getSession, commitSession } = createCookieSessionStorage({ cookie: { name: "session", secrets: [key] } });
const session = await getSession();
session.set("user", "1");
if (!(await commitSession(session)).includes(".")) throw new Error("no signature");`,
        },
      ]),
      {
        slot: "astro/key",
        code: `
import { join } from "node:path";
process.env.ASTRO_KEY = key;
const { encryptString, getEnvironmentKey, hasEnvironmentKey } = await import(join(import.meta.dirname, "node_modules/astro/dist/core/encryption.js"));
if (!hasEnvironmentKey()) throw new Error("another key is used instead");
await encryptString(await getEnvironmentKey(), "x");`,
      },
    ],
    beyond: { "midway/keys": "a list, as keygrip/keys" },
  },
  {
    name: "Next.js",
    language: "javascript",
    packages: ["next@15"],
    long: true,
    claims: [
      {
        slot: "next/server-actions",
        code: `
import utilities from "next/dist/server/app-render/encryption-utils.js";
process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = key;
globalThis[Symbol.for("next.server.action-manifests")] = { serverActionsManifest: {} };
await utilities.getActionEncryptionKey();`,
      },
    ],
  },
  {
    name: "Keystone",
    language: "javascript",
    packages: ["@keystone-6/core@6"],
    long: true,
    claims: [
      {
        slot: "keystone/secret",
        code: `
import { statelessSessions } from "@keystone-6/core/session";
const headers = {};
const context = { req: { headers: {} }, res: { getHeader: (name) => headers[name], setHeader: (name, value) => { headers[name] = value; } } };
await statelessSessions({ secret: key }).start({ context, data: { user: "1" } });`,
      },
    ],
    beyond: { "keystone/cookie-secret": "Keystone 5, which Node no longer runs" },
  },
];
