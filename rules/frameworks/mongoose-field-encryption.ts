import type { Framework } from "../../src/kit.ts";

/** Where mongoose-field-encryption takes its key. */
export const mongooseFieldEncryption: Framework = {
  id: "mongoose-field-encryption",
  title: "mongoose-field-encryption",
  language: "javascript",
  variable: "FIELD_SECRET",
  docs: "https://github.com/wheresvic/mongoose-field-encryption#usage",
  protects: "encrypted fields",
  attack: "An attacker who has the key and a copy of the database can read every encrypted field.",
  fix: `Set secret to process.env.FIELD_SECRET, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "secret",
      at: [{ call: "*.plugin", argument: "1.secret|1.secret()" }],
      where: [{ argument: "0", symbol: ["mongoose-field-encryption.fieldEncryption"] }],
      empty: "refused",
      label: "plugin(fieldEncryption, { secret })",
    },
  ],
  bad: {
    "post.js": `const mongoose = require("mongoose");
const { fieldEncryption } = require("mongoose-field-encryption");

const postSchema = new mongoose.Schema({ message: String });
postSchema.plugin(fieldEncryption, { fields: ["message"], secret: "1fa8a2db7180841f8ee5c7631b4a412bc7c444eaebbd1ef8701a7466a81418e6" });
`,
  },
  good: {
    "post.js": `const mongoose = require("mongoose");
const { fieldEncryption } = require("mongoose-field-encryption");

const postSchema = new mongoose.Schema({ message: String });
postSchema.plugin(fieldEncryption, { fields: ["message"], secret: process.env.FIELD_SECRET });
`,
  },
};
