import { isUtf8 } from "node:buffer";

/** A file's text without its byte order mark, or why it is no text; the sentence is for a user. */
export type Decoded = { readonly text: string } | { readonly failure: string };

const BINARY: Decoded = { failure: "looks binary: it holds NUL bytes" };

/** Bytes looked at to tell UTF-16 without a mark. */
const SAMPLE = 1024;

/**
 * Turns bytes to text: UTF-8, UTF-16 with a byte order mark or (for mostly ASCII text) without one, else Latin-1, where every
 * byte is a character. Text with NUL in it is none.
 */
export function decode(bytes: Buffer): Decoded {
  if (startsWith(bytes, 0xff, 0xfe)) return textOf(utf16(bytes.subarray(2), "little"));
  if (startsWith(bytes, 0xfe, 0xff)) return textOf(utf16(bytes.subarray(2), "big"));
  const body = startsWith(bytes, 0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes;
  if (!body.includes(0)) return { text: body.toString(isUtf8(body) ? "utf8" : "latin1") };
  const order = byteOrder(body);
  return order === undefined ? BINARY : textOf(utf16(body, order));
}

function startsWith(bytes: Buffer, ...mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function textOf(text: string): Decoded {
  return text.includes("\0") ? BINARY : { text };
}

/** An odd last byte is no character and falls away. */
function utf16(bytes: Buffer, order: "little" | "big"): string {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return (order === "little" ? even : Buffer.from(even).swap16()).toString("utf16le");
}

/** Text that is mostly ASCII has a NUL in nine of ten pairs, always on the same side. */
function byteOrder(bytes: Buffer): "little" | "big" | undefined {
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE) / 2);
  let little = 0;
  let big = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (bytes[at] !== 0 && bytes[at + 1] === 0) little += 1;
    if (bytes[at] === 0 && bytes[at + 1] !== 0) big += 1;
  }
  if (pairs >= 2 && little >= pairs * 0.9) return "little";
  if (pairs >= 2 && big >= pairs * 0.9) return "big";
  return undefined;
}
