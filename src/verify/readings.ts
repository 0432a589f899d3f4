import { hash, type Digest } from "./mac.ts";

/** What a program may have made of a key before it signed: the text or the bytes as they are, and what the text may be an encoding of. */
export interface Readings {
  readonly plain: readonly Buffer[];
  readonly decoded: readonly Buffer[];
}

/** Python counts such a text as Latin-1 in some places (Flask-Login, WebOb), in others as UTF-8. */
function plainOf(text: string): readonly Buffer[] {
  const utf8 = Buffer.from(text);
  return /^[\0-\x7f]*$/.test(text) || /[^\0-\xff]/.test(text) ? [utf8] : [utf8, Buffer.from(text, "latin1")];
}

/** Fewer bytes are no key that anybody encodes. */
const leastEncoded = 8;

/** `Buffer.from(KEY, "hex")`, `b64decode(KEY)`; `base64:` before it is a custom of Laravel and AdonisJS. */
function decodedOf(text: string): readonly Buffer[] {
  const body = text.trim().replace(/^base64:/, "");
  const isHex = body.length % 2 === 0 && /^[0-9A-Fa-f]+$/.test(body);
  const isBase64 = /^[A-Za-z0-9+/_-]+={0,2}$/.test(body);
  return [...(isHex ? [Buffer.from(body, "hex")] : []), ...(isBase64 ? [Buffer.from(body, "base64")] : [])].filter((bytes) => bytes.length >= leastEncoded);
}

/** The readings of a text, or of bytes, one unit each. */
export function readingsOf(text: string, form: "text" | "bytes"): Readings {
  if (form === "bytes") return { plain: [Buffer.from(text, "latin1")], decoded: [] };
  return { plain: plainOf(text), decoded: decodedOf(text) };
}

const digests: readonly Digest[] = ["sha256", "sha512", "sha1", "md5"];

/** Of a program's key that is the digest of a text: by what digest and in what form is not known here, and there are few. */
export function digestsOf(text: string): Readings {
  const made = digests.map((digest) => hash(digest, text));
  return { plain: made.flatMap((bytes) => [bytes, ...(["hex", "base64", "base64url"] as const).map((form) => Buffer.from(bytes.toString(form)))]), decoded: [] };
}
