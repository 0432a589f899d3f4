import { blanked, named, type Edit } from "./edits.ts";
import { frameOf, type Frame } from "./frame.ts";
import type { Token } from "./tokens.ts";
import { legacyEdits } from "./legacy.ts";

/** Nothing longer is looked through for one construct: a hostile line is as long as the file. */
const maxTokens = 200;

/**
 * What the grammar of `@lezer/python` 1.1 does not know of Python 3, written so that it does. The edits stand in for the text only
 * while it is parsed: values are read from the text itself.
 */
export function dialectEdits(text: string, tokens: readonly Token[]): readonly Edit[] {
  const frame = frameOf(text, tokens);
  return tokens.flatMap((token, index) => [
    ...gapEdits(frame, token, tokens[index - 1]),
    ...nameEdits(frame, token, index),
    ...signEdits(frame, token, index),
    ...legacyEdits(frame, token, index),
  ]);
}

/** A line that goes on on the next: the grammar stumbles where that one is blank, or ends in CR LF. */
function gapEdits({ text }: Frame, token: Token, before: Token | undefined): readonly Edit[] {
  const gap = { start: before?.end ?? 0, end: token.start };
  if (gap.end - gap.start < 2) return [];
  const between = text.slice(gap.start, gap.end);
  return between.includes("\\") && !between.includes("#") ? [blanked(gap)] : [];
}

function nameEdits(frame: Frame, token: Token, index: number): readonly Edit[] {
  if (token.kind === "number") return numberEdits(frame, token);
  if (token.kind !== "name") return [];
  switch (token.text) {
    case "yield":
      return bareYield(frame, token, index);
    case "as":
      return target(frame, index + 1);
    case "with":
      return bracketedWith(frame, index);
    case "except":
      return legacyHandler(frame, index);
    case "for":
      return [...loopStars(frame, index), ...looseIterables(frame, index)];
    case "lambda":
      return lambdaSigns(frame, index);
    case "case":
      return emptyPatterns(frame, index);
    default:
      return [];
  }
}

/** `1.` and `1.e5`; Python 2's `10L`. */
function numberEdits({ text }: Frame, token: Token): readonly Edit[] {
  const odd = /\.(?:[eEjJ]|$)|[lL]$/.test(text.slice(token.start, token.end));
  return odd ? [{ start: token.start, end: token.end, text: "0".repeat(token.end - token.start) }] : [];
}

/** `x = yield`: an expression in its place that says as little. */
function bareYield({ tokens }: Frame, token: Token, index: number): readonly Edit[] {
  const next = tokens.slice(index + 1, index + 40).find(({ kind }) => kind !== "break");
  const bare = next === undefined || next.kind === "newline" || (next.kind === "sign" && [")", "]", "}", ";", ","].includes(next.text));
  return bare ? [{ start: token.start, end: token.end, text: "(1-1)" }] : [];
}

/** `as (a, b)`, `as a.b`, `as a[0]`: the grammar wants one name. */
function target({ tokens, partner }: Frame, from: number): readonly Edit[] {
  const first = tokens[from];
  if (first === undefined) return [];
  let last = first.kind === "sign" && (first.text === "(" || first.text === "[") ? partner(from) : first.kind === "name" ? from : undefined;
  for (let next = tokens[(last ?? 0) + 1]; last !== undefined && next?.kind === "sign"; next = tokens[(last ?? 0) + 1]) {
    if (next.text === ".") last += 2;
    else if (next.text === "[" || next.text === "(") last = partner(last + 1);
    else break;
  }
  const end = last === undefined ? undefined : tokens[last]?.end;
  return last === undefined || end === undefined || (last === from && first.kind === "name") ? [] : [named({ start: first.start, end })];
}

/** `with (open(a) as f, open(b) as g):`: the brackets and the line ends in them go. */
function bracketedWith(frame: Frame, index: number): readonly Edit[] {
  const { tokens, partner, owner } = frame;
  const close = tokens[index + 1]?.text === "(" ? partner(index + 1) : undefined;
  if (close === undefined || tokens[close + 1]?.text !== ":" || close - index > maxTokens) return [];
  const held = tokens.slice(index + 2, close);
  if (!held.some(({ text }, at) => text === "as" && owner(index + 2 + at) === index + 1)) return [];
  const edits: Edit[] = [];
  let from = tokens[index + 1]?.start ?? 0;
  const kept = held.filter(({ kind }) => kind !== "break");
  if (kept.at(-1)?.text === ",") kept.pop();
  for (const token of kept) {
    edits.push(blanked({ start: from, end: token.start }));
    from = token.end;
  }
  return [...edits, blanked({ start: from, end: tokens[close]?.end ?? from })];
}

/** `for a, *b in c` inside brackets, and `for x in *a, b`. */
function loopStars({ tokens, owner }: Frame, index: number): readonly Edit[] {
  const edits: Edit[] = [];
  for (let at = index + 1; at < Math.min(tokens.length, index + maxTokens); at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === "newline" || token.text === ":") break;
    if (owner(at) !== owner(index)) continue;
    const before = tokens[at - 1]?.text ?? "";
    if (token.text === "*" && ["for", "in", ","].includes(before)) edits.push(blanked(token));
    if (token.text === "for") break;
  }
  return edits;
}

/** Python 2's `[x for x in a, b]`. */
function looseIterables({ tokens, owner }: Frame, index: number): readonly Edit[] {
  const around = owner(index);
  if (around === undefined || tokens[around]?.text !== "[") return [];
  let seen = false;
  const edits: Edit[] = [];
  for (let at = index + 1; at < Math.min(tokens.length, index + maxTokens); at++) {
    const token = tokens[at];
    if (token === undefined || owner(at) !== around) continue;
    if (seen && (token.text === "for" || token.text === "if" || token.text === "]")) break;
    seen ||= token.text === "in";
    if (seen && token.text === ",") edits.push({ start: token.start, end: token.end, text: "+" });
  }
  return edits;
}

/** Python 2's `except E, (a, b):`. */
function legacyHandler(frame: Frame, index: number): readonly Edit[] {
  const { tokens, owner } = frame;
  for (let at = index + 1; at < Math.min(tokens.length, index + maxTokens); at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === "newline" || token.text === ":") break;
    if (token.text === "," && owner(at) === owner(index)) return target(frame, at + 1);
  }
  return [];
}

/** `lambda a, /, b: c`, `lambda a,: c`. */
function lambdaSigns({ tokens }: Frame, index: number): readonly Edit[] {
  const edits: Edit[] = [];
  for (let at = index + 1; at < Math.min(tokens.length, index + maxTokens); at++) {
    const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    if (token === undefined || token.text === ":") break;
    if (token.text === "/" && before?.text === "," && (after?.text === "," || after?.text === ":")) edits.push(blanked(before), blanked(token));
    if (token.text === "," && after?.text === ":") edits.push(blanked(token));
  }
  return edits;
}

const closing: Readonly<{ [opener: string]: string }> = { "(": ")", "[": "]", "{": "}" };

/** `case str():`, `case []:`. */
function emptyPatterns({ tokens, starts }: Frame, index: number): readonly Edit[] {
  if (!starts(index)) return [];
  const edits: Edit[] = [];
  for (let at = index + 1; at < Math.min(tokens.length, index + maxTokens); at++) {
    const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    if (token === undefined || token.kind === "newline") return [];
    if (token.text === ":" && token.depth === tokens[index]?.depth) return edits;
    if (next === undefined || next.text === "" || closing[token.text] !== next.text) continue;
    const pair = { start: token.start, end: next.end };
    edits.push(before?.kind === "name" && at > index + 1 ? blanked(pair) : named(pair));
  }
  return [];
}

function signEdits(frame: Frame, token: Token, index: number): readonly Edit[] {
  const { tokens, owner, starts } = frame;
  if (token.kind !== "sign") return [];
  if (token.text === "@" && starts(index) && !isPlainDecorator(frame, index)) return [{ start: token.start, end: token.end, text: "+" }];
  if (token.text !== "*") return [];
  const around = tokens[owner(index) ?? -1];
  const before = tokens[index - 1];
  const first = before?.text === "[" || before?.text === ",";
  const subscript = around?.text === "[" && frame.isSubscript(owner(index) ?? -1);
  return (subscript && first) || (before?.text === ":" && tokens[index - 2]?.kind === "name") ? [blanked(token)] : [];
}

/** `@a.b(c)`: the only form that the grammar knows. */
function isPlainDecorator({ tokens, partner }: Frame, index: number): boolean {
  let at = index + 1;
  while (tokens[at]?.kind === "name" && tokens[at + 1]?.text === ".") at += 2;
  if (tokens[at]?.kind !== "name") return false;
  at++;
  if (tokens[at]?.text === "(") at = (partner(at) ?? at) + 1;
  return tokens[at] === undefined || tokens[at]?.kind === "newline";
}
