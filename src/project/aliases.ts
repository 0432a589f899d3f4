import { folderOf, joined } from "../text/paths.ts";
import type { Tree } from "../types/source.ts";
import { recordOf, type Manifests } from "./manifests.ts";

/** The paths, without their endings, that an import can mean by a name that the project gives to its folders; best first. */
export type Aliases = (from: string, importer: string) => readonly string[];

/** One name: `@/*` and the paths that stand for it, from the root. */
interface Alias {
  readonly pattern: string;
  readonly targets: readonly string[];
}

/** Files that a configuration extends or refers to: people write two or three. */
const mostConfigurations = 8;

/**
 * Names that bundlers and frameworks know without a word in tsconfig.json: `~` and `@` of Nuxt, Remix and vue-cli, `$lib` of SvelteKit,
 * `/imports` of Meteor. https://nuxt.com/docs/api/nuxt-config#alias, https://svelte.dev/docs/kit/$lib
 */
const conventions: readonly (readonly [start: string, folders: readonly string[]])[] = [
  ["~/", ["", "src", "app"]], ["@/", ["src", "", "app"]], ["~~/", [""]], ["@@/", [""]], ["$lib/", ["src/lib"]], ["/", [""]],
];

/** `paths` and `baseUrl` of tsconfig.json and jsconfig.json, `imports` of package.json, conventions: of the nearest folder that has them. */
export function aliasesIn(tree: Tree, manifests: Manifests): Aliases {
  const known = new Map<string, readonly Alias[]>();
  const of = (folder: string): readonly Alias[] => {
    const before = known.get(folder);
    if (before) return before;
    const own = [...["tsconfig.json", "jsconfig.json"].flatMap((name) => ofTypeScript(joined(folder, name), tree, manifests)), ...ofPackage(folder, manifests)];
    const all = own.length > 0 || folder === "" ? own : of(folderOf(folder));
    known.set(folder, all);
    return all;
  };
  return (from, importer) => {
    const named = of(folderOf(importer)).flatMap((alias) => matched(alias, from));
    return named.length > 0 ? named : byConvention(from, importer, tree);
  };
}

function matched({ pattern, targets }: Alias, from: string): readonly string[] {
  const [start = "", end] = pattern.split("*");
  if (end === undefined) return from === pattern ? targets : [];
  if (!from.startsWith(start) || !from.endsWith(end) || from.length < start.length + end.length) return [];
  const middle = from.slice(start.length, from.length - end.length);
  return targets.map((target) => target.replace("*", () => middle));
}

/** https://www.typescriptlang.org/tsconfig/#paths: from `baseUrl`, or else from the file's own folder. */
function ofTypeScript(path: string, tree: Tree, manifests: Manifests): readonly Alias[] {
  const seen = new Set<string>();
  const read = (at: string): readonly Alias[] => {
    if (seen.has(at) || seen.size >= mostConfigurations) return [];
    seen.add(at);
    const settings = manifests(at);
    const folder = folderOf(at);
    const options = recordOf(settings["compilerOptions"]);
    const base = typeof options["baseUrl"] === "string" ? joined(folder, options["baseUrl"]) : undefined;
    const own = Object.entries(recordOf(options["paths"])).map(([pattern, targets]) => ({ pattern, targets: textsOf(targets).map((target) => joined(base ?? folder, target)) }));
    const more = base === undefined ? own : [...own, { pattern: "*", targets: [joined(base, "*")] }];
    if (more.length > 0) return more;
    const others = [...textsOf(settings["extends"]), ...listOf(settings["references"]).flatMap((one) => textsOf(recordOf(one)["path"]))];
    return others.filter((other) => other.startsWith(".")).flatMap((other) => read(configurationAt(joined(folder, other), tree)));
  };
  return read(path);
}

/** `./tsconfig.base`, `./packages/app`: the ending, or the file of the folder, may be left out. */
function configurationAt(path: string, tree: Tree): string {
  return [path, `${path}.json`, joined(path, "tsconfig.json")].find((one) => tree.has(one)) ?? path;
}

/** https://nodejs.org/api/packages.html#subpath-imports */
function ofPackage(folder: string, manifests: Manifests): readonly Alias[] {
  return Object.entries(recordOf(manifests(joined(folder, "package.json"))["imports"])).map(([pattern, target]) => ({
    pattern,
    targets: leavesOf(target).filter((one) => one.startsWith("./")).map((one) => joined(folder, one)),
  }));
}

function byConvention(from: string, importer: string, tree: Tree): readonly string[] {
  const [start, folders] = conventions.find(([one]) => from.startsWith(one)) ?? [];
  if (start === undefined || folders === undefined) return [];
  let root = folderOf(importer);
  while (root !== "" && !tree.has(joined(root, "package.json"))) root = folderOf(root);
  return folders.map((folder) => joined(root, folder, from.slice(start.length)));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string");
}

/** The texts inside conditions: `{ "node": "./a.js", "default": "./b.js" }`. */
function leavesOf(value: unknown, depth = 0): readonly string[] {
  return typeof value === "string" ? [value] : depth > 4 ? [] : Object.values(recordOf(value)).flatMap((one) => leavesOf(one, depth + 1));
}
