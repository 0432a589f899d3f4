import { globs } from "../text/globs.ts";
import { upperSnake } from "../text/names.ts";

/** What the name in a program must be that a word is a part of. */
export interface Name {
  /** Over UPPER_SNAKE, as slots' patterns are: one of them. */
  readonly patterns: readonly string[];
  readonly form: Form;
}

/**
 * How a name stands there, if it counts: a setting's is given a value or is a text; a variable's stands in capitals, or behind a dot or a quote; a class
 * describes one by a field, `secret_key: str`.
 */
export type Form = "any" | "given" | "capitals" | "held" | "field";

/** Longer names are nobody's. */
const longest = 200;

/** What a name can be made of: in code, in a text without blanks, in a text. NUL stands between the letters of UTF-16. */
const kinds = [/[\w$\0\x80-\xff]/, /[^\s"'`,;(){}[\]=<>]/, /[^"'`\n]/].map((kind) => Uint8Array.from({ length: 256 }, (_, byte) => (kind.test(String.fromCharCode(byte)) ? 1 : 0)));

/** Whether the name around a word meets a pattern: as a word of code, or as a text that may have dots, dashes and blanks in it. */
export function isName(bytes: Buffer, first: number, last: number, { patterns, form }: Name): boolean {
  const meets = globs(patterns);
  let [start, end] = [first, last + 1];
  for (const kind of kinds) {
    const before = end - start;
    while (start > 0 && first - start < longest && kind[bytes[start - 1] ?? 0] === 1) start--;
    while (end < bytes.length && end - last < longest && kind[bytes[end] ?? 0] === 1) end++;
    if (end - start === before && kind !== kinds[0]) continue;
    const name = bytes.toString("latin1", start, end).replaceAll("\0", "");
    if (meets(upperSnake(name)) && forms[form](name, { bytes, start, end })) return true;
  }
  return false;
}

interface Stretch {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

const isHeld = ({ bytes, start }: Stretch): boolean => /[."'`]\0?$/.test(bytes.toString("latin1", Math.max(0, start - 2), start));
const after = ({ bytes, end }: Stretch): string => bytes.toString("latin1", end, end + 60);

const forms: Readonly<{ [form in Form]: (name: string, stretch: Stretch) => boolean }> = {
  any: () => true,
  // `name = `, `name: `, `name?: `, `name ||= `; `"name": `, `["name"] = `, `get("name", …)`.
  given: (name, stretch) => name === name.toUpperCase() || /^["'`\0]/.test(after(stretch)) || /^[?!\0]{0,2}[\s\0]{0,40}(?:\|\||\?\?|&&)?(?::|=(?![=>]))/.test(after(stretch)),
  capitals: (name) => name === name.toUpperCase(),
  held: (name, stretch) => name !== name.toUpperCase() && isHeld(stretch),
  field: (name, stretch) => name.includes("_") && /^\0?\s{0,8}[:=]/.test(after(stretch)),
};
