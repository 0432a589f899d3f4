import picomatch from "picomatch";

export interface GlobOptions {
  /** Case does not count. */
  readonly nocase?: boolean;
}

const known = new Map<string, (text: string) => boolean>();

/**
 * A test of names or paths against picomatch patterns; `*` meets a leading dot, too. Compiled when first asked: plain names are looked up,
 * all others are one regular expression, for compiling each on its own takes longer than most runs. Tests are kept: many slots share patterns.
 */
export function globs(patterns: readonly string[], { nocase = false }: GlobOptions = {}): (text: string) => boolean {
  const all = `${nocase}\n${patterns.join("\n")}`;
  const test = known.get(all) ?? made(patterns, nocase);
  known.set(all, test);
  return test;
}

function made(patterns: readonly string[], nocase: boolean): (text: string) => boolean {
  if (patterns.length === 0) return () => false;
  const asked = (text: string): string => (nocase ? text.toLowerCase() : text);
  let compiled: { readonly plain: ReadonlySet<string>; readonly others: RegExp | undefined } | undefined;
  return (text) => {
    compiled ??= compile(patterns, nocase);
    return compiled.plain.has(asked(text)) || (compiled.others?.test(text) ?? false);
  };
}

/** @throws never: a pattern that is no expression meets nothing. */
function compile(patterns: readonly string[], nocase: boolean): { plain: ReadonlySet<string>; others: RegExp | undefined } {
  const plain = patterns.filter((pattern) => /^[\w./-]+$/.test(pattern) && !pattern.startsWith("./"));
  const others = patterns.filter((pattern) => !plain.includes(pattern));
  return {
    plain: new Set(nocase ? plain.map((pattern) => pattern.toLowerCase()) : plain),
    others: others.length === 0 ? undefined : new RegExp(others.map((pattern) => picomatch.makeRe(pattern, { dot: true, nocase }).source).join("|"), nocase ? "i" : ""),
  };
}
