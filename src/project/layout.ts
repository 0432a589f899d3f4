import type { Tree } from "../types/source.ts";
import { aliasesIn } from "./aliases.ts";
import { dependsIn, type Depends } from "./depends.ts";
import { importResolver, type ImportResolver } from "./imports.ts";
import { manifestsIn, type Manifests } from "./manifests.ts";
import { packagesIn, type Packages } from "./packages.ts";
import { projectsIn, type Projects } from "./projects.ts";

/** How a tree is laid out: what is known of it by its files' names and manifests. */
export interface Layout {
  readonly manifests: Manifests;
  readonly projects: Projects;
  readonly packages: Packages;
  readonly depends: Depends;
  /** The file that an import means. */
  readonly imported: ImportResolver;
}

export function layoutOf(tree: Tree): Layout {
  const manifests = manifestsIn(tree);
  const packages = packagesIn(tree, manifests);
  return { manifests, packages, projects: projectsIn(tree), depends: dependsIn(tree, manifests), imported: importResolver(tree, packages, aliasesIn(tree, manifests)) };
}
