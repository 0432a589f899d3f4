import type { Rule } from "../src/kit.ts";
import { clientExposedKey } from "./client-exposed-key.ts";
import { committedEnvFile } from "./committed-env-file.ts";
import { defaultFallbackKey } from "./default-fallback-key.ts";
import { emptyKey } from "./empty-key.ts";
import { ephemeralKey } from "./ephemeral-key.ts";
import { hardcodedKey } from "./hardcoded-key.ts";
import { lowEntropyKey } from "./low-entropy-key.ts";
import { missingKey } from "./missing-key.ts";
import { placeholderKey } from "./placeholder-key.ts";
import { publishedKey } from "./published-key.ts";
import { reusedKey } from "./reused-key.ts";
import { shortKey } from "./short-key.ts";
import { weakRandomKey } from "./weak-random-key.ts";

/** Every rule, in lead order: the first that speaks of a key gives the finding its name. */
export const rules: readonly Rule[] = [
  clientExposedKey,
  emptyKey,
  defaultFallbackKey,
  publishedKey,
  placeholderKey,
  lowEntropyKey,
  weakRandomKey,
  shortKey,
  committedEnvFile,
  hardcodedKey,
  ephemeralKey,
  missingKey,
  reusedKey,
];
