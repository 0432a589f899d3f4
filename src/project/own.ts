import type { Tree } from "../types/source.ts";

/**
 * Whether a file of a program surely gives, under a name, something that no library made: a function, a class without a base, a type, a
 * literal; by its text alone. Answers are kept.
 */
export function ownIn(tree: Tree): (path: string, name: string) => boolean {
  const known = new Map<string, boolean>();
  return (path, name) => {
    const key = `${path}\0${name}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const definition = /\.pyw?$/.test(path) ? python : /\.[mc]?[jt]sx?$/.test(path) ? javascript : undefined;
    const bytes = definition && /^[\w$]{1,100}$/.test(name) ? tree.read(path) : undefined;
    const answer = definition !== undefined && Buffer.isBuffer(bytes) && isOwn(bytes, name, definition);
    known.set(key, answer);
    return answer;
  };
}

/** What stands before and after a name where it is defined, at the top of a file, where no blank stands before it. */
interface Definition {
  readonly before: RegExp;
  readonly after: RegExp;
}

/** `def name(`, `class Name:`, `NAME = "…"`. */
const python: readonly Definition[] = [
  { before: /^(?:async )?def $/, after: /^/ },
  { before: /^class $/, after: /^[ \t]{0,4}(?::|\([ \t]{0,4}(?:object)?[ \t]{0,4}\))/ },
  { before: /^$/, after: /^[ \t]{0,8}(?::[^\n=]{1,60})?=[ \t]{0,8}(?:[{[]|lambda\b|(?:[bru]{0,2}(?:"[^"\n]{0,80}"|'[^'\n]{0,80}')|\d[\w.]{0,20}|None|True|False)[ \t]{0,8}(?:[#\r\n]|$))/ },
];
/** `export async function name(`, `class Name {`, `export type Name`, `const NAME = "…"`, `const name = async (`. */
const javascript: readonly Definition[] = [
  { before: /^(?:export )?(?:default )?(?:async )?function\*? ?$/, after: /^/ },
  { before: /^(?:export )?(?:default )?(?:abstract )?class $/, after: /^(?:<[^{}()]{0,60}>)?[ \t]{0,4}(?:implements\b[^{}()]{0,60})?\{/ },
  { before: /^(?:export )?(?:declare )?(?:interface|type|(?:const )?enum) $/, after: /^/ },
  { before: /^(?:export )?(?:const|let|var) $/, after: /^[ \t]{0,8}(?::[^\n=]{1,60})?=[ \t]{0,8}(?:[{[]|async\b|function\b|\([^()\n]{0,80}\)(?::[^\n=]{1,60})?[ \t]{0,4}=>|(?:"[^"\n]{0,80}"|'[^'\n]{0,80}'|\d[\w.]{0,20}|null|true|false)[ \t]{0,8}(?:as const)?[;\r\n])/ },
];

/** What stands before a name on its line where it is, or may be, something else: an import, a class, a variable, another name's new one. */
const other = /^\s{0,80}(?:from|import|global)\b|^\s{0,80}(?:export )?(?:default )?(?:declare )?(?:abstract )?class\s$|\bas\s$/;
/** Or before what it is given: `const { name } = `, `for (const name of`. */
const declaring = /\b(?:const|let|var|for)\b/;
/** And behind it: it is assigned to, or stands alone on a line of what is imported, as it may. */
const assigned = /^\s{0,8}(?::[^\n=]{0,80})?=(?![=>])|^[ \t]{0,8},?[ \t]{0,8}(?:[\r\n#]|$)/;

/** More places than these are not looked at. */
const mostPlaces = 200;

function isOwn(bytes: Buffer, name: string, definitions: readonly Definition[]): boolean {
  let found = false;
  let places = 0;
  for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) {
    const after = bytes.toString("latin1", at + name.length, at + name.length + 160);
    const before = bytes.toString("latin1", Math.max(0, at - 200, bytes.lastIndexOf(10, at) + 1), at);
    if (/^[\w$]/.test(after) || /[\w$.]$/.test(before)) continue;
    if (++places > mostPlaces) return false;
    if (definitions.some((one) => one.before.test(before) && one.after.test(after))) found = true;
    else if (other.test(before) || declaring.test(before.slice(before.lastIndexOf("=") + 1)) || (/^\s*$/.test(before) && assigned.test(after))) return false;
  }
  return found;
}
