// Changes of a file by lot: bytes and characters, lines, brackets, encodings, and parts of other files.

const odd = ["\0", "\r", "\r\n", "\u2028", "\ufeff", "\ud800", "😀", "ﬁ", "\u202e", "\x1b[31m", "'", '"', "`", '"""', "'''", "\\", "\\u{110000}", "${", "}", "{{", "}}", "{%", "<%", "$(", "((", "))", "[[", "]]", "<!--", "-->", "/*", "*/", "//", "#", ";", ":", "=", ":=", "=>", "->", "<<EOF\n", "EOF\n", "@", "|", "&a ", "*a", "<<: ", "!!binary ", "---\n", "...\n", "%", "~", "0x", "1e999", "\t", "    ", "\n\n\n", "import ", "from . import *\n", "lambda: ", "async ", "yield ", "class A(A): ", "def f(f=f): ", "export default ", "require(", "process.env.", "os.environ[", "SECRET_KEY", "JWT_SECRET=", "f\"{", "r'", "b'", "${A:-${B:-", "<script>", "</script>", "```python\n", "```\n", ".. code-block:: python\n\n   ", "keylint-ignore ", "# nosec"];

const changes = [
  // Cut at an end.
  (text, { below }) => text.slice(0, below(text.length + 1)),
  (text, { below }) => text.slice(below(text.length + 1)),
  // Take out, repeat, exchange and move a part.
  (text, random) => part(text, random, () => ""),
  (text, random) => part(text, random, (piece) => piece.repeat(2 + random.below(40))),
  (text, random) => part(text, random, (piece) => [...piece].reverse().join("")),
  (text, random) => text.slice(0, random.below(text.length + 1)) + text.slice(random.below(text.length + 1)),
  (text, random) => lines(text, random, (all, at) => all.toSpliced(at, 1)),
  (text, random) => lines(text, random, (all, at) => all.toSpliced(random.below(all.length), 0, all[at])),
  (text, random) => lines(text, random, (all, at) => all.with(at, " ".repeat(random.below(12)) + all[at].trimStart())),
  // Put something odd in; nest.
  (text, random) => put(text, random, random.of(odd)),
  (text, random) => put(text, random, random.of(odd).repeat(1 + random.below(300))),
  (text, random) => part(text, random, (piece) => { const [open, close] = random.of(["()", "[]", "{}", "``", '""', "''"]); const depth = 1 + random.below(200); return open.repeat(depth) + piece + close.repeat(depth); }),
  // One character becomes another.
  (text, random) => { const at = random.below(text.length + 1); return text.slice(0, at) + String.fromCharCode(random.below(0x250)) + text.slice(at + 1); },
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => text.replaceAll(/^( +)/gm, (blanks) => "\t".repeat(blanks.length / 2)),
];

function part(text, { below }, change) {
  const start = below(text.length + 1);
  const end = Math.min(text.length, start + below(120));
  return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end);
}

function lines(text, { below }, change) {
  const all = text.split("\n");
  return change(all, below(all.length)).join("\n");
}

function put(text, { below }, piece) {
  const at = below(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
}

/** A text with a few changes, one of which may splice another text in; at most 64 KB. */
export function mutated(text, other, random) {
  let result = random.below(4) === 0 ? text.slice(0, random.below(text.length + 1)) + other.slice(random.below(other.length + 1)) : text;
  for (let left = 1 + random.below(4); left > 0; left--) result = random.of(changes)(result, random).slice(0, 65_536);
  return result;
}

/** Bytes: mostly UTF-8, sometimes as other programs write them, sometimes broken. */
export function encoded(text, { below }) {
  const bytes = Buffer.from(text);
  switch (below(24)) {
    case 0: return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    case 1: return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
    case 2: return Buffer.from(text, "latin1");
    case 3: if (bytes.length > 0) bytes[below(bytes.length)] = below(256); return bytes;
    default: return bytes;
  }
}
