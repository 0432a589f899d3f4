import { describe, expect, test } from "vitest";
import { shown, type Project } from "../support/shown.ts";

const env = (name: string): Project => ({ ".env.production": `${name}=@1\n` });
const svelte = { "package.json": `{"devDependencies": {"@sveltejs/kit": "2"}}\n` };

describe("a name that a bundler ships, and that means a key", () => {
  test.each(["NEXT_PUBLIC_JWT_SECRET", "VITE_SECRET_KEY", "VITE_APP_SESSION_SECRET", "REACT_APP_ENCRYPTION_KEY", "VUE_APP_COOKIE_SECRET", "NUXT_PUBLIC_AUTH_SECRET", "EXPO_PUBLIC_SIGNING_KEY", "GATSBY_HMAC_SECRET"])("%s", (name) => {
    expect(shown(env(name))).toEqual([`.env.production:1 ${"@1"} client-exposed-key ${name}`]);
  });

  test("PUBLIC_ counts where SvelteKit or Astro is", () => {
    expect(shown({ ...env("PUBLIC_JWT_SECRET"), ...svelte })).toEqual([`.env.production:1 @1 client-exposed-key PUBLIC_JWT_SECRET`]);
    expect(shown(env("PUBLIC_JWT_SECRET"))).toEqual([`.env.production:1 @1 committed-env-file PUBLIC_JWT_SECRET`]);
  });
});

describe("what is made for browsers, or only speaks of a key", () => {
  test.each([
    "NEXT_PUBLIC_STRIPE_KEY", "NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY", "VITE_PUBLIC_KEY", "NEXT_PUBLIC_SUPABASE_ANON_KEY", "VITE_RECAPTCHA_SITE_KEY", "REACT_APP_GOOGLE_MAPS_KEY", "VITE_APP_KEY",
    "NEXT_PUBLIC_API_KEY", "NEXT_PUBLIC_VAPID_PUBLIC_KEY", "VITE_SENTRY_APP_KEY", "VITE_GOOGLE_CLIENT_SECRET", "REACT_APP_FIREBASE_SECRET", "VITE_SESSION_RECORDER_KEY", "NEXT_PUBLIC_POSTHOG_KEY",
    "VITE_JWT_SECRET_NAME", "NEXT_PUBLIC_TOKEN", "GATSBY_ALGOLIA_SEARCH_KEY", "NEXT_PUBLIC_JWT_PUBLIC_KEY",
  ])("%s is none", (name) => {
    expect(shown(env(name))).toEqual([]);
    expect(shown({ "app.js": `const value = process.env.${name};\n` })).toEqual([]);
  });
});

describe("a variable that is only read", () => {
  const sign = (variable: string): string => `import jwt from "jsonwebtoken";\nexport const sign = (user) => jwt.sign({ user }, process.env.${variable});\n`;

  test("is one finding, where it is read first, however often it is", () => {
    expect(shown({ "a.js": sign("VITE_JWT_SECRET"), "b.js": sign("VITE_JWT_SECRET") })).toEqual(["a.js:2 process.env.VITE_JWT_SECRET client-exposed-key VITE_JWT_SECRET"]);
  });

  test("is one for each project, and not a test's when the program reads it too", () => {
    const manifest = "{}\n";
    expect(shown({ "one/package.json": manifest, "two/package.json": manifest, "one/test/a.js": sign("VITE_JWT_SECRET"), "one/z.js": sign("VITE_JWT_SECRET"), "two/a.js": sign("VITE_JWT_SECRET") })).toEqual([
      "one/z.js:2 process.env.VITE_JWT_SECRET client-exposed-key VITE_JWT_SECRET", "two/a.js:2 process.env.VITE_JWT_SECRET client-exposed-key VITE_JWT_SECRET",
    ]);
  });

  test("is none where a file sets it: that is the finding", () => {
    expect(shown({ "a.js": sign("VITE_JWT_SECRET"), ".env": "VITE_JWT_SECRET=@1\n" })).toEqual([".env:1 @1 client-exposed-key VITE_JWT_SECRET"]);
  });

  test("is one under any name that says secret, where it is handed to a framework", () => {
    expect(shown({ "a.js": sign("NEXT_PUBLIC_SHOP_SECRET_V2") })).toEqual(["a.js:2 process.env.NEXT_PUBLIC_SHOP_SECRET_V2 client-exposed-key NEXT_PUBLIC_SHOP_SECRET_V2"]);
    expect(shown({ "a.js": sign("NEXT_PUBLIC_SHOP_TOKEN") })).toEqual([]);
  });

  test("is none with an ordinary name", () => {
    expect(shown({ "a.js": sign("JWT_SECRET") })).toEqual([]);
  });

  test("goes on to the settings of a bundler", () => {
    expect(shown({ "next.config.js": "module.exports = { env: { JWT_SECRET: process.env.JWT_SECRET } };\n", ".env": "JWT_SECRET=@1\n" })).toEqual([".env:1 @1 client-exposed-key JWT_SECRET"]);
  });
});
