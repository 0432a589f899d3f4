import { describe, expect, test } from "vitest";
import { fixed, key, leftAfter, mended } from "./fixed.ts";

const express = 'import express from "express";\nimport session from "express-session";\nimport jwt from "jsonwebtoken";\n\nconst app = express();\n';
const check = (name: string): string => `if (!process.env.${name}) throw new Error("${name} is not set");\n`;

/** What stands there, and what stands there afterwards. */
const values: readonly (readonly [title: string, before: string, after: string])[] = [
  ["an entry", `app.use(session({ secret: "${key}", resave: false }));\n`, `${check("SESSION_SECRET")}app.use(session({ secret: process.env.SESSION_SECRET, resave: false }));\n`],
  ["the only one of a list", `app.use(session({ secret: ["${key}"] }));\n`, `${check("SESSION_SECRET")}app.use(session({ secret: [process.env.SESSION_SECRET] }));\n`],
  ["a text without holes", `app.use(session({ secret: \`${key}\` }));\n`, `${check("SESSION_SECRET")}app.use(session({ secret: process.env.SESSION_SECRET }));\n`],
  ["a constant", `const sessionSecret = "${key}"; // the key\napp.use(session({ secret: sessionSecret }));\n`, `${check("SESSION_SECRET")}const sessionSecret = process.env.SESSION_SECRET; // the key\napp.use(session({ secret: sessionSecret }));\n`],
  ["a constant that is exported", `export const JWT_KEY = "${key}";\njwt.sign({}, JWT_KEY);\n`, `${check("JWT_KEY")}export const JWT_KEY = process.env.JWT_KEY;\njwt.sign({}, JWT_KEY);\n`],
  ["in a function", `function token(user) {\n  return jwt.sign(user, "${key}");\n}\n`, `function token(user) {\n  ${check("JWT_SECRET")}  return jwt.sign(user, process.env.JWT_SECRET);\n}\n`],
  ["in an arrow without a block", `const token = (user) => jwt.sign(user, "${key}");\n`, `${check("JWT_SECRET")}const JWT_SECRET = process.env.JWT_SECRET;\nconst token = (user) => jwt.sign(user, JWT_SECRET);\n`],
  ["a field of a class", `export class Tokens {\n  secret = "${key}";\n  make(user) {\n    return jwt.sign(user, this.secret);\n  }\n}\n`, `${check("JWT_SECRET")}const JWT_SECRET = process.env.JWT_SECRET;\nexport class Tokens {\n  secret = JWT_SECRET;\n  make(user) {\n    return jwt.sign(user, this.secret);\n  }\n}\n`],
  ["an attribute of the object itself", `class Tokens {\n  constructor() {\n    this.secret = "${key}";\n  }\n  make(user) {\n    return jwt.sign(user, this.secret);\n  }\n}\n`, `class Tokens {\n  constructor() {\n    ${check("JWT_SECRET")}    this.secret = process.env.JWT_SECRET;\n  }\n  make(user) {\n    return jwt.sign(user, this.secret);\n  }\n}\n`],
  ["a default", `app.use(session({ secret: process.env.APP_KEY || "${key}" }));\n`, `${check("APP_KEY")}app.use(session({ secret: process.env.APP_KEY }));\n`],
  ["a default that only what is missing takes", `app.use(session({ secret: process.env.APP_KEY ?? "${key}" }));\n`, `${check("APP_KEY")}app.use(session({ secret: process.env.APP_KEY }));\n`],
  ["a default behind a test", `const secret = process.env.APP_KEY ? process.env.APP_KEY : "${key}";\napp.use(session({ secret }));\n`, `${check("APP_KEY")}const secret = process.env.APP_KEY;\napp.use(session({ secret }));\n`],
  ["a default that is taken apart", `const { APP_KEY = "${key}" } = process.env;\napp.use(session({ secret: APP_KEY }));\n`, `${check("APP_KEY")}const { APP_KEY } = process.env;\napp.use(session({ secret: APP_KEY }));\n`],
];

describe("a key in JavaScript is read from the environment, and checked before", () => {
  test.each(values)("%s", (_, before, after) => {
    expect(mended("app.js", express + before)).toBe(express + after);
    expect(leftAfter({ "app.js": express + before })).toEqual([]);
  });

  test("as the file is written: quotes, semicolons, items", () => {
    const text = (before: string, value: string): string => `const session = require('express-session')\nconst port = process.env['PORT']\n\n${before}module.exports = session({ secret: ${value} })\n`;
    expect(mended("app.js", text("", `'${key}'`))).toBe(text("if (!process.env['SESSION_SECRET']) throw new Error('SESSION_SECRET is not set')\n", "process.env['SESSION_SECRET']"));
  });

  test("settings that another file hands over", () => {
    const config = `module.exports = {\n  secret: "${key}"\n};\n`;
    const use = 'const jwt = require("jsonwebtoken");\nconst config = require("./config");\nexports.token = (user) => jwt.sign(user, config.secret);\n';
    expect(mended("config.js", config, { "use.js": use })).toBe(`${check("JWT_SECRET")}module.exports = {\n  secret: process.env.JWT_SECRET\n};\n`);
  });

  test("a class with decorators, and a constructor that must call its parent's first", () => {
    const head = 'import { Injectable } from "@nestjs/common";\nimport { PassportStrategy } from "@nestjs/passport";\nimport { ExtractJwt, Strategy } from "passport-jwt";\n\n';
    const body = (secret: string): string => `@Injectable()\nexport class JwtStrategy extends PassportStrategy(Strategy) {\n  constructor() {\n    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: ${secret} });\n  }\n}\n`;
    expect(mended("jwt.strategy.ts", head + body(`"${key}"`))).toBe(`${head}${check("JWT_SECRET")}const JWT_SECRET = process.env.JWT_SECRET;\n${body("JWT_SECRET")}`);
  });
});

describe("several keys of one variable", () => {
  const held = `${check("JWT_SECRET")}const JWT_SECRET = process.env.JWT_SECRET;\n`;
  test("are checked and held once in a list of statements", () => {
    const text = (secret: string, head = ""): string => `${express}${head}export const sign = (user) => jwt.sign(user, ${secret});\nexport const read = (token) => jwt.verify(token, ${secret});\n`;
    expect(mended("app.js", text(`"${key}"`))).toBe(text("JWT_SECRET", held));
    expect(mended("app.js", text(`process.env.JWT_SECRET || "${key}"`))).toBe(text("JWT_SECRET", held));
  });

  test("are checked once in a function", () => {
    const text = (secret: string, head = ""): string => `${express}function renew(token) {\n  ${head}const user = jwt.verify(token, ${secret});\n  return jwt.sign(user, ${secret});\n}\n`;
    expect(mended("app.js", text(`"${key}"`))).toBe(text("process.env.JWT_SECRET", `${check("JWT_SECRET")}  `));
  });

  test("a default tells the name of the others", () => {
    const text = (...secrets: readonly string[]): string => `const read = jwt.verify("x", ${secrets[0]});\nconst made = jwt.sign({}, ${secrets[1]});\n`;
    expect(mended("app.js", express + text(`"${key}"`, `process.env.JWT_SECRET ?? "${key}"`))).toBe(express + check("JWT_SECRET") + text("process.env.JWT_SECRET", "process.env.JWT_SECRET"));
  });
});

describe("the check is not caught, and not too soon", () => {
  test("it stands before a try", () => {
    const text = (secret: string, head = ""): string => `${express}app.use((req, res, next) => {\n  ${head}try {\n    req.user = jwt.verify(req.headers.token, ${secret});\n    next();\n  } catch {\n    res.sendStatus(401);\n  }\n});\n`;
    expect(mended("app.js", text(`"${key}"`))).toBe(text("process.env.JWT_SECRET", `${check("JWT_SECRET")}  `));
  });

  test("what runs only sometimes is asked for there", () => {
    const text = (secret: string, head = ""): string => `${express}function user(token) {\n  try {\n    if (token) {\n      ${head}return jwt.verify(token, ${secret});\n    }\n  } catch {}\n}\n`;
    expect(mended("app.js", text(`"${key}"`))).toBe(text("process.env.JWT_SECRET", `${check("JWT_SECRET")}      `));
  });

  test("in a namespace, which is a function", () => {
    const text = (secret: string, head = ""): string => `import jwt from "jsonwebtoken";\n\nexport namespace Auth {\n  ${head}export const secret = ${secret};\n}\njwt.sign({}, Auth.secret);\n`;
    expect(mended("app.ts", text(`"${key}"`))).toBe(text("process.env.JWT_SECRET", `${check("JWT_SECRET")}  `));
  });

  test.each([
    ["dotenv", `const secret = "${key}";\ndotenv.config();\nsession({ secret });\n`],
    ["Node", `const secret = "${key}";\nprocess.loadEnvFile();\nsession({ secret });\n`],
    ["Nest's module", `@Module({ imports: [ConfigModule.forRoot(), JwtModule.register({ secret: process.env.JWT_SECRET || "${key}" })] })\nexport class AppModule {}\n`],
  ])("where %s loads variables below in the file, a person must decide", (_, text) => {
    const whole = `import { Module } from "@nestjs/common";\nimport { ConfigModule } from "@nestjs/config";\nimport { JwtModule } from "@nestjs/jwt";\nimport dotenv from "dotenv";\n${express}${text}`;
    expect(mended("app.ts", whole)).toBe(whole);
  });

  test("what is read later than a file that loads variables is not read before it", () => {
    const settings = `import { registerAs } from "@nestjs/config";\nimport jwt from "jsonwebtoken";\n\nexport default registerAs("jwt", () => ({ secret: process.env.JWT_SECRET || "${key}" }));\nexport const token = () => jwt.sign({}, process.env.JWT_SECRET || "${key}");\n`;
    const main = 'import { ConfigModule } from "@nestjs/config";\n\nexport const settings = ConfigModule.forRoot();\n';
    expect(mended("jwt.config.ts", settings, { "main.ts": main })).toBe(settings);
    expect(mended("jwt.config.ts", settings)).not.toContain(key);
  });
});

describe("the settings library of the file", () => {
  const use = 'import jwt from "jsonwebtoken";\njwt.sign({}, env.JWT_KEY);\n';
  test.each([
    ["zod", 'import { z } from "zod";\nconst env = z.object({ JWT_KEY: ', `z.string().min(1).default("${key}")`, "z.string().min(1)", " }).parse(process.env);\n"],
    ["joi", 'import Joi from "joi";\nconst env = Joi.attempt(process.env, Joi.object({ JWT_KEY: ', `Joi.string().default("${key}")`, "Joi.string().required()", " }).unknown());\n"],
    ["envalid", 'import { cleanEnv, str } from "envalid";\nconst env = cleanEnv(process.env, { JWT_KEY: ', `str({ default: "${key}", desc: "signs" })`, 'str({ desc: "signs" })', " });\n"],
    ["envalid with nothing else", 'import { cleanEnv, str } from "envalid";\nconst env = cleanEnv(process.env, { JWT_KEY: ', `str({ default: "${key}" })`, "str()", " });\n"],
  ])("%s requires it", (_, head, before, after, tail) => {
    expect(mended("env.ts", head + before + tail + use)).toBe(head + after + tail + use);
  });

  test("Nest's service throws", () => {
    const text = (read: string): string => `import { Module } from "@nestjs/common";\nimport { ConfigService } from "@nestjs/config";\nimport { JwtModule } from "@nestjs/jwt";\n\n@Module({ imports: [JwtModule.registerAsync({ inject: [ConfigService], useFactory: (config: ConfigService) => ({ secret: ${read} }) })] })\nexport class AuthModule {}\n`;
    expect(mended("auth.module.ts", text(`config.get("JWT_KEY", "${key}")`))).toBe(text('config.getOrThrow("JWT_KEY")'));
  });
});

describe("what a person must decide", () => {
  test.each([
    ["one of two", `app.use(session({ secret: app.dev ? "${key}" : process.env.KEY }));\n`],
    ["put together", `app.use(session({ secret: "${key}" + name }));\n`],
    ["behind two variables", `app.use(session({ secret: process.env.A || process.env.B || "${key}" }));\n`],
    ["a parameter's default", `function make(secret = "${key}") {\n  app.use(session({ secret }));\n}\nmake();\n`],
    ["in a parameter's default", `function make(options = { secret: "${key}" }) {\n  app.use(session(options));\n}\nmake();\n`],
    ["set for others", `process.env.SESSION_KEY = "${key}";\napp.use(session({ secret: process.env.SESSION_KEY }));\n`],
    ["several keys", `app.use(session({ secret: ["${key}", "${key.slice(0, 40)}"] }));\n`],
    ["a statement that has no room before it", `if (app.on) app.use(session({ secret: "${key}" }));\n`],
  ])("%s", (_, text) => {
    expect(mended("app.js", express + text)).toBe(express + text);
  });

  test.each([
    ["what browsers run", "app.jsx", `import React from "react";\nimport jwt from "jsonwebtoken";\nexport const token = jwt.sign({}, "${key}");\n`],
    ["what may run anywhere", "token.js", `import { SignJWT } from "jose";\nexport const token = new SignJWT({}).setProtectedHeader({ alg: "HS256" }).sign(new TextEncoder().encode("${key}"));\n`],
  ])("%s", (_, path, text) => {
    expect(mended(path, text)).toBe(text);
  });

  test("a variable that holds something else already", () => {
    const text = `${express}app.use(session({ secret: process.env.SESSION_SECRET }));\nconst other = session({ secret: "${key}" });\n`;
    expect(mended("app.js", text)).toBe(text);
  });
});

describe("a page of several languages and data", () => {
  test("are left to people", () => {
    const files = { "App.vue": `<script>\nimport jwt from "jsonwebtoken";\njwt.sign({}, "${key}");\n</script>\n`, ".env": `SESSION_SECRET=${key}\n`, "app.js": `${express}app.use(session({ secret: process.env.SESSION_SECRET }));\n` };
    expect(fixed(files)).toEqual(files);
  });
});
