import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const root = new URL("../..", import.meta.url).pathname;
const files = ["src", "rules"].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts")).map((name) => `${folder}/${name}`));

const imports = new Map(files.map((file) => {
  const text = readFileSync(join(root, file), "utf8");
  const found = ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
  return [file, found.map((from) => (from.startsWith(".") ? relative(root, join(root, dirname(file), from)) : from))] as const;
}));

/** Each row: files, and the only places that they may import from. */
const directions: readonly (readonly [string, RegExp, RegExp])[] = [
  ["rules see the kit and each other", /^rules\//, /^(src\/kit\.ts|rules\/)/],
  ["types see types", /^src\/types\//, /^(src\/types\/|node:util)/],
  ["formats know no slot, no rule and no disk", /^src\/formats\//, /^(src\/(formats|types|text)\/|src\/(load|limited)\.ts|@lezer\/common$|@typescript-eslint\/typescript-estree$|(yaml|jsonc-parser|dockerfile-ast|toml-eslint-parser)$)/],
  ["projects are known by their files' names and texts", /^src\/project\//, /^(src\/(project|types|text)\/|src\/load\.ts|node:path)/],
  ["resolving knows formats by their modules only", /^src\/resolve\//, /^src\/(resolve|types|text)\//],
  ["guards stand on resolving", /^src\/guards\//, /^src\/(guards|resolve|types|text)\//],
  ["matching stands on resolving", /^src\/match\//, /^(src\/(match|guards|resolve|project|types|text)\/)/],
  ["fixing reads texts again, and writes none to the disk", /^src\/fix\//, /^src\/((fix|formats|resolve|types|text)\/|place\.ts$|project\/projects\.ts$)/],
  ["strength knows texts only", /^src\/strength\//, /^(src\/(strength|types)\/|src\/load\.ts|node:crypto)/],
  ["verifying knows texts only: no disk, no format and no rule", /^src\/verify\//, /^(src\/(verify|types|text)\/|node:(buffer|crypto)$)/],
  ["merging knows reports only: no disk and no rule", /^src\/merge\//, /^src\/((merge|reporters|types|text)\/|options\/words\.ts$|usage-error\.ts$)/],
  ["an editor is served with reports, and no disk", /^src\/lsp\//, /^(src\/((lsp|reporters|threads|text|types)\/|fix\/change\.ts$|formats\/names\.ts$|(links|load|version)\.ts$)|node:(path|url)$|vscode-languageserver)/],
  ["what a repository needs is known by its files' names and texts", /^src\/init\//, /^(src\/init\/|src\/fix\/example\.ts$|src\/(links|load)\.ts$|node:util$|yaml$)/],
  ["reporters know reports only", /^src\/reporters\//, /^(src\/(reporters|types|text)\/|src\/(links|load)\.ts$|node:util|sarif)/],
];

describe("import directions", () => {
  test.each(directions)("%s", (_, who, may) => {
    const strays = [...imports].filter(([file]) => who.test(file)).flatMap(([file, found]) => found.filter((target) => !may.test(target)).map((target) => `${file} imports ${target}`));
    expect(strays).toEqual([]);
  });

  test("what is believed is known in few places", () => {
    const knowing = [...imports].filter(([file, found]) => file.startsWith("src/") && found.some((target) => target.startsWith("rules/"))).map(([file]) => file);
    expect(knowing.sort()).toEqual(["src/beliefs.ts", "src/eslint.ts", "src/examine.ts", "src/explain.ts", "src/generate.ts", "src/lint.ts", "src/main.ts", "src/run/asked.ts"]);
  });

  test("a commit in which nothing passes the screen needs no format, no framework and no judge", () => {
    const needed = new Set(["src/index.ts"]);
    for (const file of needed) {
      const text = ["src/behind.ts", "src/verifying.ts", "src/merging.ts", "src/serving.ts", "src/starting.ts"].includes(file) ? "" : readFileSync(join(root, file), "utf8");
      for (const [, from = ""] of text.matchAll(/^(?:import|export) (?!type\b)[^;]*?"(\.[^"]+\.ts)";$/gm)) needed.add(relative(root, join(root, dirname(file), from)));
    }
    expect(needed).toContain("src/behind.ts");
    expect([...needed].filter((file) => /^src\/(examine|beliefs|store)\.ts$|^src\/(judge|resolve|guards|strength|verify)\/|^src\/merge\/(?!parts)|^src\/formats\/(?!kinds|names)|^rules\/(frameworks|models|published-keys)/.test(file))).toEqual([]);
  });

  test("heavy libraries are loaded in one place, and are types elsewhere", () => {
    const users = files.filter((file) => /^import (?!type)[^;]*"(@lezer|@typescript-eslint|@zxcvbn-ts|fast-glob|smol-toml|jsonc-parser|yaml"|dockerfile-ast|toml-eslint-parser|vscode-languageserver\/)/m.test(readFileSync(join(root, file), "utf8")));
    expect(users).toEqual([]);
  });

  test("nothing is imported on the way: the package's scripts are compiled with V8's cache, and cannot", () => {
    const users = files.filter((file) => /(?<![.\w])import\(["'`]/.test(readFileSync(join(root, file), "utf8").replace(/\/\/.*|\/?\*.*/g, "")));
    expect(users).toEqual([]);
  });

  test("nothing that could open a connection is loaded", () => {
    const network = /^(node:)?(net|tls|http|https|http2|dgram|dns|dns\/promises|inspector)$/;
    const users = [...imports].filter(([, found]) => found.some((target) => network.test(target))).map(([file]) => file);
    const texts = files.filter((file) => /(?<![.\w])(fetch\(|WebSocket|EventSource)/.test(readFileSync(join(root, file), "utf8").replace(/\/\/.*|\/?\*.*|`[^`]*`|"[^"]*"/g, "")));
    expect([...users, ...texts]).toEqual([]);
  });

  test("there is no circle", () => {
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) return void circles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
      if (done.has(file)) return;
      for (const target of imports.get(file) ?? []) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  test.each([
    ["node:fs", /^src\/(discover|config|run)\/|^src\/(chunks|cli|load|main)\.ts$/],
    ["node:child_process", /^src\/discover\/git\.ts$/],
  ])("%s only at the disk's edge", (module, edge) => {
    const users = [...imports].filter(([file, found]) => found.includes(module) && !edge.test(file)).map(([file]) => file);
    expect(users).toEqual([]);
  });

  test.each([
    ["reveal(", /^src\/types\/secret\.ts$|^src\/(strength|judge|verify)\/|^src\/(resolve\/bytes|guards\/(subject|truth))\.ts$/],
    ["console.", /^$/],
    ["process.", /^src\/(cli|eslint\/world|discover\/(git|listing|scope))\.ts$/],
  ])("%s only where it belongs", (call, home) => {
    const callers = files.filter((file) => !home.test(file) && file.startsWith("src/") && readFileSync(join(root, file), "utf8").split("\n").some((line) => line.replace(/\/\/.*|\/?\*.*|`[^`]*`|"[^"]*"/g, "").includes(call)));
    expect(callers).toEqual([]);
  });
});
