import type { Module } from "../types/module.ts";
import type { Slot, Symbol } from "../types/slot.ts";
import type { Argument, Call, Value } from "../types/value.ts";
import { flowOf, into, type Flow } from "../resolve/flow.ts";
import { meaningOf, type Ground } from "../resolve/ground.ts";
import { hop } from "../resolve/names.ts";
import { argumentsAt } from "../resolve/select.ts";
import { once } from "../resolve/once.ts";
import { functionsOf } from "../resolve/callees.ts";
import { loaded } from "./loaded.ts";

/** A name that a program speaks of; a common word only where it is assigned to as a member: `app.keys = …`. */
export interface Spoken {
  readonly name: string;
  readonly isCommon?: true;
}

/** The names of a slot's places, but for arguments of calls: a call without its key is seen by itself. */
export function namesOf({ at }: Slot): readonly Spoken[] {
  return at.flatMap((one): readonly Spoken[] => {
    if ("attribute" in one) return [spoken(one.attribute.slice(one.attribute.lastIndexOf(".") + 1))];
    const name = "setting" in one ? one.setting : "env" in one ? one.env : "";
    return /^\w+$/.test(name) ? [{ name }] : [];
  });
}

function spoken(name: string): Spoken {
  return name.includes("_") ? { name } : { name, isCommon: true };
}

/** A module's text in small letters and without its comments; made once, for many ask. */
const spokenIn = once(({ text, comments }) => {
  const parts: string[] = [];
  let done = 0;
  for (const { span } of comments.toSorted((a, b) => a.span.start - b.span.start)) {
    parts.push(text.slice(done, Math.max(done, span.start)));
    done = Math.max(done, span.end);
  }
  return [...parts, text.slice(done)].join(" ").toLowerCase();
});

/** Whether a file speaks of a name anywhere but in its comments, in capitals or not. */
export function speaksOf(module: Module, { name, isCommon }: Spoken): boolean {
  const [whole, wanted] = [spokenIn(module), name.toLowerCase()];
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (/\w/.test(whole[at - 1] ?? " ") || /\w/.test(whole[end] ?? " ")) continue;
    if (!isCommon || (whole[at - 1] === "." && /^ ?=(?!=)/.test(whole.slice(end, end + 3)))) return true;
  }
  return false;
}

/** The mappings of settings that a slot's key is an item of: `flask.Flask().config`. */
export function holdersOf({ at }: Slot): readonly Symbol[] {
  return at.flatMap((one) => ("attribute" in one ? [one.attribute.slice(0, one.attribute.lastIndexOf("."))] : [])).filter((holder) => /\.\w+$/.test(holder));
}

/**
 * Whether a module fills an application's settings with something that is not to be seen: a file or object that cannot be found, a
 * mapping from elsewhere, names that are put together.
 */
export function fillsBlindly(module: Module, holders: readonly Symbol[], ground: Ground): boolean {
  const names = [...new Set(holders.map((holder) => holder.slice(holder.lastIndexOf(".") + 1)))];
  const isHolder = (value: Value): boolean => holders.includes(ground.symbols(value, module) ?? "") || (value.kind === "member" && names.includes(value.name) && isApplication(value.object));
  return (module.failure !== undefined && names.length > 0)
    || names.some((name) => hasComputed(module.text, name))
    || module.bindings.some(({ target }) => target.kind === "member" && isHolder(target))
    || module.calls.some(({ value: call, guards }) => isBlind(call, flowOf(call, module, guards), isHolder, ground));
}

/** What is called an application: it may be a parameter, and then nothing else tells. */
function isApplication(value: Value): boolean {
  return (value.kind === "reference" || value.kind === "member") && /app|server|flask/i.test(value.name);
}

function isBlind(call: Call, flow: Flow, isHolder: (value: Value) => boolean, ground: Ground): boolean {
  const { callee, args } = call;
  const meaning = meaningOf(call, flow, ground);
  if (meaning?.means === "load") {
    const objects = argumentsAt(flow, call, meaning.of, ground).flatMap((argument) => loaded(argument, meaning.what, ground));
    return objects.length === 0 || !objects.every(({ target }) => isClosed(target, ground));
  }
  if (callee.kind === "member" && isHolder(callee.object)) return /^(update|from_mapping)$/.test(callee.name) ? args.some((argument) => !isPlain(argument)) : /^from_/.test(callee.name);
  return args.some(({ value }) => isHolder(value)) && functionsOf(callee, flow.module, ground.modules).length === 0;
}

/** A keyword, or a mapping that is written out. */
function isPlain({ value, name, spread }: Argument): boolean {
  return spread === undefined && (name !== undefined || (value.kind === "record" && value.entries.every((entry) => entry.name !== undefined)));
}

/** Whether all bases of a loaded class, and all that a loaded module takes whole, are to be seen. */
function isClosed(flow: Flow, ground: Ground, depth = 0): boolean {
  const { value } = flow;
  if (depth > 8) return false;
  if (value.kind === "import" && value.name === undefined) {
    const whole = ground.modules.imported(value.from, flow.module);
    return whole !== undefined && whole.stars.every((from) => isClosed({ ...into(flow, { ...value, from }), module: whole }, ground, depth + 1));
  }
  if (value.kind === "class") return value.bases.every((base) => (base.kind === "reference" && base.name === "object") || isClosed(into(flow, base), ground, depth + 1));
  const next = hop(flow, ground);
  return next.length > 0 && next.every((one) => isClosed(one, ground, depth + 1));
}

/** `app.config[name] = …`: a name that is put together while the program runs. */
function hasComputed(text: string, name: string): boolean {
  const opening = `.${name}[`;
  for (let at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at + 1)) {
    if (!/["']/.test(text[at + opening.length] ?? "")) return true;
  }
  return false;
}
