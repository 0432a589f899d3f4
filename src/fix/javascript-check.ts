import type { Node } from "../formats/javascript/tree.ts";
import { holdsWord } from "../text/paths.ts";
import { indentAt, lineEnd, type Check, type Place } from "./place.ts";

/**
 * A check of the variable before the statement around, which throws where it is missing. Where a function begins between the two, as in
 * `() => sign(x, "k")`, TypeScript forgets the check (https://www.typescriptlang.org/docs/handbook/2/narrowing.html), so a constant holds
 * what was checked. One that the list of statements has already serves those below it. Undefined where no statement can be put, or where
 * the variable would be asked for sooner than the program loads it.
 */
export function checkedBefore(place: Place, around: readonly Node[]): Check | undefined {
  const { module: { text }, variable, checks } = place;
  const at = statementIn(around);
  const [statement, holder] = [around[at], around[at + 1]];
  if (!statement || !holder) return undefined;
  const first = firstOf(statement);
  const indent = indentAt(text, first);
  const inner = around.slice(0, at);
  const isHeld = inner.some(isFunction);
  const isOpen = [...inner, statement].every((node, index) => (!isChoice(node) || tries(node, around[index - 1])) && !isParameter(node));
  if (indent === undefined || !isOpen || isTooSoon(place, holder, first, isHeld)) return undefined;
  const list = holder.range.join();
  const other = checks.find((check) => check.list === list && (check.isHeld || !isHeld));
  if (other) return other;
  const read = readOf(text, variable);
  const end = lineEnd(text, first);
  const { quote, semicolon } = styleOf(place);
  const check = `if (!${read}) throw new Error(${quote}${variable} is not set${quote})${semicolon}${end}${indent}`;
  if (isHeld && holdsWord(text, variable, /[\w.$"'`]/, /[\w"'`]/)) return undefined;
  const held = isHeld ? `const ${variable} = ${read}${semicolon}${end}${indent}` : "";
  const made = { text: isHeld ? variable : read, isHeld, changes: [{ start: first, end: first, text: check + held }], list };
  checks.push(made);
  return made;
}

/** Where the statement stands that a check can stand before: outside of what would catch its error, if that runs in any case. */
function statementIn(around: readonly Node[]): number {
  const least = around.findIndex((node, index) => isStatement(node, around[index + 1]));
  let at = least;
  for (let index = least + 1; index > 0 && index < around.length; index++) {
    const node = around[index];
    if (!node || isFunction(node) || (isChoice(node) && !tries(node, around[index - 1]))) break;
    if (tries(node, around[index - 1]) && isStatement(node, around[index + 1])) at = index;
  }
  return at;
}

/** A function that is declared holds a place outside of its body in its parameters. It can be called before what stands above it. */
function isParameter({ type }: Node): boolean {
  return type === "FunctionDeclaration";
}

/** What throws there is caught. */
function tries(node: Node, inner: Node | undefined): boolean {
  return node.type === "TryStatement" && node.block === inner;
}

/** Programs load variables from a file with these. */
const loads = /\b(?:ConfigModule\s?\.forRoot|dotenv\w{0,20}\.config|loadEnvFile|loadEnvConfig)\s?\(/;

/** Asked for when the file is loaded, while the file itself loads variables only below; or earlier than before, where some file does so. */
function isTooSoon({ key: { origin }, module, ground: { modules } }: Place, holder: Node, first: number, isHeld: boolean): boolean {
  if (holder.type !== "Program") return false;
  if (loads.test(module.text.slice(first))) return true;
  return isHeld && origin.role === "default" && ["dotenv", "ConfigModule", "loadEnvFile", "loadEnvConfig"].some((word) => modules.mentioning(word, module).some(({ text }) => loads.test(text)));
}

/** A statement in a list of statements, which another may stand before; not `super()`, which comes first. */
function isStatement(node: Node, holder: Node | undefined): boolean {
  if (holder?.type !== "Program" && holder?.type !== "BlockStatement" && holder?.type !== "StaticBlock" && holder?.type !== "TSModuleBlock") return false;
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
