import type { Guard, Value } from "../../types/value.ts";
import { eachOf } from "./comprehensions.ts";
import { assign } from "./targets.ts";
import { child, grouped, split, type Node } from "./tree.ts";
import { opaque, spanOf, written, type Walk } from "./walk.ts";

/** A keyword of a compound statement, what stands between it and its body, and the body. */
interface Clause {
  readonly keyword: string;
  readonly head: readonly Node[];
  readonly body: Node | undefined;
}

function clausesOf(node: Node): readonly Clause[] {
  const clauses: Clause[] = [];
  let keyword: string | undefined;
  let head: Node[] = [];
  const close = (body: Node | undefined): void => {
    if (keyword !== undefined) clauses.push({ keyword, head, body });
    keyword = undefined;
    head = [];
  };
  for (const part of node.children) {
    if (part.name === "Body" || part.name === "MatchBody") close(part);
    else if (keyword === undefined) keyword = part.name === "async" ? undefined : part.name;
    else head.push(part);
  }
  close(undefined);
  return clauses;
}

/** Bodies run when their test holds and those before did not. */
export function branchStatement(walk: Walk, node: Node): void {
  const before: Guard[] = [];
  for (const { keyword, head, body } of clausesOf(node)) {
    walk.builder.under(before, () => {
      if (keyword === "else") return walk.block(body);
      const test = walk.condition(grouped(head));
      walk.builder.under([{ kind: "if", test, holds: true }], () => walk.block(body));
      // A hostile chain of tests has no end; what comes after the first few dozen says nothing more.
      if (before.length < 48) before.push({ kind: "if", test, holds: false });
    });
  }
}

/** `while c`, `for x in y`, and their `else`. */
export function loopStatement(walk: Walk, node: Node): void {
  for (const { keyword, head, body } of clausesOf(node)) {
    const guards: Guard[] = keyword === "while" ? [{ kind: "if", test: walk.condition(grouped(head)), holds: true }] : [];
    if (keyword === "for") {
      const [targets = [], values = []] = split(head, "in");
      const each = eachOf(walk, walk.value(grouped(values)));
      assign(walk, grouped(targets), each);
    }
    walk.builder.under(guards, () => walk.block(body));
  }
}

export function tryStatement(walk: Walk, node: Node): void {
  for (const { keyword, head, body } of clausesOf(node)) {
    walk.builder.under(keyword === "except" ? [{ kind: "except" }] : [], () => {
      const [types = [], named] = head.some(({ name }) => name === "as") ? split(head, "as") : split(head, ",");
      walk.value(grouped(types.filter(({ name }) => name !== "*")));
      const [name] = named ?? [];
      if (name) assign(walk, name, opaque(name));
      walk.block(body);
    });
  }
}

export function withStatement(walk: Walk, node: Node): void {
  for (const { head, body } of clausesOf(node)) {
    for (const item of split(head, ",")) {
      const [opened = [], target] = split(item, "as");
      const value = walk.value(grouped(opened));
      if (target) assign(walk, grouped(target), value);
    }
    walk.block(body);
  }
}

/** `match x`. A case of constants is a test; what other patterns ask is not known. */
export function matchStatement(walk: Walk, node: Node): void {
  for (const { head, body } of clausesOf(node)) {
    const subject = walk.value(grouped(head));
    for (const clause of body?.children ?? []) if (clause.name === "MatchClause") matchClause(walk, clause, subject);
  }
}

function matchClause(walk: Walk, clause: Node, subject: Value): void {
  const patterns = clause.children.filter(({ name }) => name.endsWith("Pattern"));
  const test = patternTest(walk, patterns, subject, clause);
  const guard = child(clause, "Guard");
  walk.builder.under([{ kind: "if", test, holds: true }], () => {
    const asked: Guard[] = guard ? [{ kind: "if", test: walk.condition(guard.children.at(-1)), holds: true }] : [];
    walk.builder.under(asked, () => walk.block(child(clause, "Body")));
  });
}

function patternTest(walk: Walk, patterns: readonly Node[], subject: Value, clause: Node): Value {
  const [pattern] = patterns;
  const span = spanOf(pattern ?? clause);
  if (patterns.length === 1 && pattern?.name === "LiteralPattern" && pattern.children.length === 1) {
    return { kind: "test", op: "equal", operands: [subject, walk.value(pattern.children[0])], span };
  }
  const open = [...patterns];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.name === "CapturePattern" && written(walk, next) !== "_") walk.builder.define(written(walk, next), opaque(next), spanOf(next));
    else if (next.name === "String") walk.value(next);
    else for (const child of next.children) open.push(child);
  }
  return { kind: "test", op: "other", operands: [subject], span };
}

/**
 * What must be so for the statements after this one to run: `if c: return x` leaves only the way on which c does not hold, a `try`
 * whose body returns only the way on which it failed. After a `raise` nothing is added: the program has ended on that way, and
 * what is refused later is refused all the same.
 */
export function afterwards(walk: Walk, node: Node): readonly Guard[] {
  if (node.name !== "IfStatement" && node.name !== "TryStatement") return [];
  const clauses = clausesOf(node);
  const open = clauses.findIndex(({ body }) => !returns(body));
  const ended = open < 0 ? clauses : clauses.slice(0, open);
  if (node.name === "TryStatement") {
    const handled = clauses.filter(({ keyword }) => keyword === "except");
    return ended.length > 0 && handled.length > 0 && !handled.some(({ body }) => returns(body)) ? [{ kind: "except" }] : [];
  }
  return ended.flatMap(({ keyword, head }) => (keyword === "else" ? [] : [{ kind: "if" as const, test: walk.condition(grouped(head)), holds: false }]));
}

function returns(body: Node | undefined): boolean {
  const last = body?.children.at(-1);
  return last?.name === "ReturnStatement" || (last?.name === "StatementGroup" && last.children.at(-1)?.name === "ReturnStatement");
}
