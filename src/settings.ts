import { matcher } from "./discover/patterns.ts";
import type { Config } from "./types/config.ts";
import type { Framework } from "./types/framework.ts";
import type { Context } from "./types/key.ts";
import type { Models } from "./types/model.ts";
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

/** What keylint believes, put together with what the user set. */
export interface Scope {
  readonly frameworks: readonly Framework[];
  readonly models: readonly Models[];
  readonly published: ReadonlyMap<string, string>;
  readonly leastRandom: number;
  readonly ignores: readonly ConfiguredIgnore[];
  includes(path: string): boolean;
  contextOf(path: string): Context | undefined;
  levelOf(rule: string, path: string): Level | "off" | undefined;
}

interface Beliefs {
  readonly frameworks: readonly Framework[];
  readonly models: readonly Models[];
  readonly publishedKeys: readonly (readonly [value: string, source: string])[];
}

/**
 * 128 bits, the security strength that OWASP ASVS 5.0 11.2.3 asks for
 * (https://github.com/OWASP/ASVS/tree/master/5.0/en).
 */
const defaultLeastRandom = 16;

export function scopeOf({ config, publishedKeys = [] }: Settings, beliefs: Beliefs): Scope {
  const include = config.include ? matcher(config.include) : () => true;
  const exclude = matcher(config.exclude ?? []);
  const overrides = (config.overrides ?? []).map((override) => ({ ...override, matches: matcher(override.files) })).toReversed();
  return {
    frameworks: [...userFrameworks(config, beliefs.frameworks), ...beliefs.frameworks],
    models: [...userModels(config), ...beliefs.models],
    published: new Map([...beliefs.publishedKeys, ...publishedKeys.map((value) => [value, "your list"] as const)]),
    leastRandom: config.minBytes ?? defaultLeastRandom,
    ignores: config.ignore ?? [],
    includes: (path) => include(path) && !exclude(path),
    contextOf: (path) => overrides.find(({ context, matches }) => context !== undefined && matches(path))?.context,
    levelOf: (rule, path) => overrides.find(({ rules, matches }) => rules?.[rule] !== undefined && matches(path))?.rules?.[rule] ?? config.rules?.[rule],
  };
}

/** Users' slots lead; each takes its words from the framework that it names, or from the usual names. */
function userFrameworks(config: Config, frameworks: readonly Framework[]): readonly Framework[] {
  return (config.slots ?? []).flatMap((slot) => {
    const base = frameworks.find(({ id }) => id === (slot.framework ?? "generic"));
    return base ? [{ ...base, slots: [slot] }] : [];
  });
}

function userModels({ models = [] }: Config): readonly Models[] {
  return (["python", "javascript"] as const).map((language) => ({ language, models: models.filter((model) => model.language === language) }));
}
