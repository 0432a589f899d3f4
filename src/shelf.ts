/** Things that may be let go of, by name; together they have a size that is bounded. */
export interface Shelf {
  /** Puts a thing on it. Others may fall off: those that were not used longest, about. */
  put(name: string, size: number): void;
  /** Says that a thing was used, whether it is here or not. */
  use(name: string): void;
  /** Takes a thing off without letting go of it; whether it was here. */
  take(name: string): boolean;
}

/** A shelf for things of `most` together; a thing that is larger stays until the next one comes. `letGo` is told what falls off. */
export function shelfOf(most: number, letGo: (name: string) => void): Shelf {
  const sizes = new Map<string, number>();
  const used = new Set<string>();
  let total = 0;

  function take(name: string): boolean {
    total -= sizes.get(name) ?? 0;
    return sizes.delete(name);
  }

  return {
    put(name, size) {
      take(name);
      sizes.set(name, size);
      used.add(name);
      total += size;
      for (const [other, otherSize] of sizes) {
        if (total <= most) break;
        if (other === name) continue;
        take(other);
        // One that was used since it last came up has another turn.
        if (!used.delete(other)) letGo(other);
        else {
          sizes.set(other, otherSize);
          total += otherSize;
        }
      }
    },
    use: (name) => void used.add(name),
    take,
  };
}
