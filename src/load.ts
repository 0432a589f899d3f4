import { createRequire } from "node:module";

declare const KEYLINT_BUNDLED: boolean;

/** The heavy libraries, each loaded synchronously when first needed: ESLint can only call keylint so, and most runs need none. */
interface Heavy {
  "@lezer/python": typeof import("@lezer/python");
  "@typescript-eslint/typescript-estree": typeof import("@typescript-eslint/typescript-estree");
  "@zxcvbn-ts/core": typeof import("@zxcvbn-ts/core");
  "@zxcvbn-ts/language-common": typeof import("@zxcvbn-ts/language-common");
  "@zxcvbn-ts/language-en": typeof import("@zxcvbn-ts/language-en");
  "fast-glob": typeof import("fast-glob");
  "smol-toml": typeof import("smol-toml");
}

const require = createRequire(import.meta.url);
const bundled = typeof KEYLINT_BUNDLED !== "undefined";

/** A heavy library. In the package each is one self-contained chunk beside the program; in the repository the library itself. */
export function load<Name extends keyof Heavy>(name: Name): Heavy[Name] {
  return require(bundled ? `./chunks/${name.replace("@", "").replace("/", "-")}.cjs` : name) as Heavy[Name];
}
