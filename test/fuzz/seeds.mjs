// What the fuzzer begins with: every file of the fixtures, of the frameworks' examples and of the rules' pages, by format; and what makes more.
import { build } from "esbuild";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

const contents = `
  export { frameworks } from "./rules/frameworks/index.ts";
  export { rules } from "./rules/index.ts";
  export { kindOf } from "./src/formats/names.ts";
  export { examplesIn } from "./src/text/page.ts";
  export { checkerOf } from "./test/fuzz/check.ts";
  export { generated, generators, keysIn } from "./test/fuzz/generators/index.ts";
  export { randomOf } from "./test/support/random.ts";
`;

/**
 * Trees `{ path: text }` by the id of their format, and of several files as `project`, the rules, what must hold of a tree, what makes
 * trees, and numbers by lot. Called at the repository's top.
 */
export async function opened() {
  const { outputFiles } = await build({ stdin: { contents, resolveDir: process.cwd(), loader: "ts" }, bundle: true, platform: "node", format: "esm", write: false });
  const { frameworks, rules, kindOf, examplesIn, generators, ...rest } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  const trees = [
    ...frameworks.flatMap(({ bad, good }) => [bad, good]),
    ...rules.flatMap(({ id }) => examplesIn(readFileSync(join("rules", `${id}.md`), "utf8")).map(({ files }) => files)),
    ...readdirSync("fixtures", { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => ({ [entry.name]: readFileSync(join(entry.parentPath, entry.name), "utf8") })),
  ];
  const seeds = new Map(Object.keys(generators).map((format) => [format, []]));
  for (const tree of trees) {
    const files = Object.entries(tree);
    if (files.length > 1) seeds.get("project").push(tree);
    for (const [path, text] of files) seeds.get(kindOf(path)?.id)?.push({ [basename(path)]: text });
  }
  return { seeds, rules, ...rest };
}
