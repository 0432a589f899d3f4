import { writtenInside } from "./encoded.ts";
import { withoutMark } from "./lengths.ts";

/** Longer texts are looked up as they are: no published key comes near it. */
const longest = 1024;

/**
 * The page on which a key is published, in whichever of its spellings it is listed: as text or as bytes, in hex or base64 or decoded,
 * with or without a generator's mark, with the newline of the file that it came from. Undefined when none is listed.
 */
export function publishedAt(text: string, form: "text" | "bytes", published: ReadonlyMap<string, string>): string | undefined {
  if (text.length > longest) return published.get(text);
  return spellings(text, form).map((spelling) => published.get(spelling)).find((page) => page !== undefined);
}

/** The value first as it is; then what would be the same key, spelled by another program. */
function spellings(whole: string, form: "text" | "bytes"): readonly string[] {
  const text = whole.replace(/\r?\n$/, "");
  if (text === "") return [whole];
  const written = [whole, text, ...inEncodings(withoutMark(text)), writtenInside(text) ?? text, ...(form === "bytes" ? textsOf(text) : [asBytes(text)])];
  return written.flatMap((one) => [one, `django-insecure-${one}`, `base64:${one}`]);
}

/** As it is, and hex in either case; base64 in either alphabet, with padding or without. */
function inEncodings(text: string): readonly string[] {
  if (/^[0-9a-f]+$/i.test(text)) return [text, text.toLowerCase(), text.toUpperCase()];
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return [text];
  const url = text.replaceAll("=", "").replace(/\+/g, "-").replace(/\//g, "_");
  return [text, url, padded(url.replace(/-/g, "+").replace(/_/g, "/"))];
}

function padded(base64: string): string {
  return base64.padEnd(Math.ceil(base64.length / 4) * 4, "=");
}

/** The UTF-8 of a text. */
function asBytes(text: string): string {
  return Buffer.from(text).toString("latin1");
}

/** The texts that are written for these bytes: their UTF-8, hex and base64. */
function textsOf(bytes: string): readonly string[] {
  const buffer = Buffer.from(bytes, "latin1");
  const hex = buffer.toString("hex");
  return [buffer.toString(), hex, hex.toUpperCase(), buffer.toString("base64"), buffer.toString("base64url")];
}
