import { matcher } from "./discover/patterns.ts";
import type { Config } from "./types/config.ts";
import type { Context } from "./types/key.ts";
import type { Level } from "./types/rule.ts";
import type { ConfiguredIgnore } from "./suppress.ts";

/** What the user set. */
export interface Settings {
  readonly config: Config;
  /** The lines of the user's own published keys. */
  readonly publishedKeys?: readonly string[];
  /** Told of a crash on one file, for --debug. */
  readonly onCrash?: (path: string, error: unknown) => void;
}

/** What the user set, ready to be asked. */
export interface Scope {
  readonly ignores: readonly ConfiguredIgnore[];
  includes(path: string): boolean;
  contextOf(path: string): Context | undefined;
  levelOf(rule: string, path: string): Level | "off" | undefined;
}

export function scopeOf({ config }: Pick<Settings, "config">): Scope {
  const include = config.include ? matcher(config.include) : () => true;
  const exclude = matcher(config.exclude ?? []);
  const overrides = (config.overrides ?? []).map((override) => ({ ...override, matches: matcher(override.files) })).toReversed();
  return {
    ignores: config.ignore ?? [],
    includes: (path) => include(path) && !exclude(path),
    contextOf: (path) => overrides.find(({ context, matches }) => context !== undefined && matches(path))?.context,
    levelOf: (rule, path) => overrides.find(({ rules, matches }) => rules?.[rule] !== undefined && matches(path))?.rules?.[rule] ?? config.rules?.[rule],
  };
}
