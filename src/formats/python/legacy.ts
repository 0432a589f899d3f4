import { named, type Edit } from "./edits.ts";
import type { Frame } from "./frame.ts";
import type { Token } from "./tokens.ts";

/** What the grammar does not know of Python 2, and what is younger than it: statements become expressions that hold the same parts. */
export function legacyEdits(frame: Frame, token: Token, index: number): readonly Edit[] {
  switch (token.kind) {
    case "string":
      return prefixEdits(frame, token);
    case "sign":
      return token.text === "`" ? backquotes(frame, token, index) : token.text === "(" ? nestedParameter(frame, index) : [];
    case "name":
      return wordEdits(frame, token, index);
    default:
      return [];
  }
}

/** Python 2's `ur""`, Python 3.14's `t""`, a backslash before a brace in `rf""`. What counts is read from the text itself. */
function prefixEdits({ text }: Frame, token: Token): readonly Edit[] {
  const prefix = /^[A-Za-z]{0,2}/.exec(text.slice(token.start, token.start + 2))?.[0].toLowerCase() ?? "";
  const known = prefix === "ur" ? "br" : prefix.replace("t", "f");
  const written = text.slice(token.start + prefix.length, token.end);
  if (known.length === 2 && known.includes("f") && written.includes("\\")) {
    const plain = written.replace(/\\[^]/g, (pair) => (/["'\r\n]/.test(pair[1] ?? "") ? pair : `/${pair[1] === "\\" ? "/" : (pair[1] ?? "")}`));
    return [{ start: token.start, end: token.end, text: known + plain }];
  }
  return known === prefix ? [] : [{ start: token.start, end: token.start + prefix.length, text: known }];
}

function wordEdits(frame: Frame, token: Token, index: number): readonly Edit[] {
  const next = frame.tokens[index + 1];
  if (token.text === "print" && frame.starts(index) && next?.kind === "sign" && ["<<", "=", ","].includes(next.text)) return [named(token)];
  if (token.text === "print" && frame.starts(index) && printed(frame, index)) {
    const arrows = next?.text === ">>" ? [{ start: next.start, end: next.end, text: "  " }] : [];
    return [{ start: token.start, end: token.end, text: "None," }, ...arrows];
  }
  if (token.text === "exec" && frame.starts(index) && (next?.kind === "string" || next?.kind === "name")) {
    return [{ start: token.start, end: token.end, text: "0,0," }];
  }
  // A plain name before Python 3.7.
  if (token.text === "async" && !(next?.kind === "name" && ["def", "with", "for"].includes(next.text))) return [named(token)];
  return [];
}

const between = new Set(["in", "is", "and", "or", "if", "else", "for"]);

/** `print "a", b`, `print >>f, a`: not `print(a)`, `print = 1`, `print.x`. */
function printed({ tokens }: Frame, index: number): boolean {
  const next = tokens[index + 1];
  if (next === undefined) return false;
  if (next.kind === "sign") return [">>", "`", "-", "[", "{", "~"].includes(next.text);
  return next.kind === "string" || next.kind === "number" || (next.kind === "name" && !between.has(next.text));
}

/** `` `x` ``: brackets, which the reader of expressions knows again by the text. */
function backquotes({ tokens }: Frame, token: Token, index: number): readonly Edit[] {
  let count = 0;
  for (let at = index - 1; at >= 0 && tokens[at]?.kind !== "newline" && index - at < 200; at--) if (tokens[at]?.text === "`") count++;
  return [{ start: token.start, end: token.end, text: count % 2 === 0 ? "(" : ")" }];
}

/** `def f(a, (b, c))`, `lambda (a, b): c`: one name in the place of the nested ones. */
function nestedParameter({ tokens, partner, owner }: Frame, index: number): readonly Edit[] {
  const before = tokens[index - 1]?.text;
  const around = owner(index);
  const list = around !== undefined && tokens[around]?.text === "(" && tokens[around - 2]?.text === "def";
  const inDefinition = list && (before === "(" || before === ",");
  const inLambda = before === "lambda" && tokens[(partner(index) ?? index) + 1]?.kind === "sign" && [":", ","].includes(tokens[(partner(index) ?? index) + 1]?.text ?? "");
  const close = inDefinition || inLambda ? tokens[partner(index) ?? -1] : undefined;
  const start = tokens[index]?.start;
  return close && start !== undefined ? [named({ start, end: close.end })] : [];
}
