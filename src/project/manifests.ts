import { load } from "../load.ts";
import type { Tree } from "../types/source.ts";

/** What stands in JSON. */
export type Fields = Readonly<{ [name: string]: unknown }>;

/**
 * The fields of a JSON file that tools read by its name (package.json, tsconfig.json): none of a file that is missing, is no JSON or holds
 * something else than people write. Comments and last commas are read as TypeScript reads them. Never throws.
 */
export type Manifests = (path: string) => Fields;

/** Each file is read once, when the first question about it comes. */
export function manifestsIn(tree: Tree): Manifests {
  const known = new Map<string, Fields>();
  return (path) => {
    const fields = known.get(path) ?? fieldsOf(tree.has(path) ? tree.read(path) : undefined);
    known.set(path, fields);
    return fields;
  };
}

function fieldsOf(read: ReturnType<Tree["read"]> | undefined): Fields {
  if (!Buffer.isBuffer(read)) return {};
  const text = read.toString("utf8");
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return tolerant(text);
  }
}

function tolerant(text: string): Fields {
  try {
    return recordOf(load("jsonc-parser").parse(text, [], { allowTrailingComma: true }));
  } catch {
    // Nested deeper than a stack.
    return {};
  }
}

/** The fields of a value; none of a list, a text or nothing. */
export function recordOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** The names and versions of the packages that a package.json asks for, whatever it asks them for. */
export function dependenciesOf(manifest: Fields): readonly (readonly [name: string, range: unknown])[] {
  return Object.entries(manifest).flatMap(([key, table]) => (/dependencies$/i.test(key) ? Object.entries(recordOf(table)) : []));
}
