import type { Part } from "./changed.ts";

/** How many names of a file are looked for, and places of each. */
const most = { names: 200, places: 200 };

/** What names are made of. */
const letters = Uint8Array.from({ length: 256 }, (_, byte) => (/[\w$]/.test(String.fromCharCode(byte)) ? 1 : 0));

/** The names in parts of a file, each once. */
export function namesIn(bytes: Buffer, parts: readonly Part[]): readonly string[] {
  const found = parts.flatMap(({ from, to }) => bytes.toString("latin1", from, to).match(/[A-Za-z_$][\w$]{1,79}/g) ?? []);
  return [...new Set(found)].slice(0, most.names);
}

/** Where names stand. Words are gone through once, for there are hundreds of names. */
export function placesOf(bytes: Buffer, names: readonly string[]): readonly Part[] {
  if (names.length === 0) return [];
  const places: Part[] = [];
  const left = new Map<number, { readonly name: string; places: number }[]>();
  for (const name of names) left.set(hashOf(name), [...(left.get(hashOf(name)) ?? []), { name, places: most.places }]);
  // Most words are none of these: a table of their last bits tells so at once.
  const few = new Uint8Array(hashes);
  for (const hash of left.keys()) few[hash & (hashes - 1)] = 1;
  const end = (from: number, to: number, hash: number): void => {
    const word = left.get(hash)?.find(({ name }) => name.length === to - from && bytes.toString("latin1", from, to) === name);
    if (word && word.places-- > 0) places.push({ from, to });
  };
  let [from, hash] = [0, 0];
  for (let at = 0; at <= bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (letters[byte] === 1) hash = (Math.imul(hash, 31) + byte) | 0;
    else {
      if (at > from && few[hash & (hashes - 1)] === 1) end(from, at, hash);
      from = at + 1;
      hash = 0;
    }
  }
  return places;
}

const hashes = 4_096;

function hashOf(name: string): number {
  let hash = 0;
  for (let at = 0; at < name.length; at++) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) | 0;
  return hash;
}
