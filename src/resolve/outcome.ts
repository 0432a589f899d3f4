import type { Place, Step } from "../types/key.ts";
import type { Bytes } from "./bytes.ts";
import type { Flow, GuardHere } from "./flow.ts";

/** What one way to a slot ends in. */
export type Ending =
  | { readonly kind: "bytes"; readonly bytes: Bytes }
  | { readonly kind: "generated"; readonly by: string; readonly strength: "strong" | "random" | "time" | "machine" | "uuid1"; readonly random?: number }
  | { readonly kind: "digest"; readonly length: number; readonly bytes: Bytes }
  /** A number: no key, but it may count or stand in a text. */
  | { readonly kind: "number"; readonly value: number }
  /** A variable that may be missing, with nothing behind it. */
  | { readonly kind: "absent" }
  /** None, null, undefined. */
  | { readonly kind: "none" }
  | { readonly kind: "unknown" };

/** What may be missing: a variable of the process, or, with `setting`, a setting that the program keeps. */
export interface Behind {
  readonly variable?: string;
  /** Others that are read when that one is missing, or before. */
  readonly also?: readonly string[];
  readonly setting?: true;
  readonly emptyTakesDefault: boolean;
  /** Where it is read. Unset on the way that ends there. */
  readonly read?: Way;
}

/** From an origin to the slot. */
export interface Way {
  /** The token of the origin. */
  readonly place: Place;
  readonly guards: readonly GuardHere[];
  readonly trail: readonly Step[];
  readonly within: readonly string[];
}

export interface Outcome extends Way {
  readonly ending: Ending;
  /** Of what the program makes: the generator, and the calls of functions that give back what it made. One of them is the token. */
  readonly sites?: readonly Place[];
  /** Set when it stands behind something that may be missing. */
  readonly behind?: Behind;
}

/** The names that a value stands behind. */
export function namesBehind({ behind }: Pick<Outcome, "behind">): readonly string[] {
  return behind?.variable === undefined ? [] : [behind.variable, ...(behind.also ?? [])];
}

/** The way to where what an outcome stands behind is read. What is said of the outcome alone, that it counts in development only, is not said of that. */
export function wayBehind(outcome: Outcome): Way {
  return outcome.behind?.read ?? outcome;
}

export function end(flow: Flow, ending: Ending): Outcome {
  const place = { path: flow.module.path, span: flow.value.span };
  return { ending, place, guards: flow.guards, trail: flow.trail, within: flow.within };
}

export function unknown(flow: Flow): Outcome {
  return end(flow, { kind: "unknown" });
}
