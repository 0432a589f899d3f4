import type { Model, Models, Symbol } from "../../src/kit.ts";

/** The functions of a library, whether they are imported one by one or all under one name. */
function of(packages: readonly string[], ...names: readonly string[]): readonly Symbol[] {
  return packages.flatMap((one) => names.map((name) => `${one}.${name}`));
}

const zods = ["zod", "zod.z", "zod/v4", "zod/v4.z", "zod/v3", "zod/v3.z", "zod/mini", "zod/v4-mini", "astro/zod.z", "@hono/zod-openapi.z"];
const zodPackages = ["zod", "zod/v4", "zod/v3", "zod/mini", "zod/v4-mini", "astro/zod", "@hono/zod-openapi"];

/**
 * https://zod.dev/api#defaults: only what is undefined takes a default, an empty text does not. Since version 4 a default is not checked:
 * `min(32)` refuses a shorter one in version 3, and of `prefault` still.
 */
const zod: readonly Model[] = [
  { at: of(zods, "object", "strictObject", "looseObject", "interface"), means: "schema", entries: "0" },
  { at: of(zodPackages, "**.extend", "**.safeExtend", "**.augment", "**.merge", "**.and"), means: "schema", entries: "0|this" },
  { at: of(zodPackages, "**.parse", "**.parseAsync", "**.decode"), means: "schema", entries: "this", from: "0" },
  { at: of(zodPackages, "**.safeParse", "**.safeParseAsync", "**.spa"), means: "schema", entries: "this", from: "0", result: "data" },
  { at: of(zods, "parse", "parseAsync"), means: "schema", entries: "0", from: "1" },
  { at: of(zods, "safeParse", "safeParseAsync"), means: "schema", entries: "0", from: "1", result: "data" },
  { at: of(["zod", "@hono/zod-openapi", "astro/zod"], "**.default"), means: "default", of: "0|0()", refuses: { least: ["min", "length", "nonempty"], before: 4 }, strict: true },
  { at: "zod/v3.**.default", means: "default", of: "0|0()", refuses: { least: ["min", "length"] }, strict: true },
  { at: "zod/v4.**.default", means: "default", of: "0|0()", strict: true },
  { at: of(zodPackages, "**.prefault"), means: "default", of: "0|0()", refuses: { least: ["min", "length"] } },
  { at: of(zodPackages, "**.catch"), means: "default", of: "0|0()" },
  { at: of(zods, "_default"), means: "default", value: "0", of: "1|1()" },
  { at: of(zods, "prefault"), means: "default", value: "0", of: "1|1()", refuses: { least: ["minLength", "length"] } },
  { at: of(zods, "optional", "nullable", "nullish", "pipe"), means: "same", of: "0" },
  { at: of(zods, "preprocess"), means: "same", of: "1" },
  { at: of(zods, "lazy"), means: "same", of: "0()" },
  { at: of(zodPackages, "**"), means: "same" },
];

/** https://env.t3.gg/docs/core */
const t3: readonly Model[] = [
  {
    at: of(["@t3-oss/env-nextjs", "@t3-oss/env-core", "@t3-oss/env-nuxt"], "createEnv"),
    means: "schema",
    entries: "0.server|0.shared|0.client",
    from: "0.runtimeEnv|0.runtimeEnvStrict",
    variable: { as: "exact" },
    empty: "0.emptyStringAsUndefined",
  },
];

const jois = ["joi", "@hapi/joi", "joi.default"];

/** https://joi.dev/api: a default is not checked, and a required entry takes none. */
const joi: readonly Model[] = [
  { at: of(jois, "object"), means: "schema", entries: "0" },
  { at: of(["joi", "@hapi/joi"], "**.keys", "**.append", "**.concat"), means: "schema", entries: "0|this" },
  { at: of(["joi", "@hapi/joi"], "**.validate"), means: "schema", entries: "this", from: "0", result: "value" },
  { at: of(["joi", "@hapi/joi"], "**.validateAsync"), means: "schema", entries: "this", from: "0" },
  { at: of(jois, "validate"), means: "schema", entries: "1", from: "0", result: "value" },
  { at: of(jois, "attempt"), means: "schema", entries: "1", from: "0" },
  { at: of(["joi", "@hapi/joi"], "**.default"), means: "default", of: "0|0()", refuses: { required: ["required", "exist"] }, strict: "required" },
  { at: of(["joi", "@hapi/joi"], "**.failover"), means: "default", of: "0|0()" },
  { at: of(["joi", "@hapi/joi"], "**.required", "**.exist"), means: "opaque" },
  { at: of(["joi", "@hapi/joi"], "**"), means: "same" },
];

/** https://github.com/jquense/yup#schemadefaultvalue-any-schema: validating checks a default, too. */
const yup: readonly Model[] = [
  { at: ["yup.object", "yup.default.object"], means: "schema", entries: "0" },
  { at: ["yup.**.shape", "yup.**.concat"], means: "schema", entries: "0|this" },
  { at: ["yup.**.validateSync", "yup.**.validate", "yup.**.cast"], means: "schema", entries: "this", from: "0" },
  { at: "yup.**.default", means: "default", of: "0|0()", refuses: { least: ["min", "length"] }, strict: "required" },
  { at: "yup.**", means: "same" },
];

/** https://valibot.dev/api/optional/: the wrapped schema checks the default. */
const valibot: readonly Model[] = [
  { at: of(["valibot"], "object", "looseObject", "strictObject"), means: "schema", entries: "0" },
  { at: "valibot.parse", means: "schema", entries: "0", from: "1" },
  { at: "valibot.safeParse", means: "schema", entries: "0", from: "1", result: "output" },
  { at: of(["valibot"], "optional", "nullish", "nullable", "undefinedable", "exactOptional"), means: "default", value: "0", of: "1|1()", refuses: { least: ["minLength", "length"] } },
  { at: "valibot.fallback", means: "default", value: "0", of: "1|1()" },
  { at: "valibot.pipe", means: "same", of: "0" },
];

/** https://docs.superstructjs.org, https://arktype.io/docs/objects#properties-defaults */
const others: readonly Model[] = [
  { at: ["superstruct.object", "superstruct.type"], means: "schema", entries: "0" },
  { at: ["superstruct.create", "superstruct.mask"], means: "schema", entries: "1", from: "0" },
  { at: "superstruct.defaulted", means: "default", value: "0", of: "1|1()" },
  { at: "arktype.type", means: "schema", entries: "0", default: "2" },
  { at: ["arktype.type()", "arktype.**.assert"], means: "schema", entries: "this", from: "0", default: "2" },
  { at: "arktype.**.default", means: "default", of: "0|0()" },
  // https://effect.website/docs/configuration/
  { at: of(["effect.Config", "effect/Config"], "string", "redacted", "secret", "nonEmptyString"), means: "env", name: "0" },
  { at: of(["effect.Config", "effect/Config"], "withDefault"), means: "default", value: "0", of: "1" },
  { at: of(["effect", "effect/Config"], "**.pipe"), means: "default", of: "0|1|2" },
];

/** https://github.com/af/envalid: `devDefault` counts where NODE_ENV is set and is not production. */
const envalid: readonly Model[] = [
  { at: ["envalid.cleanEnv", "envalid.customCleanEnv"], means: "schema", entries: "1", from: "0", variable: { as: "exact" }, default: "0.default", development: "0.devDefault" },
  // https://github.com/KATT/envsafe
  { at: "envsafe.envsafe", means: "schema", entries: "0", variable: { as: "exact" }, default: "0.default", development: "0.devDefault" },
  // https://github.com/lostfictions/znv
  { at: "znv.parseEnv", means: "schema", entries: "1", from: "0", variable: { as: "exact" } },
];

/** https://github.com/mozilla/node-convict: a default is checked when nobody changed it is not; null stands for "must be set". */
const convict: readonly Model[] = [
  { at: ["convict", "convict.convict"], means: "schema", entries: "0", variable: { own: "env", as: "own" }, default: "default" },
  { at: "convict.**.get", means: "get", name: "0", between: "." },
  { at: "convict.**.default", means: "get", name: "0", between: "." },
  { at: "convict.**", means: "same" },
];

/** JSON Schema: https://github.com/fastify/env-schema, https://github.com/fastify/fastify-env */
const jsonSchema: readonly Model[] = [
  {
    at: ["env-schema", "env-schema.envSchema", "env-schema.default"],
    means: "schema",
    entries: "0.schema.properties|0.schema",
    variable: { as: "exact" },
    default: "default|0.default",
    refuses: { least: ["minLength", "0.minLength"] },
  },
  { at: of(["@sinclair/typebox", "typebox"], "Type.Object"), means: "schema", entries: "0", default: "default|0.default" },
  {
    at: ["@fastify/env", "fastify-env"],
    means: "schema",
    entries: "1.schema.properties|1.schema",
    variable: { as: "exact" },
    default: "default|0.default",
    refuses: { least: ["minLength", "0.minLength"] },
  },
  { at: ["fastify.FastifyInstance().config", "fastify.fastify().config", "fastify().config", "parameter.config"], means: "described", by: ["@fastify/env", "fastify-env"] },
];

const formats = ["json", "json5", "yaml", "yml", "toml", "js", "cjs", "ts"];

/** https://github.com/node-config/node-config/wiki/Configuration-Files, and its page on environment variables. */
const nodeConfig: readonly Model[] = [
  {
    at: ["config", "config.default"],
    means: "described",
    files: ["local", "production", "default", "development", "test"].flatMap((name) => formats.map((format) => `config/${name}.${format}`)),
    names: formats.map((format) => `config/custom-environment-variables.${format}`),
  },
  { at: ["config.get", "config.util.toObject().get"], means: "get", name: "0", between: "." },
  { at: "config.util.toObject", means: "same" },
];

/** Settings of several layers, of which the last is written in the program. */
const layers: readonly Model[] = [
  // https://github.com/indexzero/nconf
  { at: "nconf", means: "described", by: ["nconf.defaults", "nconf.**.defaults"] },
  { at: ["nconf.defaults", "nconf.**.defaults"], means: "schema", entries: "0", variable: { as: "exact" } },
  // https://github.com/dominictarr/rc: `app_jwt__secret`
  { at: "rc", means: "schema", entries: "1", variable: { as: "exact", prefix: { at: "0", then: "_" }, between: "__" } },
  // https://nuxt.com/docs/guide/going-further/runtime-config#environment-variables
  { at: ["defineNuxtConfig", "nuxt/config.defineNuxtConfig"], means: "schema", entries: "0.runtimeConfig", variable: { as: "snake", prefix: { default: "NUXT_" }, between: "_" } },
  {
    at: of(["#imports", "#app", "nuxt/app", "nitropack/runtime"], "useRuntimeConfig()").concat("useRuntimeConfig()"),
    means: "described",
    by: ["defineNuxtConfig", "nuxt/config.defineNuxtConfig"],
  },
];

/**
 * https://docs.nestjs.com/techniques/configuration: what the variables are validated with, and functions that give settings, some of them
 * under a name.
 */
const nest: readonly Model[] = [
  { at: "@nestjs/config.ConfigService()", means: "described", by: ["@nestjs/config.ConfigModule.forRoot", "@nestjs/config.registerAs"] },
  { at: "@nestjs/config.ConfigModule.forRoot", means: "schema", entries: "0.validationSchema|0.validate()|0.load.*()" },
  { at: "@nestjs/config.registerAs", means: "schema", entries: "1()", result: { at: "0" } },
  // https://docs.nestjs.com/techniques/configuration#configuration-namespaces
  { at: "@nestjs/common.Inject", means: "same", of: "0" },
  { at: "@nestjs/config.registerAs().KEY", means: "same" },
  // https://docs.nestjs.com/techniques/configuration#custom-validate-function
  { at: ["class-transformer.plainToClass", "class-transformer.plainToInstance"], means: "schema", entries: "0", from: "1" },
];

/** What npm's libraries of described settings read. */
export const nodeSchemas: Models = { language: "javascript", models: [...zod, ...t3, ...joi, ...yup, ...valibot, ...others, ...envalid, ...convict, ...jsonSchema, ...nodeConfig, ...layers, ...nest] };
