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

/** `a + b`, `between.join([a, b])`: bytes when any part is. */
export function joinBytes(parts: readonly Bytes[], between?: Bytes): Bytes {
  const form = parts.some((part) => part.form === "bytes") ? "bytes" : "text";
  const text = parts.map(({ secret }) => reveal(secret)).join(between === undefined ? "" : reveal(between.secret));
  return { secret: new Secret(text.slice(0, maxLength)), form };
}

/** Holes of a template, each with the name or number that it asks for: `%s`, `%(name)s`; `{}`, `{0}`, `{name}`. */
const holes = { percent: /%(?:\((\w+)\))?[sd%]/g, braces: /\{(\w*)\}/g } as const;

/** A template filled: `give` says what a hole is, by its name when it has one. Undefined when one is not known. */
export function fillBytes({ secret, form }: Bytes, style: keyof typeof holes, give: (name: string | undefined) => Bytes | undefined): Bytes | undefined {
  let unknown = false;
  let length = 0;
  const filled = reveal(secret).slice(0, maxLength).replace(holes[style], (hole: string, name: string | undefined) => {
    if (hole === "%%") return "%";
    const piece = give(name === "" ? undefined : name);
    unknown ||= piece === undefined;
    if (!piece || length > maxLength) return "";
    length += piece.secret.length;
    return reveal(piece.secret);
  });
  return unknown ? undefined : { secret: new Secret(filled.slice(0, maxLength)), form };
}

/** A number as the program writes it into a text. */
export function numberBytes(value: number): Bytes {
  return { secret: new Secret(String(value)), form: "text" };
}

/** `a * n`. A hostile count makes no large text. */
export function repeatBytes({ secret, form }: Bytes, times: number): Bytes {
  const length = secret.length;
  const count = Math.max(0, Math.min(Math.trunc(times), length === 0 ? 0 : Math.ceil(maxLength / length)));
  return { secret: new Secret(reveal(secret).repeat(count)), form };
}

/** A part of it; negative positions count from the end. */
export function sliceBytes({ secret, form }: Bytes, start: number, end: number | undefined): Bytes {
  return { secret: new Secret(reveal(secret).slice(start, end)), form };
}

/** Filled up to a length, with spaces when nothing is said, as `padEnd` and `ljust` do it. */
export function padBytes({ secret, form }: Bytes, length: number, filling: Bytes | undefined, side: "start" | "end"): Bytes {
  const [text, full, by] = [reveal(secret), Math.min(length, maxLength), filling ? reveal(filling.secret) : " "];
  return { secret: new Secret(side === "start" ? text.padStart(full, by) : text.padEnd(full, by)), form };
}

/** No key is longer; a longer text is cut before it is judged, and is not made. */
const maxLength = 65_536;
