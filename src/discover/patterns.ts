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
  if (isCostly(pattern)) return "the pattern is too complex: at most 256 characters, three stars in a name and five in all, ** twice before the last part, and few choices in braces";
  return undefined;
}

/** What makes a pattern on a name (a setting, a variable, an argument's value) unfit, in words, or nothing. */
export function namePatternMistake(pattern: string): string | undefined {
  return patternMistake(pattern) ?? (/[()|+]/.test(pattern) ? "a pattern on a name cannot hold ( ) | or +; for alternatives write {A,B}" : undefined);
}

/**
 * Whether a pattern may take long to match. The steps grow with the path's length to the power of the stars, and choices multiply:
 * all of them can fit (`{a,a}{a,a}`), and each goes on alone.
 */
export function isCostly(pattern: string): boolean {
  if (pattern.length > 256) return true;
  const parts = pattern.split("/");
  const stars = parts.map((part, index) => (part !== "**" ? part.split("*").length - 1 : index < parts.length - 1 ? 1 : 0));
  const all = stars.reduce((sum, count) => sum + count, 0);
  return all > MOST_STARS || parts.slice(0, -1).filter((part) => part === "**").length > 2 || stars.some((count) => count > 3) || choices(pattern) > (all > 2 ? 16 : 256);
}

// A pattern for tests in any package, any folder and any language has four.
const MOST_STARS = 5;

/** In how many ways the braces of a pattern can be read; braces in braces count as if they stood side by side. */
function choices(pattern: string): number {
  const open: number[] = [];
  let product = 1;
  for (const unit of pattern) {
    if (unit === "{") open.push(1);
    else if (unit === "," && open.length > 0) open.push((open.pop() ?? 0) + 1);
    else if (unit === "}") product *= open.pop() ?? 1;
  }
  return open.reduce((all, one) => all * one, product);
}
