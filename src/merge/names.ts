/**
 * Names for reports that name no repository, by what their files' paths differ in: `reports/shop/keylint.json` and
 * `reports/api/keylint.json` are `shop` and `api`, `shop.json` and `api.json` too.
 */
export function namesFrom(files: readonly string[]): ReadonlyMap<string, string> {
  const paths = [...new Set(files)].map((file) => ({ file, parts: partsOf(file) }));
  const [head, tail] = [common(paths.map(({ parts }) => parts)), common(paths.map(({ parts }) => parts.toReversed()))];
  const names = paths.map(({ file, parts }) => [file, parts.slice(Math.min(head, parts.length - 1), Math.max(head + 1, parts.length - tail)).join("/")] as const);
  // Where that makes two alike, as for `a/x.json` and `a/x.sarif.json`, nothing is left out.
  return new Map(new Set(names.map(([, name]) => name)).size < names.length ? paths.map(({ file }) => [file, file]) : names);
}

/** A path's parts; of the last what stands before its extension. */
function partsOf(file: string): readonly string[] {
  const parts = file.replaceAll("\\", "/").split("/").filter((part) => part !== "" && part !== "." && part !== "..");
  const last = parts.at(-1) ?? file;
  return [...parts.slice(0, -1), last.replace(/(?<=.)(?:\.(?:sarif|json)){1,2}$/i, "")];
}

/** How many parts at the beginning all have in common, at least one of each left over. */
function common(paths: readonly (readonly string[])[]): number {
  const [first = [], ...others] = paths;
  const most = paths.reduce((least, { length }) => Math.min(least, length), first.length) - 1;
  let count = 0;
  while (count < most && others.every((path) => path[count] === first[count])) count += 1;
  return count;
}
