import picomatch from "picomatch";

/**
 * A test of paths against patterns as users write them in a configuration. `*`, `**`, `?`, `[…]` and `{a,b}` are picomatch's. As in
 * a `.gitignore`, a pattern without a slash (but at its end) speaks of a name in any folder, and one that names a folder speaks of
 * all below it. Round brackets and the like are plain text (`app/(auth)/page.tsx`): as parts of a pattern they can be made to run for ever.
 */
export function matcher(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  return picomatch(patterns.flatMap(variants), { dot: true, noextglob: true, nonegate: true });
}

function variants(pattern: string): string[] {
  const plain = pattern.replace(/^\.\//, "").replace(/^\//, "").replace(/\/$/, "");
  const anchored = pattern.startsWith("/") || pattern.startsWith("./") || plain.includes("/");
  const path = (anchored ? plain : `**/${plain}`).replace(/\\.|[()|+@^$]/g, (part) => (part.length > 1 ? part : `\\${part}`));
  if (path === "**" || path.endsWith("/**")) return [path];
  return pattern.endsWith("/") ? [`${path}/**/*`] : [path, `${path}/**`];
}

/** What makes a pattern unfit, in words, or nothing. */
export function patternMistake(pattern: string): string | undefined {
  if (pattern === "") return "an empty pattern matches nothing";
  if (pattern.startsWith("!")) return "a pattern cannot begin with !; list what is meant";
  const parts = pattern.split("/");
  if (parts.includes("..")) return "a pattern cannot lead out of its folder with ..";
  if (parts.some((part) => part.includes("**") && part !== "**")) return "** stands for folders and must be alone between slashes";
  if (isCostly(pattern)) return "the pattern is too complex: at most 256 characters, three stars in a name, and ** twice before the last part";
  return undefined;
}

/** What makes a pattern on a name (a setting, a variable, an argument's value) unfit, in words, or nothing. */
export function namePatternMistake(pattern: string): string | undefined {
  return patternMistake(pattern) ?? (/[()|+]/.test(pattern) ? "a pattern on a name cannot hold ( ) | or +; for alternatives write {A,B}" : undefined);
}

/**
 * Whether a pattern may take long to match. The steps grow with the path's length to the power of the stars: with three in a name
 * (255 units at most) and two `**` that other parts follow, the worst path still takes milliseconds.
 */
export function isCostly(pattern: string): boolean {
  if (pattern.length > 256) return true;
  const parts = pattern.split("/");
  return parts.slice(0, -1).filter((part) => part === "**").length > 2 || parts.some((part) => part !== "**" && part.split("*").length > 4);
}
