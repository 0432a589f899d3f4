import type { Estimate } from "./estimate.ts";
import { leftOpen } from "./wordlike.ts";
import type { Part } from "./patterns.ts";

type Kind = Part["kind"];

/** The share of a text's characters that each kind of part explains. */
function shares(length: number, { parts }: Estimate): (...kinds: readonly Kind[]) => number {
  const sums = new Map<Kind, number>();
  for (const { kind, start, end } of parts) sums.set(kind, (sums.get(kind) ?? 0) + end - start);
  return (...kinds) => kinds.reduce((sum, kind) => sum + (sums.get(kind) ?? 0), 0) / length;
}

/** Why a text is easy to guess, in words for a user and without any part of it. */
export function reasonOf(text: string, estimate: Estimate): string {
  const share = shares(text.length, estimate);
  const words = estimate.parts.filter(({ kind, start, end }) => kind === "word" && end - start > 2).length;
  if (text.length <= 3 && words === 0) return "a few characters";
  if (share("repeat") === 1 || new Set(text).size === 1) return "one character repeated";
  if (share("walk") >= 0.5) return "a keyboard walk";
  if (share("repeat") >= 0.3 && text.length >= 12) return "a short text, padded to a length";
  if (share("sequence", "copy") >= 0.6 && share("copy") < 0.5) return "a sequence";
  if (share("copy") >= 0.4) return "a short text, repeated";
  if (/^[12][0-9]{3}[-./]?[0-9]{2}[-./]?[0-9]{2}$|^[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{2,4}$|^(19|20)[0-9]{2}$/.test(text)) return "a date";
  if (share("word", "separator") === 1 && words <= 1) return "a common word";
  if (share("word") >= 0.4) return share("digits", "sequence", "year") > 0.1 ? "common words and numbers" : "common words";
  if (share("foreign") >= 0.4) return "words of a language";
  if (share("digits", "year", "sequence") >= 0.8) return "digits only";
  if (estimate.fewKinds) return "few different characters";
  if (leftOpen(text, estimate).open) return "words or names";
  if (share("repeat", "copy", "sequence", "walk", "word", "year") >= 0.5) return "words and patterns";
  return "short enough to try every text of its length";
}
