import type { Span } from "../../types/value.ts";

/** What a reader of commands puts before each, and what says that a command goes on in the next line. */
interface Prompt {
  readonly before: RegExp;
  readonly goesOn: RegExp;
}

const shell: Prompt = { before: /^[ \t]{0,8}(?:\([^()\s]{1,40}\)[ \t]?)?(?:(?:[\w.-]{1,40}@)?[\w.-]{1,60}:?[~/][^\s$#%>]{0,80}[ \t]?|[\w.-]{1,40}@[^\s$#%>]{1,80}[ \t]?)?[$%][ \t]+/, goesOn: /\\\s*$/ };
const root: Prompt = { before: /^[ \t]{0,8}(?:[\w.-]{1,40}@[^\s$#%>]{1,80})?#[ \t]+/, goesOn: /\\\s*$/ };
const angled: Prompt = { before: /^[ \t]{0,8}(?:PS[ \t])?(?:[A-Za-z]:[^>\r\n]{0,100}|[\w.-]{1,40}@[^>\r\n]{0,80})?>[ \t]*/, goesOn: /[\^`\\]\s*$/ };
const python: Prompt = { before: /^[ \t]{0,40}>>>(?:[ \t]|(?=[\r\n]|$))/, goesOn: /(?!)/ };

/** Which prompts a language's blocks can have, in the order in which they are looked for. */
const prompts: { readonly [id: string]: readonly Prompt[] } = {
  shell: [shell],
  fish: [shell, angled],
  powershell: [angled],
  cmd: [angled],
  python: [python],
};

/** Languages of sessions, not of scripts: there a `#` is the prompt of the superuser when no other prompt is. */
const sessions: ReadonlySet<string> = new Set(["console", "shell-session", "shellsession", "sh-session", "terminal"]);

/**
 * What was typed, line by line, without prompts; what a program answered is left out. All lines when there is no prompt. `word` is the
 * language as the document names it.
 */
export function typed(text: string, lines: readonly Span[], id: string, word: string): readonly Span[] {
  const kinds = [...(prompts[id] ?? []), ...(id === "shell" && sessions.has(word.toLowerCase()) ? [root] : [])];
  const prompt = kinds.find(({ before }) => lines.some((line) => before.test(lineText(text, line))));
  if (!prompt) return lines;
  const kept: Span[] = [];
  let next: { readonly continued: boolean; readonly until?: string } = { continued: false };
  for (const line of lines) {
    const written = lineText(text, line);
    const found = prompt.before.exec(written)?.[0].length;
    const width = next.until === undefined ? (found ?? continuation(written, prompt, next.continued)) : 0;
    if (width === undefined) {
      next = { continued: false };
      continue;
    }
    kept.push({ start: line.start + width, end: line.end });
    if (next.until !== undefined) next = written.trim() === next.until ? { continued: false } : next;
    else next = { continued: prompt === python || prompt.goesOn.test(written.slice(-40)), ...hereDocument(written, prompt) };
  }
  return kept;
}

/** How much of a line without a prompt is to be taken away when it belongs to what was typed; undefined when it does not. */
function continuation(written: string, prompt: Prompt, continued: boolean): number | undefined {
  if (prompt === python) return continued ? /^[ \t]{0,40}\.\.\.(?:[ \t]|(?=[\r\n]|$))/.exec(written)?.[0].length : undefined;
  if (continued) return /^[ \t]{0,8}(?:>[ \t])?/.exec(written)?.[0].length ?? 0;
  return prompt !== root && /^[ \t]{0,40}#/.test(written) ? 0 : undefined;
}

/** `cat <<EOF > .env`: the lines up to EOF are typed too. */
function hereDocument(written: string, prompt: Prompt): { readonly until?: string } {
  const word = prompt === shell || prompt === root ? /<<-?[ \t]{0,4}["']?([A-Za-z_]\w{0,40})/.exec(written.slice(0, 2_000))?.[1] : undefined;
  return word === undefined ? {} : { until: word };
}

function lineText(text: string, { start, end }: Span): string {
  return text.slice(start, Math.min(end, start + 4_000));
}
