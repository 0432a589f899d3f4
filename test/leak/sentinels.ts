import { createHash } from "node:crypto";
import type { Outputs } from "./produce.ts";

/** A text that stands nowhere else: 40 letters and digits, always the same for a number. */
export function sentinel(number: number): string {
  return createHash("sha512").update(`keylint sentinel ${number}`).digest("base64").replace(/[^A-Za-z0-9]/g, "").slice(0, 40);
}

/** Pieces of a sentinel that are looked for have this many characters: 6 of 62 kinds meet by chance once in 50 billion times. */
const piece = 6;

/** Hexadecimal digits that are looked for: identities are full of them, and 8 meet by chance once in 4 billion times. */
const hexPiece = 8;

/** Says where a sentinel, a part of it, another form of it, a digest or a measure of it came out. Empty when nothing did. */
export function leaksOf(sentinels: readonly string[], outputs: Outputs): readonly string[] {
  const traces = tracesOf(sentinels);
  return Object.entries(outputs).flatMap(([channel, text]) => [...new Set([...tracesIn(text, traces), ...measuresIn(text, sentinels)])].map((what) => `${channel}: ${what}`));
}

/** What to look for, by its length. */
type Traces = ReadonlyMap<number, ReadonlyMap<string, string>>;

function tracesOf(sentinels: readonly string[]): Traces {
  const traces = new Map<number, Map<string, string>>();
  const add = (trace: string, what: string): void => {
    traces.set(trace.length, (traces.get(trace.length) ?? new Map<string, string>()).set(trace, what));
  };
  const windows = (text: string, size: number, what: string): void => {
    for (let at = 0; at + size <= text.length; at++) add(text.slice(at, at + size), what);
  };
  for (const text of sentinels) {
    windows(text, piece, `a piece of ${text}`);
    windows([...text].reverse().join(""), piece, `${text} reversed`);
    for (const changed of [text.toLowerCase(), text.toUpperCase()]) windows(changed, hexPiece, `${text} in another case`);
    for (const from of [0, 1, 2]) for (const form of ["base64", "base64url"] as const) windows(Buffer.from(text.slice(from)).toString(form).slice(0, -4), hexPiece, `${text} in ${form}`);
    const hex = Buffer.from(text).toString("hex");
    for (const written of [hex, hex.toUpperCase(), hex.replace(/../g, "%$&"), hex.replace(/../g, "\\x$&")]) windows(written, 12, `${text} in hex`);
    for (const [digest, what] of digestsOf(text)) windows(digest, hexPiece, what);
  }
  return traces;
}

function digestsOf(text: string): readonly (readonly [string, string])[] {
  const subjects = [text, `"${text}"`, `'${text}'`, `${text}\n`];
  return subjects.flatMap((subject) => ["md5", "sha1", "sha256", "sha512"].flatMap((by) =>
    (["hex", "base64", "base64url"] as const).map((form) => [createHash(by).update(subject).digest(form), `the ${by} of ${subject.trim()}`] as const)));
}

function tracesIn(text: string, traces: Traces): readonly string[] {
  const found: string[] = [];
  for (const [size, known] of traces) {
    for (let at = 0; at + size <= text.length; at++) {
      const what = known.get(text.slice(at, at + size));
      if (what !== undefined) found.push(what);
    }
  }
  return found;
}

/** Entropy said exactly: of a sentinel, or any number of bits. */
function measuresIn(text: string, sentinels: readonly string[]): readonly string[] {
  const bits = /[0-9.]+ ?bits?\b/i.exec(text)?.[0];
  const measures = sentinels.flatMap((one) => {
    const entropy = entropyOf(one);
    return [entropy.toFixed(2), (entropy * one.length).toFixed(1), String(entropy)].filter((measure) => text.includes(measure)).map((measure) => `the entropy of ${one}: ${measure}`);
  });
  return [...(bits === undefined ? [] : [`a number of bits: ${bits}`]), ...measures];
}

/** Shannon's, in bits for each character. */
function entropyOf(text: string): number {
  const shares = [...new Set(text)].map((character) => (text.split(character).length - 1) / text.length);
  return -shares.reduce((sum, share) => sum + share * Math.log2(share), 0);
}
