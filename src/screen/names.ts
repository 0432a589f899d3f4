import { globs } from "../text/globs.ts";
import { upperSnake } from "../text/names.ts";

/** What the name in a program must be that a word is a part of. */
export interface Name {
  /** Over UPPER_SNAKE, as slots' patterns are: one of them. */
  readonly patterns: readonly string[];
  readonly form: Form;
}

/**
 * How a name stands there, if it counts: a setting's is given a value or is a text; a variable's stands in capitals, or behind a dot or a quote, or, in
 * Python, where something is asked for it by that text; a class describes one by a field, `secret_key: str`.
 */
export type Form = "any" | "given" | "set" | "capitals" | "held" | "asked" | "field";

/** Longer names are nobody's. */
const longest = 200;

/** What a name can be made of: in code, in a text without blanks, in a text. NUL stands between the letters of UTF-16. */
const kinds = [/[\w$\0\x80-\xff]/, /[^\s"'`,;(){}[\]=<>]/, /[^"'`\n]/].map((kind) => Uint8Array.from({ length: 256 }, (_, byte) => (kind.test(String.fromCharCode(byte)) ? 1 : 0)));

/** Whether the name around a word meets a pattern: as a word of code, or as a text that may have dots, dashes and blanks in it. */
export function isName(bytes: Buffer, first: number, last: number, { patterns, form }: Name): boolean {
  const meets = meeting(patterns);
  let [start, end] = [first, last + 1];
  for (const kind of kinds) {
    const before = end - start;
    while (start > 0 && first - start < longest && kind[bytes[start - 1] ?? 0] === 1) start--;
    while (end < bytes.length && end - last < longest && kind[bytes[end] ?? 0] === 1) end++;
    if (end - start === before && kind !== kinds[0]) continue;
    const name = bytes.toString("latin1", start, end).replaceAll("\0", "");
    if (meets(name) && forms[form](name, { bytes, start, end })) return true;
  }
  return false;
}

/** Names that are remembered at most for one set of patterns: a file has few, and has them often. */
const mostNames = 2_000;

const asked = new WeakMap<readonly string[], (name: string) => boolean>();

/** Whether a name as it is written meets one of the patterns. */
function meeting(patterns: readonly string[]): (name: string) => boolean {
  const before = asked.get(patterns);
  if (before) return before;
  const meets = globs(patterns);
  const known = new Map<string, boolean>();
  const test = (name: string): boolean => {
    const found = known.get(name) ?? meets(upperSnake(name));
    if (known.size >= mostNames) known.clear();
    known.set(name, found);
    return found;
  };
  asked.set(patterns, test);
  return test;
}

interface Stretch {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

const isHeld = ({ bytes, start }: Stretch): boolean => /[."'`]\0?$/.test(bytes.toString("latin1", Math.max(0, start - 2), start));
/** A function or a keyword is given the text, or a mapping, or a method of something that sounds like variables: `setting("`, `envvar="`, `environ["`, `config.get("`. */
function isAsked({ bytes, start }: Stretch): boolean {
  const [quote, head] = [bytes.toString("latin1", start - 1, start), bytes.toString("latin1", Math.max(0, start - 120), start - 1).trimEnd()];
  if (quote === "\0") return true;
  if (!/["'`]/.test(quote) || !/[=([]$/.test(head)) return false;
  const name = head.slice(0, -1).trimEnd().split(/[^\w.]/).at(-1) ?? "";
  return name !== "" && (head.endsWith("=") || (head.endsWith("(") && !name.includes(".")) || /env|conf|setting|secret|var/i.test(name.split(".").slice(-2).join(".")));
}
const after = ({ bytes, end }: Stretch): string => bytes.toString("latin1", end, end + 160);

/** Python gives a name a value: `name = `, `name: str = `, `["name"] = `; in a mapping `"name": `. */
const assigned = /^(?:["'`]\])?[ \t]{0,8}(?::[^\n=]{0,80})?=(?!=)/;
const entry = /^["'`]\s{0,40}:(?!\s{0,40}\{)/;
/** Which is no key: a number, nothing, a call that describes one. */
const nothing = /^\s{0,40}(?:dict\(|(?:\d[\w.]{0,20}|None|True|False)[ \t]{0,8}(?:[,)}\]#\r\n]|$))/;
/** `get("name", …)`; `name: str` alone on its line, `name: Annotated[…`. */
const spoken = /^["'`]\s{0,40}[,)]|^[ \t]{0,8}:[ \t]{0,8}(?:[\w.]{0,40}Annotated\[|["']?[\w.]{1,60}["']?(?:\[[^\n]{0,60}\])?(?: \| [\w.]{1,40}){0,4}[ \t]{0,8}(?:[\r\n#]|$))/;

function isGiven(text: string): boolean {
  const [head] = assigned.exec(text) ?? entry.exec(text) ?? [];
  // In UTF-16 all is.
  return text.includes("\0") || (head !== undefined && !nothing.test(text.slice(head.length))) || spoken.test(text);
}

const forms: Readonly<{ [form in Form]: (name: string, stretch: Stretch) => boolean }> = {
  any: () => true,
  // `name = `, `name: `, `name?: `, `name ||= `; `"name": `, `["name"] = `, `get("name", …)`.
  given: (name, stretch) => name === name.toUpperCase() || /^["'`\0]/.test(after(stretch)) || /^[?!\0]{0,2}[\s\0]{0,40}(?:\|\||\?\?|&&)?(?::|=(?![=>]))/.test(after(stretch)),
  set: (name, stretch) => name === name.toUpperCase() || isGiven(after(stretch)),
  capitals: (name) => name === name.toUpperCase(),
  held: (name, stretch) => name !== name.toUpperCase() && isHeld(stretch),
  asked: (name, stretch) => name !== name.toUpperCase() && isAsked(stretch),
  field: (name, stretch) => name.includes("_") && /^\0?\s{0,8}[:=]/.test(after(stretch)) && isGiven(after(stretch)),
};
