import type { Framework } from "../../src/kit.ts";

/** Where Masonite takes its key. */
export const masonite: Framework = {
  id: "masonite",
  title: "Masonite",
  language: "any",
  variable: "APP_KEY",
  docs: "https://github.com/MasoniteFramework/masonite/blob/4.0/src/masonite/auth/Sign.py",
  form: { as: "base64url", bytes: 32 },
  protects: "encrypted cookies and signed values",
  attack: "An attacker who has the key can read and write every encrypted cookie, for instance that of another user's session.",
  fix: `Keep .env out of the repository and set APP_KEY when the application is deployed, after generating it with python craft key.`,
  slots: [
    {
      id: "app-key",
      at: [
        { entry: "KEY", file: "**/config/application.py" },
        { call: "masonite.auth.Sign", argument: "0|key" },
        { call: "masonite.auth.Sign.Sign", argument: "0|key" },
      ],
      // Sign takes the application's key in the place of an empty one.
      empty: "refused",
      encoding: "base64url",
      exact: [32],
      short: "refused",
      label: "KEY",
    },
  ],
  packages: ["masonite"],
  bad: {
    "config/application.py": `from masonite.environment import env

NAME = "Masonite 4.0"
KEY = env("APP_KEY", "aBT7y0rNQp7GeS5UZsEHUP4thXRd73j7kkMAESAd0bU=")
`,
  },
  good: {
    "config/application.py": `from masonite.environment import env

NAME = "Masonite 4.0"
KEY = env("APP_KEY")
`,
  },
};
