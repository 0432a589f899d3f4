import picomatch from "picomatch";

export interface GlobOptions {
  /** Case does not count. */
  readonly nocase?: boolean;
}

type Test = (text: string) => boolean;

/** Tests by their patterns, and by the list that holds these: to put a long one together for each name takes longer than to test it. */
const [byPatterns, byList, byListNoCase] = [new Map<string, Test>(), new WeakMap<readonly string[], Test>(), new WeakMap<readonly string[], Test>()];

/**
 * A test of names or paths against picomatch patterns; `*` meets a leading dot, too. Tests are kept: many slots share patterns. Compiled
 * when first asked, and only what can meet: plain names are looked up, others must end as a pattern does, for compiling all of them
 * takes longer than most runs.
 */
export function globs(patterns: readonly string[], { nocase = false }: GlobOptions = {}): Test {
  const lists = nocase ? byListNoCase : byList;
  const known = lists.get(patterns);
  if (known) return known;
  const all = `${nocase}\n${patterns.join("\n")}`;
  const test = byPatterns.get(all) ?? made(patterns, nocase);
  byPatterns.set(all, test);
  lists.set(patterns, test);
  return test;
}

function made(patterns: readonly string[], nocase: boolean): Test {
  if (patterns.length === 0) return () => false;
  const asked = (text: string): string => (nocase ? text.toLowerCase() : text);
  let sorted: Sorted | undefined;
  return (text) => {
    sorted ??= sort(patterns, nocase);
    const end = asked(text);
    return sorted.plain.has(end) || sorted.others.some((group) => end.endsWith(group.tail) && (group.test ??= compile(group.patterns, nocase)).test(text));
  };
}

interface Sorted {
  readonly plain: ReadonlySet<string>;
  /** Patterns that end alike. */
  readonly others: readonly { readonly tail: string; readonly patterns: readonly string[]; test?: RegExp }[];
}

function sort(patterns: readonly string[], nocase: boolean): Sorted {
  const asked = (text: string): string => (nocase ? text.toLowerCase() : text);
  const [plain, others] = [new Set<string>(), new Map<string, string[]>()];
  for (const pattern of patterns.flatMap(endings)) {
    const end = asked(pattern);
    if (/^[\w./-]+$/.test(pattern) && !pattern.startsWith("./")) plain.add(end);
    else others.set(tailOf(end), [...(others.get(tailOf(end)) ?? []), pattern]);
  }
  return { plain, others: [...others].map(([tail, group]) => ({ tail, patterns: group })) };
}

/** `config.{js,ts}` is `config.js` and `config.ts`: their ends differ. */
function endings(pattern: string): readonly string[] {
  const [, head, inside] = /^([^{}\\]*)\{([\w,-]+)\}$/.exec(pattern) ?? [];
  return head === undefined || !inside?.includes(",") ? [pattern] : inside.split(",").map((end) => head + end);
}

/** Signs that stand for others in a pattern. */
const special: ReadonlySet<string> = new Set("*?[](){}!+@|");

/** What everything that a pattern meets ends in. A slash behind stars may be missing: `**\/a.js` meets `a.js`. */
function tailOf(pattern: string): string {
  let start = pattern.length;
  while (start > 0 && !special.has(pattern[start - 1] ?? "")) start--;
  return pattern.includes("\\") ? "" : pattern.slice(start).replace(/^\//, "");
}

function compile(patterns: readonly string[], nocase: boolean): RegExp {
  return new RegExp(patterns.map((pattern) => picomatch.makeRe(pattern, { dot: true, nocase }).source).join("|"), nocase ? "i" : "");
}
