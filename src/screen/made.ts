import { besideProgram } from "../load.ts";
import type { Written } from "./clauses.ts";
import { unpacked } from "./packed.ts";
import type { Plans } from "./plans.ts";

/** Where the build puts what is looked for. */
export function fileOf(sought: Written | "uses" | "files"): string {
  return `screens/${sought ?? "any"}.${sought === "files" ? "json" : "bin"}`;
}

/** What is looked for, as the build made it of all that keylint knows; what is not there is made as `otherwise` says. */
export function plansMade(otherwise: () => Plans): Plans {
  let made: Plans | undefined;
  return {
    of(sought) {
      const bytes = besideProgram(fileOf(sought));
      return (bytes && unpacked(bytes)) ?? (made ??= otherwise()).of(sought);
    },
    get files() {
      const bytes = besideProgram(fileOf("files"));
      return bytes ? (JSON.parse(bytes.toString("utf8")) as readonly string[]) : (made ??= otherwise()).files;
    },
  };
}
