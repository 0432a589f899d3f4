import type { Clause } from "./clauses.ts";
import type { Word } from "./scan.ts";
import { tableFor, type Table } from "./table.ts";

/** What a screen looks for, by numbers. It is plain data: the build makes it for what keylint knows, for that takes a third of the time in which Node starts. */
export interface Plan {
  /** The words that are looked for at once, and the table for that. */
  readonly words: readonly Word[];
  readonly table: Table;
  /** By word: the clauses that wait for it. */
  readonly clausesWith: readonly (readonly number[])[];
  /** By clause: how many words it waits for. */
  readonly needs: readonly number[];
  /** By clause: what else must stand there when it waits for none any more, each one of some words of `finds`. */
  readonly later: readonly (readonly (readonly number[])[])[];
  readonly finds: readonly Word[];
  /** By clause: the packages of which the project must depend on one. */
  readonly of: readonly (readonly string[] | null)[];
  /** By clause: 1 where something is used that needs a key, 0 where a key can arrive. */
  readonly uses: readonly number[];
}

/** Of a clause's exact words the most telling one is looked for, for the others stand in many files: `new` of `hmac.new`. */
export function planFor(clauses: readonly Clause[]): Plan {
  const [words, finds] = [numbering(), numbering()];
  const groups = new Map<readonly Word[], readonly number[]>();
  const parts = clauses.map(({ words: all, oneOf }) => {
    const loose = all.filter(({ exact }) => exact !== true);
    const [telling, ...others] = all.filter(({ exact }) => exact).toSorted((a, b) => weight(b) - weight(a));
    const first = [...loose, ...(telling ? [telling] : [])];
    const later = others.map((word) => [finds.numberOf(word)]);
    return { first: [...new Set(first.map(words.numberOf))], later: oneOf ? [...later, kept(groups, oneOf, () => oneOf.map(finds.numberOf))] : later };
  });
  const clausesWith: number[][] = words.all.map(() => []);
  for (const [clause, { first }] of parts.entries()) for (const word of first) clausesWith[word]?.push(clause);
  return {
    words: words.all, table: tableFor(words.all.map(({ text }) => text)), clausesWith, needs: parts.map(({ first }) => first.length),
    later: parts.map(({ later }) => later), finds: finds.all, of: clauses.map(({ of }) => of ?? null),
    uses: clauses.map(({ isUse }) => (isUse ? 1 : 0)),
  };
}

/** Words in the order in which they are met, each once. */
function numbering(): { readonly all: readonly Word[]; readonly numberOf: (word: Word) => number } {
  const all: Word[] = [];
  const numbers = new Map<string, number>();
  return { all, numberOf: (word) => kept(numbers, keyOf(word), () => all.push(word) - 1) };
}

/** What a table has under a key, made when it is asked for first. */
function kept<K, V>(table: Map<K, V>, key: K, make: () => V): V {
  const found = table.get(key) ?? make();
  table.set(key, found);
  return found;
}

/** What is imported says more than a name, and a long one more than a short one: `c` stands everywhere. */
function weight({ before, text }: Word): number {
  return text.length + (text.length > 2 && (before === "import" || before === "statement") ? 100 : 0);
}

function keyOf({ text, before, after, exact, name }: Word): string {
  // Of names that hold one word there is one for each form.
  return `${exact ? text : text.toLowerCase()} ${exact ?? ""} ${before} ${after} ${name?.form ?? ""}`;
}
