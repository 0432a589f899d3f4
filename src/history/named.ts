import type { Part } from "./changed.ts";

/** How many names of a file are looked for, and places of each. */
const most = { names: 200, places: 200 };

/** What names are made of. A dollar is not: `$name` reads in a script what `name=` sets. */
const letters = Uint8Array.from({ length: 256 }, (_, byte) => (/\w/.test(String.fromCharCode(byte)) ? 1 : 0));

/** The names in parts of a file, each once. */
export function namesIn(bytes: Buffer, parts: readonly Part[]): readonly string[] {
  return namesOf(textsOf(bytes, parts));
}

/** As `namesIn`, but of statements without names that these give a value: `name=`, `"name":`. Who reads them is another statement. */
export function namesRead(bytes: Buffer, parts: readonly Part[]): readonly string[] {
  return namesOf(textsOf(bytes, parts).map((text) => text.replace(assigned, " ")));
}

const assigned = /\b\w{1,80}[ \t]{0,40}=(?![=>])|"\w{1,80}"[ \t]{0,4}:|'\w{1,80}'[ \t]{0,4}:/g;

/** What a line of settings gives a value: `export NAME=`, `- name:`, `"name":`. */
const given = /^[\s{[,-]{0,200}(?:export[ \t]{1,4})?["']?\w[\w.-]{0,199}["']?[ \t]{0,40}[:=]/;

/** As `namesIn`, but of lines of settings without what they give a value: nobody reads a variable there, and `name` and `value` are given ones everywhere. */
export function namesInValues(bytes: Buffer, parts: readonly Part[]): readonly string[] {
  return namesOf(textsOf(bytes, parts).flatMap((text) => text.split("\n")).map((line) => line.replace(given, "")));
}

function textsOf(bytes: Buffer, parts: readonly Part[]): readonly string[] {
  return parts.map(({ from, to }) => bytes.toString("latin1", from, to));
}

function namesOf(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => text.match(/[A-Za-z_]\w{0,79}/g) ?? []))].slice(0, most.names);
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
