import type { Model, Models } from "../../src/kit.ts";

/** https://nodejs.org/api/process.html#processenv, https://vite.dev/guide/env-and-mode, https://docs.deno.com/api/deno/~/Deno.env */
const variables: readonly Model[] = [
  { at: ["process.env", "process.default.env", "import.meta.env", "globalThis.process.env", "Bun.env", "Deno.env.toObject()"], means: "env" },
  { at: "Deno.env.get", means: "env", name: "0" },
  { at: "process.loadEnvFile", means: "dotenv", of: "0" },
];

/** https://nodejs.org/api/crypto.html */
const strong: readonly Model[] = [
  { at: ["crypto.randomBytes", "crypto.pseudoRandomBytes"], means: "generate", bytes: { argument: "0" }, form: "bytes", strength: "strong" },
  { at: ["crypto.randomUUID", "crypto.webcrypto.randomUUID", "globalThis.crypto.randomUUID"], means: "generate", bytes: 16, form: "hex", strength: "strong" },
  {
    at: [
      "crypto.getRandomValues", "crypto.webcrypto.getRandomValues", "crypto.randomFillSync", "crypto.randomInt", "crypto.generateKeySync", "crypto.generateKey",
      "crypto.subtle.generateKey", "globalThis.crypto.getRandomValues",
    ],
    means: "generate",
    form: "bytes",
    strength: "strong",
  },
];

const weak: readonly Model[] = [
  { at: "Math.random", means: "generate", form: "text", strength: "random" },
  { at: ["Date", "Date.now", "Date().getTime", "Date().toISOString", "performance.now", "process.hrtime", "process.hrtime.bigint", "process.uptime"], means: "generate", form: "text", strength: "time" },
  { at: ["os.hostname", "process.pid", "process.ppid", "os.userInfo"], means: "generate", form: "text", strength: "machine" },
];

/** https://nodejs.org/api/buffer.html: UTF-8 unless an encoding is given. */
const forms: readonly Model[] = [
  { at: ["Buffer.from", "Buffer", "buffer.Buffer.from"], means: "decode", of: "0", from: { argument: "1", default: "utf8" } },
  { at: ["crypto.createSecretKey"], means: "decode", of: "0", from: { argument: "1", default: "utf8" } },
  { at: "*.toString", means: "encode", from: { argument: "0", default: "utf8" } },
  { at: ["TextEncoder().encode", "util.TextEncoder().encode"], means: "decode", of: "0", from: "utf8" },
  { at: ["TextDecoder().decode", "util.TextDecoder().decode"], means: "encode", of: "0", from: "utf8" },
  { at: "atob", means: "decode", of: "0", from: "base64" },
  { at: "btoa", means: "encode", of: "0", from: "base64" },
  { at: ["Uint8Array.fromBase64"], means: "decode", of: "0", from: "base64" },
  { at: ["Uint8Array.fromHex"], means: "decode", of: "0", from: "hex" },
  { at: "*.toHex", means: "encode", from: "hex" },
  { at: "*.toBase64", means: "encode", from: "base64" },
];

const composing: readonly Model[] = [
  { at: "*.join", means: "compose", by: "join" },
  { at: "*.concat", means: "compose", by: "concat" },
  { at: "Buffer.concat", means: "compose", by: "concat", list: "0" },
  { at: "*.repeat", means: "compose", by: "repeat" },
  { at: ["*.slice", "*.substring", "*.subarray"], means: "slice", start: "0", end: "1" },
  { at: "*.substr", means: "slice", start: "0", length: "1" },
  { at: "*.padEnd", means: "pad", side: "end", length: "0", by: "1" },
  { at: "*.padStart", means: "pad", side: "start", length: "0", by: "1" },
];

/** The algorithm stands in the call before: 32 bytes is SHA-256's size, the usual one. */
const digests: readonly Model[] = [
  { at: "crypto.createHash().update", means: "digest", of: ["0"], bytes: 32 },
  { at: "crypto.createHmac", means: "digest", of: ["1"], bytes: 32 },
  { at: "crypto.createHmac().update", means: "same" },
  { at: "crypto.hash", means: "digest", of: ["1"], bytes: 32 },
  { at: "*.digest", means: "encode", from: { argument: "0", default: "latin1" } },
  { at: "crypto.scryptSync", means: "digest", of: ["0", "1"], bytes: { argument: "2", default: 64 } },
  { at: "crypto.pbkdf2Sync", means: "digest", of: ["0", "1"], bytes: { argument: "3", default: 32 } },
  { at: "crypto.hkdfSync", means: "digest", of: ["1", "2"], bytes: { argument: "4", default: 32 } },
];

const passing: readonly Model[] = [
  {
    at: ["String", "Uint8Array", "Uint8Array.from", "Array.from", "Object.freeze", "Object.seal", "Set", "structuredClone", "Promise.resolve", "Object", "decodeURIComponent"],
    means: "same",
    of: "0",
  },
  { at: ["crypto.subtle.importKey", "crypto.webcrypto.subtle.importKey", "globalThis.crypto.subtle.importKey"], means: "same", of: "1" },
  { at: ["*.trim", "*.trimEnd", "*.trimStart", "*.valueOf", "*.normalize"], means: "same" },
  { at: "Object.assign", means: "record", into: "0" },
  { at: ["Object.fromEntries", "Map"], means: "record" },
  { at: "*.get", means: "get", name: "0", default: "1" },
];

/** Files that are read whole, and the parser of what was read. */
const files: readonly Model[] = [
  {
    at: ["fs.readFileSync", "fs.readFile", "fs.promises.readFile", "fs/promises.readFile", "JSON.parse", "Bun.file", "Deno.readTextFile", "Deno.readTextFileSync"],
    means: "file",
    of: "0",
  },
  { at: ["Bun.file().text", "Bun.file().json"], means: "file" },
];

/** Other programs, prompts. */
const elsewhere: readonly Model[] = [
  {
    at: [
      "child_process.execSync", "crypto.createPrivateKey", "crypto.createPublicKey", "crypto.generateKeyPairSync", "prompt", "fetch",
    ],
    means: "opaque",
  },
];

/** https://nodejs.org/api/fs.html#fswritefilefile-data-options-callback */
const keeping: readonly Model[] = [{ at: ["fs.writeFileSync", "fs.writeFile", "fs.promises.writeFile", "fs/promises.writeFile", "fs-extra.outputFileSync", "fs-extra.writeFileSync"], means: "keep", of: "1" }];

/** What the JavaScript runtimes' own library means for a key. */
export const nodeStandardLibrary: Models = {
  language: "javascript",
  models: [...variables, ...strong, ...weak, ...forms, ...composing, ...digests, ...passing, ...keeping, ...files, ...elsewhere],
};
