/** What a text looks like as an encoding of bytes. */
export type Shape = "hex" | "base64" | "binary" | "decimal" | "text";

const hex = /^([0-9a-f]+|[0-9A-F]+)$/;
const decimal = /^[0-9]+$/;
const base64 = /^[A-Za-z0-9+/_-]+={0,2}$/;
const lower = /[a-z]/;
const upper = /[A-Z]/;
const digit = /[0-9]/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Control characters between others: no keyboard writes them. A newline at the end is an editor's. */
const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/;

/**
 * The shape of a text. Text of the base64 alphabet counts as base64 when it mixes cases, as random bytes in base64 do;
 * `binary` is bytes as the program writes them: `b"\xfd{H\xe5"`.
 */
export function shapeOf(text: string, form: "text" | "bytes"): Shape {
  if (control.test(text) || (form === "bytes" && /[\x80-\xff]/.test(text))) return "binary";
  if (decimal.test(text)) return "decimal";
  if (hex.test(text)) return "hex";
  return base64.test(text) && lower.test(text) && upper.test(text) ? "base64" : "text";
}

/** The version digit of a UUID in its usual form, or undefined. */
export function uuidVersion(text: string): string | undefined {
  return uuid.exec(text)?.[1];
}

/** How many random bits one character carries at most, by the kinds of characters that the text has. */
export function bitsPerCharacter(text: string, shape: Shape): number {
  if (shape === "hex") return 4;
  if (shape === "binary") return 8;
  if (shape === "base64") return 6;
  const kinds = (lower.test(text) ? 26 : 0) + (upper.test(text) ? 26 : 0) + (digit.test(text) ? 10 : 0) + signsIn(text);
  return Math.log2(Math.max(kinds, 2));
}

/** Signs on a keyboard: 33 in ASCII; half of them when few kinds are there, as generators with a short list of signs have. */
function signsIn(text: string): number {
  const signs = new Set(text.replace(/[A-Za-z0-9]/g, ""));
  if (signs.size === 0) return 0;
  return signs.size <= 3 ? 4 : 33;
}
