import { joined, markup, type Markup } from "./markup.ts";

/** A word as prose has it, or a number. */
const plain = /^\(?(?:\p{L}+(?:['’/-]\p{L}+)*|\d[\d,]{0,8})\)?$/u;

/** A part of a sentence: prose, or what stands in a program. */
interface Piece {
  readonly text: string;
  readonly isCode: boolean;
}

/** A sentence, in which names, paths, commands and expressions stand as code. It is for the eye only: nothing relies on it. */
export function sentence(text: string): Markup {
  return joined(pieces(text).map((piece) => (piece.isCode ? code(piece.text) : markup`${piece.text}`)));
}

/** An option does not break behind its dashes. */
function code(text: string): Markup {
  return text.startsWith("-") ? markup`<code class="option">${text}</code>` : markup`<code>${text}</code>`;
}

/** A command at the end of a phrase, where nothing else tells its words from the sentence's. */
const command = /(?<![\w-])(?:(?:keylint|openssl|--context)(?: [\w=-]{1,40}){1,3}|git [a-z-]{1,40} --[\w=-]{1,40})(?=[.,:;)])/g;

function pieces(text: string): readonly Piece[] {
  const all: Piece[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(command)) {
    addWords(all, text.slice(done, index));
    all.push({ text: found, isCode: true });
    done = index + found.length;
  }
  addWords(all, text.slice(done));
  return all;
}

function addWords(all: Piece[], text: string): void {
  for (const [word] of text.matchAll(/ +|(?:"[^"]*"|[^ ])+/g)) {
    const body = word.length - ending(word);
    add(all, word.slice(0, body));
    if (body < word.length) all.push({ text: word.slice(body), isCode: false });
  }
}

/** How many characters at the end belong to the sentence, not to its last word. */
function ending(word: string): number {
  const isQuoted = word.split('"').length % 2 === 0;
  if (isQuoted) return 0;
  const stop = ".,:;".includes(word.at(-1) ?? "") ? 1 : 0;
  return word.at(-1 - stop) === ")" && !word.includes("(") ? stop + 1 : stop;
}

/** An option makes the word before it a command, and both are one: `python -c "…"`. */
function add(all: Piece[], text: string): void {
  const isCode = /[\p{L}\d]/u.test(text) && !plain.test(text);
  const [before, blank] = all.slice(-2);
  const continues = isCode && blank?.text === " " && before !== undefined && (before.isCode ? /["-]/.test(text[0] ?? "") : text.startsWith("-") && /\p{L}$/u.test(before.text));
  if (continues) all.splice(-2, 2, { text: `${before.text} ${text}`, isCode });
  else all.push({ text, isCode });
}
