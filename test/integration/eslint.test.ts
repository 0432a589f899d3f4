import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { frameworks } from "../../rules/frameworks/index.ts";
import { rules } from "../../rules/index.ts";
import { examplesIn } from "../../src/text/page.ts";
import { folderWith, project, track } from "./support/folder.ts";
import { installKeylint } from "./support/keylint.ts";
import { done } from "./support/run.ts";
import { affordable, fromNpm, testWith } from "./support/tool.ts";

const isProgram = (path: string): boolean => /\.[cm]?[jt]sx?$/.test(path);

/** All programs in JavaScript and TypeScript that the project has, with what stands beside them: its fixtures, and the examples of frameworks and rules. */
const files: { [path: string]: string } = {};
const put = (folder: string, all: Readonly<{ [path: string]: string }>): void => {
  if (Object.keys(all).some(isProgram)) for (const [path, text] of Object.entries(all)) files[`${folder}/${path}`] = text;
};
for (const { id, bad, good } of frameworks) {
  put(`frameworks/${id}/a`, bad);
  put(`frameworks/${id}/b`, good);
}
for (const { id } of rules) examplesIn(readFileSync(join(project, "rules", `${id}.md`), "utf8")).forEach(({ files: all }, at) => { put(`rules/${id}/${at}`, all); });
for (const name of readdirSync(join(project, "fixtures"))) {
  const folder = join(project, "fixtures", name);
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  put(`fixtures/${name}`, Object.fromEntries(all.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")])));
}
const programs = Object.keys(files).filter(isProgram).sort();
const repository = await track(folderWith(files));

/** What `keylint FILE` says of each, `[rule, line, column, end]`, from one process. */
const asking = `
import { main } from "keylint";
const out = {};
for (const file of JSON.parse(process.argv[2])) {
  let text = "";
  const stream = { write: (more) => void (text += more), isTTY: false };
  main({ argv: ["--format", "json", "--", file], cwd: process.cwd(), env: process.env, stdout: stream, stderr: { write: (said) => { throw new Error(said); }, isTTY: false }, stdin: () => Buffer.alloc(0), now: Date.now });
  out[file] = JSON.parse(text).findings.map(({ rule, lowered, region: { line, column, endColumn }, edits = [] }) => [lowered ? rule + "-example" : rule, line, column, endColumn, edits.length > 0]);
}
console.log(JSON.stringify(out));
`;

/** What ESLint says of each; of keys that stand in another file, and of what ESLint cannot parse, apart. */
const linting = `
import { relative } from "node:path";
import { ESLint } from "eslint";
import keylint from "keylint/eslint";
const [, , files, parser] = process.argv;
const languageOptions = { parserOptions: { ecmaFeatures: { jsx: true } }, ...(parser === "" ? {} : { parser: (await import(parser)).default }) };
const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [keylint.configs.recommended, { files: ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}"], languageOptions }] });
const [own, elsewhere, broken] = [{}, {}, []];
for (const { filePath, messages } of await eslint.lintFiles(JSON.parse(files))) {
  const file = relative(process.cwd(), filePath);
  if (messages.some(({ fatal }) => fatal)) broken.push(file);
  const found = messages.filter(({ ruleId }) => ruleId?.startsWith("keylint/"));
  const shown = ({ ruleId, line, column, endColumn, suggestions = [] }) => [ruleId.slice(8), line, column, endColumn, suggestions.length > 0];
  own[file] = found.filter(({ message }) => !message.includes(" It stands in ")).map(shown);
  elsewhere[file] = found.filter(({ message }) => message.includes(" It stands in ")).map(shown);
}
console.log(JSON.stringify({ version: ESLint.version, own, elsewhere, broken }));
`;

interface Said {
  readonly version: string;
  readonly own: Readonly<{ [file: string]: readonly (readonly [rule: string, line: number, column: number, end: number, mends: boolean])[] }>;
  readonly elsewhere: Said["own"];
  readonly broken: readonly string[];
}

const setups: readonly { readonly eslint: string; readonly title: string; readonly long?: boolean; readonly with: readonly string[] }[] = [
  { eslint: "9", title: "ESLint 9 and its own parser", with: [] },
  { eslint: "9", long: true, title: "ESLint 9 with @typescript-eslint/parser", with: ["@typescript-eslint/parser@8", "typescript@5.9"] },
  { eslint: "10", long: true, title: "ESLint 10 and its own parser", with: [] },
  { eslint: "10", title: "ESLint 10 with @typescript-eslint/parser", with: ["@typescript-eslint/parser@8", "typescript@5.9"] },
];

const plain = await installKeylint();
writeFileSync(join(plain.home, "asking.mjs"), asking);
const expected = JSON.parse((await done(process.execPath, [join(plain.home, "asking.mjs"), JSON.stringify(programs)], { cwd: repository })).stdout) as Said["own"];
const tools = await Promise.all(affordable(setups).map(async (setup) => ({ ...setup, tool: await fromNpm(`eslint@${setup.eslint}`, ...setup.with) })));

describe("the plugin finds what keylint FILE finds, and says it at the same places", () => {
  test("there are programs with keys", () => {
    expect(programs.length).toBeGreaterThan(100);
    expect(Object.values(expected).filter((found) => found.length > 0).length).toBeGreaterThan(50);
  });

  for (const { eslint, title, tool, with: { length: parsers } } of tools) {
    testWith(tool, title, async (folder) => {
      await installKeylint(folder);
      writeFileSync(join(folder, "linting.mjs"), linting);
      const { stdout } = await done(process.execPath, [join(folder, "linting.mjs"), JSON.stringify(parsers > 0 ? programs : programs.filter((path) => !/\.[cm]?tsx?$/.test(path))), parsers > 0 ? "@typescript-eslint/parser" : ""], { cwd: repository });
      const said = JSON.parse(stdout) as Said;
      expect(said.version.split(".")[0]).toBe(eslint);
      // A parser that cannot read a file calls no plugin.
      const read = Object.keys(said.own).filter((file) => !said.broken.includes(file));
      expect(said.broken.length).toBeLessThan(10);
      expect(Object.fromEntries(read.map((file) => [file, said.own[file]?.toSorted(order)]))).toEqual(Object.fromEntries(read.map((file) => [file, expected[file]?.toSorted(order)])));
      process.stdout.write(`${title}: ${read.length} files, ${read.flatMap((file) => said.own[file] ?? []).length} findings as keylint FILE, ${Object.values(said.elsewhere).flat().length} of keys in other files, ${said.broken.length} files not parsed\n`);
    });
  }
});

function order(a: readonly unknown[], b: readonly unknown[]): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
