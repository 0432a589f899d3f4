import type { Category, LabelContext } from "./labels.ts";

/** Rules whose reports are left out: the labels judge places where a value stands, and these speak of something else. */
export const UNJUDGED: readonly string[] = ["missing-key", "reused-key", "client-exposed-key"];

/**
 * The leading rules that say of a key what its label says. A published key may look strong (hardcoded), be a phrase (weak) or a
 * stand-in (placeholder), and leads whichever it is. An empty default is a fallback, and empty-key leads there.
 */
export const RULES_OF: Readonly<{ [category in Category]: readonly string[] }> = {
  hardcoded: ["hardcoded-key", "committed-env-file", "published-key"],
  weak: ["low-entropy-key", "short-key", "published-key"],
  placeholder: ["placeholder-key", "published-key"],
  fallback: ["default-fallback-key", "empty-key"],
  "insecure-random": ["weak-random-key"],
  ephemeral: ["ephemeral-key"],
  empty: ["empty-key"],
};

/** Our contexts that say what a label's says. Labels know no development: such values run as they stand and count as production. */
export const CONTEXTS_OF: Readonly<{ [context in LabelContext]: readonly string[] }> = {
  production: ["production", "development"],
  example: ["example"],
  test: ["test"],
  docs: ["docs"],
};
