import type { Framework } from "../../src/kit.ts";

/** Where AdonisJS takes its key. */
export const adonis: Framework = {
  id: "adonis",
  title: "AdonisJS",
  language: "any",
  variable: "APP_KEY",
  docs: "https://docs.adonisjs.com/guides/security/encryption",
  protects: "cookies, sessions and encrypted values",
  attack: "An attacker who has the key can read and write every encrypted cookie, for instance the session of another user.",
  fix: `Set appKey to new Secret(env.get("APP_KEY")), and generate the key with node ace generate:key.`,
  rotate: "With the drivers of AdonisJS 7 put the new key first into keys: it encrypts, and the others still decrypt.",
  slots: [
    {
      id: "app-key",
      at: [
        { setting: "APP_KEY" },
        { env: "APP_KEY" },
        { call: "@adonisjs/encryption.Encryption", argument: "0.secret" },
        { call: "@adonisjs/core/encryption.Encryption", argument: "0.secret" },
      ],
      unit: "characters",
      min: 16,
      empty: "refused",
      short: "refused",
      label: "appKey",
      rotate: "",
    },
    {
      id: "driver-keys",
      at: [
        { call: "@adonisjs/core/encryption.drivers.aes256gcm", argument: "0.keys" },
        { call: "@adonisjs/core/encryption.drivers.chacha20", argument: "0.keys" },
        { call: "@adonisjs/core/encryption.drivers.legacy", argument: "0.keys" },
      ],
      holds: "list",
      signs: "first",
      unit: "characters",
      min: 16,
      label: "drivers.aes256gcm({ keys })",
    },
  ],
  bad: {
    "encryption.ts": `import { Encryption } from "@adonisjs/encryption";

export const encryption = new Encryption({ secret: "1b04a3e47f20037758f44bd82aa51943ae5fc38a9554ba0cccfe1f3bef1b5275" });
`,
  },
  good: {
    "encryption.ts": `import { Encryption } from "@adonisjs/encryption";

const secret = process.env.APP_KEY;
if (!secret) throw new Error("APP_KEY is not set");

export const encryption = new Encryption({ secret });
`,
  },
};
