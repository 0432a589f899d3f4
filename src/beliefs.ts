import { frameworks } from "../rules/frameworks/index.ts";
import { models } from "../rules/models/index.ts";
import { publishedKeys } from "../rules/published-keys.ts";
import { memo } from "./memo.ts";
import { plansAlone, plansFor, type AlonePlans, type Plans } from "./screen/plans.ts";
import type { Settings } from "./settings.ts";
import type { Config } from "./types/config.ts";
import type { Framework } from "./types/framework.ts";
import type { Models } from "./types/model.ts";

/** What keylint knows, put together with what the user knows. */
export interface Beliefs {
  readonly frameworks: readonly Framework[];
  readonly models: readonly Models[];
  readonly published: ReadonlyMap<string, string>;
  readonly leastRandom: number;
}

/**
 * 128 bits, the security strength that OWASP ASVS 5.0 11.2.3 asks for
 * (https://github.com/OWASP/ASVS/tree/master/5.0/en).
 */
const defaultLeastRandom = 16;

export function beliefsOf({ config, publishedKeys: own = [] }: Settings): Beliefs {
  return {
    ...withUsers(config),
    published: new Map([...publishedKeys, ...own.map((value) => [value, "your list"] as const)]),
    leastRandom: config.minBytes ?? defaultLeastRandom,
  };
}

const withUsers = memo((config: Config) => ({ frameworks: [...userFrameworks(config), ...frameworks], models: [...userModels(config), ...models] }));

/** What is looked for, the user's own among it. */
export function plansOf(settings: Settings): Plans {
  const beliefs = beliefsOf(settings);
  return plansFor(beliefs.frameworks, beliefs.models);
}

/** What is looked for in a file by itself, with the variables by these names that programs read keys from. */
export function alonePlans(config: Config, names: readonly string[]): AlonePlans {
  const { frameworks: all, models: own } = withUsers(config);
  return plansAlone(all, own, names);
}

/** Users' slots lead; each takes its words from the framework that it names, or from the usual names. */
function userFrameworks({ slots = [] }: Config): readonly Framework[] {
  return slots.flatMap((slot) => {
    const base = frameworks.find(({ id }) => id === (slot.framework ?? "generic"));
    return base ? [{ ...base, slots: [slot] }] : [];
  });
}

function userModels({ models: own = [] }: Config): readonly Models[] {
  return (["python", "javascript"] as const).map((language) => ({ language, models: own.filter((model) => model.language === language) }));
}
