import { printable } from "../text/printable.ts";
import { UsageError } from "../usage-error.ts";

/** One share of the repositories that are named, of so many. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** `I/N`, as CI services number their jobs: from 1. Throws UsageError for another form. */
export function shardOf(value: string): Shard {
  const [, index, count] = /^(\d{1,5})\/(\d{1,5})$/.exec(value) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index >= 1 && shard.index <= shard.count) return shard;
  throw new UsageError(`--shard takes a share and how many there are, from 1/4 to 4/4, not "${printable(value.slice(0, 60))}".`);
}
