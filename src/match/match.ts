import type { Binding, Module } from "../types/module.ts";
import type { ArgumentPath } from "../types/slot.ts";
import type { Call, Choice, Record, Scope, Span, Value } from "../types/value.ts";
import { asName } from "../types/secret.ts";
import { argumentAt, recordOf } from "../resolve/arguments.ts";
import { flowOf, type Flow } from "../resolve/flow.ts";
import { entriesOf, meaningOf, type Ground } from "../resolve/ground.ts";
import { nameAt } from "../resolve/names.ts";
import { argumentsAt, select } from "../resolve/select.ts";
import { leftBy, namesAround } from "../resolve/links.ts";
import { bindingsOf, dottedNames } from "../resolve/sites.ts";
import { asked, type Asked } from "./asked.ts";
import { best, candidate, type Around, type Candidate, type Matching } from "./candidate.ts";
import type { Entry } from "./catalogue.ts";
import { isCompared } from "./compared.ts";
import { holds } from "./conditions.ts";
import { filled, loaded } from "./loaded.ts";
import type { Presence } from "./presence.ts";
import { describedEntry, describedField, describedKeyword, type Described } from "./schemas.ts";
import { ofSettings } from "./settings.ts";

/** Every place of a module where a key goes in. */
export function match(module: Module, matching: Matching): readonly Candidate[] {
  if (module.language === "env" || module.language === "config") return ofSettings(module, matching);
  return [
    ...ofFile(module, matching), ...ofBindings(module, matching), ...ofCalls(module, matching), ...ofRecords(module, matching), ...ofChoices(module, matching),
    ...ofParameters(module, matching),
  ];
}

/** An entry of what a file of this name gives: `auth.secret` of Strapi's `config/admin.js`, `SECRET_KEY` of `superset_config.py`. */
function ofFile(module: Module, { catalogue, presence, ground }: Matching): readonly Candidate[] {
  return catalogue.entriesOf(module.path).flatMap((entry) => {
    if (presence(entry.framework, module) === 0) return [];
    const [first = "", ...rest] = entry.at.entry.split(".");
    const start = module.language === "python" ? module.top.names.get(first) : (module.exports.get("=") ?? module.exports.get("default"));
    let flows = (start ?? []).map(({ value, guards }) => flowOf(value, module, guards));
    for (const name of module.language === "python" ? rest : [first, ...rest]) flows = flows.flatMap((flow) => select(flow, name, ground));
    return flows.map((flow) => ({ ...candidate(entry, module, flow.value, flow.value.span, { name: entry.at.entry, evidence: entry.slot.evidence ?? "api" }), flow }));
  });
}

function ofBindings(module: Module, { catalogue, presence, ground }: Matching): readonly Candidate[] {
  return module.bindings.flatMap((binding) => {
    const { target, value, span, scope } = binding;
    const later = laterOf(binding, module);
    if (scope.kind !== "function" && later.some(({ guards }) => guards.length === 0)) return [];
    const around = { scope, guards: [...binding.guards, ...leftBy(binding, later)] };
    if (target.kind === "reference") {
      const field = mayDescribe(binding, catalogue) ? describedField(binding, module, ground) : undefined;
      const entry = best(namedAs(target.name, field, module, catalogue), module, presence);
      return entry ? [{ ...candidate(entry, module, value, span, { name: target.name, evidence: evidenceOf(entry, module, presence, scope), ...around }), ...readBy(field, scope) }] : [];
    }
    if (target.kind !== "member") return [];
    const byApi = catalogue.attribute(ground.symbols(target, module), module.language);
    if (byApi.length > 0) return byApi.map((entry) => candidate(entry, module, value, span, { name: target.name, evidence: entry.slot.evidence ?? "api", ...around }));
    const named: readonly Entry[] = entriesOf(target.object, module, ground) === "env" ? catalogue.env(target.name) : catalogue.setting(target.name, module.language);
    const entry = best(named, module, presence);
    const holder = nameOf(target.object);
    return entry ? [{ ...candidate(entry, module, value, span, { name: target.name, evidence: "name", ...around }), ...holder }] : [];
  });
}

/** Whether a field may be read from a key's variable: by its own name, by one that stands in what it is given, or by what its type says besides. */
function mayDescribe({ target, value, scope }: Binding, catalogue: Matching["catalogue"]): boolean {
  if (scope.kind !== "class" || target.kind !== "reference") return false;
  const { name } = target;
  return catalogue.endsVariable(name) || (scope.declared?.get(name)?.notes.length ?? 0) > 0 || mayName(value, catalogue);
}

/** Whether a call is given a variable's name, or something that may be one: `Field(alias="APP_SECRET")`, `Field(alias=NAME)`. */
function mayName(value: Value, catalogue: Matching["catalogue"]): boolean {
  if (value.kind === "literal") return catalogue.env(asName(value.secret) ?? "").length > 0;
  if (value.kind === "list") return value.items.some((item) => mayName(item.value, catalogue));
  if (value.kind !== "call") return false;
  return value.args.some((argument) => mayName(argument.value, catalogue) || (/alias|env|var|^name$/i.test(argument.name ?? "") && argument.value.kind !== "literal"));
}

/** The last bindings of one name that are looked at: people write fewer. */
const mostLater = 64;

/** The bindings of the same place that come after one. Those of a function run each time; at the top of a file the last one counts. */
function laterOf({ target, scope, span }: Binding, module: Module): readonly Binding[] {
  const [name] = dottedNames(target);
  return name === undefined ? [] : bindingsOf(name, module).slice(-mostLater).filter((other) => other.scope === scope && other.span.start > span.start);
}

/** The slots that a name fits, and those of the variables that it is read from. */
function namedAs(name: string, described: Described | undefined, module: Module, catalogue: Matching["catalogue"]): readonly Entry[] {
  return [...catalogue.setting(name, module.language), ...(described?.variables ?? []).flatMap((variable) => catalogue.env(variable))];
}

/** Of what is described, that which is read is the candidate. */
function readBy(described: Described | undefined, scope: Scope): { flow?: Flow } {
  return described ? { flow: { ...described.flow, within: namesAround(scope) } } : {};
}

/** What the thing is called that a name is set on. */
function nameOf(value: Value): { holder?: string } {
  return value.kind === "reference" || value.kind === "member" ? { holder: value.name } : {};
}

function ofCalls(module: Module, matching: Matching): readonly Candidate[] {
  const { catalogue, presence, ground } = matching;
  return module.calls.flatMap(({ value: call, scope, guards }) => {
    const around = { scope, guards };
    const method = call.callee.kind === "member" ? call.callee.name : undefined;
    const found: Candidate[] = [];
    for (const entry of catalogue.call(ground.symbols(call.callee, module), method, module.language)) {
      if (isAnything(entry) && presence(entry.framework, module) === 0) continue;
      const flow = flowOf(call, module, guards);
      if (!(entry.slot.where ?? []).every((condition) => holds(condition, call, flow, ground))) continue;
      for (const argument of argumentsAt(flow, call, entry.at.argument, ground)) {
        found.push({ ...candidate(entry, module, argument.value, handedOver(argument, call, entry.at.argument, module), { evidence: entry.slot.evidence ?? "api", ...around }), flow: { ...argument, within: [...namesAround(scope), ...argument.within] }, call });
      }
    }
    for (const arg of call.args) {
      if (arg.name === undefined || arg.name !== arg.name.toUpperCase()) continue;
      const keyword = describedKeyword(call, arg, around, module, ground);
      const entry = best(namedAs(arg.name, keyword, module, catalogue), module, presence);
      if (entry) found.push({ ...candidate(entry, module, arg.value, arg.value.span, { name: arg.name, evidence: "name", ...around }), ...readBy(keyword, scope) });
    }
    return [...found, ...ofRead(call, module, matching, around), ...ofLoad(call, module, matching, around), ...ofPairs(call, module, matching, around)];
  });
}

/** Where a call hands a value over: where it stands, or, when that is another file, the argument that leads there. */
function handedOver(argument: Flow, call: Call, path: ArgumentPath, module: Module): Span {
  if (argument.module.path === module.path) return argument.value.span;
  const heads = path.split("|").map((alternative) => (alternative.split(".", 1)[0] ?? "").replace("()", ""));
  return heads.map((head) => argumentAt(call, head)).find((value) => value !== undefined)?.span ?? call.span;
}

/** A method of anything, with no argument that tells whose it is: `*.sign` with a key is the framework's only where the framework is. */
function isAnything({ at, slot }: Entry): boolean {
  return "call" in at && at.call.startsWith("*.") && slot.where?.some(({ symbol }) => symbol) !== true;
}

/** A read of a variable that is a key's, with a default behind it: `os.getenv("SECRET_KEY", "dev")`. */
function ofRead(call: Call, module: Module, { catalogue, presence, asking: ground }: Matching, around: Around): readonly Candidate[] {
  const flow = flowOf(call, module, around.guards);
  const meaning = meaningOf(call, flow, ground);
  if ((meaning?.means !== "env" && meaning?.means !== "get") || meaning.name === undefined || meaning.default === undefined) return [];
  if (argumentsAt(flow, call, meaning.default, ground).length === 0) return [];
  const { means } = meaning;
  const path = (means === "get" ? meaning.inside : undefined) ?? meaning.name;
  const named = (name: string): readonly Entry[] => (means === "env" ? catalogue.env(name) : catalogue.setting(name, module.language));
  return asked(call, path, flow, ground).flatMap((way) => {
    const name = nameAt(call, path, way.flow, ground);
    const entry = name === undefined ? undefined : best(named(name), module, presence);
    return entry && name !== undefined && !isCompared(call, module) ? [read(entry, name, way, module, call, around)] : [];
  });
}

/** A candidate whose value is a variable that is read. */
function read(entry: Entry, name: string, { flow: { callers }, place }: Asked, module: Module, value: Value, around: Around): Candidate {
  const found = candidate(entry, module, value, place.span, { name, evidence: "name", ...around });
  return { ...found, flow: { ...found.flow, callers }, sink: place };
}

/** `app.config.from_object("config.Production")`: every setting that the object has is handed over. */
function ofLoad(call: Call, module: Module, { catalogue, presence, ground }: Matching, around: Around): readonly Candidate[] {
  const flow = flowOf(call, module, around.guards);
  const meaning = meaningOf(call, flow, ground);
  const objects = meaning?.means === "load" ? argumentsAt(flow, call, meaning.of, ground).flatMap((argument) => loaded(argument, meaning.what, ground))
    : meaning?.means === "file" && meaning.into === "object" ? filled(flow, ground) : [];
  return objects.flatMap(({ target, names }) =>
    names.flatMap((name) => {
      const entry = best(catalogue.setting(name, module.language), module, presence);
      if (!entry) return [];
      return select(target, name, ground).map((found) => ({ ...candidate(entry, module, call, call.span, { name, evidence: "api", ...around }), flow: found }));
    }),
  );
}

function ofRecords(module: Module, matching: Matching): readonly Candidate[] {
  const targets = new Map(module.bindings.toReversed().map(({ value, target }) => [value, target]));
  const holding = new Map(module.records.flatMap(({ value: record }) => record.entries.flatMap(({ name, value }) => (name !== undefined && value.kind === "record" ? [[value, { record, name }] as const] : []))));
  return module.records.flatMap(({ value: record, scope, guards }) => {
    const target = targets.get(record);
    const names = entriesAround(record, holding);
    return ofEntries(record, module, matching, { scope, guards }, target ? nameOf(target) : {})
      .map((found) => (names.length === 0 ? found : { ...found, flow: { ...found.flow, within: [...found.flow.within, ...names] } }));
  });
}

/** Mappings that are looked at around one: people nest fewer. */
const mostAround = 24;

/** The names of the entries that a mapping stands in, the nearest first: `test: { env: { … } }`. */
function entriesAround(record: Record, holding: ReadonlyMap<Record, { readonly record: Record; readonly name: string }>): readonly string[] {
  const names: string[] = [];
  for (let one = holding.get(record); one && names.length < mostAround; one = holding.get(one.record)) names.push(one.name);
  return names;
}

function ofEntries(record: Record, module: Module, { catalogue, presence, ground }: Matching, around: Required<Around>, holder: { holder?: string }): readonly Candidate[] {
  return record.entries.flatMap((one) => {
    const { name, value, span } = one;
    if (name === undefined) return [];
    const read = describedEntry(record, one, around, module, ground);
    const entry = best(namedAs(name, read, module, catalogue), module, presence);
    return entry ? [{ ...candidate(entry, module, value, span, { name, evidence: "name", ...around }), ...(read ? readBy(read, around.scope) : { siblings: record.entries, ...holder }) }] : [];
  });
}

/** Settings as a list of pairs, where a mapping could stand: `config.update([("SECRET_KEY", "x")])`. */
function ofPairs(call: Call, module: Module, matching: Matching, around: Required<Around>): readonly Candidate[] {
  const means = meaningOf(call, { module }, matching.ground)?.means;
  if (means !== "update" && means !== "record") return [];
  return call.args.flatMap(({ value }) => {
    const pairs = value.kind === "list" ? recordOf(value) : undefined;
    return pairs ? ofEntries(pairs, module, matching, around, {}) : [];
  });
}

/** `process.env.JWT_SECRET || "dev"`, also in destructuring. */
function ofChoices(module: Module, { catalogue, presence, asking: ground }: Matching): readonly Candidate[] {
  return module.choices.flatMap(({ value: choice, scope, guards }) => {
    return variablesIn(choice, module, ground).flatMap(({ name, way }) => {
      const entry = best(catalogue.env(name), module, presence);
      return entry && !isCompared(choice, module) ? [read(entry, name, way, module, choice, { scope, guards })] : [];
    });
  });
}

/** The first variable that a choice reads before its last option; in a function that is told the name, each of its callers'. */
function variablesIn(choice: Choice, module: Module, ground: Ground): readonly { readonly name: string; readonly way: Asked }[] {
  if (choice.how === "condition" || choice.how === "branch" || choice.how === "except") return [];
  const flow = flowOf(choice, module);
  for (const { value } of choice.options.slice(0, -1)) {
    if (value.kind === "member" && entriesOf(value.object, module, ground)) return [{ name: value.name, way: { flow, place: { path: module.path, span: choice.span } } }];
    if (value.kind !== "call") continue;
    const meaning = meaningOf(value, flow, ground);
    const path = meaning?.means === "env" || meaning?.means === "get" ? meaning.name : undefined;
    const found = path === undefined ? [] : asked(value, path, flow, ground).flatMap((way) => {
      const name = nameAt(value, path, way.flow, ground);
      return name === undefined ? [] : [{ name, way }];
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** `def __init__(self, secret_key="…")`: who omits the argument gets the literal. */
function ofParameters(module: Module, { catalogue, presence }: Matching): readonly Candidate[] {
  return module.functions.flatMap(({ value: callee, scope, guards }) =>
    callee.parameters.flatMap((parameter) => {
      const entry = parameter.default === undefined ? undefined : best(catalogue.setting(parameter.name, module.language), module, presence);
      return entry ? [candidate(entry, module, parameter, parameter.span, { name: parameter.name, evidence: "name", scope, guards })] : [];
    }),
  );
}

/** A setting in a file that is surely the framework's is as good as handed over; a function's own variable is no setting. */
function evidenceOf(entry: Entry, module: Module, presence: Presence, scope: Scope): "api" | "name" {
  return entry.slot.evidence !== "name" && scope.kind !== "function" && presence(entry.framework, module) === 2 ? "api" : "name";
}
