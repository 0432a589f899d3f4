import type { Tree } from "../types/source.ts";

/** Whether a file of a program surely gives a function under a name, and nothing else, by its text alone. Answers are kept. */
export function functionsIn(tree: Tree): (path: string, name: string) => boolean {
  const known = new Map<string, boolean>();
  return (path, name) => {
    const key = `${path}\0${name}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const definition = /\.pyw?$/.test(path) ? python : /\.[mc]?[jt]s$/.test(path) ? javascript : undefined;
    const bytes = definition && /^[\w$]{1,100}$/.test(name) ? tree.read(path) : undefined;
    const answer = definition !== undefined && Buffer.isBuffer(bytes) && isFunction(bytes, name, definition);
    known.set(key, answer);
    return answer;
  };
}

/** `def name`, `async def name`: at the top of a file, where no blank stands before it. */
const python = /^(?:async )?def $/;
/** `function name`, `export default async function name`. */
const javascript = /^(?:export )?(?:default )?(?:async )?function\*? ?$/;

/** What stands before a name on its line where it is, or may be, something else: an import, a class, a variable, another name's new one. */
const other = /^\s*(?:from|import|class|global|export|const|let|var|type|interface|enum|declare)\b|\bas\s*$/;
/** And behind it: it is assigned to, or stands alone on a line of what is imported, as it may. */
const assigned = /^\s{0,8}(?::[^\n=]{0,80})?=(?![=>])|^[ \t]{0,8},?[ \t]{0,8}(?:[\r\n#]|$)/;

/** More places than these are not looked at. */
const mostPlaces = 200;

function isFunction(bytes: Buffer, name: string, definition: RegExp): boolean {
  let found = false;
  let places = 0;
  for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) {
    const after = bytes.toString("latin1", at + name.length, at + name.length + 100);
    const before = bytes.toString("latin1", Math.max(0, at - 200, bytes.lastIndexOf(10, at) + 1), at);
    if (/^[\w$]/.test(after) || /[\w$.]$/.test(before)) continue;
    if (++places > mostPlaces) return false;
    if (definition.test(before)) found = true;
    else if (other.test(before) || (/^\s*$/.test(before) && assigned.test(after))) return false;
  }
  return found;
}
