import { load } from "../../load.ts";
import type { Format, Module } from "../../types/module.ts";
import { ModuleBuilder } from "../builder.ts";
import { Expressions } from "./expressions.ts";
import { Statements } from "./statements.ts";

/** Python 2 and 3. The parser finds its way through errors: only what is damaged is lost. */
export const python: Format = {
  id: "python",
  files: ["*.py", "*.pyw", "*.pyi"],
  read,
};

function read(path: string, text: string): Module {
  const { parser } = load("@lezer/python");
  const tree = parser.parse(text);
  const builder = new ModuleBuilder(path, "python", text);
  let broken: number | undefined;
  tree.iterate({
    enter(node) {
      if (node.name === "Comment") builder.comment(text.slice(node.from + 1, node.to), { start: node.from, end: node.to });
      if (node.type.isError && broken === undefined && node.to > node.from) broken = node.from;
    },
  });
  new Statements(builder, new Expressions(builder)).block(tree.topNode, true);
  if (broken === undefined) return builder.finish();
  const line = text.slice(0, broken).split("\n").length;
  return builder.finish(`could not be parsed as Python near line ${line}; it was read as far as it was understood`);
}
