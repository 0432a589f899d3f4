import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { folderWith, project, track } from "./support/folder.ts";
import { installKeylint, type Keylint } from "./support/keylint.ts";

/** Writes which files of chunks/ were loaded, and whether what stands behind the screen and the page were, when the program ends. */
const spy = `
process.on("exit", () => {
  const loaded = Object.keys(require.cache).filter((file) => /[\\\\/]chunks[\\\\/]|[\\\\/](behind|html)\\.js$/.test(file)).map((file) => require("node:path").basename(file));
  require("node:fs").writeFileSync(process.env.LOADED, JSON.stringify(loaded.sort()));
});`;

interface Run {
  readonly title: string;
  readonly files: Readonly<{ [path: string]: string }>;
  readonly git?: boolean;
  readonly args?: readonly string[];
  /** Nothing passes the screen. */
  readonly isScreened?: true;
  /** What this run must load, and nothing beyond it. */
  readonly chunks: readonly string[];
  /** Part of what it must print. */
  readonly prints: string;
}

const hex = "cf92f423f4deb20d2c9aed7463ee76969d0132cd60ef9ebd3d2c94fde1145794";

const runs: readonly Run[] = [
  { title: "a program without a key", files: { "hello.py": 'print("hello")\n' }, isScreened: true, chunks: [], prints: "No leaked or weak keys" },
  { title: "an environment file", files: { ".env": `SECRET_KEY=${hex}\n` }, chunks: [], prints: "committed-env-file" },
  { title: "Python", files: { "app.py": `from flask import Flask\napp = Flask(__name__)\napp.secret_key = "${hex}"\n` }, chunks: ["lezer-python.cjs"], prints: "hardcoded-key" },
  {
    title: "JavaScript",
    files: { "app.js": `const session = require("express-session");\nsession({ secret: "${hex}" });\n` },
    chunks: ["typescript-eslint-typescript-estree.cjs"],
    prints: "hardcoded-key",
  },
  { title: "a key made of words that our own checks do not know", files: { ".env": "SECRET_KEY=gwendolynfitzgerald77\n" }, chunks: [], prints: "low-entropy-key" },
  { title: "a configuration in TOML", files: { "pyproject.toml": '[tool.keylint]\nrules = { "committed-env-file" = "note" }\n', ".env": `SECRET_KEY=${hex}\n` }, chunks: ["smol-toml.cjs"], prints: "SECRET_KEY" },
  { title: "YAML", files: { "compose.yml": `environment:\n  SECRET_KEY: ${hex}\n` }, chunks: ["yaml.cjs"], prints: "hardcoded-key" },
  { title: "JSON", files: { "app.json": `{"env": {"SECRET_KEY": "${hex}"}}\n` }, chunks: ["jsonc-parser.cjs"], prints: "hardcoded-key" },
  { title: "TOML", files: { "fly.toml": `[env]\nSECRET_KEY = "${hex}"\n` }, chunks: ["toml-eslint-parser.cjs"], prints: "hardcoded-key" },
  { title: "a Dockerfile", files: { "Dockerfile": `FROM scratch\nENV SECRET_KEY=${hex}\n` }, chunks: ["dockerfile-ast.cjs"], prints: "hardcoded-key" },
  { title: "a page", files: { ".env": `SECRET_KEY=${hex}\n` }, args: ["--format", "html"], chunks: ["html.js"], prints: "committed-env-file" },
  { title: "a language server whose editor has gone", files: {}, args: ["lsp"], isScreened: true, chunks: ["vscode-languageserver-node.cjs"], prints: "" },
  { title: "a folder without git", files: { ".env": `SECRET_KEY=${hex}\n` }, git: false, chunks: ["fast-glob.cjs"], prints: "hardcoded-key" },
];

let keylint: Keylint;
beforeAll(async () => {
  keylint = await installKeylint();
});

describe("each chunk is loaded by the run that needs it, and by no other", () => {
  test.each(runs)("$title", async ({ files, git = true, args = [], isScreened = false, chunks, prints }) => {
    const folder = folderWith(files);
    const loaded = join(folderWith({ "spy.cjs": spy }), "loaded.json");
    if (git) await track(folder);
    const { stdout, stderr } = await keylint.run([...args, "--context", "all"], { cwd: folder, env: { LOADED: loaded }, nodeArgs: ["--require", join(loaded, "../spy.cjs")] });
    expect(stderr).toBe("");
    expect(stdout).toContain(prints);
    expect(JSON.parse(readFileSync(loaded, "utf8"))).toEqual(isScreened ? chunks : ["behind.js", ...chunks]);
  });

  test("no chunk is left out above", () => {
    expect(readdirSync(join(keylint.package, "dist/chunks")).sort()).toEqual([...new Set(runs.flatMap(({ chunks }) => chunks.filter((chunk) => chunk.endsWith(".cjs"))))].sort());
  });
});

test("where the build's tables are missing, they are made", async () => {
  const other = await installKeylint();
  rmSync(join(other.package, "dist/screens"), { recursive: true });
  const folder = folderWith({ "app.py": `SECRET_KEY = "${hex}"\n`, "hello.py": 'print("hello")\n' });
  await track(folder);
  const { stdout, stderr, status } = await other.run([], { cwd: folder });
  expect({ stderr, status }).toEqual({ stderr: "", status: 1 });
  expect(stdout).toContain("hardcoded-key");
});

describe("V8's code cache", () => {
  const files = { "app.py": `from flask import Flask\napp = Flask(__name__)\napp.secret_key = "${hex}"\n` };

  test("is there for the Node that built the package, for the program and each parser", () => {
    const [folder = "", ...others] = readdirSync(join(keylint.package, "dist/cache"));
    expect(others).toEqual([]);
    expect(folder).toBe(`${process.arch}-v8-${process.versions.v8.replace(/-.*/, "")}`);
    expect(readdirSync(join(keylint.package, "dist/cache", folder))).toEqual(expect.arrayContaining(["behind.bin", "keylint.bin", "lezer-python.bin", "typescript-eslint-typescript-estree.bin"]));
  });

  test("does not tell where the package was built", () => {
    const dist = join(keylint.package, "dist");
    const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) => /\.(js|mjs|cjs|bin)$/.test(name));
    expect(files.filter((name) => [project, inject("workshop")].some((place) => readFileSync(join(dist, name)).includes(place)))).toEqual([]);
  });

  test.each<[string, (cache: string) => void]>([
    ["is missing", (cache) => rmSync(cache, { recursive: true })],
    ["is another version's", (cache) => readdirSync(cache, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".bin")).forEach((name) => writeFileSync(join(cache, name), Buffer.alloc(4096, 7)))],
  ])("one that %s changes nothing", async (_, change) => {
    const other = await installKeylint();
    change(join(other.package, "dist/cache"));
    const folder = folderWith(files);
    await track(folder);
    const { stdout, stderr, status } = await other.run(["--context", "all"], { cwd: folder });
    expect({ stderr, status }).toEqual({ stderr: "", status: 1 });
    expect(stdout).toContain("hardcoded-key");
  });
});
