import type { Framework } from "./types/framework.ts";
import { upperSnake } from "./text/names.ts";

/** Where can keys arrive? Decides on raw bytes, before anything is parsed. Nine files of ten end here. */
export type Screen = (bytes: Buffer) => boolean;

/** Words of the frameworks' slots, each as short as the others allow, in one pattern without regard to case. */
export function screenFor(frameworks: readonly Framework[]): Screen {
  const pattern = new RegExp(shortest(frameworks.flatMap(wordsOf)).map(escape).join("|"), "i");
  return (bytes) => pattern.test(isUtf16(bytes) ? bytes.toString("utf16le") + bytes.toString("latin1").replaceAll("\0", "") : bytes.toString("latin1"));
}

function isUtf16(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 64);
  return sample.includes(0);
}

/** A file that uses a slot must name the package or the last part of the place. */
function wordsOf({ slots, uses }: Framework): readonly string[] {
  const places = slots.flatMap(({ at }) => at.flatMap((one) => {
    if ("setting" in one) return spellings(one.setting);
    if ("env" in one) return spellings(one.env);
    if ("attribute" in one) return [lastPart(one.attribute)];
    if ("call" in one) return [one.call.startsWith("*.") ? lastPart(one.call) : packageWord(one.call)];
    return [lastPart(one.entry)];
  }));
  return [...places, ...(uses ?? []).flatMap((use) => use.import ?? [])];
}

/** `*JWT_SECRET*` may be written jwtSecret, jwt-secret, JWT_SECRET: its longest word stands for it. */
function spellings(pattern: string): readonly string[] {
  const literal = pattern.split(/[*?[\](){}|!+@,]+/).sort((a, b) => b.length - a.length)[0] ?? "";
  const words = upperSnake(literal).split("_").filter((word) => word.length > 0);
  const telling = words.filter((word) => !common.has(word));
  return [(telling.length > 0 ? telling : words).sort((a, b) => b.length - a.length)[0] ?? pattern];
}

/** Words that say nothing by themselves and would let everything through. */
const common = new Set(["KEY", "APP", "AUTH", "TOKEN", "API", "BASE", "APPLICATION", "USER", "ACCESS"]);

function lastPart(symbol: string): string {
  return symbol.split(/[./]/).findLast((part) => part.length > 2) ?? symbol;
}

function packageWord(symbol: string): string {
  return (symbol.split("()")[0] ?? symbol).split(/[/.@]/).filter((part) => part !== "").sort((a, b) => b.length - a.length)[0] ?? symbol;
}

/** Drops each word that contains another one. */
function shortest(words: readonly string[]): readonly string[] {
  const all = [...new Set(words.map((word) => word.toLowerCase()))].filter((word) => word.length >= 3).sort((a, b) => a.length - b.length);
  const kept: string[] = [];
  for (const word of all) if (!kept.some((short) => word.includes(short))) kept.push(word);
  return kept;
}

function escape(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
