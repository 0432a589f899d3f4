import type { Binding, Module } from "../types/module.ts";
import { dotted, type Scope, type Value } from "../types/value.ts";
import { asName } from "../types/secret.ts";
import { argumentAt } from "../resolve/arguments.ts";
import { entriesOf, meaningOf, type Ground } from "../resolve/ground.ts";

/** What a program itself gives a variable of its process (`env`) or a setting that it keeps (`setting`). */
export interface Assigned extends Pick<Binding, "value" | "span" | "guards" | "scope"> {
  readonly name: string;
  readonly to: "env" | "setting";
}

/** Of the names wanted, what a program gives them: `os.environ["K"] = …`, `app.config["K"] = …`, `K = …` in its settings. */
export function assignedIn(module: Module, names: ReadonlySet<string>, ground: Ground): readonly Assigned[] {
  return [...module.bindings.flatMap((binding) => ofBinding(binding, module, names, ground)), ...module.calls.flatMap((site) => ofCall(site, module, names, ground))];
}

function ofBinding({ target, value, span, guards, scope }: Binding, module: Module, names: ReadonlySet<string>, ground: Ground): readonly Assigned[] {
  const name = target.kind === "member" || target.kind === "reference" ? target.name : "";
  if (!names.has(name)) return [];
  const to = target.kind === "member" ? holderOf(target.object, module, ground) : target.kind === "reference" && isSettings(scope, module) ? "setting" : undefined;
  return to ? [{ name, to, value, span, guards, scope }] : [];
}

/** Whose entry it is: the process's, or the program's settings'. */
function holderOf(object: Value, module: Module, ground: Ground): Assigned["to"] | undefined {
  return entriesOf(object, module, ground) ?? (/(^|\.)(config|settings)$/i.test(dotted(object) ?? "") ? "setting" : undefined);
}

/** A name that the program's settings are taken from: at the top of such a file, or in such a class. Django and Flask read capitals only. */
function isSettings(scope: Scope, { path, top, language }: Module): boolean {
  if (language !== "python" || scope.kind === "function") return false;
  if (path.split("/").slice(-2).some((part) => /settings|config|^conf(\.py)?$/i.test(part))) return true;
  return scope.kind === "class" ? /config|settings/i.test(scope.name ?? "") : top.names.has("INSTALLED_APPS");
}

/** `os.environ.setdefault("K", v)`, `app.set("k", v)`, `app.config.update(K=v)`. */
function ofCall({ value: call, scope, guards }: Module["calls"][number], module: Module, names: ReadonlySet<string>, ground: Ground): readonly Assigned[] {
  const meaning = meaningOf(call, { module }, ground);
  if (meaning?.means === "assign") {
    const name = nameIn(argumentAt(call, meaning.name));
    const value = argumentAt(call, meaning.value);
    if (name === undefined || !value || !names.has(name)) return [];
    return [{ name, to: meaning.to, value: meaning.unless === "set" ? behind(value) : value, span: call.span, scope, guards }];
  }
  if (meaning?.means !== "update" || call.callee.kind !== "member" || holderOf(call.callee.object, module, ground) !== "setting") return [];
  const entries = call.args.flatMap((arg) => (arg.name !== undefined ? [{ name: arg.name, value: arg.value, span: arg.value.span }] : arg.value.kind === "record" ? arg.value.entries : []));
  return entries.flatMap(({ name, value, span }) => (name !== undefined && names.has(name) ? [{ name, to: "setting" as const, value, span, scope, guards }] : []));
}

/** An option's name is its setting's with dashes: `--secret-key` is secret_key. */
function nameIn(value: Value | undefined): string | undefined {
  const name = value?.kind === "literal" ? asName(value.secret) : undefined;
  return name?.startsWith("--") ? name.slice(2).replaceAll("-", "_") : name;
}

/** A value that is taken when nothing else was given. */
function behind(value: Value): Value {
  const missing: Value = { kind: "constant", value: undefined, span: value.span };
  return { kind: "choice", how: "default", options: [missing, value].map((option) => ({ value: option, guards: [] })), span: value.span };
}
