import type { Binding, Module } from "../types/module.ts";
import type { Member, Value } from "../types/value.ts";
import { pathOf, stagesOf } from "../resolve/entries.ts";
import { upperSnake } from "../text/names.ts";
import { best, candidate, type Candidate, type Matching, type Sibling } from "./candidate.ts";
import type { Entry } from "./catalogue.ts";
import { isAboutKeys, isDescribed } from "./described.ts";

/** Names that say nothing without the name of what holds them: `jwt: { secret }`. */
const bare = new Set(["SECRET", "SECRET_KEY", "SECRETS", "KEY", "KEYS", "SIGNING_KEY", "ENCRYPTION_KEY", "PASSWORD"]);

const longestBare = Math.max(...[...bare].map((name) => name.length));

const isReference = /^(secrets?|.{0,80}(ref|refs|selector))\.key$/i;

/** Every place of a file of settings, or of an environment file, where a key goes in. */
export function ofSettings(module: Module, matching: Matching): readonly Candidate[] {
  const siblings = siblingsIn(module);
  return module.bindings.flatMap((binding) => {
    const { target } = binding;
    const found = target.kind === "reference" ? ofVariable(binding, target.name, module, matching) : target.kind === "member" ? ofEntry(binding, target, siblings, module, matching) : [];
    return found.map((one) => ({ ...one, flow: { ...one.flow, within: [...stagesOf(binding), ...one.flow.within] } }));
  });
}

function ofVariable({ value, span }: Binding, name: string, module: Module, { catalogue, presence }: Matching): readonly Candidate[] {
  const entry = best(catalogue.env(name), module, presence);
  return entry ? [{ ...candidate(entry, module, value, span, { name, evidence: "name" }), isVariable: true }] : [];
}

function ofEntry({ value, span }: Binding, target: Member, siblings: Siblings, module: Module, { catalogue, presence }: Matching): readonly Candidate[] {
  const whole = pathOf(target);
  const file = catalogue.entriesOf(module.path).length > 0 ? best(catalogue.entry(whole, module.path), module, presence) : undefined;
  if (file) return [candidate(file, module, value, span, { name: whole.join("."), evidence: file.slot.evidence ?? "api" })];
  const path = joined(whole, module.path);
  const found = best(named(path, catalogue), module, presence);
  if (!found || isDescribed(path, module.path)) return [];
  const holder = path.at(-2) ?? "settings";
  return [{ ...candidate(found, module, value, span, { name: path.slice(-2).join("."), evidence: "name" }), holder, siblings: siblings.get(target.object) ?? [] }];
}

/** The slots that an entry's name fits, alone or with the name before it; none when what holds it says that it is somebody else's. */
function named(path: readonly string[], catalogue: Matching["catalogue"]): readonly Entry[] {
  const last = path.at(-1) ?? "";
  const holder = path.at(-2);
  // `secret: { name, key }` names a secret of the cluster, and one of its entries.
  if (isReference.test(`${holder ?? ""}.${last}`)) return [];
  const isVariable = last === last.toUpperCase();
  const isBare = !isVariable && last.length <= longestBare && bare.has(upperSnake(last));
  const together = (): readonly Entry[] => (holder === undefined ? [] : catalogue.env(`${upperSnake(holder)}_${upperSnake(last)}`));
  const found = isVariable ? catalogue.env(last) : isBare ? together() : catalogue.setting(last, "config");
  const known = found.length > 0 || !isBare ? found : isAboutKeys(path) ? catalogue.setting(last, "config") : [];
  return known.filter(({ slot }) => path.slice(0, -1).every((name) => !catalogue.isExcepted(`${upperSnake(name)}_${upperSnake(last)}`, slot)));
}

/** Dots of a property hold nothing: `token.secret.key` is a key of tokens, not an entry of a secret. */
function joined(path: readonly string[], file: string): readonly string[] {
  return file.includes(".properties") && path.slice(-2).join(".") === "secret.key" ? [...path.slice(0, -2), "secret_key"] : path;
}

type Siblings = ReadonlyMap<Value, readonly Sibling[]>;

/** What one entry holds. */
function siblingsIn({ bindings }: Module): Siblings {
  const found = new Map<Value, Sibling[]>();
  for (const { target, value } of bindings) {
    if (target.kind !== "member") continue;
    const known = found.get(target.object);
    if (known) known.push({ name: target.name, value });
    else found.set(target.object, [{ name: target.name, value }]);
  }
  return found;
}
