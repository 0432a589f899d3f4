import type { Key } from "../types/key.ts";
import { reveal } from "../types/secret.ts";

/** The keys that have one text, wherever they stand, in groups of two and more. An empty text is no key. */
export function alikeOf(keys: readonly Key[]): readonly (readonly Key[])[] {
  const byText = new Map<string, Key[]>();
  for (const key of keys) {
    const { making } = key.origin;
    const text = making.kind === "literal" ? reveal(making.received) : "";
    if (text === "") continue;
    const known = byText.get(text);
    if (known) known.push(key);
    else byText.set(text, [key]);
  }
  return [...byText.values()].filter((group) => group.length > 1);
}
