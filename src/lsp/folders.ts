import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { WorkspaceFolder } from "vscode-languageserver/node";
import { innerOf } from "../text/inside.ts";

/** The path of a document of the disk; others, as the cells of a notebook or a version that git shows, have none. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** The folders that are open in the editor. */
export class Folders {
  #paths: readonly string[];

  constructor(uris: readonly string[]) {
    this.#paths = pathsOf(uris);
  }

  change(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
    const gone = pathsOf(removed.map(({ uri }) => uri));
    this.#paths = [...this.#paths.filter((path) => !gone.includes(path)), ...pathsOf(added.map(({ uri }) => uri))];
  }

  /** The innermost of them that holds a file; else the file's own. */
  around(path: string): string {
    return this.#paths.filter((folder) => isIn(folder, path)).sort((one, other) => other.length - one.length)[0] ?? dirname(path);
  }
}

function pathsOf(uris: readonly string[]): readonly string[] {
  return uris.flatMap((uri) => pathOf(uri) ?? []);
}

function isIn(folder: string, path: string): boolean {
  return (innerOf(folder, path) ?? "") !== "";
}
