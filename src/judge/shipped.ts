import { globs } from "../text/globs.ts";
import type { Bundler } from "../types/bundler.ts";
import type { Place, Shipped } from "../types/key.ts";
import type { Module } from "../types/module.ts";
import type { Span } from "../types/value.ts";
import type { Catalogue } from "../match/catalogue.ts";
import type { Depends } from "../project/depends.ts";
import { flowOf, type Flow } from "../resolve/flow.ts";
import type { Ground } from "../resolve/ground.ts";
import { hop } from "../resolve/names.ts";
import { select } from "../resolve/select.ts";
import { once } from "../resolve/once.ts";

/** What is known of a key that may go to browsers. */
export interface Outgoing {
  /** What the program and its settings call it on the way. */
  readonly names: Iterable<string>;
  /** From where it comes to where it goes in. */
  readonly places: readonly Place[];
  /** The program hands it to a framework. */
  readonly isUsed: boolean;
}

/** Tells by which bundler a key gets to browsers, if by any. */
export type Shipping = (key: Outgoing) => Shipped | undefined;

/** Names that some keys have, and many other things too. */
const vague = /^APP_KEYS?$/;

/** Names of what a program keeps to itself, in a place where it takes a key. */
const secret = /(^|_)(SECRET|PASSWORD|PASSPHRASE)(_|$)/;

export function shippingOf(bundlers: readonly Bundler[], catalogue: Pick<Catalogue, "env">, depends: Depends, ground: Ground): Shipping {
  const entries = bundlers.flatMap(({ title, entry, file }) => (entry === undefined || file === undefined ? [] : [{ title, entry, is: globs([file]) }]));

  function byName(name: string, { isUsed, places }: Outgoing): Shipped | undefined {
    for (const { title, prefix, packages } of bundlers) {
      if (prefix === undefined || !name.startsWith(prefix)) continue;
      const rest = name.slice(prefix.length);
      if (vague.test(rest) || !(catalogue.env(rest).length > 0 || (isUsed && secret.test(rest)))) continue;
      if (packages === undefined || places.some(({ path }) => depends(path, packages))) return { by: title, name, prefix };
    }
    return undefined;
  }

  function byPlace({ places }: Outgoing): Shipped | undefined {
    for (const { path, span } of places) {
      for (const { title, entry, is } of entries) {
        const module = is(path) ? ground.modules.get(path) : undefined;
        if (module && under(entry, module, ground).some(({ start, end }) => start <= span.start && span.end <= end)) return { by: title, entry };
      }
    }
    return undefined;
  }

  return (key) => {
    for (const name of key.names) {
      const found = byName(name, key);
      if (found) return found;
    }
    return byPlace(key);
  };
}

const spansIn = once((_module, _ground: Ground) => new Map<string, readonly Span[]>());

/** What stands under an entry of a file of settings, wherever the file's mappings are put together. */
function under(entry: string, module: Module, ground: Ground): readonly Span[] {
  const known = spansIn(module, ground);
  const before = known.get(entry);
  if (before) return before;
  let flows: readonly Flow[] = module.records.map(({ value }) => flowOf(value, module));
  for (const name of entry.split(".")) flows = flows.flatMap((flow) => select(flow, name, ground));
  const spans = flows.flatMap((flow) => [flow, ...hop(flow, ground)]).filter((flow) => flow.module.path === module.path && flow.value.kind === "record").map(({ value }) => value.span);
  known.set(entry, spans);
  return spans;
}
