import type { Encoding, Meaning } from "../types/model.ts";
import type { Module } from "../types/module.ts";
import { asName } from "../types/secret.ts";
import type { Call, Choice, Item, Value } from "../types/value.ts";
import { decodeBytes, encodeBytes, joinBytes, type Bytes } from "./bytes.ts";
import { composed, derived, made } from "./compose.ts";
import { into, isSpent, type Flow } from "./flow.ts";
import { end, namesBehind, unknown, wayBehind, type Ending, type Outcome } from "./outcome.ts";
import { entriesOf, meaningOf, type Ground } from "./ground.ts";
import { nameAt } from "./names.ts";
import { follow } from "./follow.ts";
import { takesDefault } from "./limits.ts";
import { argumentsAt, entryAt, given, nameOf, part, returned, select, subject } from "./select.ts";
import { callsWithin } from "./sites.ts";
import { padded, sliced } from "./slices.ts";
import { emptyTakes, waysOf } from "./variables.ts";

const maxDepth = 40;
const maxOutcomes = 64;

/** Where a value's bytes come from: every way, in the order of the text. */
export function resolve(start: Flow, ground: Ground): readonly Outcome[] {
  return visit(start, ground, 0);
}

function visit(flow: Flow, ground: Ground, depth: number): readonly Outcome[] {
  if (depth > maxDepth || isSpent(flow)) return [];
  const { value } = flow;
  const go = (next: Flow): readonly Outcome[] => visit(next, ground, depth + 1);
  const all = (flows: readonly Flow[]): readonly Outcome[] => {
    const found = flows.flatMap(go).slice(0, maxOutcomes);
    return found.length > 0 ? found : [madeWithin(flow, ground)];
  };
  if (flow.reading) return fallThrough(waysOf(flow, flow.reading, ground, go), emptyTakes(flow.reading, ground));
  switch (value.kind) {
    case "literal":
      return [end(flow, { kind: "bytes", bytes: value })];
    case "constant":
      return [end(flow, typeof value.value === "number" ? { kind: "number", value: value.value } : { kind: value.value === true ? "unknown" : "none" })];
    case "choice":
      return choose(flow, value, go);
    case "derived":
      return derived(flow, value, ground, go);
    case "list":
      return all(value.items.map((item) => into(flow, item.value)));
    case "member":
      return ofMember(flow, ground, all);
    case "item":
      return ofItem(flow, value, ground, all);
    case "import":
      return value.name !== undefined && entriesOf({ ...value, name: undefined }, flow.module, ground) === "env" ? [absent(flow, value.name)] : all(follow(flow, ground));
    case "reference": {
      const next = follow(flow, ground);
      return next.length === 0 && isSettings(flow.module) ? [absent(flow, value.name)] : all(next);
    }
    case "parameter":
      return ofParameter(flow, ground, go);
    case "call":
      return ofCall(flow, value, ground, go, all);
    case "function":
    case "class":
    case "record":
      return [unknown(flow)];
    default:
      return [madeWithin(flow, ground)];
  }
}

/** Where a name that the file does not define is a variable that comes from outside. */
function isSettings({ language }: Module): boolean {
  return language === "env" || language === "config";
}

function absent(flow: Flow, variable: string | undefined, means: "env" | "setting" = "env"): Outcome {
  const behind = { ...(variable === undefined ? {} : { variable }), ...(means === "setting" ? { setting: true as const } : {}), emptyTakesDefault: false };
  return { ...end(flow, { kind: "absent" }), behind };
}

/**
 * Something that is not understood, but a generator is called inside it: `"".join(random.choice(…) for …)`,
 * `[…].map(() => Math.random())`. A strong one counts only where no unknown function could keep what it made, and a clock only where
 * none could use it for something else: `fetch_key(now=time.time())`.
 */
function madeWithin(flow: Flow, ground: Ground): Outcome {
  const generators = callsWithin(flow.module, flow.value.span).filter(({ value }) => value !== flow.value).flatMap(({ value }) => {
    const meaning = meaningOf(value, into(flow, value), ground);
    return meaning?.means === "generate" ? [{ call: value, meaning }] : [];
  });
  const unknownCall = flow.value.kind === "call";
  const weak = generators.find(({ meaning }) => meaning.strength !== "strong" && !(unknownCall && meaning.strength === "time"));
  const found = weak ?? (unknownCall ? undefined : generators[0]);
  return found ? end(flow, { kind: "generated", by: ground.symbols(found.call.callee, flow.module) ?? "a generator", strength: found.meaning.strength }) : unknown(flow);
}

/** `a or b`, `a ?? b`: a later value counts where the earlier may be missing. Other choices take every option. */
function choose(flow: Flow, { how, options }: Choice, go: (flow: Flow) => readonly Outcome[]): readonly Outcome[] {
  if (how === "condition" || how === "branch" || how === "except") {
    return options.flatMap((option) => go(into(flow, option.value, option.guards)));
  }
  return fallThrough(options.map((option) => go(into(flow, option.value, option.guards))), how === "or");
}

/**
 * Alternatives of which the next is taken when the one before is missing; `empty` when an empty text counts as missing too.
 * What is in no way missing hides all that stands behind it. Where each is nothing, it is the first that is missing.
 */
function fallThrough(alternatives: readonly (readonly Outcome[])[], empty: boolean, variable?: string): readonly Outcome[] {
  const found: Outcome[] = [];
  let behind: Outcome["behind"];
  let nothing: readonly Outcome[] | undefined;
  for (const outcomes of alternatives) {
    const missing = outcomes.filter(({ ending }) => mayBeMissing(ending, empty));
    nothing ??= missing;
    for (const outcome of outcomes) {
      const counts = ending(outcome) !== "none" && !(mayBeMissing(outcome.ending, empty) && outcomes !== alternatives.at(-1));
      if (counts) found.push(standingBehind(outcome, behind));
    }
    if (missing.length === 0) break;
    const names = [...missing.flatMap((outcome) => namesBehind(outcome)), ...(behind ? namesBehind({ behind }) : [])];
    const [name = variable, ...also] = new Set(names);
    const read = missing.find((outcome) => namesBehind(outcome).length > 0);
    const way = read ? wayBehind(read) : behind?.read;
    behind = { ...(name === undefined ? {} : { variable: name }), ...(also.length > 0 ? { also } : {}), ...(way ? { read: way } : {}), emptyTakesDefault: empty };
  }
  return found.length > 0 ? found : (nothing ?? []).map((outcome) => standingBehind(outcome, behind));
}

function standingBehind(outcome: Outcome, behind: Outcome["behind"]): Outcome {
  return behind && outcome.behind?.variable === undefined ? { ...outcome, behind: { ...outcome.behind, ...behind } } : outcome;
}

function ending(outcome: Outcome): Ending["kind"] {
  return outcome.ending.kind;
}

function mayBeMissing(one: Ending, empty: boolean): boolean {
  return one.kind === "absent" || one.kind === "none" || one.kind === "unknown" || (empty && one.kind === "bytes" && one.bytes.secret.length === 0);
}

function mapBytes(outcome: Outcome, change: (bytes: Bytes) => Bytes): Outcome {
  return outcome.ending.kind === "bytes" ? { ...outcome, ending: { kind: "bytes", bytes: change(outcome.ending.bytes) } } : outcome;
}

function ofMember(flow: Flow, ground: Ground, all: (flows: readonly Flow[]) => readonly Outcome[]): readonly Outcome[] {
  const value = flow.value as Extract<Value, { kind: "member" }>;
  const means = entriesOf(value.object, flow.module, ground);
  if (means === "env") return [absent(flow, value.name)];
  const found = part(flow, ground);
  return found.length === 0 && means === "setting" ? [absent(flow, value.name, means)] : all(found);
}

/** `os.environ[name]` is the variable that the name says. */
function ofItem(flow: Flow, value: Item, ground: Ground, all: (flows: readonly Flow[]) => readonly Outcome[]): readonly Outcome[] {
  const name = nameOf(into(flow, value.key), ground);
  if (entriesOf(value.object, flow.module, ground) === "env") return [absent(flow, name)];
  const found = all(select(into(flow, value.object), name, ground));
  if (name !== undefined) return found;
  // Of all entries, for the name is not known, one that is a clock says how long the others hold: `{ [id]: key, expiresAt: Date.now() }`.
  const keys = found.filter(({ ending: one }) => one.kind !== "generated" || one.strength !== "time");
  return keys.length > 0 ? keys : [unknown(flow)];
}

/** A parameter is what callers give, or else its default. */
function ofParameter(flow: Flow, ground: Ground, go: (flow: Flow) => readonly Outcome[]): readonly Outcome[] {
  const value = flow.value as Extract<Value, { kind: "parameter" }>;
  const callers = given(flow, value, ground).flatMap(go);
  if (value.default === undefined) return callers.length > 0 ? callers : [unknown(flow)];
  const inside = flow.callers.some(({ of }) => of === value.of());
  if (inside && callers.length > 0) return callers;
  const omitted = go(into(flow, value.default)).map((outcome) => (inside || outcome.behind ? outcome : { ...outcome, behind: { emptyTakesDefault: false } }));
  return [...callers, ...omitted];
}

function ofCall(flow: Flow, call: Call, ground: Ground, go: (flow: Flow) => readonly Outcome[], all: (flows: readonly Flow[]) => readonly Outcome[]): readonly Outcome[] {
  const meaning = meaningOf(call, flow, ground);
  if (!meaning || meaning.means === "record" || meaning.means === "update" || meaning.means === "load" || meaning.means === "dotenv") {
    return handedBack(flow, call, ground, all);
  }
  switch (meaning.means) {
    case "env":
    case "setting":
      return ofVariable(flow, call, meaning, ground, go);
    case "get": {
      if (meaning.inside === undefined && isOption(call)) return [unknown(flow)];
      const name = nameAt(call, meaning.name, flow, ground);
      const objects = subject(flow, call, undefined, ground);
      const inner = meaning.inside === undefined ? undefined : nameAt(call, meaning.inside, flow, ground);
      const direct = name === undefined ? [] : objects.flatMap((object) => getItem(object, name, ground));
      const items = direct.length > 0 || name === undefined || meaning.between === undefined ? direct : entryAt(objects, name, meaning.between, ground);
      const found = (inner === undefined ? items : items.flatMap((one) => select(one, inner, ground))).flatMap(go);
      const fallback = meaning.default === undefined ? [] : argumentsAt(flow, call, meaning.default, ground).flatMap(go);
      const known = found.length > 0 ? found : [unknown(flow)];
      return fallback.length > 0 ? fallThrough([known, fallback], false, inner ?? name) : known;
    }
    case "default": {
      const before = subject(flow, call, meaning.value, ground);
      const fallback = argumentsAt(flow, call, meaning.of, ground).flatMap(go);
      const taken = fallback.filter((outcome) => ending(outcome) !== "unknown" && takesDefault(before, meaning.refuses, outcome, ground));
      const known = before.flatMap(go);
      return taken.length > 0 ? fallThrough([known.length > 0 ? known : [unknown(flow)], taken], false) : known;
    }
    case "generate":
      return [end(flow, { kind: "generated", by: ground.symbols(call.callee, flow.module) ?? "a generator", strength: meaning.strength, ...randomOf(flow, call, meaning, ground, go) })];
    case "decode":
    case "encode": {
      const change = meaning.means === "decode" ? decodeBytes : encodeBytes;
      const encoding = encodingOf(call, meaning.from, flow, ground);
      return subject(flow, call, meaning.of, ground).flatMap(go).map((outcome) => (encoding ? mapBytes(outcome, (bytes) => change(bytes, encoding)) : outcome));
    }
    case "compose": {
      const found = composed(flow, call, meaning, ground, go);
      return found.every((outcome) => ending(outcome) === "unknown") ? [madeWithin(flow, ground)] : found;
    }
    case "slice":
      return sliced(flow, call, meaning, ground, go);
    case "pad":
      return padded(flow, call, meaning, ground, go);
    case "digest":
      return digest(flow, call, meaning, ground, go);
    case "same":
      return all(subject(flow, call, meaning.of, ground));
    default:
      return [unknown(flow)];
  }
}

/**
 * What the scope's own functions return. A function that only wraps a generator, or a digest of what it is given, makes the key where it
 * is called: two keys that one helper makes are two.
 */
function handedBack(flow: Flow, call: Call, ground: Ground, all: (flows: readonly Flow[]) => readonly Outcome[]): readonly Outcome[] {
  const returns = returned(flow, call, ground);
  const found = all(returns);
  const [only] = found;
  const site = { path: flow.module.path, span: call.span };
  const wraps = returns.length === 1 && found.length === 1 && only && !only.behind && only.guards.length === flow.guards.length;
  return found.map((outcome) => {
    if (ending(outcome) !== "generated" && ending(outcome) !== "digest") return outcome;
    return { ...outcome, sites: [...(outcome.sites ?? [outcome.place]), site], ...(wraps ? { place: site } : {}) };
  });
}

/** `settings.get("web", "secret_key")`: a section and an option of it, not a name and what stands behind it. */
function isOption({ args: [first, second] }: Call): boolean {
  const word = (arg: typeof first): string => (arg?.name === undefined && arg?.value.kind === "literal" ? (asName(arg.value.secret) ?? "") : "");
  return /^(?:[A-Za-z][A-Za-z0-9]*_)*(?:secret|key)$/i.test(word(second)) && !/key|secret|password|token|sign/i.test(word(first) || "key");
}

/** `x.get("a")` where x is a mapping that this file makes, or one of environment variables. */
function getItem(object: Flow, name: string, ground: Ground): readonly Flow[] {
  const entry = into(object, { kind: "member", object: object.value, name, span: object.value.span });
  return entriesOf(object.value, object.module, ground) === "env" ? [entry] : part(entry, ground);
}

function ofVariable(flow: Flow, call: Call, meaning: Extract<Meaning, { means: "env" | "setting" }>, ground: Ground, go: (flow: Flow) => readonly Outcome[]): readonly Outcome[] {
  const written = meaning.name === undefined ? undefined : nameAt(call, meaning.name, flow, ground);
  const name = meaning.means === "env" && meaning.as === "upper" ? written?.toUpperCase() : written;
  const missing = absent(flow, name, meaning.means);
  const fallback = meaning.default === undefined ? [] : argumentsAt(flow, call, meaning.default, ground).flatMap(go);
  if (meaning.means === "setting" || name === undefined) return alternatives([[missing], fallback], false);
  const { callee } = call;
  const objects = [callee, ...(callee.kind === "member" ? [callee.object] : [])].map((object) => into(flow, object));
  const described = entryAt(objects, name, meaning.between, ground).filter(({ reading }) => reading).flatMap(go);
  // `jwt.secret` is no variable's name where it is an entry's.
  const isEntry = described.length > 0 && meaning.between !== undefined && name.includes(meaning.between);
  const defaults = meaning.described === "first" ? [described, fallback] : [fallback, described];
  return alternatives([isEntry ? [] : [missing], ...defaults], meaning.empty ?? false);

  function alternatives(all: readonly (readonly Outcome[])[], empty: boolean): readonly Outcome[] {
    const found = fallThrough(all.filter((outcomes) => outcomes.length > 0), empty, name);
    return found.length > 0 ? found : [missing];
  }
}

function randomOf(flow: Flow, call: Call, { bytes }: Extract<Meaning, { means: "generate" }>, ground: Ground, go: (flow: Flow) => readonly Outcome[]): { random?: number } {
  if (bytes === undefined) return {};
  if (typeof bytes === "number") return { random: bytes };
  const given = argumentsAt(flow, call, bytes.argument, ground);
  if (given.length === 0) return bytes.default === undefined ? {} : { random: bytes.default };
  const [count, ...others] = given.flatMap(go).flatMap((outcome) => (outcome.ending.kind === "number" ? [outcome.ending.value] : []));
  return count === undefined || others.length > 0 ? {} : { random: count };
}

const encodings: { readonly [name: string]: Encoding } = { "utf8": "utf8", "utf-8": "utf8", "ascii": "utf8", "latin1": "latin1", "binary": "latin1", "latin-1": "latin1", "hex": "hex", "base64": "base64", "base64url": "base64url" };

function encodingOf(call: Call, from: Encoding | { argument: string; default: Encoding }, flow: Flow, ground: Ground): Encoding | undefined {
  if (typeof from === "string") return from;
  const name = nameAt(call, from.argument, flow, ground);
  return name === undefined ? from.default : encodings[name.toLowerCase()];
}

/**
 * A digest of constants is a constant; with one unknown operand nothing is known. Of a variable, or of what stands behind one, it is
 * the variable that is to be told.
 */
function digest(flow: Flow, call: Call, meaning: Extract<Meaning, { means: "digest" }>, ground: Ground, go: (flow: Flow) => readonly Outcome[]): readonly Outcome[] {
  const operands = meaning.of.map((path) => argumentsAt(flow, call, path, ground).flatMap(go)).filter((outcomes) => outcomes.length > 0);
  const [first] = operands;
  if (first?.some((outcome) => outcome.behind)) return first.filter((outcome) => outcome.behind && !isEmpty(outcome));
  const random = made(operands);
  // A strong one beside another operand is a salt: it is no secret, and is stored with what it was used for.
  if (random) return [isSalt(random, operands) ? unknown(flow) : random];
  const known = operands.map((outcomes) => outcomes.find((outcome) => ending(outcome) === "bytes"));
  if (known.length === 0 || known.includes(undefined)) return [unknown(flow)];
  const bytes = joinBytes(known.flatMap((outcome) => (outcome?.ending.kind === "bytes" ? [outcome.ending.bytes] : [])));
  const behind = known.find((outcome) => outcome?.behind)?.behind;
  const length = typeof meaning.bytes === "number" ? meaning.bytes : 32;
  return [{ ...end(flow, { kind: "digest", length, bytes }), ...(behind ? { behind } : {}) }];
}

function isSalt({ ending }: Outcome, operands: readonly unknown[]): boolean {
  return operands.length > 1 && ending.kind === "generated" && ending.strength === "strong";
}

function isEmpty({ ending }: Outcome): boolean {
  return ending.kind === "bytes" && ending.bytes.secret.length === 0;
}
