// keylint's own list of a repository, so that every tool is given the same files.
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const project = resolve(import.meta.dirname, "../..");

const contents = `
  export { openTree } from "./src/discover/index.ts";
  export { SKIPS } from "./src/discover/defaults.ts";
  export { byName } from "./src/formats/names.ts";
  export { formats } from "./src/formats/index.ts";
`;

const banner = 'import { createRequire as benchRequire } from "node:module"; const require = benchRequire(import.meta.url);';

/**
 * What keylint looks at, asked of its sources, which Node 20 does not run as they are; the bundle is written into the cache.
 * @returns `list(folder)`: the `root` of the repository that holds a folder, and its `files`: the paths that keylint's list holds
 * and that one of its formats reads, each with the format's name; `rules`: all that decides on this, as a text.
 */
export async function keylintsListing(cache) {
  const outfile = join(cache, "listing.mjs");
  await build({ stdin: { contents, resolveDir: project, loader: "ts" }, outfile, bundle: true, platform: "node", format: "esm", banner: { js: banner }, logLevel: "error" });
  const { openTree, SKIPS, byName, formats } = await import(pathToFileURL(outfile).href);
  const formatOf = byName(() => formats);
  const list = (folder) => {
    const { root, paths } = openTree(folder);
    const files = paths.flatMap((path) => {
      const format = formatOf(path.slice(path.lastIndexOf("/") + 1));
      return format ? [{ path, format: format.id }] : [];
    });
    return { root, files };
  };
  return { list, rules: JSON.stringify([SKIPS, formats.map(({ id, files }) => [id, files])]) };
}
