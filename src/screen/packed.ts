import type { Plan } from "./plan.ts";

/** Stands first, so that a processor with another order of bytes does not take the numbers for others. */
const mark = 0x6b65796c;

/** A plan as bytes: the mark, how many numbers the table has, these (32 bits each), and the rest as JSON. */
export function packed({ table: { next, ends }, ...rest }: Plan): Buffer {
  const states = ends.flatMap((words, state) => (words ? [[state, ...words]] : []));
  const head = Int32Array.of(mark, next.length);
  return Buffer.concat([Buffer.from(head.buffer), Buffer.from(next.buffer, next.byteOffset, next.byteLength), Buffer.from(JSON.stringify({ ...rest, states }))]);
}

/** A plan that `packed` wrote; undefined when this machine reads numbers otherwise. */
export function unpacked(bytes: Buffer): Plan | undefined {
  const [found, length = 0] = numbersAt(bytes, 0, 2);
  if (found !== mark) return undefined;
  const next = numbersAt(bytes, 8, length);
  const { states, ...rest } = JSON.parse(bytes.toString("latin1", 8 + 4 * length)) as Omit<Plan, "table"> & { readonly states: readonly (readonly [number, ...number[]])[] };
  const ends: (readonly number[] | undefined)[] = Array.from({ length: (states.at(-1)?.[0] ?? 0) + 1 });
  for (const [state, ...words] of states) ends[state] = words;
  return { ...rest, table: { next, ends } };
}

/** Numbers that stand in bytes; only where they stand as a processor wants it they need not be copied. */
function numbersAt({ buffer, byteOffset }: Buffer, start: number, length: number): Int32Array {
  const from = byteOffset + start;
  return from % 4 === 0 ? new Int32Array(buffer, from, length) : new Int32Array(buffer.slice(from, from + 4 * length));
}
