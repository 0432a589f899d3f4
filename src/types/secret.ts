import { inspect } from "node:util";

let read: (secret: Secret) => string;

/**
 * Text or bytes that may be a key. It cannot be printed by accident: every way of turning it into text gives `[secret]`.
 * Bytes are held as one UTF-16 unit per byte, 0 to 255.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  static {
    read = (secret) => secret.#text;
  }

  /** Number of UTF-16 units (of a text) or bytes (of bytes). */
  get length(): number {
    return this.#text.length;
  }

  equals(other: Secret): boolean {
    return this.#text === other.#text;
  }

  toString(): string {
    return "[secret]";
  }

  toJSON(): string {
    return "[secret]";
  }

  [Symbol.toPrimitive](): string {
    return "[secret]";
  }

  [inspect.custom](): string {
    return "[secret]";
  }
}

/** The text inside. Only for code that judges, fixes or verifies keys: a test holds the list of its callers. */
export function reveal(secret: Secret): string {
  return read(secret);
}

/**
 * The text of a literal that the program uses as a name: a variable's, a setting's, a file's, a module's. Never to be asked about
 * a value in a key's place. Undefined when it does not look like a name: longer than 200 units, or with blanks or controls in it.
 */
export function asName(secret: Secret): string | undefined {
  const text = read(secret);
  return text.length <= 200 && /^[^\s\p{Cc}]+$/u.test(text) ? text : undefined;
}
