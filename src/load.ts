import type * as crypto from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type * as os from "node:os";
import { dirname, join } from "node:path";
import type * as readline from "node:readline/promises";
import { fileURLToPath } from "node:url";
import type * as threads from "node:worker_threads";
import type * as zlib from "node:zlib";
import type * as lezerPython from "@lezer/python";
import type * as estree from "@typescript-eslint/typescript-estree";
import type * as zxcvbnCommon from "@zxcvbn-ts/language-common";
import type * as zxcvbnEnglish from "@zxcvbn-ts/language-en";
import type * as dockerfileAst from "dockerfile-ast";
import type * as fastGlob from "fast-glob";
import type * as jsonc from "jsonc-parser";
import type * as toml from "smol-toml";
import type * as tomlTree from "toml-eslint-parser";
import type * as languageServer from "vscode-languageserver/node";
import type * as yaml from "yaml";

/** In the package: what loads the files beside the program. */
declare const KEYLINT_REQUIRE: NodeJS.Require;

/** The heavy libraries, and what of Node itself is slow to load, each loaded synchronously when first needed: ESLint can only call keylint so, and most runs need none. */
interface Heavy {
  "node:crypto": typeof crypto;
  "node:os": typeof os;
  "node:readline/promises": typeof readline;
  "node:worker_threads": typeof threads;
  "node:zlib": typeof zlib;
  "@lezer/python": typeof lezerPython;
  "@typescript-eslint/typescript-estree": typeof estree;
  "@zxcvbn-ts/language-common": typeof zxcvbnCommon;
  "@zxcvbn-ts/language-en": typeof zxcvbnEnglish;
  "dockerfile-ast": typeof dockerfileAst;
  "fast-glob": typeof fastGlob;
  "jsonc-parser": typeof jsonc;
  "smol-toml": typeof toml;
  "toml-eslint-parser": typeof tomlTree;
  "vscode-languageserver/node": typeof languageServer;
  "yaml": typeof yaml;
}

const bundled = typeof KEYLINT_REQUIRE !== "undefined";
const fromHere = bundled ? KEYLINT_REQUIRE : createRequire(import.meta.url);

/** A heavy library. In the package each is one self-contained chunk beside the program; in the repository the library itself. */
export function load<Name extends keyof Heavy>(name: Name): Heavy[Name] {
  return fromHere(bundled && !name.startsWith("node:") ? `./chunks/${name.replace("@", "").replace("/", "-")}.cjs` : name) as Heavy[Name];
}

/** Where a file stands that the build puts beside the program. Undefined in the repository, and where it is missing. */
export function placeBeside(file: string): string | undefined {
  // In the package the address of a module is its path.
  const path = join(dirname(import.meta.url), file);
  return bundled && existsSync(path) ? path : undefined;
}

/** What stands in it. */
export function besideProgram(file: string): Buffer | undefined {
  const path = placeBeside(file);
  return path === undefined ? undefined : readFileSync(path);
}

/** The page of a rule: it stands beside the folder of the program, in the package as in the repository. Undefined where it is missing. */
export function pageTextOf(rule: string): string | undefined {
  const path = join(dirname(bundled ? import.meta.url : fileURLToPath(import.meta.url)), "../rules", `${rule}.md`);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
