/** One of several, and which it is, from 1, of those that are called the same. */
export interface Numbered<T> {
  readonly one: T;
  readonly nth: number;
}

/** For readers that take two things with one name for one thing. */
export function numbered<T>(all: readonly T[], nameOf: (one: T) => string): readonly Numbered<T>[] {
  const counts = new Map<string, number>();
  return all.map((one) => {
    const nth = (counts.get(nameOf(one)) ?? 0) + 1;
    counts.set(nameOf(one), nth);
    return { one, nth };
  });
}
