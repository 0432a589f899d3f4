import type { Framework } from "../../src/kit.ts";

/** Where mongoose-encryption takes its key. */
export const mongooseEncryption: Framework = {
  id: "mongoose-encryption",
  title: "mongoose-encryption",
  language: "javascript",
  variable: "ENCRYPTION_KEY",
  docs: "https://github.com/joegoldbeck/mongoose-encryption#basic",
  form: { as: "base64", bytes: 32 },
  protects: "encrypted fields",
  attack: "An attacker who has the keys and a copy of the database can read every encrypted field and change it unseen.",
  fix: `Pass encryptionKey: process.env.ENCRYPTION_KEY and signingKey: process.env.SIGNING_KEY, after generating them with openssl rand -base64 32 and openssl rand -base64 64.`,
  slots: [
    {
      id: "encryption-key",
      at: [{ call: "*.plugin", argument: "1.encryptionKey" }],
      where: [{ argument: "0", symbol: ["mongoose-encryption"] }],
      encoding: "base64",
      exact: [32],
      empty: "refused",
      short: "refused",
      label: "plugin(encrypt, { encryptionKey })",
    },
    {
      id: "signing-key",
      at: [{ call: "*.plugin", argument: "1.signingKey" }],
      where: [{ argument: "0", symbol: ["mongoose-encryption"] }],
      encoding: "base64",
      exact: [64],
      empty: "refused",
      short: "refused",
      form: { as: "base64", bytes: 64 },
      label: "plugin(encrypt, { signingKey })",
      variable: "SIGNING_KEY",
    },
    {
      id: "secret",
      at: [{ call: "*.plugin", argument: "1.secret" }],
      where: [{ argument: "0", symbol: ["mongoose-encryption"] }],
      empty: "refused",
      label: "plugin(encrypt, { secret })",
      variable: "ENCRYPTION_SECRET",
    },
  ],
  bad: {
    "user.js": `const mongoose = require("mongoose");
const encrypt = require("mongoose-encryption");

const userSchema = new mongoose.Schema({ name: String });
userSchema.plugin(encrypt, { encryptionKey: "12TkWBOADc/xRLe0pj5Olc5oE9PG3b2q19wmX/CsiEs=", signingKey: process.env.SIGNING_KEY });
`,
  },
  good: {
    "user.js": `const mongoose = require("mongoose");
const encrypt = require("mongoose-encryption");

const userSchema = new mongoose.Schema({ name: String });
userSchema.plugin(encrypt, { encryptionKey: process.env.ENCRYPTION_KEY, signingKey: process.env.SIGNING_KEY });
`,
  },
};
