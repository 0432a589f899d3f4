import type { ModuleBuilder } from "../builder.ts";
import { stringToken } from "./literals.ts";
import { tokensOf } from "./tokens.ts";
import type { Node } from "./tree.ts";

/**
 * Covers the inside of every string, however deep. A pass of its own over the tree, because the walk leaves out what is no value; and
 * one over the text's tokens, because the parser may have seen a repaired text, in which some strings are missing. Only the tree knows
 * strings inside an f-string that have its own quotes.
 */
export function coverTexts(builder: ModuleBuilder, root: Node): void {
  const { text } = builder;
  const open: Node[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.name === "String" || node.name === "FormatString") builder.cover(stringToken(text, node).inner);
    for (const child of node.children) open.push(child);
  }
  for (const token of tokensOf(text)) if (token.kind === "string") builder.cover(stringToken(text, token).inner);
}
