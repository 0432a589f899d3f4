import type { Finding } from "../types/finding.ts";
import type { Failure } from "../types/report.ts";
import { pastOf } from "./past.ts";

/** All that is said of a finding, as sentences in one line: what is wrong, what the commits tell of it, why it matters, what to do. */
export function messageOf({ what, why, fix, past, region }: Finding): string {
  return [what, ...(past ? [pastOf(past, region.path)] : []), why, fix].join(" ");
}

/** What its change of the file does, where one surely mends it. */
export function mendOf({ variable, fix }: Finding): string {
  return variable === undefined ? fix : `Read ${variable} from the environment, and stop where it is missing.`;
}

/** What is said of a file that was not checked in full. */
export function uncheckedOf({ message }: Failure): string {
  return `Not checked in full: ${message}.`;
}
