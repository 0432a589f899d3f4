import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { loadConfig } from "../../src/config/index.ts";
import { generate } from "../../src/generate.ts";
import * as api from "../../src/index.ts";
import { parseOptions } from "../../src/options.ts";
import { FORMATS } from "../../src/options/words.ts";
import { formats } from "../../src/formats/index.ts";
import { foreignMarker } from "../../src/suppress.ts";
import { lintFiles } from "../support/lint.ts";

const root = new URL("../..", import.meta.url).pathname;
const readme = readFileSync(`${root}README.md`, "utf8");

/** The blocks of a page in one language. */
function blocks(language: string): readonly string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(([, text]) => text ?? "");
}

/** A shell's words, each variable with a number in it. */
function filled(words: string): string {
  return words.replace(/\$(?:\w+|\{[^}]*\})/g, "1").replaceAll('"', "");
}

describe("what README.md says", () => {
  const commands = [...readme.matchAll(/(?:npx (?:--yes )?keylint|node dist\/cli\.js)((?: [^\n`#|]+)?)/g)].map(([, words]) => filled((words ?? "").trim()));

  test.each(commands)("keylint %s is a command that it takes", (words) => {
    expect(() => parseOptions(words === "" ? [] : words.split(/\s+/), () => false)).not.toThrow();
  });

  test.each(commands.filter((words) => words.startsWith("generate")))("keylint %s makes a key", (words) => {
    const { topic } = parseOptions(words.split(/\s+/), () => false);
    expect(generate(topic)).toMatchObject({ key: expect.any(String) as unknown });
  });

  test("what is said of a new key is what it says", () => {
    const made = generate("django");
    expect(readme).toContain(`keylint: ${"about" in made ? made.about : ""}\n`);
  });

  test("the formats are all that there are", () => {
    const line = readme.split("\n").find((one) => one.startsWith("Formats:")) ?? "";
    expect([...line.matchAll(/`([a-z]+)` \(/g)].map(([, name]) => name)).toEqual([...FORMATS]);
  });

  test("the example configuration is taken", () => {
    const folder = mkdtempSync(join(tmpdir(), "keylint-"));
    const file = join(folder, "keylint.config.json");
    writeFileSync(file, blocks("json")[0] ?? "");
    expect(loadConfig({ from: folder, scope: folder, file, ruleIds: rules.map(({ id }) => id) }).config.slots).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });

  test("the programming example imports what there is", () => {
    const names = /import \{ (.+) \} from "keylint"/.exec(blocks("js")[0] ?? "")?.[1]?.split(", ") ?? [];
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !(name in api))).toEqual([]);
  });

  test("the ignore that it shows silences the finding", () => {
    const [line = ""] = blocks("python");
    const { findings, suppressed, unused } = lintFiles({ "app.py": `from flask import Flask\n\napp = Flask(__name__)\n${line}` });
    expect(findings).toEqual([]);
    expect(unused).toEqual([]);
    expect(suppressed.map(({ by, reason }) => `${by}: ${reason}`)).toEqual(["keylint-ignore: runs on my laptop only"]);
  });

  test("the markers of other tools are honoured", () => {
    const listed = /markers of other tools .*?\((.*?)\)/.exec(readme)?.[1] ?? "";
    const markers = [...listed.matchAll(/`([^`]+)`/g)].map(([, marker]) => marker ?? "");
    const python = formats.find(({ id }) => id === "python");
    expect(markers.length).toBeGreaterThan(3);
    expect(markers.filter((marker) => !python || foreignMarker(python.read("app.py", `key = "x"  # ${marker}\n`), 1) === undefined)).toEqual([]);
  });
});

test("CHANGELOG.md begins with this version or the next, and names every rule", () => {
  const changes = readFileSync(`${root}CHANGELOG.md`, "utf8");
  const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { version: string };
  expect(["Unreleased", version]).toContain(/^## (\S+)/m.exec(changes)?.[1]);
  expect(rules.filter(({ id }) => !changes.includes(id))).toEqual([]);
});
