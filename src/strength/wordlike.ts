import type { Estimate } from "./estimate.ts";

/** The pairs of letters that make up most of English and of names: nine in ten of a word's pairs, one in four of random ones. */
const common = new Set(
  `th he in er an re nd at on nt ha es st en ed to it ou ea hi is or ti as te et ng of al de se le sa si ar ve ra ld ur me ne wa
   ri ro co ic li la el ma di ce ch ll be us ta ho no ca ec fo ac ie io om ut ns so ss tr wh ee pe mo ot op ad ct un ai pr ow ly
   sh ol lo em ir ay wi id da po tt ge ke pa ey ni ul im mi sp ts rs fi gh ig am rd ck cr br bl tu su up cl fl fr gr dr ki ba bo
   bu do du fa fe ga go gi hu ja je jo ju ka ko lu mu na nu oo os ov pi pl pu ru sc sk sl sm sn sw ty um va vi ab ag ak ap au av
   aw ev ex ep eg ob od og oi ok ry rt rn rm rk rl nc ny nk my by ci cu ue ui il ib ip iv if wo ye yo za ze zo`.split(/\s+/),
);

const runs = /[A-Z]?[a-z]{3,40}|[A-Z]{4,40}/g;

/** The share of common pairs from which on letters are like a word. */
const alike = 0.65;

/** The share of letters in words and in what is like words from which on more words can explain a text. */
const worthAsking = 0.5;

/** A run of so many letters of which so many pairs are common is a word that is in no list; shorter ones can be chance. */
const [surelyLong, surelyAlike] = [8, 0.75];

/** The share of a run's pairs that are common in words. */
function likeness(letters: string): number {
  const lower = letters.toLowerCase();
  let pairs = 0;
  for (let at = 0; at + 1 < lower.length; at += 1) if (common.has(lower.slice(at, at + 2))) pairs += 1;
  return pairs / (lower.length - 1);
}

/** Bits of a letter in a word that is in no list, two letters before it known: Shannon, Prediction and Entropy of Printed English, 1951. */
const letterInWord = 3.3;

/** What an estimate left open. */
export interface LeftOpen {
  /** The text is written in words, and not all of them are known. */
  readonly open: boolean;
  /** Bits of the single characters that are in no word and in nothing like a word. */
  readonly random: number;
  /** Bits that the letters in unknown words cost too much. */
  readonly saved: number;
}

export function leftOpen(text: string, { parts }: Estimate): LeftOpen {
  const single = new Float64Array(text.length);
  let length = 0;
  for (const { kind, start, end, bits } of parts) {
    if (kind === "character") single[start] = bits;
    if (kind === "character" || kind === "word") length += end - start;
  }
  let [inWords, unknown, saved] = [0, 0, 0];
  for (const { index, 0: run } of text.matchAll(runs)) {
    const letters = single.subarray(index, index + run.length);
    const known = letters.every((bits) => bits === 0);
    const like = likeness(run);
    if (!known && like < alike) continue;
    inWords += run.length;
    if (!known) unknown += 1;
    if (run.length >= surelyLong && like >= surelyAlike) saved += letters.reduce((sum, bits) => sum + Math.max(0, bits - letterInWord), 0);
    letters.fill(0);
  }
  const open = unknown > 0 && inWords >= worthAsking * length;
  return { open, random: single.reduce((sum, bits) => sum + bits, 0), saved: open ? saved : 0 };
}
