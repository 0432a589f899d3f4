import type { Tree } from "@lezer/common";
import { load } from "../../load.ts";
import { inputOf } from "./input.ts";
import { repair } from "./repair.ts";
import { syntaxOf, type Syntax } from "./tree.ts";
import { tokensOf } from "./tokens.ts";

/** The syntax of a file. Its offsets are the text's, but its text may not be what the parser saw: read it from the file. */
export interface Parsed extends Pick<Syntax, "root" | "comments"> {
  /** The first place that is no Python of any version. */
  readonly damage: number | undefined;
}

/**
 * Steps that the parser may take in finding its way back from errors, by the length of a text and in all. One takes up to 35 microseconds
 * (measured), so nonsense costs a second at most and not a minute. To go on into another piece of the text counts as one: in a line as
 * long as the file, each of ten thousand quotes that nothing closes has it look up to the end. Of 24,858 real files the parser stumbles in
 * 1,488, many of Python 2; as written none takes more than half of these, and repaired none more than a third.
 */
const stumbles = { least: 100, perUnit: 1 / 8, most: 15_000 };

/** Open brackets. The parser itself cuts at some 2800, slowly; CPython's own limit is 200. */
const maxBrackets = 1_000;

/**
 * Parses a text; where the parser stumbles it is given the text again, repaired. The better of the two is kept. Undefined when
 * it is no Python at all. May throw what the parser throws.
 */
export function parse(text: string): Parsed | undefined {
  if (tooDeep(text)) return undefined;
  const asWritten = syntaxWithin(text);
  if (asWritten?.errors.length === 0 && !misread(text)) return { ...asWritten, damage: undefined };
  const repaired = repair(text);
  const again = repaired.text === text ? undefined : syntaxWithin(repaired.text);
  if (again && again.errors.length <= (asWritten?.errors.length ?? Infinity)) return { ...again, damage: repaired.damage ?? again.errors[0] };
  return asWritten && { ...asWritten, damage: asWritten.errors[0] };
}

/** In `rf"\\{x}"` the parser sees no hole, and does not say so. */
function misread(text: string): boolean {
  return text.includes("\\{") && /(?:rf|fr)["']/i.test(text);
}

function syntaxWithin(text: string): Syntax | undefined {
  const input = inputOf(text);
  const parsing = load("@lezer/python").parser.startParse(input);
  let left = Math.min(stumbles.most, stumbles.least + text.length * stumbles.perUnit);
  let tree: Tree | null = null;
  for (let passed = 0; (tree = parsing.advance()) === null; passed = input.passed) {
    // The parser's own word for being on its way back from an error; its types do not show it.
    if ("recovering" in parsing && parsing.recovering !== 0 && (left -= 1 + input.passed - passed) < 0) return undefined;
    // It takes 300 statements in a row for a tree 300 deep, and cuts the file there: @lezer/lr 1.4, Stack.reduce counts repeats too.
    if ("bigReductionCount" in parsing) parsing.bigReductionCount = 0;
  }
  return syntaxOf(tree);
}

function tooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x28 || unit === 0x5b || unit === 0x7b) depth++;
    else if ((unit === 0x29 || unit === 0x5d || unit === 0x7d) && depth > 0) depth--;
    // Brackets in strings and comments were counted too: now it is worth cutting the text into tokens.
    if (depth > maxBrackets) return tokensOf(text).some((token) => token.depth > maxBrackets);
  }
  return false;
}
