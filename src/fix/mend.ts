import { kindOf } from "../formats/names.ts";
import { isProgram } from "../place.ts";
import type { Projects } from "../project/projects.ts";
import type { Ground } from "../resolve/ground.ts";
import { Lines } from "../text/lines.ts";
import { holdsWord } from "../text/paths.ts";
import type { Edit } from "../types/finding.ts";
import type { Key } from "../types/key.ts";
import type { Module } from "../types/module.ts";
import type { Slot } from "../types/slot.ts";
import { editsOf, type Change } from "./change.ts";
import { inJavascript } from "./javascript.ts";
import type { Check, Place } from "./place.ts";
import { inPython } from "./python.ts";
import { mendSettings } from "./settings.ts";
import { usualOf, variableOf } from "./variable.ts";

type Mend = (place: Place) => readonly Change[] | undefined;
/** What a file's keys are mended with; it parses the file once, when the first asks. */
type Way = (module: Module) => Mend;

/** How a key is taken out of a file of each kind. Of the others a person must say where the program gets it instead. */
const ways: Readonly<{ [kind: string]: Way }> = { python: inPython, javascript: inJavascript, yaml: () => mendSettings, shell: () => mendSettings };

/** Generators say so at the top of what they write: https://go.dev/s/generatedcode has the words that most of them use. */
const generated = /@generated|\bDO NOT (EDIT|MODIFY)\b|auto-?generated (by|from|file)/i;

/** What surely mends a key in its file, and the variable that it is read from then. */
export interface Mended {
  readonly edits: readonly Edit[];
  readonly variable: string;
}

/** What is known of the program besides its keys. */
export interface Surroundings {
  readonly ground: Ground;
  readonly projects: Projects;
  /** A crash on a file is told, and gives nothing. */
  readonly attempt: <T>(path: string, what: () => readonly T[]) => readonly T[];
  /** Keys of one text. */
  readonly alike: readonly (readonly Key[])[];
  /** The variables that a project reads a slot's key from. */
  readonly readFor: (slot: Slot, project: string) => readonly string[];
}

/**
 * What surely mends keys: the program reads each from a variable, and stops where that is missing. Nothing where a person must decide: in
 * what is no production code, where the program does not run on a server, where not all of a value is the key, where two keys would become
 * one or one key two, and wherever the text around it is not one that is known.
 */
export function mendsFor(keys: readonly Key[], surroundings: Surroundings): (key: Key) => Mended | undefined {
  const found = new Map<string, Mended>();
  const files = filesOf(keys.filter(isMendable), surroundings.ground);
  const names = namesOf(files, surroundings);
  for (const file of files) {
    const checks = new Map<string, Check[]>();
    for (const key of file.keys) {
      const at = placeOf(key);
      const variable = names.get(at);
      if (variable === undefined || found.has(at)) continue;
      for (const one of surroundings.attempt(file.module.path, () => foundFor(key, variable, file, checks, surroundings) ?? [])) found.set(at, one);
    }
  }
  for (const group of surroundings.alike) for (const key of torn(group.filter(isMendable), found, surroundings)) found.delete(placeOf(key));
  return (key) => found.get(placeOf(key));
}

function placeOf({ origin: { place } }: Key): string {
  return `${place.path}\0${place.span.start}`;
}

/** A file in which keys may be mended, and these as they stand in it: what is put before the first serves the others. */
interface File {
  readonly module: Module;
  readonly lines: Lines;
  readonly mend: Mend;
  readonly keys: readonly Key[];
}

/** More keys of a file are data. */
const mostKeys = 200;

function filesOf(keys: readonly Key[], { modules }: Ground): readonly File[] {
  const byPath = new Map<string, Key[]>();
  for (const key of keys) {
    const own = byPath.get(key.origin.place.path);
    if (own) own.push(key);
    else byPath.set(key.origin.place.path, [key]);
  }
  return [...byPath].flatMap(([path, own]) => {
    const way = own.length > mostKeys ? undefined : ways[kindOf(path)?.id ?? ""];
    const module = way && modules.get(path);
    if (!way || !module || module.failure !== undefined || isMade(module)) return [];
    return [{ module, lines: new Lines(module.text), mend: way(module), keys: own.toSorted((a, b) => a.origin.place.span.start - b.origin.place.span.start) }];
  });
}

/** The variables that keys are to be read from, those first whose variable is known; none for two keys. */
function namesOf(files: readonly File[], { ground, projects, readFor }: Surroundings): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const given = new Map<string, Key>();
  const all = files.flatMap(({ module, keys }) => keys.map((key) => ({ module, key })));
  for (const { module, key } of [...all.filter(({ key: { origin } }) => origin.variable !== undefined), ...all.filter(({ key: { origin } }) => origin.variable === undefined)]) {
    const project = projects.of(module.path);
    const variable = names.has(placeOf(key)) ? undefined : variableOf(key, readFor(key.slot, project));
    if (!variable) continue;
    const other = given.get(`${project}\0${variable.name}`);
    if (!variable.isOwn && (other ? !isAlike(other, key) : isTaken(variable.name, module, ground))) continue;
    names.set(placeOf(key), variable.name);
    given.set(`${project}\0${variable.name}`, key);
  }
  return names;
}

function foundFor(key: Key, variable: string, { module, lines, mend }: File, checks: Map<string, Check[]>, { ground }: Surroundings): readonly Mended[] | undefined {
  if (isEmbedded(key, module) || !isServed(key, module) || isGivenOtherwise(key, variable, module, ground)) return undefined;
  const own = checks.get(variable) ?? [];
  checks.set(variable, own);
  const changes = mend({ key, module, ground, variable, checks: own });
  return changes && [{ edits: editsOf(module.path, lines, changes), variable }];
}

/** The same text. */
function isAlike({ origin: { making: one } }: Key, { origin: { making: other } }: Key): boolean {
  return one.kind === "literal" && other.kind === "literal" && one.received.equals(other.received);
}

/**
 * Of keys of one text those that would be torn apart: what one place signs another verifies, so all that are called alike are read from
 * one variable, or none is.
 */
function torn(group: readonly Key[], found: ReadonlyMap<string, Mended>, { projects }: Surroundings): readonly Key[] {
  const families = new Map<string, Key[]>();
  for (const key of group.filter(({ origin: { place } }) => isProgram(place.path))) {
    const family = `${projects.of(key.origin.place.path)}\0${usualOf(key) ?? key.framework.id}`;
    const own = families.get(family);
    if (own) own.push(key);
    else families.set(family, [key]);
  }
  return [...families.values()].filter((keys) => new Set(keys.map((key) => found.get(placeOf(key))?.variable)).size > 1).flat();
}

/**
 * Another class of the file, or a file that takes all of its names, gives the setting in a way of its own: it would need the variable only
 * because this file does.
 */
function isGivenOtherwise({ origin: { place } }: Key, variable: string, module: Module, { modules }: Ground): boolean {
  const own = module.bindings.find(({ value: { span } }) => span.start <= place.span.start && span.end >= place.span.end)?.target;
  if (own?.kind !== "reference" || module.language !== "python") return false;
  const heirs = modules.importers(module, own.name, "mentioned").filter(({ stars }) => stars.length > 0);
  return [module, ...heirs].some(({ bindings, text }) => bindings.some(({ target, value }) =>
    value.kind !== "literal" && target.kind === "reference" && target.name === own.name && target !== own && !holdsWord(text.slice(value.span.start, value.span.end), variable, /\w/, /\w/)));
}

/** The project speaks of the variable already: it may hold another key, and who has that would have this one. */
function isTaken(variable: string, module: Module, { modules }: Ground): boolean {
  return holdsWord(module.text, variable, /\w/, /\w/) || modules.mentioning(variable, module).length > 0;
}

/** A text in production that signs, and that no browser is sent. */
function isMendable({ context, origin: { making }, shipped, slot }: Key): boolean {
  return context === "production" && making.kind === "literal" && !shipped && slot.signs !== "none";
}

/** In a text of another language inside the file, which has rules of its own. */
function isEmbedded({ origin: { place } }: Key, { parts }: Module): boolean {
  return parts.some(({ span }) => span.start <= place.span.start && span.end >= place.span.end);
}

/** Units of a line that somebody wrote. */
const longest = 2_000;

/** Files of defaults, before which others may give the key; and settings of a build, which would put the key into what it builds. */
const before = /(?:^|[_.-])defaults?(?:[_.-]|$)|^(?:next|nuxt|vite|astro|svelte|remix|gatsby|webpack|rollup|vue)[.-]config\.[cm]?[jt]s$/i;

/** Written by a program, which would write it again; or read before the application runs. */
function isMade({ path, text }: Module): boolean {
  return before.test(path.slice(path.lastIndexOf("/") + 1)) || generated.test(text.slice(0, 2_000)) || text.split("\n").some((line) => line.length > longest);
}

/** What makes pages that browsers show. */
const shown = /^(?:react|react-dom|vue|svelte|solid-js|preact|@angular|expo|react-native)(?:[/-]|$)/;

/** Of a program in JavaScript it must be sure that it runs where there is `process.env`. */
function isServed({ evidence, framework }: Key, { language, text, imports }: Module): boolean {
  if (language !== "javascript" || /\bprocess\.env\b/.test(text)) return true;
  const isShown = imports.some(({ from }) => shown.test(from)) || /^\s*["']use client["']/.test(text);
  return (evidence === "api" || framework.language === "javascript") && framework.anywhere !== true && !isShown;
}
