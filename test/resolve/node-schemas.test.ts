import { describe, expect, test } from "vitest";
import { shown, type Project } from "../support/shown.ts";

/** A project whose settings, described in one file, sign a token in another. */
function project(config: string, use = "env.GREETING", more: Project = {}): Project {
  return { "env.ts": `${config}\n`, "app.ts": `import jwt from "jsonwebtoken";\nimport { env } from "./env";\njwt.sign({}, ${use});\n`, ...more };
}

const said = (files: Project): readonly string[] => shown(files).map((line) => line.replace(/^(\S+?):\d+ /, "$1 "));
const manifest = (version: string): Project => ({ "package.json": `{"dependencies": {"zod": "${version}"}}` });

const zod = (entry: string, more: Project = {}): Project => project(`import { z } from "zod";\nexport const env = z.object({ GREETING: ${entry} }).parse(process.env);`, "env.GREETING", more);
const t3 = (entry: string, runtime = "process.env"): Project =>
  project(`import { createEnv } from "@t3-oss/env-nextjs";\nimport { z } from "zod";\nexport const env = createEnv({ server: { GREETING: ${entry} }, client: {}, runtimeEnv: ${runtime} });`);
const joi = (entry: string): Project =>
  project(`import Joi from "joi";\nconst schema = Joi.object({ GREETING: ${entry} }).unknown();\nconst { value: env, error } = schema.prefs({ errors: { label: "key" } }).validate(process.env);\nif (error) throw error;\nexport { env };`);
const yup = (entry: string): Project => project(`import * as yup from "yup";\nexport const env = yup.object({ GREETING: ${entry} }).validateSync(process.env);`);
const valibot = (entry: string): Project => project(`import * as v from "valibot";\nexport const env = v.parse(v.object({ GREETING: ${entry} }), process.env);`);
const envalid = (entry: string): Project => project(`import { cleanEnv, str, makeValidator } from "envalid";\nexport const env = cleanEnv(process.env, { GREETING: ${entry} });`);
const convict = (entry: string, use = `env.get("jwt.greeting")`): Project => project(`import convict from "convict";\nexport const env = convict({ jwt: { greeting: ${entry} } });\nenv.validate({ allowed: "strict" });`, use);
const envVar = (read: string): Project => project(`import * as env from "env-var";\nexport { env };`, "secret", { "app.ts": `import jwt from "jsonwebtoken";\nimport env from "env-var";\njwt.sign({}, ${read});\n` });
const envSchema = (properties: string): Project => project(`import envSchema from "env-schema";\nconst schema = { type: "object", required: ["GREETING"], properties: ${properties} };\nexport const env = envSchema({ schema, dotenv: true });`);

describe("a default stands behind the variable that a schema reads", () => {
  test.each<[string, Project, string?]>([
    ["zod", zod(`z.string().default("@1")`)],
    ["zod, longer", zod(`z.string().min(32).trim().default("@1")`)],
    ["zod, with more behind", zod(`z.string().default("@1").transform((text) => text.trim())`)],
    ["zod, a function", zod(`z.string().default(() => "@1")`)],
    ["zod, optional", zod(`z.string().optional().default("@1")`)],
    ["zod, caught", zod(`z.string().min(8).catch("@1")`)],
    ["zod, prepared", zod(`z.preprocess((x) => x || undefined, z.string().default("@1"))`)],
    ["zod, coerced", zod(`z.coerce.string().default("@1")`)],
    ["zod, by the name of its version", project(`import { z } from "zod/v4";\nexport const env = z.object({ GREETING: z.string().min(99).default("@1") }).parse(process.env);`)],
    ["zod 4, which checks no default", zod(`z.string().min(99).default("@1")`, manifest("^4.1.0"))],
    ["zod 3, which does", zod(`z.string().min(64).default("@1")`, manifest("~3.25.1"))],
    ["zod, another name for it", project(`import * as zod from "zod";\nexport const env = zod.object({ GREETING: zod.string().default("@1") }).parse(process.env);`)],
    ["zod, tried", project(`import { z } from "zod";\nconst parsed = z.object({ GREETING: z.string().default("@1") }).safeParse(process.env);\nif (!parsed.success) process.exit(1);\nexport const env = parsed.data;`)],
    ["zod, later", project(`import { z } from "zod";\nexport const env = await z.object({ GREETING: z.string().default("@1") }).parseAsync(process.env);`)],
    ["zod, a schema with a name", project(`import { z } from "zod";\nconst schema = z.object({ GREETING: z.string().default("@1") }).strict();\nexport const env = schema.parse(process.env);`)],
    ["zod, a schema of another file", { ...project(`import { schema } from "./schema";\nexport const env = schema.parse(process.env);`), "schema.ts": `import { z } from "zod";\nexport const schema = z.object({ GREETING: z.string().default("@1") });\n` }],
    ["zod, an entry with a name", project(`import { z } from "zod";\nconst secret = z.string().default("@1");\nexport const env = z.object({ GREETING: secret }).parse(process.env);`)],
    ["zod, extended", project(`import { z } from "zod";\nconst base = z.object({ GREETING: z.string().default("@1") });\nexport const env = base.extend({ PORT: z.number() }).parse(process.env);`)],
    ["zod, an extension", project(`import { z } from "zod";\nconst base = z.object({ GREETING: z.string().default("@2") });\nexport const env = base.extend({ GREETING: z.string().default("@1") }).parse(process.env);`)],
    ["zod, merged", project(`import { z } from "zod";\nconst base = z.object({ PORT: z.number() });\nexport const env = base.merge(z.object({ GREETING: z.string().default("@1") })).parse(process.env);`)],
    ["zod, given by hand", project(`import { z } from "zod";\nexport const env = z.object({ jwt: z.object({ secret: z.string().default("@1") }) }).parse({ jwt: { secret: process.env.HELLO } });`, "env.jwt.secret"), "HELLO"],
    ["zod, taken apart", project(`import { z } from "zod";\nconst { GREETING } = z.object({ GREETING: z.string().default("@1") }).parse(process.env);\nexport const env = { GREETING };`)],
    ["zod, from a function", project(`import { z } from "zod";\nconst schema = z.object({ GREETING: z.string().default("@1") });\nfunction load() {\n  const result = schema.safeParse(process.env);\n  if (!result.success) throw new Error("x");\n  return result.data;\n}\nexport const env = load();`)],
    ["t3", t3(`z.string().default("@1")`)],
    ["t3, one by one", t3(`z.string().default("@1")`, "{ GREETING: process.env.GREETING }")],
    ["t3, under another name", t3(`z.string().default("@1")`, "{ GREETING: process.env.HELLO }"), "HELLO"],
    ["joi", joi(`Joi.string().default("@1")`)],
    ["joi, shorter than it asks for", joi(`Joi.string().min(32).default("@1").description("x")`)],
    ["joi, without a schema's method", project(`import Joi from "joi";\nexport const env = Joi.attempt(process.env, Joi.object().keys({ GREETING: Joi.string().default("@1") }));`)],
    ["joi, as it was", project(`const Joi = require("@hapi/joi");\nconst { value } = Joi.validate(process.env, Joi.object({ GREETING: Joi.string().default("@1") }));\nexport const env = value;`)],
    ["yup", yup(`yup.string().required().default("@1")`)],
    ["valibot", valibot(`v.optional(v.string(), "@1")`)],
    ["valibot, a fallback", valibot(`v.fallback(v.string(), "@1")`)],
    ["valibot, a pipe", valibot(`v.optional(v.pipe(v.string(), v.minLength(8)), "@1")`)],
    ["superstruct", project(`import { create, defaulted, object, string } from "superstruct";\nexport const env = create(process.env, object({ GREETING: defaulted(string(), "@1") }));`)],
    ["arktype", project(`import { type } from "arktype";\nexport const env = type({ GREETING: ["string", "=", "@1"] }).assert(process.env);`)],
    ["effect", project(`import { Config, Effect } from "effect";\nexport const env = { GREETING: Config.string("GREETING").pipe(Config.withDefault("@1")) };`)],
    ["envalid", envalid(`str({ default: "@1" })`)],
    ["envalid, a validator of one's own", envalid(`makeValidator((x) => x)({ default: "@1" })`)],
    ["envsafe", project(`import { envsafe, str } from "envsafe";\nexport const env = envsafe({ GREETING: str({ default: "@1" }) });`)],
    ["znv", project(`import { parseEnv } from "znv";\nimport { z } from "zod";\nexport const { GREETING } = parseEnv(process.env, { GREETING: z.string().default("@1") });`, "env.GREETING", { "app.ts": `import jwt from "jsonwebtoken";\nimport { GREETING } from "./env";\njwt.sign({}, GREETING);\n` })],
    ["convict", convict(`{ doc: "x", format: String, default: "@1", env: "GREETING" }`)],
    ["convict, all of it", convict(`{ format: String, default: "@1", env: "GREETING" }`, "env.getProperties().jwt.greeting")],
    ["convict, a part", convict(`{ format: String, default: "@1", env: "GREETING" }`, `env.get("jwt").greeting`)],
    ["env-var", envVar(`env.get("GREETING").default("@1").asString()`)],
    ["env-var, required", envVar(`env.get("GREETING").default("@1").required().asString()`)],
    ["env-schema", envSchema(`{ GREETING: { type: "string", default: "@1" } }`)],
    ["env-schema with TypeBox", project(`import { envSchema } from "env-schema";\nimport { Type } from "@sinclair/typebox";\nexport const env = envSchema({ schema: Type.Object({ GREETING: Type.String({ default: "@1" }) }) });`)],
  ])("%s", (_, files, name = "GREETING") => {
    expect(said(files).map((line) => line.replace(/^\S+ /, ""))).toEqual([`"@1" default-fallback-key ${name}`]);
  });
});

describe("a variable that a schema reads is known", () => {
  test.each<[string, Project, string?]>([
    ["zod", zod(`z.string().min(32)`)],
    ["zod, optional", zod(`z.string().optional()`)],
    ["zod, with a default", zod(`z.string().default(load())`)],
    ["zod, given by hand", project(`import { z } from "zod";\nexport const env = z.object({ secret: z.string() }).parse({ secret: process.env.HELLO });`, "env.secret"), "HELLO"],
    ["t3", t3(`z.string().min(1)`)],
    ["t3, under another name", t3(`z.string()`, "{ GREETING: process.env.HELLO }"), "HELLO"],
    ["joi", joi(`Joi.string().required()`)],
    ["yup", yup(`yup.string().required()`)],
    ["valibot", valibot(`v.pipe(v.string(), v.minLength(32))`)],
    ["arktype", project(`import { type } from "arktype";\nexport const env = type({ GREETING: "string >= 32" })(process.env);`)],
    ["effect", project(`import { Config } from "effect";\nexport const env = { GREETING: Config.redacted("GREETING") };`)],
    ["envalid", envalid(`str({ desc: "a key" })`)],
    ["convict", convict(`{ format: String, default: null, env: "GREETING" }`)],
    ["env-var", envVar(`env.get("GREETING").required().asString()`)],
    ["env-schema", envSchema(`{ GREETING: { type: "string" } }`)],
  ])("%s", (_, files, name = "GREETING") => {
    expect(said({ ...files, ".env": `${name}=@2\n` })).toEqual([`.env @2 committed-env-file ${name}`]);
  });
});

describe("what fails closed, or is not told, is silent", () => {
  test.each<[string, Project]>([
    ["zod, required", zod(`z.string()`)],
    ["zod, optional", zod(`z.string().nullish()`)],
    ["zod 3, shorter than it asks for", zod(`z.string().min(32).default("zebra")`, manifest("^3.23.8"))],
    ["zod of any version, shorter than it asks for", zod(`z.string().min(32).default("zebra")`)],
    ["zod 4, checked all the same", zod(`z.string().min(32).prefault("zebra")`, manifest("^4.0.0"))],
    ["zod, another entry's default", project(`import { z } from "zod";\nexport const env = z.object({ OTHER: z.string().default("zebra"), GREETING: z.string() }).parse(process.env);`)],
    ["zod, what is not known", zod(`z.string().default(load())`)],
    ["zod, what a type is", project(`import { z } from "zod";\nexport const env = z.object({ GREETING: z.literal("zebra") }).parse(process.env);`, "env.OTHER")],
    ["t3, required", t3(`z.string().min(1)`)],
    ["t3, development is not told apart", t3(`process.env.NODE_ENV === "production" ? z.string() : z.string().optional()`)],
    ["joi, required", joi(`Joi.string().required()`)],
    ["joi, required with a default", joi(`Joi.string().required().default("zebra")`)],
    ["joi, a default that is required", joi(`Joi.string().default("zebra").required()`)],
    ["yup, shorter than it asks for", yup(`yup.string().min(32).default("zebra")`)],
    ["valibot, shorter than it asks for", valibot(`v.optional(v.pipe(v.string(), v.minLength(32)), "zebra")`)],
    ["arktype, a type", project(`import { type } from "arktype";\nexport const env = type({ GREETING: "string >= 32" })(process.env);`)],
    ["envalid, required", envalid(`str()`)],
    ["envalid, an example", envalid(`str({ example: "zebra", desc: "a key" })`)],
    ["convict, null", convict(`{ format: String, default: null, env: "GREETING" }`)],
    ["env-schema, shorter than it asks for", envSchema(`{ GREETING: { type: "string", default: "zebra", minLength: 32 } }`)],
  ])("%s", (_, files) => {
    expect(said(files)).toEqual([]);
  });
});

describe("a default for development only", () => {
  test.each<[string, Project]>([
    ["envalid", envalid(`str({ devDefault: "@1" })`)],
    ["envsafe", project(`import { envsafe, str } from "envsafe";\nexport const env = envsafe({ GREETING: str({ devDefault: "@1" }) });`)],
  ])("%s", (_, files) => {
    expect(said(files)).toEqual([`env.ts "@1" default-fallback-key GREETING in development`]);
  });

  test("says nothing of what another file gives the variable", () => {
    expect(said({ ...envalid(`str({ devDefault: "@1" })`), "start.ts": `process.env.GREETING = "@2";` })).toEqual([`env.ts "@1" default-fallback-key GREETING in development`, `start.ts "@2" hardcoded-key GREETING`]);
    expect(said({ ...project(`export const env = { GREETING: process.env.GREETING || (process.env.NODE_ENV === "development" ? "@1" : fail()) };`), ".env.production": "GREETING=@2\n" })).toEqual([
      `.env.production @2 committed-env-file GREETING`,
      `env.ts "@1" default-fallback-key GREETING in development`,
    ]);
  });

  test("beside one for all", () => {
    expect(said(envalid(`str({ devDefault: "@1", default: "@2" })`))).toEqual([`env.ts "@1" default-fallback-key GREETING in development`, `env.ts "@2" default-fallback-key GREETING`]);
  });
});

describe("found by the name alone, a default is one", () => {
  test.each<[string, string]>([
    ["zod", `import { z } from "zod";\nexport const schema = z.object({ JWT_SECRET: z.string().default("@1") });`],
    ["t3", `import { createEnv } from "@t3-oss/env-core";\nimport { z } from "zod";\nexport const env = createEnv({ server: { JWT_SECRET: z.string().default("@1") }, runtimeEnv: process.env });`],
    ["joi", `import * as Joi from "joi";\nexport const schema = Joi.object({ JWT_SECRET: Joi.string().default("@1") });`],
    ["envalid", `import { cleanEnv, str } from "envalid";\nexport default cleanEnv(process.env, { JWT_SECRET: str({ default: "@1" }) });`],
    ["convict", `import convict from "convict";\nexport default convict({ auth: { greeting: { format: String, default: "@1", env: "JWT_SECRET" } } });`],
    ["a class of settings", `import { plainToInstance } from "class-transformer";\nclass Env {\n  JWT_SECRET: string = "@1";\n}\nexport const env = plainToInstance(Env, process.env);`],
  ])("%s", (_, text) => {
    expect(said({ "env.ts": `${text}\n` })).toEqual([`env.ts "@1" default-fallback-key JWT_SECRET`]);
  });
});

const sign = (files: Project, use: string, imports = ""): Project => ({ ...files, "auth/app.ts": `import jwt from "jsonwebtoken";\n${imports}\njwt.sign({}, ${use});\n` });
const nestUse = (use: string): string => `import { Injectable, Inject } from "@nestjs/common";\nimport { ConfigService, ConfigType } from "@nestjs/config";\nimport { JwtService } from "@nestjs/jwt";\nimport jwt from "jsonwebtoken";\nimport { jwtConfig } from "../jwt.config";\n@Injectable()\nexport class Tokens {\n  constructor(private readonly config: ConfigService, @Inject(jwtConfig.KEY) private readonly own: ConfigType<typeof jwtConfig>) {}\n  issue() {\n    return jwt.sign({}, ${use});\n  }\n}\n`;
const nest = (options: string, use: string, more: Project = {}): Project => ({
  "package.json": "{}", "app.module.ts": `import { Module } from "@nestjs/common";\nimport { ConfigModule } from "@nestjs/config";\nimport * as Joi from "joi";\nimport { z } from "zod";\nimport configuration from "./configuration";\nimport { validate } from "./validate";\nimport { jwtConfig } from "./jwt.config";\n@Module({ imports: [ConfigModule.forRoot({ isGlobal: true, ${options} })] })\nexport class AppModule {}\n`,
  "auth/tokens.ts": nestUse(use), ...more,
});
const loaded = (secret: string): Project => ({ "configuration.ts": `export default () => ({ port: 3000, jwt: { secret: ${secret} } });\n` });
const named = (secret: string): Project => ({ "jwt.config.ts": `import { registerAs } from "@nestjs/config";\nexport const jwtConfig = registerAs("jwt", () => ({ secret: ${secret} }));\n` });
const validated = `import { plainToInstance } from "class-transformer";\nimport { IsString, validateSync } from "class-validator";\nclass EnvironmentVariables {\n  @IsString()\n  GREETING: string = "@1";\n}\nexport function validate(config: Record<string, unknown>) {\n  const validatedConfig = plainToInstance(EnvironmentVariables, config, { enableImplicitConversion: true });\n  if (validateSync(validatedConfig).length > 0) throw new Error("x");\n  return validatedConfig;\n}\n`;

describe("settings that are described in one place of the project and read in another", () => {
  test.each<[string, Project, string?]>([
    ["Nest, validated by joi", nest(`validationSchema: Joi.object({ GREETING: Joi.string().default("@1") })`, `this.config.get("GREETING")`)],
    ["Nest, validated, or else thrown", nest(`validationSchema: Joi.object({ GREETING: Joi.string().default("@1") })`, `this.config.getOrThrow<string>("GREETING")`)],
    ["Nest, validated by zod", nest(`validate: (config) => z.object({ GREETING: z.string().default("@1") }).parse(config)`, `this.config.get("GREETING")`)],
    ["Nest, validated by a class", nest(`validate`, `this.config.get("GREETING")`, { "validate.ts": validated })],
    ["Nest, loaded", nest(`load: [configuration]`, `this.config.get<string>("jwt.secret")`, loaded(`process.env.GREETING ?? "@1"`))],
    ["Nest, loaded, a part", nest(`load: [configuration]`, `this.config.get("jwt").secret`, loaded(`process.env.GREETING ?? "@1"`))],
    ["Nest, loaded under a name", nest(`load: [jwtConfig]`, `this.config.get("jwt.secret")`, named(`process.env.GREETING || "@1"`))],
    ["Nest, injected by its name", nest(`load: [jwtConfig]`, `this.own.secret`, named(`process.env.GREETING || "@1"`))],
    ["fastify", sign({ "server.ts": `import Fastify from "fastify";\nimport fastifyEnv from "@fastify/env";\nconst app = Fastify();\nconst schema = { type: "object", properties: { GREETING: { type: "string", default: "@1" } } };\napp.register(fastifyEnv, { schema, dotenv: true });\n` }, "app.config.GREETING", `import { FastifyInstance } from "fastify";\nexport default async function (app: FastifyInstance) { jwt.sign({}, app.config.GREETING); }`)],
    ["nconf", sign({ "config.ts": `import nconf from "nconf";\nnconf.argv().env().file({ file: "x.json" }).defaults({ GREETING: "@1" });\n` }, `nconf.get("GREETING")`, `import nconf from "nconf";`)],
    ["node-config, with names of variables", sign({ "config/default.json": `{"jwt": {"greeting": "@1"}}`, "config/custom-environment-variables.json": `{"jwt": {"greeting": "GREETING"}}` }, `config.get("jwt.greeting")`, `import config from "config";`)],
    ["node-config, in YAML", sign({ "config/default.yaml": `jwt:\n  greeting: "@1"\n`, "config/custom-environment-variables.yaml": `jwt:\n  greeting: GREETING\n` }, `config.jwt.greeting`, `const config = require("config");`)],
    ["nuxt", sign({ "nuxt.config.ts": `export default defineNuxtConfig({ runtimeConfig: { jwtGreeting: "@1" } });\n` }, `useRuntimeConfig(event).jwtGreeting`), "NUXT_JWT_GREETING"],
    ["nuxt, a part", sign({ "nuxt.config.ts": `export default defineNuxtConfig({ runtimeConfig: { jwt: { greeting: "@1" } } });\n` }, `config.jwt.greeting`, "const config = useRuntimeConfig();"), "NUXT_JWT_GREETING"],
    ["rc", project(`import rc from "rc";\nexport const env = rc("shop", { jwt: { greeting: "@1" } });`, "env.jwt.greeting"), "shop_jwt__greeting"],
  ])("%s", (_, files, name = "GREETING") => {
    expect(said(files).map((line) => line.replace(/^\S+ /, ""))).toEqual([`"@1" default-fallback-key ${name}`]);
  });

  test.each<[string, Project, readonly string[]]>([
    ["Nest, loaded and written", nest(`load: [configuration]`, `this.config.get("jwt.secret")`, loaded(`"@1"`)), [`configuration.ts "@1" hardcoded-key secret`]],
    ["Nest, loaded from a variable", nest(`load: [configuration]`, `this.config.get("jwt.secret")`, { ...loaded("process.env.GREETING"), ".env": "GREETING=@2\n" }), [".env @2 committed-env-file GREETING"]],
    ["Nest, read", nest(``, `this.config.get("GREETING")`, { ".env": "GREETING=@2\n" }), [".env @2 committed-env-file GREETING"]],
    ["node-config, for all and for production", sign({ "config/default.json": `{"jwt": {"greeting": "@1"}}`, "config/production.json": `{"jwt": {"greeting": "@2"}}` }, `config.get("jwt.greeting")`, `import config from "config";`), [`config/default.json "@1" hardcoded-key greeting`, `config/production.json "@2" hardcoded-key greeting`]],
    ["node-config, a program", sign({ "config/default.js": `module.exports = { jwt: { greeting: process.env.GREETING || "@1" } };\n` }, `config.get("jwt").greeting`, `import config from "config";`), [`config/default.js "@1" default-fallback-key GREETING`]],
    ["node-config, a name of a variable", sign({ "config/default.json": `{"jwt": {}}`, "config/custom-environment-variables.json": `{"jwt": {"greeting": "GREETING"}}` }, `config.get("jwt.greeting")`, `import config from "config";`), []],
    ["another project's", { ...nest("", `this.config.get("GREETING")`), "other/package.json": "{}", "other/app.module.ts": `import { ConfigModule } from "@nestjs/config";\nimport * as Joi from "joi";\nConfigModule.forRoot({ validationSchema: Joi.object({ GREETING: Joi.string().default("@1") }) });\n` }, []],
    ["Nest, required", nest(`validationSchema: Joi.object({ GREETING: Joi.string().required() })`, `this.config.get("GREETING")`), []],
  ])("%s", (_, files, found) => {
    expect(said(files)).toEqual(found);
  });
});
