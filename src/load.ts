import { createRequire } from "node:module";
import type * as lezerPython from "@lezer/python";
import type * as estree from "@typescript-eslint/typescript-estree";
import type * as zxcvbnCommon from "@zxcvbn-ts/language-common";
import type * as zxcvbnEnglish from "@zxcvbn-ts/language-en";
import type * as dockerfileAst from "dockerfile-ast";
import type * as fastGlob from "fast-glob";
import type * as jsonc from "jsonc-parser";
import type * as toml from "smol-toml";
import type * as tomlTree from "toml-eslint-parser";
import type * as yaml from "yaml";

declare const KEYLINT_BUNDLED: boolean;

/** The heavy libraries, each loaded synchronously when first needed: ESLint can only call keylint so, and most runs need none. */
interface Heavy {
  "@lezer/python": typeof lezerPython;
  "@typescript-eslint/typescript-estree": typeof estree;
  "@zxcvbn-ts/language-common": typeof zxcvbnCommon;
  "@zxcvbn-ts/language-en": typeof zxcvbnEnglish;
  "dockerfile-ast": typeof dockerfileAst;
  "fast-glob": typeof fastGlob;
  "jsonc-parser": typeof jsonc;
  "smol-toml": typeof toml;
  "toml-eslint-parser": typeof tomlTree;
  "yaml": typeof yaml;
}

const require = createRequire(import.meta.url);
const bundled = typeof KEYLINT_BUNDLED !== "undefined";

/** A heavy library. In the package each is one self-contained chunk beside the program; in the repository the library itself. */
export function load<Name extends keyof Heavy>(name: Name): Heavy[Name] {
  return require(bundled ? `./chunks/${name.replace("@", "").replace("/", "-")}.cjs` : name) as Heavy[Name];
}
