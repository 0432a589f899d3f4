import type { Framework } from "../../src/kit.ts";

/** Where iron-session takes its key. */
export const ironSession: Framework = {
  id: "iron-session",
  title: "iron-session",
  language: "javascript",
  variable: "SESSION_PASSWORD",
  docs: "https://github.com/vvo/iron-session#session-options",
  protects: "session cookies",
  attack: "An attacker who has the password can read and write any session, for instance as another user.",
  fix: `Set password to process.env.SESSION_PASSWORD, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Make password an object from number to password: the highest number seals, and the others are still read.",
  lasts: { days: 14, docs: "https://github.com/vvo/iron-session#session-options" },
  slots: [
    {
      id: "session",
      at: [
        { call: "iron-session.getIronSession", argument: "2.password|1.password" },
        { call: "iron-session/edge.getIronSession", argument: "2.password" },
        { call: "iron-session/next.withIronSessionApiRoute", argument: "1.password" },
        { call: "iron-session/next.withIronSessionSsr", argument: "1.password" },
        { call: "iron-session/express.ironSession", argument: "0.password" },
        { call: "next-iron-session.withIronSession", argument: "1.password" },
        { call: "next-iron-session.ironSession", argument: "0.password" },
        { call: "*.updateConfig", argument: "0.password" },
      ],
      holds: "map",
      signs: "last",
      unit: "characters",
      min: 32,
      empty: "refused",
      short: "refused",
      label: "getIronSession({ password })",
    },
    {
      id: "seal",
      at: [
        { call: "iron-session.sealData", argument: "1.password" },
        { call: "iron-session.unsealData", argument: "1.password" },
        { call: "iron-session/edge.sealData", argument: "1.password" },
        { call: "iron-session/edge.unsealData", argument: "1.password" },
      ],
      holds: "map",
      signs: "last",
      unit: "characters",
      min: 32,
      empty: "refused",
      short: "refused",
      label: "sealData({ password })",
      protects: "sealed values",
    },
  ],
  bad: {
    "session.js": `import { getIronSession } from "iron-session";

const options = { cookieName: "session", password: "f54097fc10c152a11034bddd13513dd7ea00555e9387e61ef82d5e6a9a331c5a" };

export const session = (request, response) => getIronSession(request, response, options);
`,
  },
  good: {
    "session.js": `import { getIronSession } from "iron-session";

const password = process.env.SESSION_PASSWORD;
if (!password) throw new Error("SESSION_PASSWORD is not set");

export const session = (request, response) => getIronSession(request, response, { cookieName: "session", password });
`,
  },
};
