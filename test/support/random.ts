/** Numbers by lot, the same for a seed: https://en.wikipedia.org/wiki/Linear_congruential_generator, of Numerical Recipes. */
export interface Random {
  below(end: number): number;
  of<T>(list: readonly T[]): T | undefined;
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const below = (end: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
  return { below, of: (list) => list[below(list.length)] };
}
