import type { Module } from "../types/module.ts";
import { asName, reveal, type Secret } from "../types/secret.ts";
import type { Call, Value } from "../types/value.ts";
import { flowOf } from "../resolve/flow.ts";
import { entriesOf, meaningOf, type Ground } from "../resolve/ground.ts";
import { definitionsOf } from "../resolve/links.ts";
import { resolve } from "../resolve/resolve.ts";
import { argumentsAt, given } from "../resolve/select.ts";
import { isValidated } from "../resolve/validators.ts";

/** A key on its way, as a check in the program would see it. */
export interface Checked {
  /** The names that it has: variables, attributes, settings. */
  readonly names: ReadonlySet<string>;
  readonly secret: Secret;
  /** The variable that it stands behind: where the key is used, that one is missing. */
  readonly variable?: string;
}

/** The same, in the module whose check is asked. */
export interface Subject extends Checked {
  readonly module: Module;
  readonly ground: Ground;
}

/** What gives a text back, and what it makes of it. */
const forms: ReadonlyMap<string, (text: string) => string> = new Map(Object.entries({
  lower, casefold: lower, toLowerCase: lower, toLocaleLowerCase: lower, upper, toUpperCase: upper, strip: trim, trim,
  encode: same, decode: same, toString: same, get_secret_value: same,
}));

function lower(text: string): string {
  return text.toLowerCase();
}

function upper(text: string): string {
  return text.toUpperCase();
}

function trim(text: string): string {
  return text.trim();
}

function same(text: string): string {
  return text;
}

const mostDepth = 8;

/** The key's text as a check sees it: `key`, `settings.SECRET_KEY.lower()`, `str(key)`. Undefined for what is not the key. */
export function textOf(value: Value, key: Subject, depth = 0): string | undefined {
  if (depth > mostDepth) return undefined;
  if (isSubject(value, key)) return reveal(key.secret);
  if (value.kind === "choice" && (value.how === "or" || value.how === "nullish")) return value.options[0] && textOf(value.options[0].value, key, depth + 1);
  if (value.kind !== "call") return firstText(calledSo(value, key.module), key, depth + 1);
  const { callee, args: [first] } = value;
  if (callee.kind === "reference") return ["str", "String", "bytes"].includes(callee.name) && first ? textOf(first.value, key, depth + 1) : undefined;
  if (callee.kind !== "member") return undefined;
  const form = forms.get(callee.name);
  const text = form && textOf(callee.object, key, depth + 1);
  return text === undefined ? undefined : form?.(text);
}

function firstText(values: readonly Value[], key: Subject, depth: number): string | undefined {
  for (const value of values) {
    const text = textOf(value, key, depth);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** What a name surely is: its one value, where it has no other and nobody gives it. */
export function behind(value: Extract<Value, { kind: "reference" }>, module: Module): readonly Value[] {
  const [only, ...others] = definitionsOf(value, module).map(({ definition }) => definition.value);
  return only && others.length === 0 && only.kind !== "parameter" ? [only] : [];
}

/** What a name surely is, or is in one turn of a loop: `value = settings.secret.strip()`, `for name, value in (("secret", settings.secret), …)`. */
function calledSo(value: Value, module: Module): readonly Value[] {
  switch (value.kind) {
    case "reference":
      return behind(value, module);
    case "choice":
      return value.how === "branch" ? value.options.map((option) => option.value) : [];
    case "member":
      return /^\d{1,2}$/.test(value.name) ? [value.object, ...calledSo(value.object, module)].flatMap((one) => (one.kind === "list" ? (one.items[Number(value.name)]?.value ?? []) : [])) : [];
    default:
      return [];
  }
}

/** The key by any of its names: `SECRET_KEY`, `settings.SECRET_KEY`, `config.get("SECRET_KEY")`; in a helper, by what its callers give. */
function isSubject(value: Value, key: Subject, depth = 0): boolean {
  if (isMissing(value, key)) return false;
  if (value.kind === "reference" || value.kind === "member") return key.names.has(value.name) || (value.kind === "reference" && depth < 4 && isGiven(value, key, depth));
  if (value.kind !== "call") return false;
  const [first] = value.args;
  const name = first?.value.kind === "literal" && value.args.length <= 2 ? asName(first.value.secret) : undefined;
  return name !== undefined && key.names.has(name) && value.callee.kind === "member" && ["get", "getenv"].includes(value.callee.name);
}

function isGiven(value: Extract<Value, { kind: "reference" }>, key: Subject, depth: number): boolean {
  const [link] = definitionsOf(value, key.module);
  const parameter = link?.definition.value;
  if (parameter?.kind !== "parameter") return false;
  if (isValidated(parameter, key.names, key.module, key.ground)) return true;
  return given(flowOf(parameter, key.module), parameter, key.ground).some(({ value: one, module }) => isSubject(one, { ...key, module }, depth + 1));
}

/** The variable that the key stands behind, read as it is: where the key is used there is nothing in it. */
export function isMissing(value: Value, { variable, module, ground }: Subject): boolean {
  if (variable === undefined) return false;
  if (value.kind === "member") return value.name === variable && isEnvironment(value.object, module, ground);
  if (value.kind === "item") return isEnvironment(value.object, module, ground) && isNamed([flowOf(value.key, module)], variable, ground);
  return value.kind === "call" && isRead(value, variable, module, ground);
}

/** `os.environ.get(name)`, where the name is the variable's, or one of several. */
function isRead(call: Call, variable: string, module: Module, ground: Ground): boolean {
  const meaning = call.args.length === 1 ? meaningOf(call, { module }, ground) : undefined;
  return meaning?.means === "env" && meaning.name !== undefined && isNamed(argumentsAt(flowOf(call, module), call, meaning.name, ground), variable, ground);
}

function isNamed(names: readonly ReturnType<typeof flowOf>[], variable: string, ground: Ground): boolean {
  return names.some((flow) => resolve(flow, ground).some(({ ending }) => ending.kind === "bytes" && asName(ending.bytes.secret) === variable));
}

function isEnvironment(value: Value, module: Module, ground: Ground): boolean {
  return entriesOf(value, module, ground) === "env";
}
