/** What a text is the encoding of, when that is a text that people write: `c3VwZXJzZWNyZXQ=` is words. */
export function writtenInside(text: string): string | undefined {
  const inside = decoded(text);
  return inside !== undefined && /^[\x20-\x7e]+\n?$/.test(inside) ? inside.trimEnd() : undefined;
}

/** Six bytes at least: so many random ones are printable once in 400 times, 4 once in 50. Longer texts are no words in disguise. */
function decoded(text: string): string | undefined {
  if (/^([0-9a-f]{2}){6,256}$/i.test(text)) return Buffer.from(text, "hex").toString("latin1");
  if (/^[A-Za-z0-9+/]{8,512}={0,2}$/.test(text) && text.length % 4 === 0) return Buffer.from(text, "base64").toString("latin1");
  return undefined;
}
