import { load } from "../load.ts";
import { lastName } from "../text/names.ts";
import type { Making } from "../types/key.ts";
import type { Mark } from "../types/mark.ts";
import { reveal } from "../types/secret.ts";

/** What tells one key of a name from another one: its text, or what makes it. How much of a name is known may change with what else is read. */
export function markOf(n: number, name: string, making: Making | undefined): Mark {
  return { n, digest: (salt) => load("node:crypto").createHmac("sha256", salt).update(`${lastName(name)}\0${told(making)}`, "utf8").digest("hex") };
}

function told(making: Making | undefined): string {
  switch (making?.kind) {
    case "literal":
      return `= ${reveal(making.received)}`;
    case "digest":
      return `# ${reveal(making.of)}`;
    case "generated":
      return `~ ${making.by}`;
    default:
      return "";
  }
}
