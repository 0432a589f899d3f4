/** Numbers by lot from 0 to below a limit, the same on each run for a seed: https://en.wikipedia.org/wiki/Linear_congruential_generator. */
export function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % limit;
}
