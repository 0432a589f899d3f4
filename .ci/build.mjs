// Builds the package into dist/: the program, what of it stands behind the screen, the page of --format html, what only some commands
// need, each heavy library as one self-contained chunk that src/load.ts requires on first use, what takes long to make,
// V8's code caches for the Node that runs this, and the schema of the configuration. Nothing in dist/ depends on node_modules.
import { build as esbuild } from "esbuild";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, parse } from "node:path";
import { billOf, licensesOf } from "./packages.mjs";

const { version } = JSON.parse(await readFile("package.json", "utf8"));
const common = { bundle: true, platform: "node", target: "node20", mainFields: ["module", "main"], minify: true, legalComments: "none", logLevel: "warning" };

/** The folders of packages whose code is in this one. The lists of words are made of these two. */
const packages = new Set(["node_modules/@zxcvbn-ts/language-common", "node_modules/@zxcvbn-ts/language-en"]);
async function build(options) {
  const { metafile } = await esbuild({ ...options, metafile: true });
  for (const file of Object.keys(metafile.inputs)) {
    const [folder] = /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file) ?? [];
    if (folder !== undefined) packages.add(folder);
  }
}

await rm("dist", { recursive: true, force: true });

await mkdir("dist/types", { recursive: true });
// Node takes the program faster as CommonJS.
await writeFile("dist/package.json", '{ "type": "commonjs" }\n');
await writeFile("dist/types/package.json", '{ "type": "module" }\n');

// Where each part of the program comes from, for who asks for it: the fuzzer counts by folders. The program is the same without.
const maps = process.argv.includes("--maps");
const program = { ...common, sourcemap: maps && "external", minify: false, minifyWhitespace: true, lineLimit: 160, outdir: "dist", format: "cjs", define: { KEYLINT_REQUIRE: "require", KEYLINT_VERSION: JSON.stringify(version), "import.meta.url": "__filename" } };

// Loaded when asked for something: what stands behind the screen, what only keylint verify and keylint merge need, and a page that most runs do not write.
const apart = {
  name: "apart",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/](behind|verifying|past|merging|serving|starting)\.ts$/ }, ({ path }) => {
      const name = parse(path).name;
      return { contents: `export const ${name} = new Proxy({}, { get: (_, name) => KEYLINT_REQUIRE("./${name}.js").${name}[name] });` };
    });
  },
};
const pageApart = {
  name: "page apart",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]reporters[\\/]html\.ts$/ }, () => ({ contents: 'export const html = (...given) => KEYLINT_REQUIRE("./html.js").html(...given);' }));
  },
};
const behindApart = {
  name: "behind-apart",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]behind\.ts$/ }, () => ({ contents: 'export const behind = new Proxy({}, { get: (_, name) => KEYLINT_REQUIRE("./behind.js").behind[name] });' }));
  },
};
// A secret is opened by what made it.
const opened = {
  name: "opened",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]types[\\/]secret\.ts$/ }, () => ({ contents: 'export const { reveal } = KEYLINT_REQUIRE("./behind.js").behind;' }));
  },
};
const beside = ["./behind.js", "./verifying.js", "./past.js", "./merging.js", "./serving.js", "./starting.js", "./html.js"];
// What programs import, and what needs most of it: ESLint's plugin, and what looks for an editor.
const interfaces = { contents: 'export * from "./src/index.ts"; export { default as eslint } from "./src/eslint.ts"; export { lookerFor } from "./src/run/looker.ts";', resolveDir: process.cwd(), sourcefile: "keylint.ts", loader: "ts" };
await build({ ...program, stdin: interfaces, outdir: undefined, outfile: "dist/keylint.js", plugins: [apart, pageApart], external: beside });
await build({ ...program, entryPoints: { cli: "src/cli.ts", helper: "src/threads/helper.ts", judge: "src/threads/judge.ts", comparing: "src/threads/comparing.ts", looking: "src/threads/looking.ts" }, plugins: [apart, pageApart], external: beside });
await build({ ...program, entryPoints: { past: "src/past.ts" }, plugins: [behindApart, pageApart], external: ["./behind.js", "./html.js"] });
await build({ ...program, entryPoints: { behind: "src/behind.ts", html: "src/reporters/html.ts" } });
await build({ ...program, minify: true, entryPoints: { merging: "src/merging.ts" }, plugins: [pageApart], external: ["./html.js"] });
await build({ ...program, minify: true, entryPoints: { serving: "src/serving.ts", starting: "src/starting.ts" } });
await build({ ...program, entryPoints: { verifying: "src/verifying.ts" }, plugins: [opened], external: ["./behind.js"] });

for (const name of ["@lezer/python", "@typescript-eslint/typescript-estree", "smol-toml", "fast-glob", "jsonc-parser", "yaml", "dockerfile-ast", "toml-eslint-parser", "vscode-languageserver/node"]) {
  await build({
    ...common,
    stdin: { contents: `module.exports = require(${JSON.stringify(name)});`, resolveDir: process.cwd(), loader: "js" },
    outfile: `dist/chunks/${name.replace("@", "").replace("/", "-")}.cjs`,
    format: "cjs",
  });
}

// Who imports the interface gets a module that names what it exports.
const names = Object.keys(createRequire(import.meta.url)("../dist/keylint.js")).filter((name) => name !== "eslint" && name !== "lookerFor");
await writeFile("dist/index.mjs", `export { ${names.join(", ")} } from "./keylint.js";\n`);
await writeFile("dist/eslint.js", 'module.exports = require("./keylint.js").eslint;\n');
await writeFile("dist/eslint.mjs", 'export { default } from "./eslint.js";\n');

await copyFile("src/config/schema.json", "dist/schema.json");
await chmod("dist/cli.js", 0o755);

execFileSync(process.execPath, [".ci/made.mjs"], { stdio: "inherit" });

await writeFile("dist/LICENSES.txt", await licensesOf(packages));
await writeFile("dist/sbom.cdx.json", await billOf(packages));

// What is kept between runs is kept for this build.
const made = createHash("sha256");
for (const name of (await readdir("dist", { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name)).filter((name) => !name.endsWith(".map")).sort()) made.update(name).update("\0").update(await readFile(name));
await writeFile("dist/build.txt", made.digest("hex"));

// V8 keys its tables of names by lot, and notes how many scripts Node has loaded before, which depends on the environment and on what the
// streams are. With a seed and without these, who builds the same sources gets the same bytes; V8 takes such a cache whatever the seed.
const { PATH, SystemRoot, TEMP } = process.env;
execFileSync(process.execPath, ["--random-seed=1", ".ci/cache.mjs"], { env: Object.fromEntries(Object.entries({ PATH, SystemRoot, TEMP }).filter(([, value]) => value !== undefined)) });
