import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { formats } from "../../src/formats/index.ts";
import { kindOf } from "../../src/formats/names.ts";
import { frameOf } from "../../src/text/frame.ts";
import { Lines } from "../../src/text/lines.ts";
import { digits, hidden, key, pieces } from "./pieces.ts";

/** Small letters only: no word of a key's look helps a frame to find it, only its place in the file. */
function sentinel(number: number): string {
  const digest = createHash("sha512").update(`keylint sentinel ${number}`).digest();
  return Array.from(digest.subarray(0, 20), (byte) => "abcdefghijklmnopqrstuvwxyz"[byte % 26]).join("");
}

/** How a piece is drawn: always the same for a seed. */
class Dice {
  #count = 0;
  readonly #seed: string;

  constructor(seed: string) {
    this.#seed = seed;
  }

  below(limit: number): number {
    return createHash("sha256").update(`${this.#seed} ${this.#count++}`).digest().readUInt32BE(0) % limit;
  }

  one<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }
}

const files = 400;

describe.each(Object.keys(pieces))("frames of %s show no text", (path) => {
  const format = formats.find(({ id }) => id === kindOf(path)?.id);

  test(`${files} files put together by lot`, () => {
    const leaks: string[] = [];
    let frames = 0;
    for (let number = 0; number < files && leaks.length < 5; number++) {
      const { text, keys, planted } = written(path, number);
      const module = format?.read(path, text);
      if (!module) continue;
      const lines = new Lines(text);
      const shown = keys.flatMap((start) => frameOf(module, spanAt(text, start), lines)?.lines.join("\n") ?? []);
      frames += shown.length;
      leaks.push(...shown.filter((frame) => planted.some((one) => holdsPiece(frame, one)) || /\d{4}/.test(frame)).map((frame) => `${frame}\n    in:\n${text}`));
    }
    expect(leaks).toEqual([]);
    expect(frames).toBeGreaterThan(files / 2);
  });
});

/** Six letters of a sentinel in a row. */
function holdsPiece(frame: string, planted: string): boolean {
  return Array.from({ length: planted.length - 5 }, (_, at) => planted.slice(at, at + 6)).some((piece) => frame.includes(piece));
}

/** A file of a few pieces, the places of its keys, and the sentinels in it. */
function written(path: string, number: number): { text: string; keys: readonly number[]; planted: readonly string[] } {
  const dice = new Dice(`${path} ${number}`);
  const own = pieces[path] ?? [];
  const bearing = own.filter((piece) => piece.includes(key));
  const drawn = Array.from({ length: 3 + dice.below(5) }, (_, at) => (at % 2 === 1 ? dice.one(bearing) : dice.one(own)));
  const planted: string[] = [];
  const keys: number[] = [];
  let text = "";
  for (const unit of `${drawn.join(dice.one(["\n", "\n", "\r\n"]))}\n`.replaceAll(digits, `${83746 + number}55${91827}`)) {
    if (unit !== hidden && unit !== key) {
      text += unit;
      continue;
    }
    if (unit === key) keys.push(text.length);
    planted.push(sentinel(planted.length));
    text += planted.at(-1) ?? "";
  }
  return { text, keys, planted };
}

/** A key's token: with its quotes, if there are any. */
function spanAt(text: string, start: number): { start: number; end: number } {
  const end = start + sentinel(0).length;
  const quote = /["'`]/.test(text[start - 1] ?? "") && text[end] === text[start - 1] ? 1 : 0;
  const long = quote === 1 && text.startsWith('"""', start - 3) ? 3 : quote;
  const prefix = text[start - long - 1] === "b" && quote === 1 ? 1 : 0;
  return { start: start - long - prefix, end: end + long };
}
