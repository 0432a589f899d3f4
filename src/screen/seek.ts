import type { Written } from "./clauses.ts";
import type { Plan } from "./plan.ts";
import type { AlonePlans } from "./plans.ts";
import { asking, finderOf, scanFor } from "./scan.ts";

/** The words of keys that stand in a file, asked for part by part. */
export interface Seek {
  /** Nothing is known of a file. */
  start(): Marks;
  /** Marks the words that stand in a part; some that only seem to stand at its ends too. True when there are others than before. */
  mark(part: Buffer, marks: Marks): boolean;
  /** Whether a key can arrive in a file with these words, whatever else stands in it. */
  suffices(marks: Marks): boolean;
  /** Where the last letters stand of all words by which a key can arrive in it. Empty: none can. Marks the words. */
  places(bytes: Buffer, marks: Marks): readonly number[];
}

/** Which words stand in a file, by number. */
export type Marks = Uint8Array;

/** Asks for what a plan says. */
export function seekIn(plans: AlonePlans, written: Written, entries: boolean): Seek {
  return seekFor(plans.of(written, entries));
}

/** Whatever the project depends on: of an earlier commit nobody knows. */
function seekFor(plan: Plan): Seek {
  const scan = scanFor(plan.words, plan.table);
  const finders = plan.finds.map(finderOf);
  const clauses = clausesOf(plan);
  const stand = (needed: readonly number[], marks: Marks): boolean => needed.every((word) => marks[word] === 1);
  const holding = (marks: Marks, bytes: Buffer): readonly (readonly number[])[] => {
    const stands = asking(finders, bytes);
    return clauses.filter((needed, clause) => stand(needed, marks) && (plan.later[clause] ?? []).every((oneOf) => oneOf.some(stands)));
  };
  return {
    start: () => new Uint8Array(plan.words.length),
    mark(part, marks) {
      let isNew = false;
      scan(part, marks, () => ((isNew = true), false));
      return isNew;
    },
    suffices: (marks) => clauses.some((needed) => stand(needed, marks)),
    places(bytes, marks) {
      const met: number[] = [];
      scan(bytes, marks, (word, at) => {
        marks[word] = 0;
        met.push(word, at);
        return false;
      });
      for (let one = 0; one < met.length; one += 2) marks[met[one] ?? 0] = 1;
      const telling = new Set(holding(marks, bytes).flat());
      const places: number[] = [];
      for (let one = 0; one < met.length; one += 2) if (telling.has(met[one] ?? 0)) places.push(met[one + 1] ?? 0);
      return places.sort((a, b) => a - b);
    },
  };
}

/** The words that each clause waits for. */
function clausesOf({ clausesWith, needs }: Plan): readonly (readonly number[])[] {
  const clauses: number[][] = needs.map(() => []);
  for (const [word, waiting] of clausesWith.entries()) for (const clause of waiting) clauses[clause]?.push(word);
  return clauses;
}
