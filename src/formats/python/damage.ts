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
  const edits = bracketEdits(tokensOf(quotes.text));
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
function bracketEdits(tokens: readonly Token[]): readonly Edit[] {
  if (balanced(tokens)) return [];
  const edits: Edit[] = [];
  const open: Open[] = [];
  let column = 0;
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (before && isLineEnd(before) && !isLineEnd(token)) {
      const here = token.start - before.end;
      if (open.length > 0 && startsStatement(tokens, index, here <= column)) giveUp(edits, open, tokens, index - 1);
      if (open.length === 0) column = here;
    }
    if (token.kind !== "sign") continue;
    if (token.text in closers) open.push({ index, token });
    else if (isCloser(token.text)) close(edits, open, token);
  }
  giveUp(edits, open, tokens, tokens.length - 1);
  return edits;
}

interface Open {
  readonly index: number;
  readonly token: Token;
}

/** A closing bracket closes the nearest of its kind; those inside it have no partner. Without one it has none itself. */
function close(edits: Edit[], open: Open[], closer: Token): void {
  // Only a few are looked at: in a hostile file thousands are open at each of thousands of closers.
  const near = open.slice(-32);
  const inner = near.length - 1 - near.findLastIndex(({ token }) => closers[token.text] === closer.text);
  if (inner === near.length) edits.push(blanked(closer));
  else {
    for (const { token } of open.splice(open.length - inner)) edits.push(blanked(token));
    open.pop();
  }
}

/** None of the open brackets has a partner. */
function giveUp(edits: Edit[], open: Open[], tokens: readonly Token[], to: number): void {
  const from = open[0]?.index;
  for (const { token } of open.splice(0)) edits.push(blanked(token));
  if (from === undefined) return;
  for (const token of tokens.slice(from, to)) if (isLineEnd(token)) edits.push(blanked(token));
}

function isCloser(text: string): boolean {
  return text === ")" || text === "]" || text === "}";
}

function balanced(tokens: readonly Token[]): boolean {
  const open: string[] = [];
  for (const { kind, text } of tokens) {
    if (kind !== "sign") continue;
    const closer = closers[text];
    if (closer !== undefined) open.push(closer);
    else if (isCloser(text) && open.pop() !== text) return false;
  }
  return open.length === 0;
}

function isLineEnd(token: Token | undefined): boolean {
  return token?.kind === "newline" || token?.kind === "break";
}

const statementWords = new Set(["def", "class", "import", "from", "return", "raise", "try", "except", "with", "while", "pass", "del", "global", "assert", "elif", "finally"]);
const goingOn = new Set(["for", "if", "else", "in", "is", "and", "or", "not", "lambda", "async", "await"]);

/** Whether a line inside an open bracket is a new statement: no further in than the one that the bracket is in, and it reads so. */
function startsStatement(tokens: readonly Token[], index: number, atLeft: boolean): boolean {
  const token = tokens[index];
  if (token === undefined || !atLeft) return false;
  if (token.kind === "sign") return token.text === "@";
  if (token.kind !== "name" || goingOn.has(token.text)) return false;
  if (statementWords.has(token.text)) return true;
  let before = index - 1;
  while (isLineEnd(tokens[before])) before--;
  const afterGap = index - before > 2;
  if (tokens[before]?.kind !== "sign" || isCloser(tokens[before]?.text ?? "")) return true;
  return afterGap || tokens[index + 1]?.text === ".";
}
