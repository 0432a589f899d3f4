import type { Finding } from "../types/finding.ts";
import { pastOf } from "./past.ts";

/** All that is said of a finding, as sentences in one line: what is wrong, what the commits tell of it, why it matters, what to do. */
export function messageOf({ what, why, fix, past, region }: Finding): string {
  return [what, ...(past ? [pastOf(past, region.path)] : []), why, fix].join(" ");
}
