import type { Step } from "../types/key.ts";
import type { Schema } from "../types/model.ts";
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
  /** Set where the value describes an entry of settings: what is read by it, not the value itself, is on its way. */
  readonly reading?: Reading | undefined;
  /** The places that it came through, nearest first. */
  readonly passed?: Passed | undefined;
  /** Shared by all ways that one question takes. */
  readonly question: Question;
}

/** A place, the call whose function it stood in, and what came before it. */
interface Passed {
  readonly path: string;
  readonly span: Span;
  readonly call: Call | undefined;
  readonly before: Passed | undefined;
}

/** How a library reads an entry of settings. */
export interface Reading {
  readonly schema: Schema;
  /** The call or the class that reads. */
  readonly by: Flow;
  /** The entry's name, after those of what holds it. None: all of what is read. */
  readonly path: readonly string[];
  /** What is said of the entry besides its value: the rest of an annotation. */
  readonly notes: readonly Flow[];
}

/** Steps left to an answer, and to all answers about its file: hostile input must not make them endless. */
interface Question {
  left: number;
  /** How many questions for an entry are open, one inside the other. */
  nested: number;
  readonly file: { left: number; cut: boolean };
}

/** Many more than a question about a real program takes: some hundred. */
const mostSteps = 20_000;
const mostStepsOfFile = 200_000;
/** For each question about a file that has used up its steps: enough for a plain literal, or one behind a name. */
const leastSteps = 32;

const files = new WeakMap<Module, Question["file"]>();

/** Whether a question about a file was not answered in full, because the questions before it had taken the file's steps. */
export function isExhausted(module: Module): boolean {
  return files.get(module)?.cut ?? false;
}

function questionOn(module: Module): Question {
  const file = files.get(module) ?? { left: mostStepsOfFile, cut: false };
  files.set(module, file);
  return { left: mostSteps, nested: 0, file };
}

function step({ question }: Flow): void {
  question.left--;
  question.file.left--;
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
  /** The calls whose functions it stands in. */
  readonly callers: readonly Caller[];
}

export function flowOf(value: Value, module: Module, guards: readonly Guard[] = []): Flow {
  return { value, module, guards: here(guards, module), trail: [], within: [], callers: [], question: questionOn(module) };
}

export function here(guards: readonly Guard[], module: Module, callers: readonly Caller[] = []): readonly GuardHere[] {
  return guards.map((guard) => ({ guard, module, callers }));
}

/**
 * Whether the question has taken all its steps; asked where a way would go on. One that alone takes so many goes in circles, and
 * has its answer. One that found the file's steps gone has not.
 */
export function isSpent(flow: Flow): boolean {
  if (goesRound(flow)) return true;
  const { left, file } = flow.question;
  const spent = left <= (file.left > 0 ? 0 : mostSteps - leastSteps);
  if (spent && file.left <= 0) file.cut = true;
  return spent;
}

/** Steps of a way that are looked back on: circles are small. */
const roundLength = 48;

/**
 * Whether a program's way comes through a place for the second time, and not in another call: it goes in a circle. Two steps in a row tell of
 * one place, and so do settings of one file.
 */
function goesRound({ module, passed: last }: Flow): boolean {
  if (module.language === "config" || module.language === "env") return false;
  let one = last?.before?.before;
  for (let left = roundLength; last && one && left > 0; left--, one = one.before) {
    if (one.span.start === last.span.start && one.span.end === last.span.end && one.path === last.path && one.call === last.call) return true;
  }
  return false;
}

/** Entries that are looked for to find one entry: a program in circles has no end of them. */
const mostNested = 96;

/** Looks for an entry, and for all that is needed to find it; with no answer where that goes too deep. */
export function nested({ question }: Flow, look: () => readonly Flow[]): readonly Flow[] {
  if (question.nested >= mostNested) return [];
  question.nested++;
  const found = look();
  question.nested--;
  return found;
}

/** The same way, one value deeper, in the same place. */
export function into(flow: Flow, value: Value, guards: readonly Guard[] = []): Flow {
  step(flow);
  return guards.length === 0 ? { ...flow, value, reading: undefined } : { ...flow, value, reading: undefined, guards: [...flow.guards, ...here(guards, flow.module, flow.callers)] };
}

/** The same way, through a named place. */
export function through(flow: Flow, to: { value: Value; module: Module; guards?: readonly Guard[]; span: Span; note: string; within?: string | undefined }): Flow {
  step(flow);
  return {
    value: to.value,
    module: to.module,
    guards: to.guards === undefined || to.guards.length === 0 ? flow.guards : [...flow.guards, ...here(to.guards, to.module, flow.callers)],
    trail: [{ path: to.module.path, span: to.span, note: to.note }, ...flow.trail],
    within: to.within === undefined ? flow.within : [...flow.within, to.within],
    callers: flow.callers,
    passed: { path: to.module.path, span: to.span, call: flow.callers.at(-1)?.call, before: flow.passed },
    question: flow.question,
  };
}
