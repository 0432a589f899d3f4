import type { Holding, Part } from "./holding.ts";
import { hookFor } from "./hook.ts";
import { pipelineFor } from "./pipeline.ts";
import { configurationFor, ignoredFor } from "./settings.ts";

/** What a repository needs so that keylint runs there: with each change of its own that it has not got yet. */
export function proposed(holding: Holding): Part {
  const parts = [hookFor(holding), pipelineFor(holding), configurationFor(holding), ignoredFor(holding)];
  return { changes: parts.flatMap(({ changes }) => changes), notes: parts.flatMap(({ notes }) => notes), next: [...new Set(parts.flatMap(({ next }) => next))] };
}
