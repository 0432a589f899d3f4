import { asName } from "../types/secret.ts";
import type { FunctionValue, Parameter, Value } from "../types/value.ts";
import type { Module } from "../types/module.ts";
import { into, type Reading } from "./flow.ts";
import { meaningOf, type Ground } from "./ground.ts";
import { follow } from "./follow.ts";

/** Whether a function is a validator of one of these entries: `@field_validator("secret_key")`. */
function validates({ decorators = [] }: FunctionValue, names: ReadonlySet<string>, module: Module, ground: Ground): boolean {
  return decorators.some((decorator) => {
    if (decorator.kind !== "call" || meaningOf(decorator, { module }, ground)?.means !== "validate") return false;
    return decorator.args.some(({ value }) => value.kind === "literal" && (names.has(asName(value.secret) ?? "") || asName(value.secret) === "*"));
  });
}

/** Whether a parameter is what a validator of one of these entries is given. */
export function isValidated(parameter: Parameter, names: ReadonlySet<string>, module: Module, ground: Ground): boolean {
  return parameter.index === 0 && validates(parameter.of(), names, module, ground);
}

/** Classes that are looked at above one. */
const mostBases = 8;

/** Whether a validator gives another value for an entry than the one that it is given: `return v or secrets.token_hex()`. */
export function isReplaced({ by, path }: Pick<Reading, "by" | "path">, ground: Ground, depth = 0): boolean {
  const { value, module } = by;
  if (depth > mostBases) return false;
  if (value.kind === "reference" || value.kind === "import") return follow(by, ground).some((next) => isReplaced({ by: next, path }, ground, depth + 1));
  if (value.kind !== "class") return false;
  const names = new Set(path);
  const methods = [...value.scope.names.values()].flat().map((definition) => definition.value);
  const own = methods.some((method) => method.kind === "function" && validates(method, names, module, ground) && method.returns.some((option) => !isParameter(option.value, method)));
  return own || value.bases.some((base) => isReplaced({ by: into(by, base), path }, ground, depth + 1));
}

function isParameter(value: Value, { parameters }: FunctionValue): boolean {
  return value.kind === "reference" && parameters.some(({ name, index }) => index === 0 && name === value.name);
}
