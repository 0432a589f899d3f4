/** Of things in the order of the text the index of the first that stands here or later; how many there are when none does. */
export function firstFrom<One>(place: number, all: readonly One[], placeOf: (one: One) => number): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = all[middle];
    if (one !== undefined && placeOf(one) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of places in their order the index of the last that is here or earlier; -1 when none is. */
export function lastTo(place: number, places: readonly number[]): number {
  return firstFrom(place + 1, places, (one) => one) - 1;
}
