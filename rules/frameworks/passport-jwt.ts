import type { Framework } from "../../src/kit.ts";

/** Where passport-jwt takes its key. */
export const passportJwt: Framework = {
  id: "passport-jwt",
  title: "passport-jwt",
  language: "javascript",
  variable: "JWT_SECRET",
  docs: "https://www.passportjs.org/packages/passport-jwt/",
  protects: "access tokens",
  attack: "An attacker who has the key can make an access token for any user.",
  fix: `Set secretOrKey to process.env.JWT_SECRET, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Sign with a kid, and put a secretOrKeyProvider in the place of secretOrKey that returns the key for the kid of the token, and the old key where there is none.",
  slots: [
    {
      id: "secret-or-key",
      at: [{ call: "passport-jwt.Strategy", argument: "0.secretOrKey" }, { setting: "SECRET_OR_KEY" }],
      where: [{ argument: "0.algorithms", not: ["RS*", "ES*", "PS*"] }],
      min: 32,
      empty: "refused",
      label: "secretOrKey",
    },
  ],
  uses: [{ symbol: "passport-jwt.Strategy", without: "0.secretOrKey|0.secretOrKeyProvider", needs: "secretOrKey", docs: "https://github.com/mikenicholson/passport-jwt/blob/master/lib/strategy.js" }],
  bad: {
    "auth.js": `import passport from "passport";
import { ExtractJwt, Strategy } from "passport-jwt";

const options = {
  jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
  secretOrKey: "bde6e6748204267489a3f8528f02672b55bce9442e75e6df7d4a1bf1294786b8",
};
passport.use(new Strategy(options, (payload, done) => done(null, payload)));
`,
  },
  good: {
    "auth.js": `import passport from "passport";
import { ExtractJwt, Strategy } from "passport-jwt";

const secretOrKey = process.env.JWT_SECRET;
if (!secretOrKey) throw new Error("JWT_SECRET is not set");

const options = { jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey };
passport.use(new Strategy(options, (payload, done) => done(null, payload)));
`,
  },
};
