import type { ModuleBuilder } from "../builder.ts";
import type { Guard, Opaque, Option, Reference, Scope, Span, Value } from "../../types/value.ts";
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

/** No more guards are kept at one place: a hostile file has thousands, and nothing is learned from them. */
const maxGuards = 48;

/** Runs `walk` under more guards, and gives back what it gives. */
export function under<T>({ builder }: Walk, guards: readonly Guard[], walk: () => T): T {
  const outer = builder.guards;
  addGuards(builder, guards);
  const result = walk();
  builder.guards = outer;
  return result;
}

/** Puts all that comes next under more guards. */
export function addGuards(builder: ModuleBuilder, guards: readonly Guard[]): void {
  const room = maxGuards - builder.guards.length;
  if (guards.length > 0 && room > 0) builder.guards = [...builder.guards, ...guards.slice(0, room)];
}

/** Runs `walk` in another scope, with the guards of here: the code runs here. */
export function within<T>({ builder }: Walk, scope: Scope, walk: () => T): T {
  const outer = builder.scope;
  builder.scope = scope;
  const result = walk();
  builder.scope = outer;
  return result;
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
