import type { ModuleBuilder } from "../builder.ts";
import type { Opaque, Option, Reference, Scope, Span, Value } from "../../types/value.ts";
import type { Node } from "./tree.ts";

/** One way through a file. The parts that walk call each other through it. */
export interface Walk {
  readonly builder: ModuleBuilder;
  readonly text: string;
  /** What an expression is. The same node gives the same object each time; nothing gives an opaque value. */
  readonly value: (node: Node | undefined) => Value;
  /** The same for an expression of which only the truth is asked: `a or b` is a test here, not a choice. */
  readonly condition: (node: Node | undefined) => Value;
  /** Statements one after the other; `documented` when the first may be a docstring. */
  readonly block: (body: Node | undefined, documented?: boolean) => void;
  /** Names that a function's `global` and `nonlocal` send elsewhere. */
  readonly sent: Map<Scope, Map<string, Scope>>;
  /** Where `return` puts its value. */
  returns: Option[] | undefined;
}

export function opaque({ start, end }: Span): Opaque {
  return { kind: "opaque", span: { start, end } };
}

export function written({ text }: Walk, { start, end }: Span): string {
  return text.slice(start, end);
}

export function spanOf({ start, end }: Span): Span {
  return { start, end };
}

export function reference(walk: Walk, node: Span): Reference {
  return { kind: "reference", name: written(walk, node), scope: walk.builder.scope, span: spanOf(node) };
}
