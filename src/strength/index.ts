import type { Assessment } from "../types/key.ts";
import { reveal, type Secret } from "../types/secret.ts";
import { strengthOf } from "./buckets.ts";
import { isDigestOfWord } from "./digests.ts";
import { writtenInside } from "./encoded.ts";
import { estimate, type Estimate } from "./estimate.ts";
import { randomBytes, withoutMark } from "./lengths.ts";
import { publishedAt } from "./published.ts";
import { reasonOf } from "./reasons.ts";
import { shapeOf, uuidVersion, type Shape } from "./shape.ts";
import { standInOf, type StandIn } from "./stand-ins.ts";
import { isUnset, templateOf } from "./templates.ts";
import { fullVocabulary, ownVocabulary, type Vocabulary } from "./vocabulary.ts";
import { leftOpen } from "./wordlike.ts";
import { famousPhrases } from "./words.ts";

export { randomBytes, receivedLength } from "./lengths.ts";

export interface AssessOptions {
  /** Published values, each with the page that it stands on. */
  readonly published: ReadonlyMap<string, string>;
  /** A framework's own marks for "not set": texts in which `*` stands for any characters. */
  readonly unset?: readonly string[];
}

/** What was judged of texts: one can be the key of a thousand calls. */
const judgements = { text: new WeakMap<Secret, Judged>(), bytes: new WeakMap<Secret, Judged>() };

/** What is to be said about the text of a key. Throws nothing; the result holds no part of the text. */
export function assess(secret: Secret, form: "text" | "bytes", options: AssessOptions): Assessment {
  const whole = reveal(secret);
  const page = publishedAt(whole, form, options.published);
  const published = page === undefined ? {} : { published: page };
  const random = randomBytes(whole, form);
  if (whole.trim() === "") return { ...published, placeholder: false, asks: false, template: false, strength: "none", reason: "empty", random };
  const judgement = judgements[form].get(secret) ?? judge(readable(whole, form), form);
  judgements[form].set(secret, judgement);
  const { standIn, ...judged } = judgement;
  const template = isTemplate(whole, standIn !== undefined, options.unset);
  const verdict = page === undefined ? judged : { strength: "none" as const, reason: "printed where everybody can read it" };
  const placeholder = !template && standIn !== undefined;
  // `<some random string>`: the brackets say that something goes there.
  const asks = placeholder && (standIn.describes !== true || templateOf(whole) !== undefined);
  return { ...published, placeholder, asks, template, ...verdict, random };
}

function isTemplate(text: string, standIn: boolean, unset: AssessOptions["unset"]): boolean {
  if (unset !== undefined && isUnset(text, unset)) return true;
  const template = templateOf(text);
  return template === "engine" || (template === "by hand" && !standIn);
}

/** Bytes that are UTF-8 of something else than ASCII, as that text; all else as it is. */
function readable(text: string, form: "text" | "bytes"): string {
  if (form === "text" || !/[\x80-\xff]/.test(text)) return text;
  const read = Buffer.from(text, "latin1").toString("utf8");
  return read.includes("\ufffd") ? text : read;
}

type Judged = Pick<Assessment, "strength" | "reason"> & { readonly standIn?: StandIn };

/** Longer texts are judged by their beginning. */
const longest = 256;

const clockUuids = ["1", "6"];

/** Different characters that a UUID has at least, its dash too, unless somebody typed it. */
const uuidKinds = 9;

/** Random bits in one stretch from which on a text is a generated key, whatever words stand beside it. */
const generated = 60;

function judge(whole: string, form: "text" | "bytes"): Judged {
  const text = withoutMark(whole.trim()).slice(0, longest);
  const version = uuidVersion(text);
  if (version !== undefined && new Set(text).size >= uuidKinds) {
    if (version === "7") return { strength: "fair" };
    return clockUuids.includes(version) ? { strength: "weak", reason: "a UUID made from the clock" } : { strength: "strong" };
  }
  if (isDigestOfWord(text)) return { strength: "trivial", reason: "the digest of a common word" };
  const inside = writtenInside(text);
  if (inside !== undefined) return withReason(judge(inside, form), "common words, encoded");
  const found = estimated(text, form);
  const standIn = found.random < generated ? standInOf(whole) : undefined;
  if (standIn !== undefined) return { strength: "trivial", reason: standIn.reason, standIn };
  const strength = strengthOf(found.bits);
  return strength === "fair" || strength === "strong" ? { strength } : { strength, reason: found.reason() };
}

function withReason(judged: Judged, reason: string): Judged {
  return judged.reason === undefined || judged.standIn ? judged : { ...judged, reason };
}

interface Estimated {
  readonly bits: number;
  /** Bits of what is neither a word nor like one. */
  readonly random: number;
  readonly reason: () => string;
}

/** Our own estimate; where it leaves letters that are like words unexplained, the one with the library's words too. */
function estimated(text: string, form: "text" | "bytes"): Estimated {
  if (famousPhrases.has(text.toLowerCase().replace(/[^a-z]/g, ""))) return { bits: 5, random: 0, reason: () => "a phrase that everybody knows" };
  const shape = shapeOf(text, form);
  const own = careful(text, shape, ownVocabulary(), { least: 4, share: 0.25 });
  const asked = strengthOf(own.bits) !== "trivial" && leftOpen(text, own).open;
  const full = asked ? careful(text, shape, fullVocabulary(), { least: 5, share: 0.5 }) : own;
  const best = full.bits < own.bits ? full : own;
  const { random, saved } = leftOpen(text, best);
  return { bits: best.bits - saved, random, reason: () => reasonOf(text, best) };
}

/** Shorter texts are no good keys, however random: there short words may stand anywhere. */
const short = 14;

/**
 * First with the words that are no chance. When these and other patterns make up a `share` of the text, somebody wrote it, and all
 * words count; otherwise short words in it are chance.
 */
function careful(text: string, shape: Shape, vocabulary: Vocabulary, { least, share }: { least: number; share: number }): Estimate {
  if (text.length < short) return estimate(text, shape, vocabulary, 1);
  const sure = estimate(text, shape, vocabulary, least);
  const written = sure.parts.reduce((sum, { kind, start, end }) => sum + (kind === "character" || kind === "separator" || kind === "digits" ? 0 : end - start), 0);
  return written > share * text.length ? estimate(text, shape, vocabulary, 1) : sure;
}
