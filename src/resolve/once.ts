import type { Module } from "../types/module.ts";

/** What a module, or another thing, has at some place or under some name, put in order once: a file can have many of each, and many ask. */
export function once<Found, More extends readonly unknown[], Key extends object = Module>(build: (key: Key, ...more: More) => Found): (key: Key, ...more: More) => Found {
  const known = new WeakMap<Key, { readonly found: Found }>();
  return (key, ...more) => {
    const before = known.get(key);
    if (before) return before.found;
    const found = build(key, ...more);
    known.set(key, { found });
    return found;
  };
}
