import { createHash } from "node:crypto";

/** No trace is shorter, in bytes: of letters and digits, so many meet by chance once in 200 billion places. */
const least = 8;

/** Nor one of hexadecimal digits only, of which outputs are full: the names of commits and findings. So many meet by chance once in 70 quadrillion places. */
const leastDigits = 14;

/** Something by which a text would be known: bytes, each a character, and what they are of it. */
interface Trace {
  readonly bytes: string;
  readonly what: string;
  /** The number of the text. */
  readonly text: number;
}

/**
 * Looks for thousands of texts at once in any bytes: as they are, in other cases, reversed, in UTF-16, in base64, hex and percents, as JSON, HTML and
 * URLs escape them, and their usual digests. Ten characters in a row are seen of a text, sixteen where they are hexadecimal digits, thirteen of base64, twenty digits of hex, and of
 * a digest its first or last 14 digits or 10 characters of base64; shorter pieces of fewer texts are what sentinels.ts looks for.
 */
export class Traces {
  readonly #byHead = new Map<number, Trace[]>();
  /** One bit for each head's hash, so that nearly all places cost one look. */
  readonly #heads = new Uint8Array(1 << 22);
  readonly #texts: readonly string[];

  constructor(texts: readonly string[]) {
    this.#texts = texts;
    texts.forEach((text, number) => {
      for (const [bytes, what] of formsOf(text)) this.#add({ bytes, what, text: number });
    });
  }

  /** What is found of which texts: `TEXT in hex`. Texts that may stand there are passed by. */
  in(bytes: Buffer, allowed: ReadonlySet<string> = new Set()): readonly string[] {
    const found = new Set<string>();
    for (let at = 0; at + least <= bytes.length; at++) {
      const head = bytes.readUInt32LE(at);
      const place = slotOf(head);
      if (((this.#heads[place >> 3] ?? 0) & (1 << (place & 7))) === 0) continue;
      for (const { bytes: trace, what, text } of this.#byHead.get(head) ?? []) {
        const whole = this.#texts[text] ?? "";
        if (!allowed.has(whole) && bytes.toString("latin1", at, at + trace.length) === trace) found.add(`${whole} ${what}`);
      }
    }
    return [...found];
  }

  #add(trace: Trace): void {
    const head = Buffer.from(trace.bytes, "latin1").readUInt32LE(0);
    const place = slotOf(head);
    this.#heads[place >> 3] = (this.#heads[place >> 3] ?? 0) | (1 << (place & 7));
    const known = this.#byHead.get(head);
    if (known) known.push(trace);
    else this.#byHead.set(head, [trace]);
  }
}

/** https://en.wikipedia.org/wiki/Hash_function#Fibonacci_hashing: the upper 25 bits. */
function slotOf(head: number): number {
  return Math.imul(head, 0x9e3779b1) >>> 7;
}

/** All traces of a text, a byte for each character. */
function* formsOf(text: string): Generator<readonly [bytes: string, what: string]> {
  const utf8 = (written: string): string => Buffer.from(written).toString("latin1");
  for (const [written, what] of escapesOf(text)) yield* windows(utf8(written), least, 3, what);
  for (const order of [text, [...text].reverse().join("")]) yield* windows(Buffer.from(order, "utf16le").toString("latin1"), 2 * least, 6, "in UTF-16");
  for (const from of [0, 1, 2]) for (const form of ["base64", "base64url"] as const) yield* windows(Buffer.from(text).subarray(from).toString(form).replace(/.{2}=*$/, ""), 10, 4, `in ${form}`);
  const hex = Buffer.from(text).toString("hex");
  for (const digits of [hex, hex.toUpperCase()]) for (const [by, unit] of [["", 1], ["%", 2], ["\\x", 2], [" ", 2], [":", 2]] as const) yield* windows(unit === 1 ? digits : digits.replace(/../g, `${by}$&`), 16, 5, "in hex");
  yield* digestsOf(text);
}

function escapesOf(text: string): readonly (readonly [string, string])[] {
  const marks = (escape: (character: string) => string): string => text.replace(/[^A-Za-z0-9]/gu, escape);
  const code = (character: string): number => character.codePointAt(0) ?? 0;
  return [
    [text, ""],
    [[...text].reverse().join(""), "reversed"],
    [text.toLowerCase(), "in small letters"],
    [text.toUpperCase(), "in capitals"],
    [encodeURIComponent(text), "as in URLs"],
    [marks((mark) => `\\u${code(mark).toString(16).padStart(4, "0")}`), "as in JSON"],
    [marks((mark) => `&#${code(mark)};`), "as in HTML"],
    [marks((mark) => `&#x${code(mark).toString(16)};`), "as in XML"],
    [text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"), "as in HTML, by names"],
  ];
}

const digests = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3-256", "blake2b512"];

function* digestsOf(text: string): Generator<readonly [bytes: string, what: string]> {
  for (const subject of [text, `"${text}"`, `'${text}'`, `${text}\n`]) {
    for (const by of digests) {
      const digest = createHash(by).update(subject).digest();
      for (const [form, size] of [["hex", 14], ["base64", 10], ["base64url", 10], ["latin1", 8]] as const) {
        const written = digest.toString(form).replace(/.=*$/, (end) => (form === "base64" ? "" : end));
        yield [written.slice(0, size), `: the beginning of its ${by} in ${form}`];
        yield [written.slice(-size), `: the end of its ${by} in ${form}`];
      }
    }
  }
}

/** Pieces of a size, each so many characters behind the one before it. */
function* windows(text: string, size: number, stride: number, what: string): Generator<readonly [bytes: string, what: string]> {
  for (let at = 0; at + size <= text.length; at += stride) {
    const piece = text.slice(at, at + size);
    const whole = Math.max(0, Math.min(at, text.length - leastDigits));
    yield [/^[0-9a-f]*$/i.test(piece) && size < leastDigits ? text.slice(whole, whole + leastDigits) : piece, what];
  }
}
