import { blanked, edited, type Edit } from "./edits.ts";
import { tokensOf, type Token } from "./tokens.ts";

/** A text in which what is broken is kept to where it is broken. */
export interface Contained {
  readonly text: string;
  /** The first broken place. */
  readonly damage: number | undefined;
}

/** Keeps a quote or a bracket that is never closed from taking the rest of the file with it. */
export function contain(text: string): Contained {
  const quotes = closeQuotes(text);
  const edits = bracketEdits(quotes.text, tokensOf(quotes.text));
  const places = [quotes.damage, ...edits.map(({ start }) => start)].filter((place) => place !== undefined);
  return { text: edited(quotes.text, edits), damage: places.length > 0 ? places.reduce((a, b) => Math.min(a, b)) : undefined };
}

/** Code that has come to stand in a string. */
const code = /[\r\n](?:def|class|import|from|@)[ \t\w]/;

/** A long string that is never closed ends with its first line. The first that holds code is taken for it: its end opens the next. */
function closeQuotes(text: string): Contained {
  let damage: number | undefined;
  let seen = text;
  for (let round = 0; round < 4; round++) {
    const long = tokensOf(seen).filter((token) => token.kind === "string" && (seen.slice(token.start, token.end).search(/[\r\n]/) >= 0 || token.open));
    const open = long.find((token) => token.open && isLong(seen, token));
    if (!open) break;
    const broken = long.find((token) => isLong(seen, token) && code.test(seen.slice(token.start, token.end))) ?? open;
    damage = Math.min(damage ?? broken.start, broken.start);
    const quotes = /["']{3}/.exec(seen.slice(broken.start, broken.start + 5));
    const end = broken.start + (quotes?.index ?? 0) + 3;
    seen = edited(seen, [{ start: broken.start, end, text: `${" ".repeat(end - broken.start - 1)}${seen[end - 1] ?? " "}` }]);
  }
  return { text: seen, damage };
}

function isLong(text: string, token: Token): boolean {
  return /^[A-Za-z]{0,2}(?:"""|''')/.test(text.slice(token.start, token.start + 5));
}

const closers: Readonly<{ [opener: string]: string }> = { "(": ")", "[": "]", "{": "}" };

/** Brackets without a partner become blanks, and what they held one line. */
function bracketEdits(text: string, tokens: readonly Token[]): readonly Edit[] {
  if (balanced(tokens)) return [];
  const edits: Edit[] = [];
  let open: number[] = [];
  let column = 0;
  const giveUp = (kept: number, to: number): void => {
    for (const index of open.slice(kept)) if (tokens[index]) edits.push(blanked(tokens[index]));
    const from = open[kept];
    if (kept === 0 && from !== undefined) {
      for (const token of tokens.slice(from, to)) if (isLineEnd(token)) edits.push(blanked(token));
    }
    open = open.slice(0, kept);
  };
  for (const [index, token] of tokens.entries()) {
    if (isLineEnd(tokens[index - 1]) && !isLineEnd(token)) {
      if (open.length > 0 && startsStatement(text, tokens, index, column)) giveUp(0, index - 1);
      if (open.length === 0) column = columnOf(text, token);
    }
    if (token.kind !== "sign") continue;
    if (token.text in closers) open.push(index);
    else if (Object.values(closers).includes(token.text)) {
      const partner = open.findLastIndex((one) => closers[tokens[one]?.text ?? ""] === token.text);
      if (partner < 0) edits.push(blanked(token));
      else {
        if (partner < open.length - 1) for (const one of open.slice(partner + 1)) if (tokens[one]) edits.push(blanked(tokens[one]));
        open = open.slice(0, partner);
      }
    }
  }
  giveUp(0, tokens.length - 1);
  return edits;
}

function balanced(tokens: readonly Token[]): boolean {
  const open: string[] = [];
  for (const { kind, text } of tokens) {
    if (kind !== "sign") continue;
    const closer = closers[text];
    if (closer !== undefined) open.push(closer);
    else if (Object.values(closers).includes(text) && open.pop() !== text) return false;
  }
  return open.length === 0;
}

function isLineEnd(token: Token | undefined): boolean {
  return token?.kind === "newline" || token?.kind === "break";
}

function columnOf(text: string, token: Token): number {
  return token.start - (Math.max(text.lastIndexOf("\n", token.start - 1), text.lastIndexOf("\r", token.start - 1)) + 1);
}

const statementWords = new Set(["def", "class", "import", "from", "return", "raise", "try", "except", "with", "while", "pass", "del", "global", "assert", "elif", "finally"]);
const goingOn = new Set(["for", "if", "else", "in", "is", "and", "or", "not", "lambda", "async", "await"]);

/** Whether a line inside an open bracket is a new statement: no further in than the one that the bracket is in, and it reads so. */
function startsStatement(text: string, tokens: readonly Token[], index: number, column: number): boolean {
  const token = tokens[index];
  if (token === undefined || columnOf(text, token) > column) return false;
  if (token.kind === "sign") return token.text === "@";
  if (token.kind !== "name" || goingOn.has(token.text)) return false;
  if (statementWords.has(token.text)) return true;
  let before = index - 1;
  while (isLineEnd(tokens[before])) before--;
  const afterGap = index - before > 2;
  if (tokens[before]?.kind !== "sign" || ")]}".includes(tokens[before]?.text ?? "")) return true;
  return afterGap || tokens[index + 1]?.text === ".";
}
