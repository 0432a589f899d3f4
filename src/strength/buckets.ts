import type { Strength } from "../types/key.ts";

/**
 * Guesses a second against an HMAC, offline. Eight graphics cards of 2017: four Tesla V100 try 5.47 billion HS256 keys a second
 * (hashcat mode 16500, https://securitylab.github.com/advisories/GHSL-2020-228-YMFE-yapi/).
 */
const guessesPerSecond = 1e10;

/** Guessed within a second at that rate: about 2^33. */
const trivialBelow = Math.log2(guessesPerSecond);

/** Guessed within a year at that rate: about 2^58. */
const weakBelow = Math.log2(guessesPerSecond * 365 * 24 * 3600);

/**
 * The security strength that NIST withdrew at the end of 2013 (SP 800-131A, https://csrc.nist.gov/pubs/sp/800/131/a/r2/final): four
 * million years at that rate, four years for somebody with a million times as much.
 */
const fairBelow = 80;

/** The bucket for a number of guesses, given as its logarithm to base 2. `none` is for keys that need no guessing. */
export function strengthOf(bits: number): Strength {
  if (bits < trivialBelow) return "trivial";
  if (bits < weakBelow) return "weak";
  return bits < fairBelow ? "fair" : "strong";
}
