/**
 * The programming interface. `lint` is synchronous and prints nothing; `openTree` reads the disk; a reporter turns the report to a
 * string. No secret leaves them.
 */
export { lint, type Request } from "./lint.ts";
export { openTree, type DiskTree, type TreeOptions } from "./discover/index.ts";
export { loadConfig, type ConfigRequest, type LoadedConfig } from "./config/index.ts";
export { reporters } from "./reporters/index.ts";
export { main } from "./main.ts";
export { UsageError } from "./usage-error.ts";
export { version } from "./version.ts";
export type { Config } from "./types/config.ts";
export type { Finding, Frame, Region } from "./types/finding.ts";
export type { Framework } from "./types/framework.ts";
export type { Context } from "./types/key.ts";
export type { Model, Models } from "./types/model.ts";
export type { Failure, Report, Suppressed, UnusedIgnore } from "./types/report.ts";
export type { Reporter, ReportContext } from "./types/reporter.ts";
export type { Level, Rule } from "./types/rule.ts";
export type { Slot } from "./types/slot.ts";
export type { Tree, Unreadable } from "./types/source.ts";
export type { Out, World } from "./world.ts";
