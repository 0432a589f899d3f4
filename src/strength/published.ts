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
  const listed = spellings(text, form).find((spelling) => published.has(spelling));
  return listed === undefined ? undefined : published.get(listed);
}

/** The value first as it is; then what would be the same key, spelled by another program. */
function spellings(whole: string, form: "text" | "bytes"): readonly string[] {
  const text = whole.replace(/\r?\n$/, "");
  if (text === "") return [whole];
  const bare = withoutMark(text);
  const inside = writtenInside(text);
  const written = [whole, text, bare, ...inOtherEncodings(bare), ...(inside === undefined ? [] : [inside]), ...asCharacters(text, form), ...(form === "bytes" ? encoded(text) : [])];
  return written.flatMap((one) => [one, `django-insecure-${one}`, `base64:${one}`]);
}

/** Hex in either case; base64 in either alphabet, with padding or without. */
function inOtherEncodings(text: string): readonly string[] {
  if (/^[0-9a-f]+$/i.test(text)) return [text.toLowerCase(), text.toUpperCase()];
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return [];
  const url = text.replaceAll("=", "").replace(/\+/g, "-").replace(/\//g, "_");
  return [url, padded(url.replace(/-/g, "+").replace(/_/g, "/"))];
}

function padded(base64: string): string {
  return base64.padEnd(Math.ceil(base64.length / 4) * 4, "=");
}

/** What is not ASCII: bytes as the text whose UTF-8 they are, a text as its bytes. */
function asCharacters(text: string, form: "text" | "bytes"): readonly string[] {
  return [form === "bytes" ? Buffer.from(text, "latin1").toString("utf8") : Buffer.from(text, "utf8").toString("latin1")];
}

/** How a text that decodes to these bytes is written. */
function encoded(bytes: string): readonly string[] {
  const buffer = Buffer.from(bytes, "latin1");
  const hex = buffer.toString("hex");
  return [hex, hex.toUpperCase(), buffer.toString("base64"), buffer.toString("base64url")];
}
