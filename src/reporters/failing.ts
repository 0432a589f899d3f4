import type { ReportContext } from "../types/reporter.ts";
import type { Level } from "../types/rule.ts";

/** The least grave first. */
const levels: readonly Level[] = ["note", "warning", "error"];

/** Whether what has this level lets a run fail. */
export function isFailing(level: Level, { failOn = "warning" }: Pick<ReportContext, "failOn">): boolean {
  return failOn !== "never" && levels.indexOf(level) >= levels.indexOf(failOn);
}
