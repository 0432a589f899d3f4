import { dependenciesOf, type Manifests } from "./manifests.ts";
import { folderOf, joined } from "../text/paths.ts";

/** The first number of the version of an npm package that the nearest `package.json` at or above a path asks for. */
export function versionsIn(manifests: Manifests): (name: string, path: string) => number | undefined {
  const asked = new Map<string, ReadonlyMap<string, unknown>>();
  const rangesIn = (folder: string): ReadonlyMap<string, unknown> => {
    const ranges = asked.get(folder) ?? new Map(dependenciesOf(manifests(joined(folder, "package.json"))));
    asked.set(folder, ranges);
    return ranges;
  };
  return (name, path) => {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const range = rangesIn(folder).get(name);
      const major = typeof range === "string" ? /\d+/.exec(range)?.[0] : undefined;
      if (typeof range === "string") return major === undefined ? undefined : Number(major);
      if (folder === "") return undefined;
    }
  };
}
