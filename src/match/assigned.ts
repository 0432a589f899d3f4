import type { Binding, Module } from "../types/module.ts";
import type { Call, Scope, Value } from "../types/value.ts";
import { asName } from "../types/secret.ts";
import type { Ground } from "../resolve/ground.ts";
import { dotted } from "../resolve/sites.ts";

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
  const meaning = ground.meanings.of(ground.symbols(object, module), undefined, module.language);
  if (meaning?.means === "env" || meaning?.means === "setting") return meaning.means;
  return /(^|\.)(config|settings)$/i.test(dotted(object) ?? "") ? "setting" : undefined;
}

/** A name that the program's settings are taken from: at the top of such a file, or in such a class. Django and Flask read capitals only. */
function isSettings(scope: Scope, { path, top, language }: Module): boolean {
  if (language !== "python" || scope.kind === "function") return false;
  if (/(^|\/)[^/]*(settings?|config|conf|configuration)[^/]*(\/[^/]*)?\.py$/i.test(path)) return true;
  return scope.kind === "class" ? /config|settings/i.test(scope.name ?? "") : top.names.has("INSTALLED_APPS");
}

/** `os.environ.setdefault("K", v)`, `app.set("k", v)`, `app.config.update(K=v)`. */
function ofCall({ value: call, scope, guards }: Module["calls"][number], module: Module, names: ReadonlySet<string>, ground: Ground): readonly Assigned[] {
  const { callee } = call;
  if (callee.kind !== "member") return [];
  const [first, second] = call.args;
  const name = first?.value.kind === "literal" ? asName(first.value.secret) : undefined;
  if (name !== undefined && second && names.has(name)) return setBy(callee.name, name, { call, value: second.value, module, ground }).map((given) => ({ ...given, scope, guards }));
  if (callee.name !== "update" && callee.name !== "from_mapping") return [];
  if (holderOf(callee.object, module, ground) !== "setting") return [];
  const entries = call.args.flatMap((arg) => (arg.name !== undefined ? [{ name: arg.name, value: arg.value, span: arg.value.span }] : arg.value.kind === "record" ? arg.value.entries : []));
  return entries.flatMap(({ name: key, value, span }) => (key !== undefined && names.has(key) ? [{ name: key, to: "setting" as const, value, span, scope, guards }] : []));
}

interface Setting {
  readonly call: Call;
  readonly value: Value;
  readonly module: Module;
  readonly ground: Ground;
}

function setBy(method: string, name: string, { call, value, module, ground }: Setting): readonly Pick<Assigned, "name" | "to" | "value" | "span">[] {
  if (call.callee.kind !== "member") return [];
  const { object } = call.callee;
  if (method === "setdefault" && holderOf(object, module, ground) === "env") {
    const before: Value = { kind: "member", object, name, span: call.span };
    const options = [before, value].map((option) => ({ value: option, guards: [] }));
    return [{ name, to: "env", value: { kind: "choice", how: "default", options, span: call.span }, span: call.span }];
  }
  // https://expressjs.com/en/5x/api.html#app.set
  const isApplication = ground.symbols(object, module) === "express()" || /(^|\.)app$/.test(dotted(object) ?? "");
  return module.language === "javascript" && method === "set" && isApplication ? [{ name, to: "setting", value, span: call.span }] : [];
}
