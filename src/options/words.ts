import type { Context } from "../types/key.ts";

/** The report formats, as `--format` names them. */
export const FORMATS = ["stylish", "json", "sarif", "github", "gitlab", "junit", "markdown", "html"] as const;
export type FormatName = (typeof FORMATS)[number];

export const CONTEXTS = ["production", "development", "example", "test", "docs"] as const satisfies readonly Context[];
export const DEFAULT_CONTEXTS = ["production", "development", "example"] as const satisfies readonly Context[];
export const FAIL_ON = ["error", "warning", "note", "never"] as const;
