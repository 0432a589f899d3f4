import type { Framework } from "../../src/kit.ts";

/** Where Synapse takes its key. */
export const synapse: Framework = {
  id: "synapse",
  title: "Synapse",
  language: "any",
  docs: "https://element-hq.github.io/synapse/latest/usage/configuration/config_documentation.html#macaroon_secret_key",
  protects: "access tokens, forms and the registration of accounts",
  attack: "An attacker who has the keys can make sign-in tokens and register an administrator.",
  fix: `Set macaroon_secret_key_path, form_secret_path and registration_shared_secret_path to files that are not in the repository.`,
  slots: [
    {
      // https://github.com/element-hq/synapse/blob/develop/synapse/config/key.py: another key is taken in the place of an empty one.
      id: "macaroon-secret-key",
      at: [{ entry: "macaroon_secret_key", file: "**/homeserver*.{yaml,yml}" }],
      empty: "refused",
      label: "macaroon_secret_key",
      protects: "sign-in tokens",
    },
    {
      id: "form-secret",
      at: [{ entry: "form_secret", file: "**/homeserver*.{yaml,yml}" }],
      empty: "refused",
      label: "form_secret",
      protects: "forms",
    },
    {
      id: "registration-shared-secret",
      at: [{ entry: "registration_shared_secret", file: "**/homeserver*.{yaml,yml}" }],
      empty: "refused",
      label: "registration_shared_secret",
      protects: "the registration of accounts",
    },
  ],
  bad: {
    "homeserver.yaml": `server_name: example.com
macaroon_secret_key: "0956d4818042db08c5b9355653050d6524e04148bbba4cefc9450af6e8d20c4a"
`,
  },
  good: {
    "homeserver.yaml": `server_name: example.com
macaroon_secret_key_path: /run/secrets/macaroon
`,
  },
};
