import { createHash, createHmac } from "node:crypto";
import { verify, type Verdict } from "../../src/verify/verify.ts";

/** Keys of nobody, in the forms that keys have. */
export function others(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => {
    const digest = createHash("sha256").update(`keylint fixture ${20_000 + at}`).digest();
    return [digest.toString("hex"), digest.toString("base64url"), digest.toString("base64"), `invented words ${at} in a row, and more of them`][at % 4] ?? "";
  });
}

/** What is told of a token, with a list of keys. */
export function told(token: string | Buffer, keys: readonly string[]): Verdict {
  return verify(Buffer.from(token), () => ({ keys: [], environments: [], list: { shown: "keys.txt", text: keys.join("\n") }, locate: () => "" }));
}

/** The line of the list that is said to have signed it; 0 when none is. */
export function lineOf(verdict: Verdict): number {
  return "text" in verdict && verdict.matched ? Number(/^Line (\d+) of keys\.txt (?:signed|encrypted) /.exec(verdict.text)?.[1] ?? NaN) : 0;
}

/** What is wrong with it. */
export function mistakeOf(verdict: Verdict): string {
  return "mistake" in verdict ? verdict.mistake : "";
}

/** Where the values stand in what was copied: not the names, the headers' names and what a Set-Cookie line says behind. */
export function valuesIn(token: string): readonly number[] {
  const places: number[] = [];
  let start = 0;
  for (const line of token.split("\n")) {
    const head = /^(?:set-cookie: |cookie: |authorization: bearer |bearer |https:.*\/)?/i.exec(line)?.[0] ?? "";
    const body = /^set-cookie: /i.test(line) || line.includes("; Path") || line.includes("; Max-Age") ? line.slice(head.length).split(";")[0] ?? "" : line.slice(head.length);
    let at = start + head.length;
    for (const part of body.split("; ")) {
      const name = /^[\w.-]+=(?!=|$)/.exec(part)?.[0] ?? "";
      // iron-session's own version, which nothing signs, and the quotes of a cookie.
      const value = part.slice(name.length).replace(/~2$/, "");
      for (let unit = 0; unit < value.length; unit++) if (value[unit] !== '"' && value[unit] !== "\\") places.push(at + name.length + unit);
      at += part.length + 2;
    }
    start += line.length + 1;
  }
  return places;
}

export function encoded(value: object | string): string {
  return Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
}

/** A JWT that a key has signed. */
export function signedWith(key: string | Buffer): string {
  const signed = `${encoded({ alg: "HS256" })}.${encoded({ sub: "1" })}`;
  return `${signed}.${createHmac("sha256", key).update(signed).digest("base64url")}`;
}
