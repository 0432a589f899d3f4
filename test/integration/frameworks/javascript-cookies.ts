import type { Ground } from "./claim.ts";

/** A server of hapi with one route, which must answer and set a cookie. */
const hapi = (registered: string, handler: string): string => `
import Hapi from "@hapi/hapi";
import cookie from "@hapi/cookie";
import yar from "@hapi/yar";
const server = Hapi.server({ debug: false });
${registered}
server.route({ method: "GET", path: "/", handler: ${handler} });
const answer = await server.inject("/");
if (answer.statusCode !== 200 || !answer.headers["set-cookie"]) throw new Error("no cookie");`;

export const cookies: readonly Ground[] = [
  {
    name: "sessions, cookies and CSRF tokens for Node",
    language: "javascript",
    packages: ["h3@1", "hono@4", "hono-sessions@0.8", "express-openid-connect@2", "csrf-csrf@4", "tiny-csrf@1", "cookie-encrypter@1", "cookie-signature@1", "keygrip@1", "svelte-kit-cookie-session@4", "@hapi/hapi@21", "@hapi/cookie@12", "@hapi/yar@11"],
    claims: [
      {
        slot: "h3/password",
        code: `
import { createApp, eventHandler, toWebHandler, useSession } from "h3";
const app = createApp();
app.use(eventHandler(async (event) => { await (await useSession(event, { password: key })).update({ user: "1" }); return "in"; }));
const answer = await toWebHandler(app)(new Request("http://localhost/"));
if (answer.status !== 200 || !answer.headers.get("set-cookie")) throw new Error("no cookie");`,
      },
      {
        slot: "hono-sessions/encryption-key",
        code: `
import { Hono } from "hono";
import { CookieStore, sessionMiddleware } from "hono-sessions";
const app = new Hono();
app.use(sessionMiddleware({ store: new CookieStore(), encryptionKey: key }));
app.get("/", (context) => { context.get("session").set("user", "1"); return context.text("in"); });
const answer = await app.request("/");
if (answer.status !== 200 || !answer.headers.get("set-cookie")) throw new Error("no cookie");`,
      },
      { slot: "express-openid-connect/secret", code: 'import { auth } from "express-openid-connect";\nauth({ issuerBaseURL: "https://id.example.com", baseURL: "http://localhost", clientID: "shop", secret: key });' },
      {
        slot: "csrf-csrf/get-secret",
        code: `
import { doubleCsrf } from "csrf-csrf";
const { generateCsrfToken } = doubleCsrf({ getSecret: () => key, getSessionIdentifier: () => "1" });
generateCsrfToken({ cookies: {} }, { cookie() {} });`,
      },
      { slot: "tiny-csrf/secret", code: 'import csurf from "tiny-csrf";\ncsurf(key);' },
      { slot: "cookie-encrypter/secret", code: 'import { encryptCookie } from "cookie-encrypter";\nencryptCookie("x", { key });' },
      { slot: "cookie-signature/secret", code: 'import { sign } from "cookie-signature";\nsign("x", key);' },
      { slot: "keygrip/keys", code: 'import Keygrip from "keygrip";\nnew Keygrip([key]).sign("x");' },
      {
        slot: "svelte-kit-cookie-session/secret",
        code: `
import { handleSession } from "svelte-kit-cookie-session";
const jar = {};
const cookies = { get: (name) => jar[name], set: (name, value) => { jar[name] = value; }, delete() {}, getAll: () => [] };
const resolve = async ({ locals }) => { await locals.session.set({ user: "1" }); return new Response("in"); };
await handleSession({ secret: key })({ event: { locals: {}, cookies, url: new URL("http://localhost/"), request: new Request("http://localhost/") }, resolve });
if (Object.keys(jar).length === 0) throw new Error("no cookie");`,
      },
      {
        slot: "hapi-cookie/strategy",
        code: hapi('await server.register(cookie);\nserver.auth.strategy("session", "cookie", { cookie: { name: "session", password: key, isSecure: false } });', '(request) => { request.cookieAuth.set({ user: "1" }); return "in"; }'),
      },
      { slot: "hapi-cookie/state", way: "iron", code: hapi('server.state("user", { encoding: "iron", password: key, isSecure: false });', '(request, h) => h.response("in").state("user", { id: "1" })') },
      { slot: "hapi-cookie/state", way: "sign", code: hapi('server.state("user", { sign: { password: key }, isSecure: false });', '(request, h) => h.response("in").state("user", "1")') },
      { slot: "hapi-yar/password", code: hapi("await server.register({ plugin: yar, options: { cookieOptions: { password: key, isSecure: false }, maxCookieSize: 1024 } });", '(request) => { request.yar.set("user", "1"); return "in"; }') },
    ],
  },
  {
    name: "stores and fields that are encrypted, for Node",
    language: "javascript",
    packages: ["express-session@1", "connect-mongo@6", "mongodb@6", "session-file-store@1", "mongoose@8", "mongoose-encryption@2", "mongoose-field-encryption@7"],
    long: true,
    claims: [
      { slot: "connect-mongo/crypto-secret", code: 'import { createKrupteinAdapter } from "connect-mongo";\nawait createKrupteinAdapter({ secret: key }).encrypt("x");' },
      {
        slot: "session-file-store/secret",
        code: `
import { mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import session from "express-session";
import fileStore from "session-file-store";
const path = mkdtempSync(join(import.meta.dirname, "sessions-"));
const store = new (fileStore(session))({ path, secret: key, retries: 0, reapInterval: -1, logFn() {} });
await new Promise((resolve, reject) => store.set("1", { cookie: {}, user: "in clear" }, (error) => (error ? reject(error) : resolve())));
const files = readdirSync(path);
if (files.length === 0 || files.some((name) => readFileSync(join(path, name), "utf8").includes("in clear"))) throw new Error("not encrypted");`,
      },
      ...[
        { slot: "mongoose-encryption/encryption-key", options: 'encryptionKey: key, signingKey: Buffer.alloc(64, 1).toString("base64")' },
        { slot: "mongoose-encryption/signing-key", options: 'encryptionKey: Buffer.alloc(32, 1).toString("base64"), signingKey: key' },
        { slot: "mongoose-encryption/secret", options: "secret: key" },
      ].map(({ slot, options }) => ({
        slot,
        code: `
import mongoose from "mongoose";
import encrypt from "mongoose-encryption";
const schema = new mongoose.Schema({ name: String });
schema.plugin(encrypt, { ${options} });
const user = new (mongoose.model("User", schema))({ name: "in clear" });
await new Promise((resolve, reject) => user.encrypt((error) => (error ? reject(error) : resolve())));
if (user.name === "in clear") throw new Error("not encrypted");`,
      })),
      {
        slot: "mongoose-field-encryption/secret",
        code: `
import mongoose from "mongoose";
import { fieldEncryption } from "mongoose-field-encryption";
const schema = new mongoose.Schema({ name: String });
schema.plugin(fieldEncryption, { fields: ["name"], secret: key });
const user = new (mongoose.model("User", schema))({ name: "in clear" });
user.encryptFieldsSync();
if (user.name === "in clear") throw new Error("not encrypted");`,
      },
    ],
  },
];
