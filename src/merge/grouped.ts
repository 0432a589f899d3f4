/** In groups, each in the order in which it stands there. */
export function grouped<T>(all: readonly T[], by: (one: T) => string | undefined): ReadonlyMap<string | undefined, readonly T[]> {
  const groups = new Map<string | undefined, T[]>();
  for (const one of all) {
    const key = by(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** The repository that something tells it is of. */
export function own({ repository }: { readonly repository?: string }): string | undefined {
  return repository;
}
