import type { Place } from "../types/key.ts";
import type { Span, Value } from "../types/value.ts";
import { argumentAt } from "../resolve/arguments.ts";
import { meaningOf, type Ground } from "../resolve/ground.ts";
import { definitionsOf } from "../resolve/links.ts";
import { once } from "../resolve/once.ts";
import { assignmentsTo, dotted } from "../resolve/sites.ts";

/** Values that are looked at in one stored argument: `json.dumps({ "key": key })`. */
const mostDepth = 6;

/** Stored values that are looked at in one file: a program with more of them writes something else. */
const mostStored = 256;

const storedIn = once((module, ground: Ground) => module.calls.flatMap(({ value: call }) => {
  const meaning = meaningOf(call, { module }, ground);
  if (meaning?.means === "keep") return argumentAt(call, meaning.of) ?? [];
  return isStoring(call.callee) ? call.args.map((arg) => arg.value) : [];
}).slice(0, mostStored));

/** A function of the program's own that stores what it is given, by its name: `self._write_secret_file(key)`, `saveKey(key)`. */
function isStoring(callee: Value): boolean {
  const name = callee.kind === "member" || callee.kind === "reference" ? callee.name : "";
  return /^_{0,2}(write|save|store|persist|dump)(_|[A-Z]|$)/.test(name);
}

/** Whether the file in which a value is made stores it too, so that the next start finds it: `file.write(key)`. */
export function isKept({ path, span }: Place, ground: Ground): boolean {
  const module = ground.modules.get(path);
  if (!module) return false;
  return storedIn(module, ground).some((stored) => holds(stored, 0));

  function holds(value: Value, depth: number): boolean {
    if (depth > mostDepth || !module) return false;
    if (contains(value.span, span)) return true;
    if (value.kind === "reference") return definitionsOf(value, module).some(({ definition }) => contains(definition.value.span, span));
    const assigned = value.kind === "member" ? assignmentsTo(dotted(value) ?? "", module) : [];
    if (assigned.some((binding) => contains(binding.value.span, span))) return true;
    return partsOf(value).some((part) => holds(part, depth + 1));
  }
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** What a stored value is made of. */
function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case "call":
      return [...(value.callee.kind === "member" ? [value.callee.object] : []), ...value.args.map((arg) => arg.value)];
    case "member":
      return [value.object];
    case "derived":
      return value.operands;
    case "record":
      return value.entries.map((entry) => entry.value);
    case "list":
      return value.items.map((item) => item.value);
    default:
      return [];
  }
}
