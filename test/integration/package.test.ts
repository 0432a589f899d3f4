import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { copySources, folderWith, project, track } from "./support/folder.ts";
import { installKeylint, type Keylint } from "./support/keylint.ts";
import { done, run } from "./support/run.ts";
import { affordable, fromNpm, testWith } from "./support/tool.ts";

const packed = inject("packed");
const megabyte = 1_000_000;
let keylint: Keylint;
const cyclonedx = inject("all") ? await fromNpm("@cyclonedx/cyclonedx-library@10.3.0", "ajv@8.20.0", "ajv-formats@3.0.1", "ajv-formats-draft2019@1.6.1") : { missing: "--all runs it" };

beforeAll(async () => {
  keylint = await installKeylint();
  cpSync(join(project, "fixtures/article"), join(keylint.home, "article"), { recursive: true });
});

describe("the tarball", () => {
  test("holds the program, its types, the rules' pages, README, LICENSE and CHANGELOG, and nothing else", () => {
    const paths = packed.files.map(({ path }) => path);
    const wanted = ["package.json", "README.md", "LICENSE", "CHANGELOG.md", "dist/cli.js", "dist/keylint.js", "dist/behind.js", "dist/html.js", "dist/sbom.cdx.json", "dist/verifying.js", "dist/past.js", "dist/merging.js", "dist/serving.js", "dist/starting.js", "dist/looking.js", "dist/eslint.js", "dist/eslint.mjs", "dist/judge.js", "dist/comparing.js", "dist/build.txt", "dist/LICENSES.txt", "dist/screens/python.bin", "dist/index.mjs", "dist/schema.json", "rules/README.md", "rules/ROTATION.md", "rules/HISTORY.md", ...rules.map(({ id }) => `rules/${id}.md`)];
    expect(wanted.filter((path) => !paths.includes(path))).toEqual([]);
    const known = /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|rules\/[\w-]+\.md|dist\/((types\/)?package\.json|sbom\.cdx\.json|cli\.js|keylint\.js|behind\.js|html\.js|verifying\.js|past\.js|merging\.js|serving\.js|starting\.js|looking\.js|eslint\.m?js|judge\.js|comparing\.js|build\.txt|LICENSES\.txt|helper\.js|index\.mjs)|dist\/screens\/\w+\.(bin|json)|dist\/words\.txt|dist\/cache\/[\w.-]+\/[\w-]+\.bin|dist\/schema\.json|dist\/chunks\/[\w-]+\.cjs|dist\/types\/(src|rules)\/.+\.d\.ts)$/;
    expect(paths.filter((path) => !known.test(path))).toEqual([]);
  });

  test("holds the licence of each package whose code is in it", () => {
    const text = readFileSync(join(keylint.package, "dist/LICENSES.txt"), "utf8");
    for (const name of ["typescript", "@typescript-eslint/typescript-estree", "yaml", "@lezer/python", "fast-glob", "picomatch", "vscode-languageserver", "@zxcvbn-ts/language-en"]) expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+$`, "m"));
    expect(text).toMatch(/Permission is hereby granted[^]*Apache License/);
    expect(text).not.toContain(project);
  });

  const bill = (): { readonly components: readonly { readonly name: string; readonly version: string }[] } => JSON.parse(readFileSync(join(keylint.package, "dist/sbom.cdx.json"), "utf8")) as ReturnType<typeof bill>;

  test("has a bill of materials, which names the same packages and versions", () => {
    const licensed = readFileSync(join(keylint.package, "dist/LICENSES.txt"), "utf8").split("\n").filter((line) => /^(@[a-z\d.-]+\/)?[a-z][a-z\d.-]* \d+\.\d+\.\d+$/.test(line));
    expect(bill().components.map(({ name, version }) => `${name} ${version}`).sort()).toEqual(licensed.sort());
    expect(licensed.length).toBeGreaterThan(40);
  });

  testWith(cyclonedx, "CycloneDX takes the bill, in all strictness", async (folder) => {
    const program = `
      const { Validation, Spec } = require("@cyclonedx/cyclonedx-library");
      new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(require("node:fs").readFileSync(process.argv[1], "utf8")).then((errors) => console.log(JSON.stringify(errors)));`;
    expect((await done(process.execPath, ["--eval", program, join(keylint.package, "dist/sbom.cdx.json")], { cwd: folder })).stdout).toBe("null\n");
  });

  test("is under 17.2 MB unpacked, what the screen looks for and V8's code caches for one version of it with it", () => {
    process.stdout.write(`keylint unpacked: ${(packed.unpackedSize / megabyte).toFixed(2)} MB, ${packed.files.length} files\n`);
    expect(packed.unpackedSize).toBeLessThan(17.2 * megabyte);
  });
});

describe.runIf(inject("all"))("built once more, in another folder", () => {
  test("it is the same bytes", async () => {
    const folder = folderWith();
    await copySources(folder);
    await track(folder);
    await done("cp", ["-R", join(project, "node_modules"), folder]);
    await done("npm", ["run", "--silent", "build"], { cwd: folder, env: { NODE_ENV: "production", FORCE_COLOR: "1" } });
    const differing = packed.files.map(({ path }) => path).filter((path) => !readFileSync(join(folder, path)).equals(readFileSync(join(keylint.package, path))));
    expect(differing).toEqual([]);
  });
});

describe("installed into an empty folder", () => {
  test("is one package", () => {
    expect(readdirSync(join(keylint.home, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["keylint"]);
    expect(readdirSync(keylint.package)).not.toContain("node_modules");
  });

  test("depends on nothing and runs nothing when it is installed", () => {
    const manifest = JSON.parse(readFileSync(join(keylint.package, "package.json"), "utf8")) as { [key: string]: object };
    const dependencies = ["dependencies", "optionalDependencies", "peerDependencies", "bundleDependencies"].filter((key) => manifest[key] !== undefined);
    const hooks = /^(pre|post)?(install|pack|publish|publishOnly|prepare|uninstall)$|^dependencies$/;
    expect({ dependencies, hooks: Object.keys(manifest["scripts"] ?? {}).filter((name) => hooks.test(name)) }).toEqual({ dependencies: [], hooks: [] });
  });

  test("npx keylint --version is the version of the package", async () => {
    const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as { version: string };
    expect((await npx(["--version"])).stdout).toBe(`${version}\n`);
  });

  test("npx keylint --help is README's help", async () => {
    const { stdout, status } = await npx(["--help"]);
    expect(status).toBe(0);
    expect(readFileSync(join(project, "README.md"), "utf8")).toContain(stdout);
  });

  test("npx keylint lints the article's projects, prints each expected finding and exits with 1", async () => {
    const start = performance.now();
    const { stdout, stderr, status } = await npx([], join(keylint.home, "article"));
    process.stdout.write(`npx keylint on fixtures/article: ${((performance.now() - start) / 1000).toFixed(2)} s\n`);
    const expected = readFileSync(join(project, "fixtures/article/expected.txt"), "utf8").trimEnd().split("\n").map((line) => line.split(" ").slice(0, 2).join("  "));
    const headlines = stdout.split("\n").map((line) => line.replace(/^(\S+:\d+:\d+) {2}(?:error|warning|note) {2}([\w-]+).*/, "$1  $2"));
    expect(expected.length).toBeGreaterThan(10);
    expect(expected.filter((line) => !headlines.includes(line))).toEqual([]);
    // npm has warnings of its own there.
    expect({ status, said: stderr.split("\n").filter((line) => line.startsWith("keylint")) }).toEqual({ status: 1, said: [] });
  });

  test("the programming interface finds a key", async () => {
    const program = `
      import { lint, openTree, reporters, version } from "keylint";
      const report = lint({ tree: openTree("article/literal"), config: {}, contexts: ["production"], foreign: true, today: "2026-01-31" });
      console.log(JSON.stringify({ version, rule: report.findings[0].rule, formats: Object.keys(reporters), sarif: JSON.parse(reporters.sarif(report, { rules: [], color: false, now: 0 })).version }));`;
    const { stdout } = await done(process.execPath, ["--input-type=module", "--eval", program], { cwd: keylint.home });
    expect(JSON.parse(stdout)).toMatchObject({ rule: expect.stringMatching(/-key$/), formats: expect.arrayContaining(["stylish", "json", "sarif", "github", "gitlab", "junit", "markdown", "html"]), sarif: "2.1.0" });
  });

  test("keylint/schema.json is a JSON schema, for import and for require", async () => {
    const program = `
      import { createRequire } from "node:module";
      import { readFileSync } from "node:fs";
      const required = createRequire(process.cwd() + "/x.js")("keylint/schema.json");
      console.log(JSON.stringify([required.$schema, JSON.parse(readFileSync(new URL(import.meta.resolve("keylint/schema.json")), "utf8")).$schema]));`;
    const { stdout } = await done(process.execPath, ["--input-type=module", "--eval", program], { cwd: keylint.home });
    expect(JSON.parse(stdout)).toEqual([expect.stringContaining("json-schema.org"), expect.stringContaining("json-schema.org")]);
  });
});

describe("the types", () => {
  const program = `
import { lint, loadConfig, main, openTree, reporters, version, type Finding, type Report, type Tree, type World } from "keylint";
import manifest from "keylint/package.json" with { type: "json" };

const tree: Tree = openTree(".");
const report: Report = lint({ tree, config: loadConfig({ from: ".", scope: ".", ruleIds: [] }).config, contexts: ["production"], foreign: true, today: "2026-01-31" });
const rules: string[] = report.findings.map(({ rule }: Finding) => rule);
export const text: string = reporters.sarif(report, { rules: [], color: false, now: 0 }) + rules.join() + version + manifest.name;
export const status = async (world: World): Promise<number> => main(world);
// @ts-expect-error a number is no tree: the types are no any
lint({ tree: 1 });
`;

  test.each(affordable([
    { moduleResolution: "nodenext", module: "nodenext" },
    { moduleResolution: "bundler", module: "esnext", long: true },
  ]))("hold with moduleResolution $moduleResolution, strict, libraries checked, beside the types of Node alone", async ({ moduleResolution, module }) => {
    const compilerOptions = { module, moduleResolution, target: "es2023", strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, types: ["node"], typeRoots: [join(project, "node_modules/@types")], resolveJsonModule: true, noEmit: true };
    const folder = folderWith({ "tsconfig.json": JSON.stringify({ compilerOptions, files: ["program.mts"] }), "program.mts": program, "package.json": "{}" });
    await installKeylint(folder);
    const { stdout, status } = await run(process.execPath, [join(project, "node_modules/typescript/bin/tsc"), "--project", folder]);
    expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
  });
});

function npx(args: readonly string[], cwd = keylint.home): ReturnType<typeof run> {
  return run("npx", ["--offline", "keylint", ...args], { cwd });
}
