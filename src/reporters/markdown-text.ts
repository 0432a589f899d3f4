import { printable } from "../text/printable.ts";

/**
 * Text of the scanned repository as a code span of Markdown. GitHub makes nothing of what stands in one: no link, image, HTML,
 * mention, reference or emoji (https://github.github.com/gfm/#code-spans). Controls are written out, so it stays on its line.
 */
export function code(text: string): string {
  const shown = printable(text);
  if (shown === "") return "";
  const longest = (shown.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = "`".repeat(longest + 1);
  // One space at either end belongs to the span, not to its text.
  const pad = /^[ `]|[ `]$/.test(shown) ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A word as prose has it, or a short number. All else could be a link, a mention, a reference (`GH-1`, a commit's hash) or HTML. */
const plain = /^\(?(?:\p{L}+(?:['-]\p{L}+)*|\d{1,6})\)?$/u;

/** A sentence that may name what the scanned repository holds: each word that is not plain stands in code, what is quoted as one. */
export function prose(text: string): string {
  return printable(text).replace(/(?:"[^"]*"|[^ ])+/g, (word) => {
    // The end of a sentence is no part of the word; nor is that of a bracket which begins before it.
    const [end = ""] = (word.includes("(") ? /[.,:;]?$/ : /\)?[.,:;]?$/).exec(word) ?? [];
    const body = word.slice(0, word.length - end.length);
    return `${plain.test(body) ? body : code(body)}${end}`;
  });
}
