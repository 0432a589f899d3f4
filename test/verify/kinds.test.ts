import { describe, expect, test } from "vitest";
import { frameworks } from "../../rules/frameworks/index.ts";
import { kinds } from "../../src/verify/kinds.ts";
import { searched, waysOf } from "../../src/verify/search.ts";
import { tokensIn } from "../../src/verify/token.ts";
import { triedOf } from "../../src/verify/tried.ts";
import { lineOf, others, told, valuesIn } from "./keys.ts";
import { recorded } from "./tokens.ts";

const many = others(1_000);

/** A sealed session takes milliseconds for each key. */
const few = many.slice(0, 100);

/** The kind that a key matched. */
function kindOf(token: string, key: string): string | undefined {
  const tokens = tokensIn(Buffer.from(token));
  const keys = triedOf({ keys: [], environments: [], list: { shown: "", text: key }, locate: () => "" });
  return "mistake" in tokens ? undefined : tokens.flatMap((readings) => waysOf(readings) ?? []).map((ways) => searched(ways, keys, 1).match?.kind.id).find((id) => id !== undefined);
}

/** A text with another character at a place: the next one of its sort. */
function flipped(text: string, at: number): string {
  const unit = text[at] ?? "";
  const row = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ", ..."abcdefghijklmnopqrstuvwxyz", ..."0123456789"];
  const other = row.includes(unit) ? (row[(row.indexOf(unit) + 1) % row.length] ?? "") : unit === "-" ? "_" : "-";
  return text.slice(0, at) + other + text.slice(at + 1);
}

describe.each(recorded.map(({ by, kind, key, token }, at) => ({ title: `${at}: ${by}, ${kind}`, kind, key, token })))("$title", ({ kind, key, token }) => {
  const wrong = kind === "iron" ? few : many;

  test("its key is found behind 1,000 others, of a sealed session 100, none of which has made it, as its kind", () => {
    expect(lineOf(told(token, [...wrong, key, ...wrong.slice(0, 9)]))).toBe(wrong.length + 1);
    expect(kindOf(token, key)).toBe(kind);
    expect(told(token, wrong.slice(0, 9))).toMatchObject({ matched: false });
  });

  test("with one character changed, nobody has made it", () => {
    const places = valuesIn(token);
    expect(places.length).toBeGreaterThan(20);
    expect(places.filter((at) => lineOf(told(flipped(token, at), [key])) !== 0).map((at) => `${token.slice(0, at)}>>>${token.slice(at)}`)).toEqual([]);
  });

  test("cut off, nobody has made it", () => {
    const places = valuesIn(token);
    // Without the padding of its base64 a token says the same.
    const whole = token.slice(0, (places.at(-1) ?? 0) + 1).replace(/(?:=|%3D)+$/, "");
    for (const cut of [1, 2, 7, Math.floor(places.length / 2), places.length - 5]) expect(lineOf(told(whole.slice(0, whole.length - cut), [key]))).toBe(0);
  });

  test("quoted, with blanks around it and a line break behind it, it is the same", () => {
    for (const pasted of [`  ${token}\r\n`, `"${token}"`, `'${token}',`, `\uFEFF${token}`]) if (!token.includes("\n")) expect(lineOf(told(pasted, [key]))).toBe(1);
  });
});

describe("the kinds", () => {
  test("each that is tried has met a token of the real framework", () => {
    expect(kinds.map(({ id }) => id).filter((id) => !recorded.some(({ kind }) => kind === id))).toEqual([]);
  });

  test("each has an id of its own, and names a framework that keylint generates keys for", () => {
    expect(new Set(kinds.map(({ id }) => id)).size).toBe(kinds.length);
    expect(kinds.flatMap(({ framework = "flask" }) => (frameworks.some(({ id }) => id === framework) ? [] : [framework]))).toEqual([]);
  });
});
