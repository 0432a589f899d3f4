import { besideProgram } from "../load.ts";
import type { Written } from "./clauses.ts";
import { unpacked } from "./packed.ts";
import type { Plan } from "./plan.ts";
import type { Plans } from "./plans.ts";

/** Where the build puts what is looked for. */
export function fileOf(sought: Written | "uses" | "files"): string {
  return `screens/${sought ?? "any"}.${sought === "files" ? "json" : "bin"}`;
}

/** By its file: an editor asks for the same at each key. */
const known = new Map<string, Plan>();

function madeFor(sought: Written | "uses"): Plan | undefined {
  const file = fileOf(sought);
  const before = known.get(file);
  if (before) return before;
  const bytes = besideProgram(file);
  const found = bytes && unpacked(bytes);
  if (found) known.set(file, found);
  return found;
}

/** What is looked for, as the build made it of all that keylint knows; what is not there is made as `otherwise` says. */
export function plansMade(otherwise: () => Plans): Plans {
  let made: Plans | undefined;
  return {
    of(sought) {
      return madeFor(sought) ?? (made ??= otherwise()).of(sought);
    },
    get files() {
      const bytes = besideProgram(fileOf("files"));
      return bytes ? (JSON.parse(bytes.toString("utf8")) as readonly string[]) : (made ??= otherwise()).files;
    },
  };
}
