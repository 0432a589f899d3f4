import type { Encoding } from "../types/model.ts";
import { reveal, Secret } from "../types/secret.ts";

/** Bytes of a key as the program has them at one point: text, or one unit per byte. */
export interface Bytes {
  readonly secret: Secret;
  readonly form: "text" | "bytes";
}

/** Text of an encoding to bytes: `Buffer.from(x, "hex")`, `b64decode(x)`, `x.encode()`. */
export function decodeBytes({ secret, form }: Bytes, encoding: Encoding): Bytes {
  const text = reveal(secret);
  const bytes = (made: Buffer): Bytes => ({ secret: new Secret(made.toString("latin1")), form: "bytes" });
  if (encoding === "utf8") return form === "bytes" ? { secret, form } : bytes(Buffer.from(text, "utf8"));
  if (encoding === "latin1") return { secret, form: "bytes" };
  return bytes(Buffer.from(text, encoding));
}

/** Bytes to text in an encoding: `.toString("hex")`, `b64encode(x)`, `.decode()`. */
export function encodeBytes({ secret, form }: Bytes, encoding: Encoding): Bytes {
  const text = reveal(secret);
  const buffer = Buffer.from(text, form === "bytes" ? "latin1" : "utf8");
  return { secret: new Secret(buffer.toString(encoding)), form: "text" };
}

/** `a + b`: bytes when any part is. */
export function joinBytes(parts: readonly Bytes[]): Bytes {
  const form = parts.some((part) => part.form === "bytes") ? "bytes" : "text";
  return { secret: new Secret(parts.map(({ secret }) => reveal(secret)).join("").slice(0, maxLength)), form };
}

/** `a * n`. A hostile count makes no large text. */
export function repeatBytes({ secret, form }: Bytes, times: number): Bytes {
  const length = secret.length;
  const count = Math.max(0, Math.min(Math.trunc(times), length === 0 ? 0 : Math.ceil(maxLength / length)));
  return { secret: new Secret(reveal(secret).repeat(count)), form };
}

/** No key is longer; a longer text is cut before it is judged. */
const maxLength = 65_536;
