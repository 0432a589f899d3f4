import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Span } from "../../types/value.ts";

/** The parser's own types of nodes, for all of this format: https://typescript-eslint.io/packages/typescript-estree/ast-spec. */
export type { TSESTree };

export type Node = TSESTree.Node;

export function spanOf({ range: [start, end] }: Node): Span {
  return { start, end };
}

/** Where a node holds types: they say nothing about values. */
const types = new Set(["typeAnnotation", "typeArguments", "typeParameters", "returnType", "superTypeArguments", "implements"]);

/** The nodes directly inside a node, in the order of the text; types left out, unless `all`. */
export function childrenOf(node: Node, all = false): readonly Node[] {
  const found: Node[] = [];
  const parts = node as unknown as { readonly [key: string]: unknown };
  for (const key of Object.keys(parts)) {
    const part = parts[key];
    if (part === null || typeof part !== "object" || key === "parent" || key === "loc" || (!all && types.has(key))) continue;
    if (Array.isArray(part)) for (const one of part as readonly unknown[]) addNode(found, one);
    else addNode(found, part);
  }
  return found;
}

function addNode(found: Node[], value: unknown): void {
  if (typeof value === "object" && value !== null && "type" in value && "range" in value) found.push(value as Node);
}
