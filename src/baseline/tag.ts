import { load } from "../load.ts";
import type { Marked } from "../types/mark.ts";

/** What a baseline holds of a value: eight bits, as two hex digits. Who guesses a weak key learns of it only that most others are wrong. */
export function tagOf({ mark }: Marked, salt: string): string {
  return mark.digest(salt).slice(0, 2);
}

/** Salts that are tried for a new file. */
const tries = 16;

/** A salt for a new file, of 128 random bits: of some, the one under which the fewest keys of one name have the same tag. */
export function saltFor(found: readonly Marked[]): string {
  const [once] = salts(1);
  const distinct = [...new Map(found.map((one) => [`${one.finding.name}\0${one.mark.digest(once ?? "")}`, one])).values()];
  const apart = (salt: string): number => new Set(distinct.map((one) => `${one.finding.name}\0${tagOf(one, salt)}`)).size;
  let best = { salt: "", size: -1 };
  for (const salt of salts(tries)) {
    const size = apart(salt);
    if (size > best.size) best = { salt, size };
    if (size === distinct.length) break;
  }
  return best.salt;
}

function salts(count: number): readonly string[] {
  return Array.from({ length: count }, () => load("node:crypto").randomBytes(16).toString("hex"));
}
