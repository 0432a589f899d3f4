/**
 * What a terminal or a reader of logs would not show as itself: controls (C0, DEL, C1), lone surrogates, line and paragraph
 * separators, and the marks that turn the direction of writing (U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069).
 */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** Text for people: what cannot be seen is written as `\x1b` or `\u{202e}`, so that a file's name cannot play with the terminal. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    return code < 0x100 ? `\\x${hex.padStart(2, "0")}` : `\\u{${hex}}`;
  });
}
