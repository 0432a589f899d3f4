import type { Framework } from "../../src/kit.ts";

/** Where passport-magic-link and passport-magic-login takes its key. */
export const passportMagicLink: Framework = {
  id: "passport-magic-link",
  title: "passport-magic-link and passport-magic-login",
  language: "javascript",
  variable: "MAGIC_LINK_SECRET",
  docs: "https://github.com/mxstbr/passport-magic-login#usage",
  protects: "sign-in links",
  attack: "An attacker who has the key can make the link that signs any user in.",
  fix: `Set secret to process.env.MAGIC_LINK_SECRET, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  lasts: { days: 1, docs: "https://github.com/mxstbr/passport-magic-login#usage" },
  slots: [
    {
      // Tokens of jsonwebtoken.
      id: "secret",
      at: [
        { call: "passport-magic-login", argument: "0.secret" },
        { call: "passport-magic-link.Strategy", argument: "0.secret" },
      ],
      min: 32,
      empty: "refused",
      label: "new MagicLoginStrategy({ secret })",
    },
  ],
  bad: {
    "auth.js": `import MagicLoginStrategy from "passport-magic-login";
import { sendMagicLink, verify } from "./mail.js";

export const magicLogin = new MagicLoginStrategy({
  secret: "395d53319313ac11ff128f749d714ebdc3d9577141edff9d7599dcd3d0567194",
  callbackUrl: "/auth/magiclogin/callback",
  sendMagicLink,
  verify,
});
`,
  },
  good: {
    "auth.js": `import MagicLoginStrategy from "passport-magic-login";
import { sendMagicLink, verify } from "./mail.js";

const secret = process.env.MAGIC_LINK_SECRET;
if (!secret) throw new Error("MAGIC_LINK_SECRET is not set");

export const magicLogin = new MagicLoginStrategy({
  secret,
  callbackUrl: "/auth/magiclogin/callback",
  sendMagicLink,
  verify,
});
`,
  },
};
