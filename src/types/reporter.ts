import type { Report } from "./report.ts";
import type { Level, Rule } from "./rule.ts";

/** What a reporter may know besides the report. */
export interface ReportContext {
  readonly rules: readonly Rule[];
  /** Colours for a terminal. */
  readonly color: boolean;
  /** What several SARIF reports of one commit differ by. Absent: the uploader says it. */
  readonly category?: string;
  /** When the run began, in milliseconds since 1970, for schemas that require a time: from `main`'s world, `SOURCE_DATE_EPOCH` first. */
  readonly now: number;
  /** The least level that lets a run fail. Absent: `warning`. */
  readonly failOn?: Level | "never";
  /** Whether a file that could not be read or understood lets it fail too. */
  readonly strict?: boolean;
}

/** A report to a string, ending in a newline unless it is empty. It prints nothing and knows no file. */
export type Reporter = (report: Report, context: ReportContext) => string;
