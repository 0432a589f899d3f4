import type { Node } from "../formats/javascript/tree.ts";
import { holdsWord } from "../text/paths.ts";
import type { Change } from "./change.ts";
import { indentAt, lineEnd, type Place } from "./place.ts";

/** What reads a variable that was checked, and the check. */
export interface Checked {
  readonly text: string;
  readonly changes: readonly Change[];
  /** It is held by a constant of its own, beside the check. */
  readonly isHeld: boolean;
}

/**
 * A check of the variable before the statement around, which throws where it is missing. Where a function begins between the two, as in
 * `() => sign(x, "k")`, TypeScript forgets the check (https://www.typescriptlang.org/docs/handbook/2/narrowing.html), so a constant holds
 * what was checked. Undefined where no statement can be put.
 */
export function checkedBefore(place: Place, around: readonly Node[]): Checked | undefined {
  const { module: { text }, variable } = place;
  const at = around.findIndex((node, index) => isStatement(node, around[index + 1]));
  const statement = around[at];
  if (!statement) return undefined;
  const first = firstOf(statement);
  const indent = indentAt(text, first);
  if (indent === undefined) return undefined;
  const inner = around.slice(0, at);
  if ([...inner, statement].some(isChoice)) return undefined;
  const isHeld = inner.some(isFunction);
  const read = readOf(text, variable);
  const end = lineEnd(text, first);
  const { quote, semicolon } = styleOf(place);
  const check = `if (!${read}) throw new Error(${quote}${variable} is not set${quote})${semicolon}${end}${indent}`;
  if (!isHeld) return { text: read, isHeld, changes: [{ start: first, end: first, text: check }] };
  if (holdsWord(text, variable, /[\w.$"'`]/, /[\w"'`]/)) return undefined;
  return { text: variable, isHeld, changes: [{ start: first, end: first, text: `${check}const ${variable} = ${read}${semicolon}${end}${indent}` }] };
}

/** A statement in a list of statements, which another may stand before; not `super()`, which comes first. */
function isStatement(node: Node, holder: Node | undefined): boolean {
  if (holder?.type !== "Program" && holder?.type !== "BlockStatement" && holder?.type !== "StaticBlock") return false;
  return !(node.type === "ExpressionStatement" && node.expression.type === "CallExpression" && node.expression.callee.type === "Super");
}

/** Where a node begins, with the decorators before it: those of an exported class stand outside of it. */
export function firstOf(statement: Node): number {
  const inner = statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration" ? statement.declaration : statement;
  const decorators = inner?.type === "ClassDeclaration" ? inner.decorators : [];
  return Math.min(statement.range[0], ...decorators.map(({ range }) => range[0]));
}

/** What runs only sometimes would be asked for always. */
function isChoice({ type }: Node): boolean {
  return /^(If|Switch|For|ForIn|ForOf|While|DoWhile|Try|Labeled)Statement$|^(Conditional|Logical)Expression$/.test(type);
}

function isFunction({ type }: Node): boolean {
  return type === "ArrowFunctionExpression" || type === "FunctionExpression" || type === "FunctionDeclaration" || type === "PropertyDefinition";
}

/** As the file reads its others. */
function readOf(text: string, variable: string): string {
  const quote = /\bprocess\.env\[(["'])/.exec(text)?.[1];
  return quote === undefined ? `process.env.${variable}` : `process.env[${quote}${variable}${quote}]`;
}

/** As the file is written. */
function styleOf({ key, module: { text } }: Place): { quote: string; semicolon: string } {
  return { quote: text[key.origin.place.span.start] === "'" ? "'" : '"', semicolon: /;[ \t]*$/m.test(text) ? ";" : "" };
}
