import type { ModuleBuilder } from "../builder.ts";
import { childrenOf, type Node } from "./tree.ts";

/**
 * Covers the inside of every text and pattern in a tree: in values, in types and in JSX, however deep. This is a pass of its own, because what
 * values are made of leaves out types and stops at some depth, and a code frame must not show a key there either.
 */
export function coverTexts(builder: ModuleBuilder, program: Node): void {
  const open: Node[] = [program];
  for (let node = open.pop(); node; node = open.pop()) {
    const [start, end] = node.range;
    if (node.type === "Literal") {
      if (typeof node.value === "string" || "regex" in node) builder.cover({ start: start + 1, end: end - 1 });
    } else if (node.type === "TemplateElement") builder.cover(insideOf(node));
    else if (node.type === "JSXText") builder.cover({ start, end });
    else if (node.type !== "Identifier" || node.typeAnnotation || node.decorators.length > 0) for (const child of childrenOf(node, true)) open.push(child);
  }
}

/** A template's piece without the marks around it: `` ` `` or `}` before it, `` ` `` or `${` after it. */
export function insideOf({ range: [start, end], tail }: Extract<Node, { type: "TemplateElement" }>): { readonly start: number; readonly end: number } {
  return { start: start + 1, end: end - (tail ? 1 : 2) };
}
