import fc, { type Arbitrary } from "fast-check";
import { languagesOf, placesInCode, type Language } from "../../support/places.ts";
import { programFor } from "../../support/programs.ts";

/** Stands for the key while a program is made; no program has it. */
const gap = "THE_KEY_GOES_HERE";

/** A program for each call and attribute of the catalogue in this language, to which some code for a key goes. */
export function programs(language: Language, key: Arbitrary<string>): Arbitrary<string> {
  const texts = placesInCode.filter(({ framework }) => languagesOf(framework).includes(language)).map(({ at, slot }) => programFor(at, slot, language, gap));
  return fc.tuple(fc.constantFrom(...texts), key).map(([text, code]) => text.replaceAll(gap, () => code));
}
