import { load } from "../load.ts";
import { lastName } from "../text/names.ts";
import type { Making } from "../types/key.ts";
import type { Mark } from "../types/mark.ts";
import { reveal } from "../types/secret.ts";

/** What tells one finding from another: the text of a key, under whatever name; else its name, and what makes it. */
export function markOf(n: number, name: string, making: Making | undefined): Mark {
  return { n, isText: making?.kind === "literal", digest: (salt) => load("node:crypto").createHmac("sha256", salt).update(told(name, making), "utf8").digest("hex") };
}

function told(name: string, making: Making | undefined): string {
  switch (making?.kind) {
    case "literal":
      return `= ${reveal(making.received)}`;
    case "digest":
      return `# ${reveal(making.of)}`;
    case "generated":
      return `~ ${lastName(name)} ${making.by}`;
    default:
      return `? ${lastName(name)}`;
  }
}
