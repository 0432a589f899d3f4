import { printable } from "../text/printable.ts";
import { UsageError } from "../usage-error.ts";
import { namesFrom } from "./names.ts";

/** What a report holds of one repository. */
export interface Found<Content> {
  /** The report's file, as typed. */
  readonly file: string;
  /** Absent: the report is about one repository, and does not say which. */
  readonly name?: string;
  readonly content: Content;
}

/** Found in several reports, each repository once and with a name; or all there is, found in one report, that needs none. */
export type Together<Content> = { readonly only: Content } | { readonly parts: readonly { readonly name: string; readonly content: Content; readonly isNew: boolean }[] };

/**
 * Brings together what reports hold. Of a repository that stands in several of them the same once; a report that names none is named by its file.
 * @throws UsageError when two reports say different things of one repository
 */
export function together<Content>(found: readonly Found<Content>[]): Together<Content> {
  const [only, ...others] = found;
  if (only && others.length === 0 && only.name === undefined) return { only: only.content };
  const names = namesFrom(found.filter(({ name }) => name === undefined).map(({ file }) => file));
  const parts = new Map<string, { readonly file: string; readonly content: Content; readonly isNew: boolean }>();
  for (const { file, name, content } of found) {
    const called = name ?? names.get(file) ?? file;
    const known = parts.get(called);
    if (known && JSON.stringify(known.content) !== JSON.stringify(content)) throw new UsageError(differing(called, known.file, file));
    if (!known) parts.set(called, { file, content, isNew: name === undefined });
  }
  return { parts: [...parts].map(([name, { content, isNew }]) => ({ name, content, isNew })) };
}

function differing(name: string, one: string, other: string): string {
  return `${printable(one)} and ${printable(other)} both report on ${printable(name)}, and not the same. Leave out the one that is outdated, or lint with the same options everywhere.`;
}
