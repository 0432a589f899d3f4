import type { Step } from "../types/key.ts";
import type { Module } from "../types/module.ts";
import type { Call, FunctionValue, Guard, Span, Value } from "../types/value.ts";

/** A value on its way to a slot: where it stands, what guards were met, and the steps from here to the slot, nearest first. */
export interface Flow {
  readonly value: Value;
  readonly module: Module;
  readonly guards: readonly GuardHere[];
  readonly trail: readonly Step[];
  /** Names of the classes and files that it came through, for the context. */
  readonly within: readonly string[];
  /** The calls whose functions the way went into: they say what the parameters are. */
  readonly callers: readonly Caller[];
  /** Steps left to take, shared by all ways from one start: hostile input must not make one question endless. */
  readonly effort: { left: number };
}

export interface Caller {
  readonly of: FunctionValue;
  readonly call: Call;
  /** Where the call stands. */
  readonly flow: Flow;
}

export interface GuardHere {
  readonly guard: Guard;
  readonly module: Module;
}

/** Far more than any honest program takes. */
const maxSteps = 5_000;

export function flowOf(value: Value, module: Module, guards: readonly Guard[] = []): Flow {
  return { value, module, guards: here(guards, module), trail: [], within: [], callers: [], effort: { left: maxSteps } };
}

export function here(guards: readonly Guard[], module: Module): readonly GuardHere[] {
  return guards.map((guard) => ({ guard, module }));
}

/** The same way, one value deeper, in the same place. */
export function into(flow: Flow, value: Value, guards: readonly Guard[] = []): Flow {
  return guards.length === 0 ? { ...flow, value } : { ...flow, value, guards: [...flow.guards, ...here(guards, flow.module)] };
}

/** The same way, through a named place. */
export function through(flow: Flow, to: { value: Value; module: Module; guards?: readonly Guard[]; span: Span; note: string; within?: string | undefined }): Flow {
  return {
    value: to.value,
    module: to.module,
    guards: to.guards === undefined || to.guards.length === 0 ? flow.guards : [...flow.guards, ...here(to.guards, to.module)],
    trail: [{ path: to.module.path, span: to.span, note: to.note }, ...flow.trail],
    within: to.within === undefined ? flow.within : [...flow.within, to.within],
    callers: flow.callers,
    effort: flow.effort,
  };
}
