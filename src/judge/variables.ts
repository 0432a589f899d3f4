import type { Key } from "../types/key.ts";
import type { Modules } from "../resolve/links.ts";
import { table } from "../resolve/sites.ts";
import type { Projects } from "../project/projects.ts";

/**
 * One origin for each variable of a project that is only read, however often: where it is read first. None where what it is set to is
 * found: that is the key.
 */
export function readOnce(keys: readonly Key[], projects: Projects, modules: Pick<Modules, "get">): readonly Key[] {
  const firsts = new Map<string, Key>();
  for (const key of keys) {
    const first = firsts.get(idOf(key));
    if (isRead(key) && (first === undefined || (isAside(first) && !isAside(key)))) firsts.set(idOf(key), key);
  }
  const set = table(keys.filter((key) => !isRead(key)), ({ name }) => [name]);
  return keys.flatMap((key) => {
    const first = isRead(key) ? firsts.get(idOf(key)) : undefined;
    if (first === undefined) return [key];
    const { context, because, origin: { place } } = first;
    return isSet(key) ? [] : [{ ...key, context, ...(because === undefined ? {} : { because }), origin: { ...key.origin, place } }];
  });

  function idOf({ name, origin: { place } }: Key): string {
    return `${projects.of(place.path)}\0${name}`;
  }

  function isSet({ name, origin: { place } }: Key): boolean {
    const homes = new Set(set.get(name)?.map((other) => other.origin.place.path));
    return [...homes].some((path) => {
      const module = modules.get(path);
      return module !== undefined && projects.supplies(module, projects.of(place.path));
    });
  }
}

function isRead({ origin: { making } }: Key): boolean {
  return making.kind === "variable";
}

function isAside({ context }: Key): boolean {
  return context === "test" || context === "docs";
}
