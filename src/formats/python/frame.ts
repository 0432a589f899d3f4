import type { Token } from "./tokens.ts";

/** Tokens, and how they stand to each other. Tokens are named by their index. */
export interface Frame {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The bracket that closes the one at an index. */
  readonly partner: (index: number) => number | undefined;
  /** The bracket that a token is in. */
  readonly owner: (index: number) => number | undefined;
  /** Whether a statement starts here: at the start of a line, after `;`, after the `:` of a compound statement. */
  readonly starts: (index: number) => boolean;
  /** Whether a bracket asks for an item, rather than making a list. */
  readonly isSubscript: (index: number) => boolean;
}

export function frameOf(text: string, tokens: readonly Token[]): Frame {
  const partners = new Map<number, number>();
  const owners: (number | undefined)[] = [];
  const open: number[] = [];
  for (const [index, token] of tokens.entries()) {
    const closes = token.kind === "sign" && ")]}".includes(token.text);
    const opener = closes ? open.pop() : undefined;
    if (opener !== undefined) partners.set(opener, index);
    owners.push(open.at(-1));
    if (token.kind === "sign" && "([{".includes(token.text)) open.push(index);
  }
  return {
    text,
    tokens,
    partner: (index) => partners.get(index),
    owner: (index) => owners[index],
    starts: (index) => {
      const before = tokens[index - 1];
      return before === undefined || before.kind === "newline" || (owners[index] === undefined && (before.text === ";" || before.text === ":"));
    },
    isSubscript: (index) => {
      const before = tokens[index - 1];
      return before !== undefined && (before.kind === "name" ? !notIndexed.has(before.text) : before.kind === "string" || before.text === ")" || before.text === "]");
    },
  };
}

/** Words before a bracket that opens a list. */
const notIndexed = new Set(["in", "is", "and", "or", "not", "return", "yield", "if", "else", "elif", "while", "print", "lambda", "assert", "del", "from", "await", "for"]);
