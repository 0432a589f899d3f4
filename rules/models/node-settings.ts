import type { Model, Models } from "../../src/kit.ts";

/** Readers of variables and settings. */
const readers: readonly Model[] = [
  // https://docs.nestjs.com/techniques/configuration
  { at: "@nestjs/config.ConfigService().get", means: "env", name: "0", default: "1", between: ".", described: "first", strict: "getOrThrow" },
  // A configuration file of Strapi is a function that is given `env`: https://docs.strapi.io/cms/configurations/guides/access-cast-environment-variables
  { at: ["parameter.env", "parameter.env.array"], means: "env", name: "0", default: "1" },
  { at: ["@nestjs/config.ConfigService().getOrThrow", "*.getOrThrow"], means: "env", name: "0", between: "." },
  // https://github.com/evanshortiss/env-var: the default is given by a further call
  { at: ["env-var.get", "env-var.from().get"], means: "env", name: "0" },
  { at: "env-var.**.default", means: "default", of: "0" },
  { at: "env-var.**", means: "same" },
  // https://svelte.dev/docs/kit/$env-dynamic-private
  { at: ["$env/static/private", "$env/dynamic/private.env", "$env/static/public", "$env/dynamic/public.env", "astro:env/server"], means: "env" },
  { at: ["dotenv.config().parsed", "vite.loadEnv()", "@next/env.loadEnvConfig().combinedEnv", "std-env.env", "cloudflare:workers.env"], means: "env" },
  { at: ["@adonisjs/core/services/env.get", "#start/env.get", "@ioc:Adonis/Core/Env.get"], means: "env", name: "0", default: "1" },
  { at: ["@ioc:Adonis/Core/Env.getOrFail"], means: "env", name: "0" },
  // https://expressjs.com/en/5x/api.html#app.get: with one argument it gives a setting
  { at: ["express().get", "parameter.app.get", "express.Application().get", "express.Express().get"], means: "setting", name: "0" },
  { at: ["express().set", "parameter.app.set"], means: "assign", to: "setting", name: "0", value: "1" },
  // https://github.com/indexzero/nconf
  { at: ["nconf.get"], means: "env", name: "0", between: ":" },
  { at: ["get-env"], means: "env", name: "0", default: "1" },
];

/** Schemas of a library that is not known: their default stands behind what is missing. */
const schemas: readonly Model[] = [{ at: ["*.default", "*.prefault", "*.failover"], means: "default", of: "0|0()" }];

const files: readonly Model[] = [
  { at: ["dotenv.config", "dotenv.configDotenv", "dotenv-safe.config", "dotenv-defaults.config"], means: "dotenv", of: "0.path" },
  { at: ["@nestjs/config.ConfigModule.forRoot"], means: "dotenv", of: "0.envFilePath" },
  { at: ["env-cmd.GetEnvVars"], means: "dotenv", of: "0.envFile.filePath" },
];

/** Parsers of files of settings. */
const parsers: readonly Model[] = [
  { at: ["js-yaml.load", "js-yaml.safeLoad", "yaml.parse", "yamljs.load", "yamljs.parse", "toml.parse", "smol-toml.parse", "ini.parse", "json5.parse", "jsonfile.readFileSync", "fs-extra.readJsonSync", "fs-extra.readJSONSync", "read-yaml.sync"], means: "file", of: "0" },
];

const generators: readonly Model[] = [
  // https://github.com/ai/nanoid: 21 characters of 6 bits unless a size is given
  { at: ["nanoid.nanoid", "nanoid", "nanoid/async.nanoid"], means: "generate", bytes: { argument: "0", default: 16 }, form: "text", strength: "strong" },
  { at: ["nanoid/non-secure.nanoid"], means: "generate", form: "text", strength: "random" },
  // https://github.com/uuidjs/uuid
  { at: ["uuid.v4", "uuid/v4", "uuid", "uuidv4"], means: "generate", bytes: 16, form: "hex", strength: "strong" },
  { at: "uuid.v7", means: "generate", bytes: 9, form: "hex", strength: "strong" },
  { at: ["uuid.v1", "uuid/v1", "uuid.v6"], means: "generate", form: "hex", strength: "uuid1" },
  { at: ["uuid.v3", "uuid.v5", "uuid/v3", "uuid/v5"], means: "digest", of: ["0", "1"], bytes: 16 },
  { at: ["uid-safe.sync", "uid-safe", "random-bytes.sync", "random-bytes"], means: "generate", bytes: { argument: "0" }, form: "base64", strength: "strong" },
  { at: ["crypto-random-string"], means: "generate", bytes: { argument: "0.length" }, form: "text", strength: "strong" },
  { at: ["randomstring.generate"], means: "generate", bytes: { argument: "0|0.length", default: 32 }, form: "text", strength: "strong" },
  { at: ["crypto-js.lib.WordArray.random"], means: "generate", bytes: { argument: "0" }, form: "bytes", strength: "strong" },
  { at: ["lodash.random", "lodash.sample", "lodash.sampleSize", "shortid.generate", "hat", "lodash/random", "lodash.uniqueId"], means: "generate", form: "text", strength: "random" },
  { at: ["dayjs", "moment", "dayjs().valueOf", "moment().valueOf"], means: "generate", form: "text", strength: "time" },
];

const forms: readonly Model[] = [
  { at: ["jose.base64url.decode", "jose/util/base64url.decode"], means: "decode", of: "0", from: "base64url" },
  { at: ["jose.base64url.encode", "jose/util/base64url.encode"], means: "encode", of: "0", from: "base64url" },
  { at: "jose.importJWK", means: "decode", of: "0.k", from: "base64url" },
  { at: ["jose.JWK.asKey", "jose.JWK.importKey"], means: "same", of: "0" },
  { at: ["crypto-js.enc.Utf8.parse", "crypto-js/enc-utf8.parse"], means: "decode", of: "0", from: "utf8" },
  { at: ["crypto-js.enc.Hex.parse", "crypto-js/enc-hex.parse"], means: "decode", of: "0", from: "hex" },
  { at: ["crypto-js.enc.Base64.parse", "crypto-js/enc-base64.parse"], means: "decode", of: "0", from: "base64" },
  { at: ["uint8arrays.fromString", "uint8arrays/from-string.fromString"], means: "decode", of: "0", from: { argument: "1", default: "utf8" } },
];

/** Builders that give themselves back: https://github.com/panva/jose/blob/main/docs/jwt/sign/classes/SignJWT.md */
const builders: readonly Model[] = [
  {
    at: [
      "jose.SignJWT().setProtectedHeader", "jose.SignJWT().setIssuedAt", "jose.SignJWT().setExpirationTime", "jose.SignJWT().setNotBefore", "jose.SignJWT().setIssuer",
      "jose.SignJWT().setAudience", "jose.SignJWT().setSubject", "jose.SignJWT().setJti", "jose.CompactSign().setProtectedHeader", "jose.EncryptJWT().setProtectedHeader",
      "jose.EncryptJWT().setIssuedAt", "jose.EncryptJWT().setExpirationTime", "jose.CompactEncrypt().setProtectedHeader",
    ],
    means: "same",
  },
];

const digests: readonly Model[] = [
  { at: ["crypto-js.MD5", "crypto-js/md5", "md5", "blueimp-md5"], means: "digest", of: ["0"], bytes: 16 },
  { at: ["crypto-js.SHA1", "crypto-js/sha1", "sha1"], means: "digest", of: ["0"], bytes: 20 },
  { at: ["crypto-js.SHA256", "crypto-js/sha256", "js-sha256.sha256", "js-sha256", "sha256"], means: "digest", of: ["0"], bytes: 32 },
  { at: ["crypto-js.SHA512", "crypto-js/sha512", "js-sha512.sha512"], means: "digest", of: ["0"], bytes: 64 },
  { at: ["crypto-js.HmacSHA256", "crypto-js/hmac-sha256"], means: "digest", of: ["0", "1"], bytes: 32 },
  { at: ["crypto-js.PBKDF2", "crypto-js/pbkdf2"], means: "digest", of: ["0", "1"], bytes: 16 },
];

/** Secret managers and stores. */
const stores: readonly Model[] = [
  {
    at: [
      "*.getSecretValue", "*.getSecret", "*.accessSecretVersion", "node-vault().read", "keytar.getPassword", "bcrypt.hash", "bcrypt.hashSync", "bcryptjs.hash",
      "bcryptjs.hashSync", "argon2.hash", "jwks-rsa", "jwks-rsa.passportJwtSecret", "jwks-rsa.expressJwtSecret", "jwks-rsa.koaJwtSecret", "jose.createRemoteJWKSet",
      "jose.importPKCS8", "jose.importSPKI", "jose.generateKeyPair",
    ],
    means: "opaque",
  },
];

const merging: readonly Model[] = [
  { at: ["lodash.merge", "lodash.assign", "lodash.defaults", "lodash.extend", "deepmerge", "defu", "defu.defu"], means: "record" },
  { at: ["@nestjs/config.registerAs"], means: "same", of: "1()" },
];

/** What the settings and cryptography packages of npm mean for a key. */
export const nodeSettings: Models = {
  language: "javascript",
  models: [...readers, ...schemas, ...files, ...parsers, ...generators, ...forms, ...builders, ...digests, ...stores, ...merging],
};
