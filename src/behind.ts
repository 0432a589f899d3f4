import { alonePlans, plansOf } from "./beliefs.ts";
import { examine } from "./examine.ts";
import { explain } from "./explain.ts";
import { exampleNames, withIgnored, withNames } from "./fix/example.ts";
import { planOf } from "./fix/plan.ts";
import { assigned } from "./generate/env-line.ts";
import { generate } from "./generate.ts";
import { reveal } from "./types/secret.ts";

/**
 * What stands behind the screen. Most commits need none of it: in the package it is a file of its own, which the first call loads. So
 * these are functions, and no class crosses the line. The text of keys that cross it, to be verified, is to be had here only.
 */
export const behind = { plansOf, alonePlans, examine, explain, planOf, exampleNames, withIgnored, withNames, generate, assigned, reveal } as const;
