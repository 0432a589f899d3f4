import type { Framework } from "../../src/kit.ts";

/** Where remix-auth-email-link takes its key. */
export const remixAuthEmailLink: Framework = {
  id: "remix-auth-email-link",
  title: "remix-auth-email-link",
  language: "javascript",
  variable: "MAGIC_LINK_SECRET",
  docs: "https://github.com/pbteja1998/remix-auth-email-link#setup",
  protects: "sign-in links",
  attack: "An attacker who has the key can make the link that signs any user in.",
  fix: `Pass secret: process.env.MAGIC_LINK_SECRET, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  lasts: { days: 1, docs: "https://github.com/pbteja1998/remix-auth-email-link#setup" },
  slots: [
    {
      id: "secret",
      at: [{ call: "remix-auth-email-link.EmailLinkStrategy", argument: "0.secret" }],
      label: "EmailLinkStrategy({ secret })",
    },
  ],
  bad: {
    "auth.server.js": `import { EmailLinkStrategy } from "remix-auth-email-link";
import { sendEmail, verify } from "./mail.server";

export const strategy = new EmailLinkStrategy({ sendEmail, secret: "3b4ad99b19f06978aecffb7b1cf4aca3a7ff3f2b3d85acc183c032df6ea7f7de", callbackURL: "/magic" }, verify);
`,
  },
  good: {
    "auth.server.js": `import { EmailLinkStrategy } from "remix-auth-email-link";
import { sendEmail, verify } from "./mail.server";

const secret = process.env.MAGIC_LINK_SECRET;
if (!secret) throw new Error("MAGIC_LINK_SECRET is not set");

export const strategy = new EmailLinkStrategy({ sendEmail, secret, callbackURL: "/magic" }, verify);
`,
  },
};
