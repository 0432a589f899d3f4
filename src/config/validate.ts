import { namePatternMistake, patternMistake } from "../discover/patterns.ts";
import { nearest } from "../text/nearest.ts";
import { shownNames } from "../text/drawn.ts";

/** The part of JSON Schema (2020-12) that `schema.json` uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Schemas;
  readonly required?: readonly string[];
  readonly additionalProperties?: false | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly oneOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly $defs?: Schemas;
}

type Schemas = Readonly<{ [name: string]: Schema }>;

/** What is wrong at one place; `weight` tells how far it is from what was meant, to choose among alternatives. */
interface Mistake {
  readonly message: string;
  readonly weight: number;
}

/** Checks a value against a schema. Gives sentences for a user, each beginning with the place: `rules.short-key: must be …`. */
export function validate(root: Schema, value: unknown): string[] {
  return check({ root, schema: root, value, place: "" }).map((mistake) => mistake.message);
}

interface Part {
  readonly root: Schema;
  readonly schema: Schema;
  readonly value: unknown;
  readonly place: string;
}

function check(part: Part): Mistake[] {
  const schema = resolve(part.root, part.schema);
  const { value, place } = part;
  if (schema.type !== undefined && !isOfType(schema.type, value)) return [mistake(place, `must be ${article(schema.type)}, not ${kindOf(value)}`, 5)];
  const own = [...checkText(schema, value, place), ...checkNumber(schema, value, place), ...checkChoice(schema, value, place)];
  if (Array.isArray(value)) own.push(...checkList({ ...part, schema }, value));
  else if (isObject(value)) own.push(...checkObject({ ...part, schema }, value));
  return own.length > 0 || schema.oneOf === undefined ? own : checkAlternatives({ ...part, schema }, schema.oneOf);
}

function resolve(root: Schema, schema: Schema): Schema {
  const name = schema.$ref?.replace("#/$defs/", "");
  return name === undefined ? schema : resolve(root, root.$defs?.[name] ?? {});
}

function checkText(schema: Schema, value: unknown, place: string): Mistake[] {
  if (typeof value !== "string") return [];
  if (schema.minLength !== undefined && value.length < schema.minLength) return [mistake(place, "must not be empty")];
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(value)) return [mistake(place, `must look like ${schema.pattern}`)];
  const wrong = schema.format === undefined ? undefined : FORMATS[schema.format]?.(value);
  return wrong === undefined ? [] : [mistake(place, wrong)];
}

/** What is wrong with a text of some format. */
const FORMATS: Readonly<{ [format: string]: (text: string) => string | undefined }> = {
  pattern: patternMistake,
  name: namePatternMistake,
  date: (text) => (isDate(text) ? undefined : "must be a day like 2026-12-31"),
  file: (text) => (text === "" || text.includes("\0") ? "must be the name of a file" : undefined),
};

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}

function checkNumber(schema: Schema, value: unknown, place: string): Mistake[] {
  if (typeof value !== "number") return [];
  if (schema.minimum !== undefined && value < schema.minimum) return [mistake(place, `must be ${schema.minimum} or more`)];
  if (schema.maximum !== undefined && value > schema.maximum) return [mistake(place, `must be ${schema.maximum} or less`)];
  return [];
}

function checkChoice(schema: Schema, value: unknown, place: string): Mistake[] {
  const allowed = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (allowed === undefined || (typeof value === "string" && allowed.includes(value))) return [];
  return [mistake(place, `must be ${listed(allowed)}${typeof value === "string" ? hint(value, allowed) : `, not ${kindOf(value)}`}`, 10)];
}

function checkList({ root, schema, place }: Part, value: readonly unknown[]): Mistake[] {
  if (schema.minItems !== undefined && value.length < schema.minItems) return [mistake(place, "must not be empty")];
  const items = schema.items;
  return items === undefined ? [] : value.flatMap((item, index) => check({ root, schema: items, value: item, place: `${place}[${index}]` }));
}

function checkObject({ root, schema, place }: Part, value: object): Mistake[] {
  const known = schema.properties ?? {};
  const missing = (schema.required ?? []).filter((key) => !Object.hasOwn(value, key));
  const mistakes = missing.map((key) => mistake(place, `lacks ${key}`));
  for (const [key, inner] of Object.entries(value)) {
    const expected = Object.hasOwn(known, key) ? known[key] : schema.additionalProperties;
    if (expected === false) mistakes.push(unknownKey(place, key, Object.keys(known)));
    else if (expected !== undefined) mistakes.push(...check({ root, schema: expected, value: inner, place: within(place, key) }));
  }
  return mistakes;
}

function unknownKey(place: string, key: string, allowed: readonly string[]): Mistake {
  const suggestion = hint(key, allowed);
  return mistake(within(place, key), `there is no such key${suggestion || `; allowed here: ${allowed.join(", ")}`}`, suggestion ? 0.5 : 1);
}

/** When no alternative fits, the mistakes of the one that was most likely meant. */
function checkAlternatives(part: Part, alternatives: readonly Schema[]): Mistake[] {
  const types = alternatives.map((schema) => resolve(part.root, schema).type);
  if (types.every((type) => type !== undefined && !isOfType(type, part.value))) {
    return [mistake(part.place, `must be ${listed([...new Set(types.map((type) => article(type ?? "")))])}, not ${kindOf(part.value)}`, 5)];
  }
  const tries = alternatives.map((schema) => check({ ...part, schema }));
  const weigh = (mistakes: readonly Mistake[]): number => mistakes.reduce((sum, { weight }) => sum + weight, 0);
  return tries.reduce((best, next) => (weigh(next) < weigh(best) ? next : best));
}

function mistake(place: string, message: string, weight = 1): Mistake {
  return { message: place === "" ? message : `${place}: ${message}`, weight };
}

/** The place of a key in a place: `rules.short-key`, `rules["a b"]`. */
export function within(place: string, key: string): string {
  const name = shownNames(key).slice(0, 60);
  if (!/^[\w$-]+$/.test(name)) return `${place}["${name}"]`;
  return place === "" ? name : `${place}.${name}`;
}

/** `; did you mean "x"?`, or nothing when no word is near. */
export function hint(word: string, words: readonly string[]): string {
  const near = nearest(word.slice(0, 60), words);
  return near === undefined ? "" : `; did you mean "${near}"?`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** What was found, by its kind and never by its text: somebody may have put a key there. */
function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "string") return "a text";
  if (typeof value === "number" && !Number.isInteger(value)) return "a fraction";
  return Array.isArray(value) ? "a list" : isObject(value) ? "an object" : typeof value === "boolean" ? "true or false" : `a ${typeof value}`;
}

const ARTICLES: Readonly<{ [type: string]: string }> = {
  array: "a list", object: "an object", integer: "a whole number", boolean: "true or false", string: "a text",
};

function article(type: string): string {
  return ARTICLES[type] ?? `a ${type}`;
}

function isOfType(type: string, value: unknown): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isObject(value);
  return type === "integer" ? Number.isSafeInteger(value) : typeof value === type;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
