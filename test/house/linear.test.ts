import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkSync } from "recheck";
import ts from "typescript";
import { expect, test } from "vitest";

const src = new URL("../../src", import.meta.url).pathname;

/** Every regular expression literal of a file, with its line. */
function patternsIn(file: string): readonly { where: string; source: string; flags: string }[] {
  const text = readFileSync(join(src, file), "utf8");
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const found: { where: string; source: string; flags: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      found.push({ where: `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
const patterns = files.flatMap(patternsIn);

test("every regular expression of src/ is linear", { timeout: 120_000 }, () => {
  const slow = patterns.filter(({ source, flags }) => checkSync(source, flags, { timeout: 20_000 }).status !== "safe").map(({ where, source }) => `${where} /${source}/`);
  expect(slow).toEqual([]);
});

test("the check can fail", () => {
  expect(checkSync("^(a|a)*$", "").status).toBe("vulnerable");
});
