import { reveal, Secret } from "../types/secret.ts";
import type { Assessment, Key, Making, Origin } from "../types/key.ts";
import type { Module } from "../types/module.ts";
import type { Candidate } from "../match/candidate.ts";
import { contextOfPath, isProductionOnly, placeUnder } from "../place.ts";
import { moduleAt, namesAround } from "../resolve/links.ts";
import { absenceOf, saidBy } from "../guards/guards.ts";
import { doesWithout } from "../guards/without.ts";
import { refusalOf, type Elsewhere } from "../guards/refusal.ts";
import type { Checked } from "../guards/subject.ts";
import type { Outcome } from "../resolve/outcome.ts";
import { resolve } from "../resolve/resolve.ts";
import type { Ground } from "../resolve/ground.ts";
import { nameAt } from "../resolve/names.ts";
import { select } from "../resolve/select.ts";
import { assess, receivedLength } from "../strength/index.ts";
import { shownNames } from "../text/drawn.ts";
import type { Beside } from "./beside.ts";
import type { Judging } from "./judging.ts";
import { contextOf } from "./contexts.ts";
import { isInitial } from "./initial.ts";
import { isForOneUse, isKept } from "./kept.ts";
import { couldBeKey, isIssued, isPaired, isProviders, isPublic, isRecord } from "./plausible.ts";

/** What a candidate's ways end in. */
export function outcomesOf(candidate: Candidate, ground: Ground): readonly Outcome[] {
  // The keys of a map of versions, or what it is when it is no map.
  const versions = candidate.entry.slot.holds === "map" ? select(candidate.flow, undefined, ground) : [];
  return (versions.length > 0 ? versions : [candidate.flow]).flatMap((flow) => resolve(flow, ground));
}

/**
 * A key as far as its own way tells. What other files of the program say of it is asked when all were read, so it holds no module: there
 * would be as many in memory as there are keys.
 */
export interface Found {
  /** It, if no other file says anything of it. */
  readonly key: Key;
  /** All that it is called on its way. */
  readonly names: ReadonlySet<string>;
  /** A literal, which the program may refuse. */
  readonly checked?: Checked;
  /** What the files on its way say. */
  readonly refusal?: Refused;
  /** Nothing but its place would say that it runs in production. */
  readonly isOpen: boolean;
  /** Where it is no key but stands for one. */
  readonly standsIn: readonly Key["context"][];
}

/** The program refuses to start with it; or only where it would live on. */
type Refused = "always" | { readonly only: Key["context"] };

/** A candidate's origins, each as a key to judge. What is no key is left out. */
export function keysOf(candidate: Candidate, outcomes: readonly Outcome[], judging: Judging): readonly Found[] {
  return outcomes.flatMap((outcome) => foundOf(candidate, outcome, judging) ?? []);
}

function foundOf(candidate: Candidate, outcome: Outcome, judging: Judging): Found | undefined {
  const { entry, sink, evidence } = candidate;
  const making = makingOf(candidate, outcome, judging.ground);
  if (making === undefined || isPassing(candidate, making) || (evidence === "name" && candidate.holder !== undefined && isRecord(candidate.holder))) return undefined;
  if ([sink.path, outcome.place.path].some((path) => judging.catalogue.isExceptedIn(path, [...outcome.within, ...candidate.flow.within], entry.slot))) return undefined;
  const origin = originOf(candidate, outcome, making, judging.ground);
  const [file, home] = [judging.ground.modules.get(outcome.place.path), moduleAt(outcome.place, judging.ground.modules)];
  const text = making.kind === "literal" ? making : undefined;
  const assessment = text && assess(text.received, text.form, { published: judging.published, ...(entry.framework.unset ? { unset: entry.framework.unset } : {}) });
  const name = nameOf(candidate, origin);
  const names = new Set([name, candidate.name ?? name, ...origin.trail.map(({ note }) => note.split(".").at(-1) ?? note)]);
  const shipped = judging.shipping({ names, places: [sink, outcome.place, ...origin.trail], isUsed: evidence === "api" });
  if (making.kind === "variable" && !shipped) return undefined;
  if ((text || making.kind === "variable") && ([...names].some(isPublic) || (evidence === "name" && [...names].some(isProviders)))) return undefined;
  if (text && !counts(candidate, text, { name, names, assessment, place: outcome.place, file, home })) return undefined;
  const checked = text && { names, secret: text.received, ...(origin.variable === undefined ? {} : { variable: origin.variable }) };
  if (checked && doesWithout(checked, outcome.guards, judging.ground)) return undefined;
  const refusal = checked && gravest(refusalsOnWay(candidate, origin, checked, judging));
  const { slot, framework } = entry;
  const length = text && receivedLength(text.received, text.form, slot.unit ?? "bytes", slot.encoding, slot.prefix);
  const min = leastLength(candidate, judging.ground);
  const { place, isOpen } = contextOf(candidate, outcome, judging);
  const key: Key = {
    framework, slot, sink, evidence, ...place,
    name: shownNames(name),
    origin: shown(origin),
    refused: false,
    leastRandom: judging.leastRandom,
    envFile: home?.language === "env" && judging.tree.tracked(outcome.place.path),
    ...(shipped ? { shipped } : {}),
    ...(assessment ? { assessment } : {}),
    ...(length === undefined ? {} : { length }),
    ...(min === undefined ? {} : { min }),
  };
  return { key, names, isOpen, standsIn: text ? standsIn(assessment, home, judging) : [], ...(checked ? { checked } : {}), ...(refusal ? { refusal } : {}) };
}

/** The key, if it is one, when all files were read and can be asked what they say of it. */
export function settled({ key, names, checked, refusal, isOpen, standsIn }: Found, beside: Beside, ground: Ground): readonly Key[] {
  const refused = checked && gravest([...(refusal ? [refusal] : []), ...refusalsBeside(checked, key.origin.place.path, beside, ground)]);
  const moved = isOpen && refused !== undefined && refused !== "always" ? { ...key, context: refused.only, because: "the program refuses it elsewhere" } : key;
  return standsIn.includes(moved.context) ? [] : [{ ...moved, refused: refused === "always", origin: keptBeside(key.origin, names, beside) }];
}

function makingOf(candidate: Candidate, outcome: Outcome, ground: Ground): Making | undefined {
  const { ending, behind } = outcome;
  switch (ending.kind) {
    case "bytes":
      return { kind: "literal", received: ending.bytes.secret, form: ending.bytes.form };
    case "generated":
      return {
        kind: "generated", by: ending.by, strength: ending.strength, when: isForOneUse(candidate, outcome, ground) ? "call" : "start",
        kept: isKept(outcome, ground, candidate.call), ...(ending.random === undefined ? {} : { bytes: ending.random }),
      };
    case "digest":
      return { kind: "digest", bytes: ending.length, of: ending.bytes.secret };
    case "absent":
      return behind?.variable === undefined ? undefined : { kind: "variable" };
    default:
      return undefined;
  }
}

/** An origin whose key another file of the project stores under its name. */
function keptBeside(origin: Origin, names: ReadonlySet<string>, { isStored }: Beside): Origin {
  const { making, place } = origin;
  const asked = making.kind === "generated" && making.strength === "strong" && making.when === "start" && !making.kept;
  return asked && isStored(names, place.path) ? { ...origin, making: { ...making, kept: true } } : origin;
}

/** A strong key that a function makes and only calls so: a row's, a user's, one that is stored. */
function isPassing({ evidence, isLocal }: Candidate, making: Making): boolean {
  return making.kind === "generated" && making.strength === "strong" && evidence === "name" && isLocal === true;
}

function originOf({ sink }: Candidate, outcome: Outcome, making: Making, ground: Ground): Origin {
  const absence = outcome.guards.map((guard) => absenceOf(guard, ground)).find((one) => one !== undefined);
  const behind = outcome.behind ?? (absence && { ...absence, emptyTakesDefault: true });
  const trail = outcome.trail.some((step) => step.path === sink.path && step.span.start === sink.span.start) ? outcome.trail : [...outcome.trail, { ...sink, note: "used as a key" }];
  return {
    making, place: outcome.place, trail,
    role: behind ? "default" : "value",
    ...(behind?.variable === undefined ? {} : { variable: behind.variable }),
    ...(behind ? { emptyTakesDefault: behind.emptyTakesDefault } : {}),
  };
}

/** An origin as users see it: its names may be keys that stand where a name belongs. */
function shown(origin: Origin): Origin {
  const trail = origin.trail.map((step) => ({ ...step, note: shownNames(step.note) }));
  return { ...origin, trail, ...(origin.variable === undefined ? {} : { variable: shownNames(origin.variable) }) };
}

/** The variable that it stands behind, the program's own name, the nearest named place on the way, or the slot's label. */
function nameOf({ name, entry }: Candidate, { variable, trail }: Origin): string {
  const named = trail.find(({ note }) => /^[\w$][\w$.]{1,79}$/.test(note) && note !== "exports" && !/^\d/.test(note))?.note;
  return variable ?? name ?? named ?? entry.slot.label;
}

function gravest(refusals: readonly Refused[]): Refused | undefined {
  return refusals.find((one) => one === "always") ?? refusals[0];
}

/** Whether the program refuses to start with it, in a file on its way; or where alone it does not. */
function refusalsOnWay({ sink }: Candidate, { place, trail }: Origin, checked: Checked, { ground }: Judging): readonly Refused[] {
  // What a test asserts is not what the program refuses.
  const paths = new Set([sink.path, place.path, ...trail.map(({ path }) => path)].filter((path) => contextOfPath(path) !== "test"));
  return [...paths].flatMap((path) => ground.modules.get(path) ?? []).flatMap((module) => refusalOf(module, checked, ground, leftOver) ?? []);
}

/** The same of the files beside its way. */
function refusalsBeside(checked: Checked, path: string, { refusing }: Beside, ground: Ground): readonly Refused[] {
  const modules = new Set(refusing(new Set([...checked.names, checked.variable ?? ""]), path));
  return [...modules].flatMap((module) => refusalOf(module, checked, ground, leftOver) ?? []);
}

/** Where the program still runs that refuses a key somewhere: what holds in production leaves development. */
const leftOver: Elsewhere<Key["context"]> = {
  guarded: (test, holds) => saidBy(test, !holds, placeUnder)?.context,
  around: (scope) => (isProductionOnly(namesAround(scope)) ? "development" : undefined),
};

/**
 * Without the keys that the program refuses to start with, and without those of the same origin that are only called keys:
 * the name is the one that is checked.
 */
export function accepted(keys: readonly Key[]): readonly Key[] {
  const at = ({ origin: { place } }: Key): string => `${place.path}\0${place.span.start}`;
  const refused = new Set(keys.filter((key) => key.refused).map(at));
  return keys.filter((key) => !key.refused && (key.evidence === "api" || !refused.has(at(key))));
}

/** What is known of a literal in a key's place besides its text. */
interface Known {
  readonly name: string;
  /** All that it is called on its way. */
  readonly names: ReadonlySet<string>;
  readonly assessment: Assessment | undefined;
  readonly place: Outcome["place"];
  /** Of the whole file, and of the part of it that the literal stands in. */
  readonly file: Module | undefined;
  readonly home: Module | undefined;
}

/** Where a literal in settings is no key but says that there should be one. */
function standsIn({ placeholder, asks, published }: Partial<Assessment> = {}, home: Module | undefined, { samples }: Judging): Found["standsIn"] {
  if (!isSettings(home) || !placeholder || published !== undefined) return [];
  return [...(asks ? ["docs" as const] : []), ...(samples.isUsed(home.path) ? [] : ["example" as const])];
}

function isSettings(home: Module | undefined): home is Module {
  return home?.language === "env" || home?.language === "config";
}

/** Whether what is decoded was a template's token as it is written: `Buffer.from("<your key in Base64>", "base64")`. */
function isTemplateHere({ span }: Outcome["place"], home: Module, unset: readonly string[] = []): boolean {
  return assess(new Secret(home.text.slice(span.start, span.end).replace(/^[A-Za-z]{0,2}["'`]|["'`]$/g, "")), "text", { published: new Map(), unset }).template;
}

/** Whether a literal in a key's place is a key at all. */
function counts(candidate: Candidate, { received, form }: Extract<Making, { kind: "literal" }>, { name, names, assessment, place, file, home }: Known): boolean {
  if (assessment?.template || isAsymmetric(received) || isIssued(received)) return false;
  if (home && received.length === 0 && (isSettings(home) || isInitial(place, home))) return false;
  if (home && form === "bytes" && isTemplateHere(place, home, candidate.entry.framework.unset)) return false;
  if ((candidate.entry.framework.id === "generic" || candidate.entry.slot.exceptIn) && file && [...names].some((one) => isPaired(one, file))) return false;
  return candidate.evidence !== "name" || couldBeKey(received, name, candidate);
}

/** PEM text, public or private, is a key of another kind: who verifies with it signs nothing. */
function isAsymmetric(secret: Secret): boolean {
  return reveal(secret).trimStart().startsWith("-----BEGIN ");
}

function leastLength({ entry: { slot }, call, flow }: Candidate, ground: Ground): number | undefined {
  const algorithm = slot.minBy && call ? nameAt(call, slot.minBy.argument, { ...flow, value: call }, ground) : undefined;
  return (algorithm === undefined ? undefined : slot.minBy?.values[algorithm.toUpperCase()]) ?? slot.min;
}
