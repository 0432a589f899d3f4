import fc, { type Arbitrary } from "fast-check";

/** A text with arbitrary pieces in it: written`if ${condition}: ${statement}`. */
export function written(fixed: TemplateStringsArray, ...pieces: readonly (Arbitrary<string> | string)[]): Arbitrary<string> {
  const made = pieces.map((piece) => (typeof piece === "string" ? fc.constant(piece) : piece));
  return fc.tuple(...made).map((texts) => fixed.map((text, at) => text + (texts[at] ?? "")).join(""));
}

/** Some texts, one after the other, with something between them. */
export function several(one: Arbitrary<string>, between: string, { min = 0, max = 4 }: { readonly min?: number; readonly max?: number } = {}): Arbitrary<string> {
  return fc.array(one, { minLength: min, maxLength: max }).map((texts) => texts.join(between));
}

/** One of some texts. */
export function either(...texts: readonly string[]): Arbitrary<string> {
  return fc.constantFrom(...texts);
}

/** Something, or more often nothing. */
export function perhaps(one: Arbitrary<string>): Arbitrary<string> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant("") }, { weight: 1, arbitrary: one });
}

/** Each line of a text further to the right. */
export function indented(one: Arbitrary<string>, by = "    "): Arbitrary<string> {
  return one.map((text) => text.split("\n").map((line) => (line === "" ? line : by + line)).join("\n"));
}
