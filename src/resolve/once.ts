import type { Module } from "../types/module.ts";

/** What a module has at some place or under some name, put in order once: a file can have many of each, and many ask. */
export function once<Found, More extends readonly unknown[]>(build: (module: Module, ...more: More) => Found): (module: Module, ...more: More) => Found {
  const known = new WeakMap<Module, { readonly found: Found }>();
  return (module, ...more) => {
    const before = known.get(module);
    if (before) return before.found;
    const found = build(module, ...more);
    known.set(module, { found });
    return found;
  };
}
