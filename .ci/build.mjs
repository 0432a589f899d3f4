// Builds the package into dist/: the program and its API as ES modules, and each heavy library as one self-contained CommonJS chunk
// that src/load.ts requires on first use, and the schema of the configuration. Nothing in dist/ depends on node_modules.
import { build } from "esbuild";
import { chmodSync, copyFileSync, readFileSync, rmSync } from "node:fs";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const common = { bundle: true, platform: "node", target: "node20", mainFields: ["module", "main"], minify: true, legalComments: "none", logLevel: "warning" };

rmSync("dist", { recursive: true, force: true });

await build({
  ...common,
  entryPoints: { cli: "src/cli.ts", index: "src/index.ts" },
  outdir: "dist",
  format: "esm",
  splitting: true,
  chunkNames: "[name]-[hash]",
  minify: false,
  define: { KEYLINT_BUNDLED: "true", KEYLINT_VERSION: JSON.stringify(version) },
  banner: { js: 'import { createRequire as keylintRequire } from "node:module"; const require = keylintRequire(import.meta.url);' },
});

for (const name of ["@lezer/python", "@typescript-eslint/typescript-estree", "@zxcvbn-ts/language-common", "@zxcvbn-ts/language-en", "smol-toml", "fast-glob", "jsonc-parser", "yaml", "dockerfile-ast", "toml-eslint-parser"]) {
  await build({
    ...common,
    stdin: { contents: `module.exports = require(${JSON.stringify(name)});`, resolveDir: process.cwd(), loader: "js" },
    outfile: `dist/chunks/${name.replace("@", "").replace("/", "-")}.cjs`,
    format: "cjs",
  });
}

copyFileSync("src/config/schema.json", "dist/schema.json");
chmodSync("dist/cli.js", 0o755);
