/** Kinds of bytes: 1 to 36 for letters and digits, `join` for what joins parts of names, 0 for all else. */
export const [join, kinds] = [37, 38];

/** By byte. */
export const kindOf = new Uint8Array(256);
for (let at = 0; at < 10; at++) kindOf[48 + at] = 27 + at;
for (let at = 0; at < 26; at++) kindOf[65 + at] = kindOf[97 + at] = 1 + at;
// NUL joins too: it stands between the letters of UTF-16.
for (const sign of "_-.$/@ \0") kindOf[sign.charCodeAt(0)] = join;

/**
 * States as rows, `kinds` columns each: the row that a byte leads to, negative where words end there; and these words, by state. What
 * joins the parts of a name changes nothing.
 */
export interface Table {
  readonly next: Int32Array;
  readonly ends: readonly (readonly number[] | undefined)[];
}

/** A text's letters and digits, as kinds. */
export function kindsIn(text: string): readonly number[] {
  return Array.from(text, (sign) => kindOf[sign.charCodeAt(0) & 255] ?? 0).filter((kind) => kind !== join && kind !== 0);
}

/**
 * The automaton of Aho and Corasick (Efficient string matching, 1975, https://doi.org/10.1145/360825.360855): one step for each byte,
 * however many words there are.
 */
export function tableFor(texts: readonly string[]): Table {
  const words = texts.map(kindsIn);
  const ends: (number[] | undefined)[] = [undefined];
  /** By state: which letters lead on, and where to. */
  const onward: Map<number, number>[] = [new Map()];
  for (const [word, letters] of words.entries()) {
    let state = 0;
    for (const kind of letters) {
      const known = onward[state]?.get(kind) ?? onward.push(new Map()) - 1;
      onward[state]?.set(kind, known);
      state = known;
    }
    if (state !== 0) (ends[state] ??= []).push(word);
  }
  return { next: filled(ends, onward), ends };
}

/** Breadth first: where no word goes on, what was read goes on as its longest end does that begins a word. */
function filled(ends: (number[] | undefined)[], onward: readonly ReadonlyMap<number, number>[]): Int32Array {
  const next = new Int32Array(onward.length * kinds);
  const shorter = new Int32Array(onward.length);
  const queue: number[] = [0];
  for (const state of queue) {
    const row = state * kinds;
    const back = (shorter[state] ?? 0) * kinds;
    if (state !== 0) next.copyWithin(row, back, back + kinds);
    for (const [kind, target] of onward[state] ?? []) {
      const fallback = state === 0 ? 0 : Math.abs(next[row + kind] ?? 0) / kinds;
      shorter[target] = fallback;
      const more = ends[fallback];
      if (more) ends[target] = [...(ends[target] ?? []), ...more];
      next[row + kind] = ends[target] ? -target * kinds : target * kinds;
      queue.push(target);
    }
    next[row + join] = row;
  }
  return next;
}
