import type { Framework } from "../../src/kit.ts";

/** Where connect-mongo takes its key. */
export const connectMongo: Framework = {
  id: "connect-mongo",
  title: "connect-mongo",
  language: "javascript",
  variable: "STORE_SECRET",
  docs: "https://github.com/jdesboeufs/connect-mongo#transparent-encryptiondecryption-of-session-data",
  protects: "stored sessions",
  attack: "An attacker who has the key and a copy of the database can read every session.",
  fix: `Set crypto.secret to process.env.STORE_SECRET, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  lasts: { days: 14, docs: "https://github.com/jdesboeufs/connect-mongo#connect-mongo-options" },
  slots: [
    {
      id: "crypto-secret",
      at: [
        { call: "connect-mongo.create", argument: "0.crypto.secret" },
        { call: "connect-mongo.MongoStore.create", argument: "0.crypto.secret" },
        { call: "connect-mongo", argument: "0.crypto.secret" },
        { call: "connect-mongo()", argument: "0.secret" },
        { call: "connect-mongo.createKrupteinAdapter", argument: "0.secret" },
        { call: "connect-mongo.createWebCryptoAdapter", argument: "0.secret" },
      ],
      // Sessions are stored as they are when it is empty.
      empty: "refused",
      label: "crypto.secret",
    },
  ],
  bad: {
    "sessions.js": `const MongoStore = require("connect-mongo");

module.exports = MongoStore.create({
  mongoUrl: process.env.MONGO_URL,
  crypto: { secret: "944abb632460b5c42acaac2f5eb92b3e3cfe5431f465f4e0da8c267c5e71b588" },
});
`,
  },
  good: {
    "sessions.js": `const MongoStore = require("connect-mongo");

module.exports = MongoStore.create({
  mongoUrl: process.env.MONGO_URL,
  crypto: { secret: process.env.STORE_SECRET },
});
`,
  },
};
