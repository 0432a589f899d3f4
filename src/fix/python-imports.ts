import { child, type Node } from "../formats/python/tree.ts";
import type { Change } from "./change.ts";
import { lineEnd } from "./place.ts";

/** How a file's top reaches the variables of the process at a place, and what must be put in so that it does. */
export interface Reach {
  /** What is indexed with a variable's name. */
  readonly environ: string;
  readonly changes: readonly Change[];
}

/** Common modules of Python itself: the import of one more stands among theirs without a blank line. */
const own = new Set(
  "abc argparse ast asyncio base64 collections concurrent configparser contextlib copy csv dataclasses datetime decimal enum functools glob hashlib hmac html http importlib inspect io itertools json logging math mimetypes operator os pathlib pickle pkgutil platform pprint queue random re secrets shutil signal smtplib socket ssl string subprocess sys tempfile textwrap threading time traceback types typing unittest urllib uuid warnings weakref xml zipfile".split(" "),
);

/** Undefined where the name `os` is something else in the file. */
export function reachOf(root: Node, text: string, at: number): Reach | undefined {
  const imports = root.children.filter((node) => node.name === "ImportStatement" && node.end <= at);
  for (const node of imports) {
    const names = wordsOf(node, text);
    if (/^import /.test(names) && importsPlainly(names, "os")) return { environ: "os.environ", changes: [] };
    if (names.startsWith("from os import ") && importsPlainly(names, "environ")) return { environ: "environ", changes: [] };
  }
  return isOther(root, text) ? undefined : { environ: "os.environ", changes: [importOf(root, text)] };
}

/** `import a, os`, and `import os.path`, which gives the same name; not `os as x`. */
function importsPlainly(statement: string, name: string): boolean {
  const names = statement.replace(/^from \S+ /, "").replace(/^import /, "").replace(/[()]/g, "").split(",").map((one) => one.trim());
  return names.includes(name) || (statement.startsWith("import ") && names.includes(`${name}.path`));
}

/** An import's words with single blanks, comments left out; nothing of another statement. */
function wordsOf(node: Node, text: string): string {
  if (node.name !== "ImportStatement") return "";
  const words = node.children.map((one) => text.slice(one.start, one.end));
  return words.join(" ").replaceAll(" . ", ".").replaceAll(" ,", ",");
}

const known = new WeakMap<Node, boolean>();

/** Whether the name `os` is given to something, or is more than what another is taken from; Python's own may be imported further below. */
function isOther(root: Node, text: string): boolean {
  const before = known.get(root) ?? holdsOther(root, text);
  known.set(root, before);
  return before;
}

function holdsOther(root: Node, text: string): boolean {
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.name === "ImportStatement" && /^import /.test(wordsOf(node, text)) && importsPlainly(wordsOf(node, text), "os")) continue;
    if (node.name === "VariableName" && text.slice(node.start, node.end) === "os") return true;
    const inner = node.name === "MemberExpression" && node.children[0]?.name === "VariableName" ? node.children.slice(1) : node.children;
    for (const one of inner) open.push(one);
  }
  return false;
}

/** `import os` at its place: among the plain imports by the alphabet, else before the first import, else before the first statement. */
function importOf(root: Node, text: string): Change {
  const first = root.children.findIndex((node, index) => node.name !== "ExpressionStatement" || index > 0 || child(node, "String") === undefined);
  const body = root.children.slice(Math.max(0, first)).filter((node) => !wordsOf(node, text).startsWith("from __future__ "));
  const block = body.slice(0, body.findIndex((node) => node.name !== "ImportStatement") >>> 0);
  const plain = block.filter((node) => /^import \w+$/.test(wordsOf(node, text)) && own.has(wordsOf(node, text).slice(7)));
  const next = plain.find((node) => wordsOf(node, text) > "import os");
  const last = plain.at(-1);
  if (next) return before(next, text, "");
  if (last) return { start: last.end, end: last.end, text: `${lineEnd(text, last.end)}import os` };
  const [head] = body;
  if (head === undefined) return { start: text.length, end: text.length, text: `import os${lineEnd(text, text.length)}` };
  return before(head, text, block.length > 0 && own.has(/^from (\w+)/.exec(wordsOf(head, text))?.[1] ?? "") ? "" : lineEnd(text, head.start));
}

function before(node: Node, text: string, gap: string): Change {
  return { start: node.start, end: node.start, text: `import os${lineEnd(text, node.start)}${gap}` };
}
