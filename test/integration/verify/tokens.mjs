// Tokens as frameworks for Node make them, each with a key of its own: a line of JSON for each. The folder with node_modules is given.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const home = process.argv[2];
const required = createRequire(join(home, "here.js"));
const load = (name) => required(name);
/** What is written for `import` only. */
const get = async (name) => import(pathToFileURL(required.resolve(name)).href);
const digest = (number) => createHash("sha256").update(`keylint fixture ${number}`);
const key = (number) => digest(number).digest("hex");

function made(number, name, kind, token, secret = key(number)) {
  const { version } = JSON.parse(readFileSync(join(home, "node_modules", name, "package.json"), "utf8"));
  console.log(JSON.stringify({ by: `${name} ${version}`, kind, key: secret, token }));
}

/** What a server sets as cookies, as a browser sends it back. */
async function cookies(handler, headers = {}) {
  const server = createServer(handler).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const answer = await fetch(`http://127.0.0.1:${server.address().port}/`, { headers });
  server.close();
  server.closeAllConnections();
  return answer.headers.getSetCookie();
}

const sent = (lines) => `Cookie: ${lines.map((line) => line.split(";")[0]).join("; ")}`;

/** Frameworks that cannot be had here, or do not run here, are told and left out. */
async function attempt(what, make) {
  try {
    await make();
  } catch (error) {
    console.error(`${what}: ${error.message.split("\n")[0]}`);
  }
}

await attempt("jsonwebtoken", () => made(1101, "jsonwebtoken", "jwt", load("jsonwebtoken").sign({ sub: "1" }, key(1101))));
await attempt("jsonwebtoken", () => made(1102, "jsonwebtoken", "jwt", load("jsonwebtoken").sign({ sub: "1" }, Buffer.from(key(1102), "hex"), { algorithm: "HS512" })));
await attempt("jose", async () => {
  const { SignJWT } = await get("jose");
  made(1103, "jose", "jwt", await new SignJWT({ sub: "1" }).setProtectedHeader({ alg: "HS384" }).sign(new TextEncoder().encode(key(1103))));
});
await attempt("jose", async () => {
  const { EncryptJWT } = await get("jose");
  made(1104, "jose", "jwe", await new EncryptJWT({ sub: "1" }).setProtectedHeader({ alg: "dir", enc: "A256GCM" }).encrypt(digest(1104).digest()));
});

await attempt("express-session", async () => {
  const [express, session] = [load("express"), load("express-session")];
  const quiet = { resave: false, saveUninitialized: true, store: new session.MemoryStore() };
  made(1105, "express-session", "express-session", sent(await cookies(express().use(session({ secret: key(1105), ...quiet })).get("/", (_, response) => response.end()))));
});
await attempt("cookie-parser", async () => {
  const [express, parser] = [load("express"), load("cookie-parser")];
  const app = express().use(parser(key(1106))).get("/", (_, response) => response.cookie("user", { name: "ada" }, { signed: true }).end());
  made(1106, "cookie-parser", "express-session", (await cookies(app))[0]);
});
await attempt("cookie-session", async () => {
  const [express, session] = [load("express"), load("cookie-session")];
  const app = express().use(session({ keys: [key(1107), "an old one"] })).get("/", (request, response) => { request.session.user = "ada"; response.end(); });
  made(1107, "cookie-session", "keygrip", sent(await cookies(app)));
});
await attempt("koa", async () => {
  const { default: Koa } = await get("koa");
  const app = new Koa();
  app.keys = [key(1108)];
  app.use((context) => { context.cookies.set("user", "ada", { signed: true }); context.body = "in"; });
  made(1108, "koa", "keygrip", (await cookies(app.callback())).map((line) => `Set-Cookie: ${line}`).join("\n"));
});
await attempt("keygrip", async () => {
  const [Keygrip, Cookies] = [load("keygrip"), load("cookies")];
  const keys = new Keygrip([key(1109)], "sha256");
  made(1109, "keygrip", "keygrip", sent(await cookies((request, response) => { new Cookies(request, response, { keys }).set("user", "ada", { signed: true }); response.end(); })));
});

await attempt("iron-session", async () => {
  const { sealData } = await get("iron-session");
  made(1110, "iron-session", "iron", `session=${await sealData({ user: 1 }, { password: key(1110) })}`);
});
await attempt("@hapi/iron", async () => {
  const Iron = load("@hapi/iron");
  made(1111, "@hapi/iron", "iron", await Iron.seal({ user: 1 }, key(1111), Iron.defaults));
});
await attempt("@hapi/iron", async () => {
  const Iron = load("@hapi/iron");
  made(1112, "@hapi/iron", "iron", await Iron.seal({ user: 1 }, Buffer.from(key(1112), "hex"), Iron.defaults));
});
await attempt("h3", async () => {
  const { H3, useSession } = await get("h3");
  const app = new H3().get("/", async (event) => { await (await useSession(event, { password: key(1113) })).update({ user: 1 }); return "in"; });
  made(1113, "h3", "iron", sent((await app.request("/")).headers.getSetCookie()));
});

await attempt("next-auth", async () => {
  const { encode } = load("next-auth/jwt");
  made(1114, "next-auth", "next-auth", `next-auth.session-token=${await encode({ token: { sub: "1" }, secret: key(1114) })}`);
});
await attempt("next-auth", async () => {
  const { encode } = load("next-auth/jwt");
  made(1115, "next-auth", "next-auth", `next-auth.state=${await encode({ token: { state: "1" }, secret: key(1115), salt: "next-auth.state" })}`);
});
await attempt("@auth/core", async () => {
  const { encode } = await import(pathToFileURL(join(home, "node_modules/@auth/core/jwt.js")).href);
  const salt = "__Secure-authjs.session-token";
  made(1116, "@auth/core", "auth-js", `${salt}=${await encode({ token: { sub: "1" }, secret: key(1116), salt })}`);
});
await attempt("@auth/core", async () => {
  const { encode } = await import(pathToFileURL(join(home, "node_modules/@auth/core/jwt.js")).href);
  made(1117, "@auth/core", "auth-js", await encode({ token: { sub: "1" }, secret: key(1117), salt: "authjs.session-token" }));
});

await attempt("@fastify/cookie", async () => {
  const app = load("fastify")().register(load("@fastify/cookie"), { secret: key(1118) });
  app.get("/", (_, reply) => reply.setCookie("user", "ada", { signed: true }).send("in"));
  made(1118, "@fastify/cookie", "cookie-signature", sent([(await app.inject("/")).headers["set-cookie"]].flat()));
});
await attempt("@fastify/session", async () => {
  const app = load("fastify")().register(load("@fastify/cookie")).register(load("@fastify/session"), { secret: key(1119), cookie: { secure: false } });
  app.get("/", (request, reply) => { request.session.user = "ada"; return reply.send("in"); });
  made(1119, "@fastify/session", "cookie-signature", sent([(await app.inject("/")).headers["set-cookie"]].flat()));
});
await attempt("hono", async () => {
  const { Hono } = await get("hono");
  const { setSignedCookie } = await get("hono/cookie");
  const app = new Hono().get("/", async (context) => { await setSignedCookie(context, "user", "ada", key(1120)); return context.text("in"); });
  made(1120, "hono", "hono", sent((await app.request("/")).headers.getSetCookie()));
});
await attempt("hono", async () => {
  const { sign } = await get("hono/jwt");
  made(1121, "hono", "jwt", `Bearer ${await sign({ sub: "1" }, key(1121), "HS256")}`);
});
await attempt("@remix-run/node", async () => {
  const { createCookie } = load("@remix-run/node");
  made(1122, "@remix-run/node", "cookie-signature", await createCookie("user", { secrets: [key(1122)], maxAge: 60 }).serialize("ada"));
});
const betterAuth = async (number, cookieCache) => {
  const { betterAuth } = await get("better-auth");
  const { memoryAdapter } = await get("better-auth/adapters/memory");
  const auth = betterAuth({
    secret: key(number), baseURL: "http://localhost", emailAndPassword: { enabled: true }, logger: { disabled: true }, telemetry: { enabled: false },
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    session: { cookieCache },
  });
  const answer = await auth.api.signUpEmail({ body: { email: "ada@example.com", name: "Ada", password: "analytical engine" }, asResponse: true });
  return answer.headers.getSetCookie();
};
await attempt("better-auth", async () => made(1123, "better-auth", "better-auth", sent((await betterAuth(1123, { enabled: false })).slice(0, 1))));
await attempt("better-auth", async () => made(1124, "better-auth", "better-auth-cache", sent((await betterAuth(1124, { enabled: true, maxAge: 300 })).filter((line) => line.includes("session_data")))));
await attempt("better-auth", async () => made(1125, "better-auth", "jwt", sent((await betterAuth(1125, { enabled: true, maxAge: 300, strategy: "jwt" })).filter((line) => line.includes("session_data")))));
await attempt("better-auth", async () => made(1126, "better-auth", "better-auth-sealed", sent((await betterAuth(1126, { enabled: true, maxAge: 300, strategy: "jwe" })).filter((line) => line.includes("session_data")))));
await attempt("@auth0/nextjs-auth0", async () => {
  const { generateSessionCookie } = await get("@auth0/nextjs-auth0/testing");
  made(1127, "@auth0/nextjs-auth0", "auth0", `__session=${await generateSessionCookie({ user: { sub: "1" } }, { secret: key(1127) })}`);
});
