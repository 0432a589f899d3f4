import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { frameworks } from "../../rules/frameworks/index.ts";
import { rules } from "../../rules/index.ts";
import { examplesIn } from "../../src/text/page.ts";
import type { Files } from "./produce.ts";

const root = join(import.meta.dirname, "../..");
/** Kept beside a fixture for its own test, and no part of the project. */
const ledgers = ["expected.txt", "wanted.txt"];

/** Every project that keylint itself holds: each fixture, and all bad examples of rules and frameworks, a folder each, as one. */
export function projects(): readonly (readonly [name: string, files: Files])[] {
  const fixtures = readdirSync(join(root, "fixtures"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => [`fixtures/${name}`, filesIn(join(root, "fixtures", name))] as const);
  return [...fixtures, ["the examples of rules and frameworks", examples()]];
}

function filesIn(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return Object.fromEntries(names.filter((name) => !ledgers.includes(name)).map((name) => [name.replaceAll("\\", "/"), readFileSync(join(folder, name), "utf8")]));
}

function examples(): Files {
  const pages = rules.flatMap(({ id }) => examplesIn(readFileSync(join(root, "rules", `${id}.md`), "utf8")).filter(({ kind }) => kind === "bad").map(({ files }, index) => [`${id}-${index}`, files] as const));
  const all = [...pages, ...frameworks.map(({ id, bad }) => [id, bad] as const)];
  return Object.fromEntries(all.flatMap(([folder, files]) => Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text])));
}
