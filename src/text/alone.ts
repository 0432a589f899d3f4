/** The same text by itself: a part of a text keeps the whole text in memory, of a file megabytes. */
export function alone(text: string): string {
  return Buffer.from(text).toString();
}
