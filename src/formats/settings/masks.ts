/** Stands for a unit of a template's token: no file has it, and every reader of settings takes it for a letter. */
export const mask = "\uE000";

const tokens: readonly (readonly [open: string, close: string])[] = [["{{", "}}"], ["{%", "%}"], ["{#", "#}"], ["<%", "%>"]];

/**
 * A text in which no token of Helm, Jinja or ERB stands. A line of tokens alone becomes blank, for it is none of the settings; elsewhere a
 * token becomes one word. Undefined when there is none.
 */
export function masked(text: string): string | undefined {
  let out = "";
  let done = 0;
  /** What closes no token from here on; a file can open many. */
  const missing = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    const unit = text[at];
    if (unit !== "{" && unit !== "<") continue;
    const [open, close] = tokens.find(([start]) => text.startsWith(start, at)) ?? [];
    // `${{ secrets.X }}` is GitHub's own, and harmless to YAML.
    if (open === undefined || close === undefined || text[at - 1] === "$" || missing.has(close)) continue;
    const end = text.indexOf(close, at + open.length);
    if (end < 0) {
      missing.add(close);
      continue;
    }
    out += text.slice(done, at) + text.slice(at, end + close.length).replace(/[^\r\n]/g, mask);
    done = end + close.length;
    at = done - 1;
  }
  return done === 0 ? undefined : blankLines(out + text.slice(done));
}

/** Tokens over several lines, and lines that hold tokens only, say nothing where they stand. */
function blankLines(text: string): string {
  return text.replace(/^[ \t]*\uE000[\uE000 \t]*$/gm, (line) => " ".repeat(line.length));
}
