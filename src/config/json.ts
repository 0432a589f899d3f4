/** Where and why a text is no JSON. Line and column from 1. */
export interface JsonMistake {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/y;
const BLANKS = /[ \t\r\n]*/y;

type Expected = "value" | "value or ]" | "name" | "name or }" | "colon" | "comma or end";

/**
 * Finds the first place where a text stops being JSON. `JSON.parse` says it differently in every version of Node, often without a
 * position and sometimes with parts of the text. Undefined when the text is JSON.
 */
export function findJsonMistake(text: string): JsonMistake | undefined {
  const open: ("{" | "[")[] = [];
  let expected: Expected = "value";
  let at = 0;
  for (;;) {
    at = skip(BLANKS, text, at) ?? at;
    if (at >= text.length) return expected === "comma or end" && open.length === 0 ? undefined : mistakeAt(text, at, "the text ends too early");
    const step = next(text, at, expected, open);
    if (typeof step === "string") return mistakeAt(text, at, step);
    [at, expected] = step;
  }
}

/** One token: where it ends and what may follow, or what is wrong. Keeps `open`, the brackets around. */
function next(text: string, at: number, expected: Expected, open: ("{" | "[")[]): readonly [number, Expected] | string {
  const character = text[at] ?? "";
  const closing = open.at(-1) === "{" ? "}" : open.at(-1) === "[" ? "]" : undefined;
  if (character === closing && expected !== "value" && expected !== "name" && expected !== "colon") {
    open.pop();
    return [at + 1, "comma or end"];
  }
  if (character === "/") return "JSON has no comments";
  if (character === "'") return 'JSON writes texts in "double quotes"';
  if (expected === "comma or end") return character === "," && closing ? [at + 1, closing === "}" ? "name" : "value"] : afterValue(closing);
  if (expected === "colon") return character === ":" ? [at + 1, "value"] : "a : must stand here";
  if (character === closing) return "there is one comma too many before it";
  const string = character === '"' ? skip(STRING, text, at) : undefined;
  if (character === '"' && string === undefined) return 'a text that is not closed by ", or with a line break or an unknown \\ in it';
  if (expected === "name" || expected === "name or }") return string === undefined ? 'a name in "double quotes" must stand here' : [string, "colon"];
  if (character === "{" || character === "[") {
    open.push(character);
    return [at + 1, character === "{" ? "name or }" : "value or ]"];
  }
  const end = string ?? skip(SCALAR, text, at);
  return end === undefined ? "a value must stand here" : [end, "comma or end"];
}

function afterValue(closing: string | undefined): string {
  return closing === undefined ? "nothing may follow here" : `a comma or ${closing} must stand here`;
}

/** Where a sticky expression ends that matches at `at`. */
function skip(expression: RegExp, text: string, at: number): number | undefined {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : undefined;
}

function mistakeAt(text: string, at: number, message: string): JsonMistake {
  const before = text.slice(0, at);
  return { line: before.split("\n").length, column: at - before.lastIndexOf("\n"), message };
}
