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
  /** Where all words stand by which a key can arrive in it. Marks the words. */
  places(bytes: Buffer, marks: Marks): Places;
}

/**
 * Where the last letters of words stand, sorted; without any, no key can arrive. `imports`: those of them that import what takes a key, whatever
 * it is called then. That one of some other words stands there, too, is asked for, but not where: what reads a variable stands beside its name.
 */
export interface Places {
  readonly words: readonly number[];
  readonly imports: readonly number[];
}

/** Which words stand in a file, by number. */
export type Marks = Uint8Array;

/** Asks for what a plan says. */
export function seekIn(plans: AlonePlans, written: Written, entries: readonly string[]): Seek {
  return seekFor(plans.of(written, entries));
}

/** Whatever the project depends on: of an earlier commit nobody knows. */
function seekFor(plan: Plan): Seek {
  const scan = scanFor(plan.words, plan.table);
  const finders = plan.finds.map(finderOf);
  const isImport = plan.words.map(({ before }) => before === "import" || before === "statement");
  const left = new Uint8Array(plan.needs.length);
  const eager = plan.needs.flatMap((needed, clause) => (needed === 0 ? [clause] : []));
  /** The clauses all of whose words stand in a file. There are thousands of clauses and few words, so it is the words that are gone through. */
  const complete = (marks: Marks): readonly number[] => {
    left.set(plan.needs);
    const clauses = [...eager];
    for (let word = marks.indexOf(1); word >= 0; word = marks.indexOf(1, word + 1)) {
      for (const clause of plan.clausesWith[word] ?? []) {
        const open = (left[clause] ?? 0) - 1;
        left[clause] = open;
        if (open === 0) clauses.push(clause);
      }
    }
    return clauses;
  };
  /** Those of which all else stands there too. */
  const holding = (marks: Marks, bytes: Buffer): readonly number[] => {
    const stands = asking(finders, bytes);
    return complete(marks).filter((clause) => (plan.later[clause] ?? []).every((oneOf) => oneOf.some(stands)));
  };
  return {
    start: () => new Uint8Array(plan.words.length),
    mark(part, marks) {
      let isNew = false;
      scan(part, marks, () => ((isNew = true), false));
      return isNew;
    },
    suffices: (marks) => complete(marks).length > 0,
    places(bytes, marks) {
      const met: number[] = [];
      scan(bytes, marks, (word, at) => {
        marks[word] = 0;
        met.push(word, at);
        return false;
      });
      for (let one = 0; one < met.length; one += 2) marks[met[one] ?? 0] = 1;
      const held = new Set(holding(marks, bytes));
      const told = pairsOf(met).filter(([word]) => plan.clausesWith[word]?.some((clause) => held.has(clause)) === true);
      const imports = told.filter(([word]) => isImport[word]).map(([, at]) => at);
      return { words: told.map(([, at]) => at).sort((a, b) => a - b), imports: imports.sort((a, b) => a - b) };
    },
  };
}

function pairsOf(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  for (let at = 0; at < numbers.length; at += 2) pairs.push([numbers[at] ?? 0, numbers[at + 1] ?? 0]);
  return pairs;
}
