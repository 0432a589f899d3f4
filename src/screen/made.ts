import { besideProgram } from "../load.ts";
import type { Written } from "./clauses.ts";
import { unpacked } from "./packed.ts";
import type { Plan } from "./plan.ts";

/** Where the build puts what is looked for in files of a kind. */
export function fileOf(written: Written): string {
  return `screens/${written ?? "other"}.bin`;
}

/** What is looked for in files of a kind, as the build made it of all that keylint knows. */
export function planMade(written: Written): Plan | undefined {
  const bytes = besideProgram(fileOf(written));
  return bytes && unpacked(bytes);
}
