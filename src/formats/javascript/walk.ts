import type { ModuleBuilder } from "../builder.ts";
import type { Guard, Opaque, Option, Reference, Scope, Value } from "../../types/value.ts";
import { spanOf, type Node } from "./tree.ts";

/** One way through a file. The parts that walk call each other through it. Each node is walked once. */
export interface Walk {
  readonly builder: ModuleBuilder;
  /** What an expression is. Nothing gives an opaque value. */
  readonly value: (node: Node | null | undefined) => Value;
  /** The same for an expression of which only the truth is asked: `a || b` is a test here, not a choice. */
  readonly condition: (node: Node) => Value;
  /** The same for a value that stands behind a name: a function or a class takes it, and the context is told from it. */
  readonly named: (node: Node | null | undefined, name: string | undefined) => Value;
  /** One statement after the other. */
  readonly block: (nodes: readonly Node[]) => void;
  /** Binds what stands left of `=`. `declares`: it makes new names, in the scope at hand. */
  readonly assign: (target: Node, value: Value, declares: boolean) => void;
  /** The tests of the `if` statements that were walked, for what comes after them. */
  readonly tests: Map<Node, Value>;
  /** Guards that are there because the program has stopped otherwise. */
  readonly stops: WeakSet<Guard>;
  /** Where `return` puts its value. */
  returns: Option[] | undefined;
}

/** A table of readers by the type of node that each reads. */
export type Readers<R> = { readonly [N in Node as `${N["type"]}`]?: (walk: Walk, node: N) => R };

/**
 * The program stops here. Where it has stopped before in another case does not matter: `if (!a) throw …; if (b) throw …` refuses b,
 * whatever a is.
 */
export function refuse({ builder, stops }: Walk, node: Node): void {
  const outer = builder.guards;
  builder.guards = outer.filter((guard) => !stops.has(guard));
  builder.refuse(spanOf(node));
  builder.guards = outer;
}

export function holds(test: Value, is: boolean): Guard {
  return { kind: "if", test, holds: is };
}

export function newScope({ builder }: Walk, kind: "class" | "function", name: string | undefined): Scope {
  return { kind, ...(name === undefined ? {} : { name }), parent: builder.scope, names: new Map(), ...(kind === "class" ? { declared: new Map() } : {}) };
}

/** The scope of the class that `this` stands for. */
export function classAround(start: Scope): Scope | undefined {
  let scope: Scope | undefined = start;
  while (scope && scope.kind !== "class") scope = scope.parent;
  return scope;
}

export function opaque(node: Node): Opaque {
  return { kind: "opaque", span: spanOf(node) };
}

/** A name as used here. */
export function reference({ builder }: Walk, name: string, node: Node): Reference {
  return { kind: "reference", name, scope: builder.scope, span: spanOf(node) };
}

/** A name as it stands when the file has run: every definition of it counts. */
export function lasting({ builder: { text } }: Walk, name: string, scope: Scope): Reference {
  return { kind: "reference", name, scope, span: { start: text.length, end: text.length } };
}
