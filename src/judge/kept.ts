import type { Candidate } from "../match/candidate.ts";
import type { Module } from "../types/module.ts";
import { dotted, type Call, type Span, type Value } from "../types/value.ts";
import { flowOf } from "../resolve/flow.ts";
import type { Ground } from "../resolve/ground.ts";
import { definitionsOf, moduleAt, receiverOf } from "../resolve/links.ts";
import type { Outcome } from "../resolve/outcome.ts";
import { given } from "../resolve/select.ts";
import { once } from "../resolve/once.ts";
import { bindingsOf, table } from "../resolve/sites.ts";
import { storedIn } from "./stored.ts";

/** Values that are looked at in one stored one: `json.dumps({ "key": key })`, and behind its names. */
const mostDepth = 6;
/** Values that are looked at for one key. */
const mostSteps = 4_000;

/**
 * Whether the program stores what it made, so that the next start finds it: where it is made, where a function gave it back, or under
 * one of the names that it takes to the slot. `besides`: the call that takes the key stores nothing.
 */
export function isKept({ place, sites = [place], trail }: Outcome, ground: Ground, besides: Call | undefined): boolean {
  const modules = new Set([...sites, ...trail].flatMap((one) => moduleAt(one, ground.modules) ?? []));
  let left = mostSteps;
  return [...modules].some((module) => {
    const here = <P extends { readonly path: string; readonly span: Span }>(places: readonly P[]): readonly Span[] => places.flatMap(({ path, span }) => (path === module.path ? [span] : []));
    const [made, named] = [here(sites), new Set(here(trail).map(({ start }) => start))];
    const holds = (value: Value, depth: number): boolean => {
      if (depth > mostDepth || left-- <= 0) return false;
      return made.some((span) => contains(value.span, span)) || behind(value, module, ground).some((one) => named.has(one.span.start) || holds(one.value, depth + 1));
    };
    return storedIn(module, ground).some(({ call, value }) => call !== besides && holds(value, 0));
  });
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** A value that another one is, or has in it, and where that is said. */
interface Behind {
  readonly value: Value;
  readonly span: Span;
}

function behind(value: Value, module: Module, ground: Ground): readonly Behind[] {
  const itself = (one: Value): Behind => ({ value: one, span: one.span });
  switch (value.kind) {
    case "reference": {
      const defined = definitionsOf(value, module).map(({ definition }) => definition);
      return receiverOf(value) ? defined : [...defined, ...(rootedIn(module).get(value.name) ?? [])];
    }
    case "parameter":
      return given(flowOf(value, module), value, ground).map((flow) => itself(flow.value));
    case "member":
      return [...bindingsOf(dotted(value) ?? "", module), ...(value.object.kind === "reference" ? definitionsOf(value.object, module).map(({ definition }) => definition) : [itself(value.object)])];
    case "call":
      return [...(value.callee.kind === "member" ? [value.callee.object] : []), ...value.args.map((arg) => arg.value)].map(itself);
    case "derived":
      return value.operands.map(itself);
    case "choice":
      return value.options.map((option) => itself(option.value));
    case "record":
      return value.entries.map((entry) => itself(entry.value));
    case "list":
      return value.items.map((item) => itself(item.value));
    default:
      return [];
  }
}

/** What is assigned to attributes and items of a name: `config["key"] = …` makes config hold it. */
const rootedIn = once((module) => table(module.bindings, ({ target }) => {
  const [root, ...rest] = dotted(target)?.split(".") ?? [];
  return root !== undefined && rest.length > 0 ? [root] : [];
}));

/**
 * Whether a function makes the key for a use of its own: it is made there, and what takes it there is gone when the function ends. The key
 * of one record, of one command. What is given away or kept by an object lives on.
 */
export function isForOneUse({ call, sink }: Candidate, { place, sites = [place] }: Outcome, ground: Ground): boolean {
  const module = call && moduleAt(sink, ground.modules);
  const owner = module && module.functions.map(({ value }) => value.span).filter((span) => contains(span, call.span)).toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
  if (!owner || !sites.some(({ path, span }) => path === module.path && contains(owner, span))) return false;
  return !isSetting(call, module, ground) && !outlives(call, owner, module);
}

/** `app.config.update(…)`, `app.register(…)`: what an object is told it keeps. A library's own function is no method of an object. */
function isSetting({ callee }: Call, module: Module, ground: Ground): boolean {
  return callee.kind === "member" && (ground.symbols.any(callee.object, module) ?? "()").includes("()");
}

function outlives(call: Call, owner: Span, module: Module): boolean {
  const within = module.calls.filter(({ value }) => contains(owner, value.span));
  const holds = (value: Value): boolean => contains(value.span, call.span);
  // `createHmac(…, key).update(…)`: of the product the key cannot be had again.
  if (within.some(({ value }) => value.callee.kind === "member" && holds(value.callee.object))) return false;
  const aliases = module.bindings.filter(({ value, span }) => contains(owner, span) && holds(value));
  if (aliases.some(({ target }) => target.kind !== "reference")) return true;
  const names = new Set(aliases.flatMap(({ target }) => (target.kind === "reference" ? [target.name] : [])));
  const goesOn = (value: Value): boolean => holds(value) || (value.kind === "reference" && names.has(value.name));
  const returns = module.functions.flatMap(({ value }) => (contains(owner, value.span) ? value.returns : []));
  const set = module.bindings.some(({ target, value, span }) => target.kind === "member" && contains(owner, span) && goesOn(value));
  return set || returns.some(({ value }) => goesOn(value)) || within.some(({ value }) => value !== call && value.args.some((arg) => goesOn(arg.value)));
}
