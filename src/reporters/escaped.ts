import { printable } from "../text/printable.ts";

const entities: { readonly [character: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/**
 * Anybody's text as text of HTML and XML, in elements and in quoted attributes. What cannot be seen is written out; what is printable has
 * one pair of characters left that XML 1.0 does not take (https://www.w3.org/TR/xml/#charsets).
 */
export function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => entities[character] ?? "").replace(/[\ufffe\uffff]/g, "\ufffd");
}
