import type { Region } from "../../types/finding.ts";
import { markup, type Markup } from "./markup.ts";

/** `path:line:column`. A path of letters that are written from right to left stays on its side of the numbers. */
export function place({ path, line, column }: Region): Markup {
  return markup`<code class="place">${isolated(path)}:${line}:${column}</code>`;
}

/** A name of the repository, whose direction of writing is its own. */
export function isolated(name: string): Markup {
  return markup`<bdi>${name}</bdi>`;
}
