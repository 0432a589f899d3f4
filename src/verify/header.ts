/** A header has some hundred bytes; with certificates in it, some thousand. */
const mostUnits = 16_384;

/** What a header of a JWT says under these names, as far as it is text. Undefined when it is none. Nothing else of it is kept. */
export function headerOf(part: string): { readonly alg?: string; readonly enc?: string } | undefined {
  if (part.length > mostUnits || !/^e[\w-]+$/.test(part)) return undefined;
  try {
    const header = JSON.parse(Buffer.from(part, "base64url").toString("utf8")) as unknown;
    if (typeof header !== "object" || header === null || !("alg" in header) || typeof header.alg !== "string") return undefined;
    return { alg: header.alg, ...("enc" in header && typeof header.enc === "string" ? { enc: header.enc } : {}) };
  } catch {
    return undefined;
  }
}
