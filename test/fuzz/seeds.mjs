// What the fuzzer begins with: every file of the fixtures, of the frameworks' examples and of the rules' pages, by format.
import { build } from "esbuild";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

const contents = `
  export { frameworks } from "./rules/frameworks/index.ts";
  export { rules } from "./rules/index.ts";
  export { kindOf } from "./src/formats/names.ts";
  export { examplesIn } from "./src/text/page.ts";
  export { checkerOf } from "./test/fuzz/check.ts";
  export { randomOf } from "./test/support/random.ts";
`;

/** Files `{ path, text }` by the id of their format, the rules, what must hold of a file, and numbers by lot. Called at the repository's top. */
export async function opened() {
  const { outputFiles } = await build({ stdin: { contents, resolveDir: process.cwd(), loader: "ts" }, bundle: true, platform: "node", format: "esm", write: false });
  const { frameworks, rules, kindOf, examplesIn, checkerOf, randomOf } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  const files = [
    ...frameworks.flatMap(({ bad, good }) => [...Object.entries(bad), ...Object.entries(good)]),
    ...rules.flatMap(({ id }) => examplesIn(readFileSync(join("rules", `${id}.md`), "utf8")).flatMap(({ files: all }) => Object.entries(all))),
    ...readdirSync("fixtures", { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), "utf8")]),
  ];
  const found = new Map();
  for (const [path, text] of files) {
    const kind = kindOf(basename(path))?.id;
    if (kind !== undefined) found.set(kind, [...(found.get(kind) ?? []), { path: basename(path), text }]);
  }
  return { seeds: found, rules, checkerOf, randomOf };
}
