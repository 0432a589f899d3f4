import type { Ground } from "./claim.ts";
import { ask, token } from "./programs.ts";

const bytes = "new TextEncoder().encode(key)";

export const javascript: readonly Ground[] = [
  {
    name: "sessions and tokens for Node",
    language: "javascript",
    packages: ["express-session@1", "cookie-session@2", "jsonwebtoken@9", "jose@6", "iron-session@8", "fastify@5", "@fastify/cookie@11", "@fastify/session@11"],
    claims: [
      {
        slot: "express-session/secret",
        code: `${ask}
import session from "express-session";
const use = session({ secret: key, resave: false, saveUninitialized: true });
const answer = await ask((request, response) => use(request, response, end(response)));
if (answer.headers.getSetCookie().length !== 1) throw new Error("no cookie");`,
        without: `${ask}
import session from "express-session";
const use = session({ resave: false, saveUninitialized: true });
await ask((request, response) => use(request, response, end(response)));`,
      },
      ...[
        { slot: "cookie-session/secret", option: "secret: key" },
        { slot: "cookie-session/keys", option: "keys: [key]" },
      ].map(({ slot, option }) => ({
        slot,
        code: `${ask}
import session from "cookie-session";
const use = session({ ${option} });
const answer = await ask((request, response) => use(request, response, () => { request.session.user = "1"; end(response)(); }));
if (answer.headers.getSetCookie().length !== 2) throw new Error("no signed cookie");`,
      })),
      { slot: "jsonwebtoken/sign", code: 'import jwt from "jsonwebtoken";\njwt.sign({ sub: "1" }, key);' },
      { slot: "jsonwebtoken/verify", code: `${token}\nimport jwt from "jsonwebtoken";\njwt.verify(token, key);` },
      { slot: "jose/sign", code: `import { SignJWT } from "jose";\nawait new SignJWT({ sub: "1" }).setProtectedHeader({ alg: "HS256" }).sign(${bytes});` },
      { slot: "jose/verify", code: `${token}\nimport { jwtVerify } from "jose";\nawait jwtVerify(token, ${bytes});` },
      { slot: "jose/jwk", code: 'import { importJWK, SignJWT } from "jose";\nawait new SignJWT({ sub: "1" }).setProtectedHeader({ alg: "HS256" }).sign(await importJWK({ kty: "oct", k: key }, "HS256"));' },
      { slot: "jose/encrypt", code: `import { EncryptJWT } from "jose";\nawait new EncryptJWT({ sub: "1" }).setProtectedHeader({ alg: "dir", enc: "A256CBC-HS512" }).encrypt(${bytes});` },
      {
        slot: "iron-session/session",
        code: `
import { getIronSession } from "iron-session";
const session = await getIronSession({ get: () => undefined, set: () => undefined }, { cookieName: "session", password: key });
session.user = "1";
await session.save();`,
      },
      { slot: "iron-session/seal", code: 'import { sealData } from "iron-session";\nawait sealData({ user: "1" }, { password: key });' },
      {
        slot: "fastify-session/secret",
        code: `
import Fastify from "fastify";
import cookie from "@fastify/cookie";
import session from "@fastify/session";
const app = Fastify();
app.register(cookie);
app.register(session, { secret: key, cookie: { secure: false } });
app.get("/", async (request) => { request.session.set("user", "1"); return ""; });
const answer = await app.inject("/");
if (answer.statusCode !== 200 || !answer.headers["set-cookie"]) throw new Error("no cookie");`,
      },
    ],
  },
  {
    name: "other libraries for Node",
    language: "javascript",
    packages: ["cookie-parser@1", "@hapi/iron@7", "fast-jwt@6", "jwt-simple@0.5", "hono@4", "cryptr@6", "client-sessions@0.8", "koa@3", "express-jwt@8", "fastify@5", "@fastify/cookie@11", "@fastify/secure-session@8", "@fastify/jwt@10", "@hapi/jwt@3"],
    long: true,
    claims: [
      { slot: "iron/password", code: 'import Iron from "@hapi/iron";\nawait Iron.seal({ user: "1" }, key, Iron.defaults);' },
      { slot: "fast-jwt/signer", code: 'import { createSigner } from "fast-jwt";\ncreateSigner({ key })({ sub: "1" });' },
      { slot: "fast-jwt/verifier", code: `${token}\nimport { createVerifier } from "fast-jwt";\ncreateVerifier({ key })(token);` },
      { slot: "jwt-simple/encode", code: 'import jwt from "jwt-simple";\njwt.encode({ sub: "1" }, key);' },
      { slot: "jwt-simple/decode", code: `${token}\nimport jwt from "jwt-simple";\njwt.decode(token, key);` },
      { slot: "hono/sign", code: 'import { sign } from "hono/jwt";\nawait sign({ sub: "1" }, key, "HS256");' },
      { slot: "hono/jwt", code: `${token}
import { Hono } from "hono";
import { jwt } from "hono/jwt";
const app = new Hono();
app.use(jwt({ secret: key, alg: "HS256" }));
app.get("/", (context) => context.text("in"));
const answer = await app.request("/", { headers: { authorization: "Bearer " + token } });
if (answer.status !== 200) throw new Error("status " + answer.status);` },
      { slot: "hono/signed-cookie", code: 'import { generateSignedCookie } from "hono/cookie";\nawait generateSignedCookie("user", "1", key);' },
      { slot: "cryptr/secret", code: 'import Cryptr from "cryptr";\nnew Cryptr(key).encrypt("x");' },
      { slot: "client-sessions/secret", code: `${ask}
import sessions from "client-sessions";
const use = sessions({ cookieName: "session", secret: key });
await ask((request, response) => use(request, response, () => { request.session.user = "1"; end(response)(); }));` },
      { slot: "koa/keys", code: `${ask}
import Koa from "koa";
const app = new Koa();
app.silent = true;
app.keys = [key];
app.use((context) => { context.cookies.set("user", "1", { signed: true }); context.body = "in"; });
await ask(app.callback());` },
      { slot: "cookie-parser/secret", code: `${ask}
import { createHmac } from "node:crypto";
import cookieParser from "cookie-parser";
const use = cookieParser(key);
const signature = createHmac("sha256", key).update("1").digest("base64").replace(/=+$/, "");
const cookie = "user=" + encodeURIComponent("s:1." + signature);
let user;
await ask((request, response) => use(request, response, () => { user = request.signedCookies.user; end(response)(); }), { cookie });
if (user !== "1") throw new Error("the cookie is not read");` },
      { slot: "express-jwt/secret", code: `${token}
import { expressjwt } from "express-jwt";
const request = { headers: { authorization: "Bearer " + token } };
const error = await new Promise((resolve) => void expressjwt({ secret: key, algorithms: ["HS256"] })(request, {}, resolve));
if (error) throw error;` },
      ...[
        { slot: "fastify-secure-session/key", option: "key: Buffer.from(key)" },
        { slot: "fastify-secure-session/secret", option: 'secret: key, salt: "sixteen bytes ok"' },
      ].map(({ slot, option }) => ({
        slot,
        code: `
import Fastify from "fastify";
import session from "@fastify/secure-session";
const app = Fastify();
app.register(session, { ${option} });
app.get("/", async (request) => { request.session.set("user", "1"); return ""; });
const answer = await app.inject("/");
if (answer.statusCode !== 200 || !answer.headers["set-cookie"]) throw new Error("no cookie");`,
      })),
      { slot: "fastify-cookie/secret", code: `
import Fastify from "fastify";
import cookie from "@fastify/cookie";
const app = Fastify();
app.register(cookie, { secret: [key] });
app.get("/", async (request, reply) => { reply.setCookie("user", "1", { signed: true }); return ""; });
const answer = await app.inject("/");
if (answer.statusCode !== 200 || !answer.headers["set-cookie"]) throw new Error("no cookie");` },
      { slot: "fastify-cookie/signer", code: 'import { sign } from "@fastify/cookie";\nsign("1", key);' },
      { slot: "fastify-jwt/secret", code: `
import Fastify from "fastify";
import jwt from "@fastify/jwt";
const app = Fastify();
app.register(jwt, { secret: key });
await app.ready();
app.jwt.sign({ sub: "1" });` },
      { slot: "hapi-jwt/generate", code: 'import Jwt from "@hapi/jwt";\nJwt.token.generate({ sub: "1" }, key);' },
      { slot: "node-crypto/hmac", code: 'import { createHmac } from "node:crypto";\ncreateHmac("sha256", key).update("x").digest();' },
    ],
    beyond: {
      "fastify-jwt/sign-key": "instead of the secret that fastify-jwt/secret takes",
      "fastify-jwt/instance-key": "instead of the secret that fastify-jwt/secret takes",
      "hapi-jwt/keys": "a strategy needs a server and its policy",
      "node-crypto/cipher": "the length depends on the algorithm",
      "node-crypto/passphrase": "gone from Node since 22",
      "node-crypto/key-object": "a key for other calls",
    },
  },
];
