import type { Language, Module } from "../types/module.ts";
import type { Choice, Literal, Option, Reference, Value } from "../types/value.ts";
import { ModuleBuilder } from "./builder.ts";
import { callBefore, chainBefore, nameBefore, operandBefore, quotedBefore, skipBlanks, type Before } from "./lexical/before.ts";
import { literalOf } from "./lexical/literals.ts";
import { scan } from "./lexical/tokens.ts";

/** Literals that are remembered: as many as one expression of the kinds below has. */
const remembered = 6;
const mostOperands = 8;

/** Types that stand between a name and its value: `KEY: str = "…"`. */
const textTypes = new Set(["str", "bytes", "string", "String", "any", "Any", "Final", "SecretStr", "SecretBytes"]);

/** Methods of a literal that keep what it says. */
const keeping = /\.(?:encode|decode|strip|trim|toString|valueOf)\(/y;

interface Reading extends Before {
  readonly builder: ModuleBuilder;
}

/**
 * Reads a file that no parser understands: one pass over its literals and comments, with a bounded look at what stands before each
 * literal. It finds names bound to literals (`NAME = "…"`, `NAME: "…"`, `a.NAME = "…"`, `x["NAME"] = "…"`) and literals behind what
 * may be missing (`process.env.NAME || "…"`, `os.getenv("NAME", "…")`), each on one line. It knows no scopes: every name is the
 * file's own. Never throws; takes linear time. `failure` says to a user why the file was read so.
 */
export function readLexically(path: string, text: string, language: Language, failure: string): Module {
  const builder = new ModuleBuilder(path, language, text);
  const recent: Literal[] = [];
  const reading: Reading = { text, top: builder.top, builder, literalEndingAt: (end) => recent.find(({ span }) => span.end === end) };
  scan(text, language, {
    comment: (comment, span) => builder.comment(comment, span),
    token: (token) => {
      const literal = literalOf(token, text, language);
      if (!literal) return;
      take(reading, literal);
      recent.push(literal);
      if (recent.length > remembered) recent.shift();
    },
  });
  if (language === "python") pythonImports(builder);
  return builder.finish(failure);
}

function take(reading: Reading, literal: Literal): void {
  if (reading.builder.language === "javascript" && imports(reading, literal)) return;
  if (isPart(reading.text, literal.span.end)) return;
  const value = read(reading, literal) ?? fallback(reading, literal) ?? literal;
  bind(reading, value);
}

/** `"a" + b`, `"a" % b`, `"a" == b`, `"a".join(b)`: the literal is not the whole value. */
function isPart(text: string, end: number): boolean {
  let at = end;
  while (at - end < 20 && (text[at] === " " || text[at] === "\t")) at++;
  if (text[at] === ".") {
    keeping.lastIndex = at;
    return !keeping.test(text);
  }
  return /[+*%[=!<]/.test(text[at] ?? "");
}

/** `os.getenv("NAME", "literal")`. */
function read(reading: Reading, literal: Literal): Value | undefined {
  const { text } = reading;
  const comma = skipBlanks(text, literal.span.start) - 1;
  let close = literal.span.end;
  while (close - literal.span.end < 20 && (text[close] === " " || text[close] === ",")) close++;
  if (text[comma] !== "," || text[close] !== ")") return undefined;
  const call = callBefore(reading, comma, [literal], close + 1);
  return call && reading.builder.note(call);
}

/** `process.env.NAME || "literal"`, `a ?? b ?? "literal"`, `os.environ.get("NAME") or "literal"`. */
function fallback(reading: Reading, literal: Literal): Value | undefined {
  const { text, builder } = reading;
  const options: Value[] = [literal];
  let how: Choice["how"] | undefined;
  for (let count = 0; count < mostOperands; count++) {
    const at = skipBlanks(text, options[0]?.span.start ?? 0);
    const operator = operatorBefore(text, at);
    if (!operator || (how && operator.how !== how)) break;
    const operand = operandBefore(reading, skipBlanks(text, at - operator.width));
    if (!operand) break;
    how = operator.how;
    options.unshift(operand.kind === "call" ? builder.note(operand) : operand);
  }
  return how && builder.note(choice(how, options));
}

function choice(how: Choice["how"], values: readonly Value[]): Choice {
  const options = values.map((value): Option => ({ value, guards: [] }));
  return { kind: "choice", how, options, span: { start: values[0]?.span.start ?? 0, end: values.at(-1)?.span.end ?? 0 } };
}

function operatorBefore(text: string, at: number): { how: "or" | "nullish"; width: number } | undefined {
  const two = text.slice(Math.max(0, at - 2), at);
  if (two === "||") return { how: "or", width: 2 };
  if (two === "??") return { how: "nullish", width: 2 };
  return nameBefore(text, at)?.name === "or" ? { how: "or", width: 2 } : undefined;
}

/** Binds a value to the name before it, if there is one. */
function bind(reading: Reading, value: Value): void {
  const { text } = reading;
  let at = skipBlanks(text, value.span.start);
  for (let count = 0; count < 3 && text[at - 1] === "("; count++) at = skipBlanks(text, at - 1);
  if (text[at - 1] === ":") bindEntry(reading, skipBlanks(text, at - 1), value);
  else if (text[at - 1] === "=") assign(reading, at - 1, value);
}

/** `NAME: value`, `"NAME": value`: first in its line, or after a brace or comma; elsewhere it is the end of `a ? b : c`. */
function bindEntry(reading: Reading, end: number, value: Value): void {
  const { text, builder, top } = reading;
  const key = nameBefore(text, end) ?? quotedBefore(reading, end);
  if (!key) return;
  const before = text[skipBlanks(text, key.start) - 1];
  if (before !== undefined && !/[{,\r\n]/.test(before)) return;
  const span = { start: key.start, end: key.end };
  builder.bind({ kind: "reference", name: key.name, scope: top, span }, value, span);
}

/** `NAME = value` and its like; `||=` and `??=` keep what is there. `==`, `+=` and others assign nothing that is known. */
function assign(reading: Reading, equals: number, value: Value): void {
  const { text, builder } = reading;
  const operator = operatorBefore(text, equals);
  const keeps = operator && text[equals - 1] !== "r" ? operator : undefined;
  if (!keeps && /[=!<>+\-*/%&|^~@?]/.test(text[equals - 1] ?? "")) return;
  const end = skipBlanks(text, equals - (keeps ? 2 : text[equals - 1] === ":" ? 1 : 0));
  const target = annotated(reading, end) ?? chainBefore(reading, end);
  if (!target) return;
  const whole = keeps ? builder.note(choice(keeps.how, [target, value])) : value;
  if (target.kind === "reference" && !isArgument(reading, target)) builder.define(target.name, whole, target.span);
  builder.bind(target, whole, target.span);
}

/** `NAME: str = value`. */
function annotated({ text, top }: Reading, end: number): Reference | undefined {
  const type = nameBefore(text, end);
  const colon = type && textTypes.has(type.name) ? skipBlanks(text, type.start) - 1 : -1;
  const word = text[colon] === ":" ? nameBefore(text, skipBlanks(text, colon)) : undefined;
  return word && { kind: "reference", name: word.name, scope: top, span: { start: word.start, end: word.end } };
}

/** A keyword argument is no name of the file. A comma in JavaScript stands between variables. */
function isArgument({ text, builder }: Reading, { span }: Reference): boolean {
  const before = text[skipBlanks(text, span.start) - 1];
  return before === "(" || (before === "," && builder.language !== "javascript");
}

/** `from "x"`, `import "x"`, `require("x")`, `import("x")`. */
function imports({ text, builder }: Reading, { span }: Literal): boolean {
  const at = skipBlanks(text, span.start);
  const word = nameBefore(text, text[at - 1] === "(" ? at - 1 : at)?.name;
  const from = text.slice(span.start + 1, span.end - 1);
  const found = (word === "import" || word === (text[at - 1] === "(" ? "require" : "from")) && from.length <= 200;
  if (found) builder.import(from, span);
  return found;
}

/** `import x`, `from x import y`, first in their line. */
function pythonImports(builder: ModuleBuilder): void {
  for (const found of builder.text.matchAll(/^[ \t]{0,40}(?:from|import)[ \t]{1,10}([\w.]{1,200})/gm)) {
    const end = found.index + found[0].length;
    builder.import(found[1] ?? "", { start: end - (found[1] ?? "").length, end });
  }
}
