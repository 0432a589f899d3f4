/** What JSON leaves as it is and a terminal would act on: DEL, C1 controls, line separators and marks of direction. */
const unseen = /[\x7f-\x9f\u2028\u2029\p{Bidi_Control}]/gu;

/** A document as indented JSON in which a file's name cannot play with the terminal; it reads back as the same data. */
export function jsonText(document: unknown): string {
  const text = JSON.stringify(document, null, 2);
  return `${text.replace(unseen, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}
