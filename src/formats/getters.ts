import type { FunctionValue, Span, Value } from "../types/value.ts";
import type { ModuleBuilder } from "./builder.ts";

/** What a getter or property gives when it is read: what its function returns. */
export function gotten(builder: ModuleBuilder, getter: Value, span: Span): Value {
  const returns: FunctionValue["returns"] = getter.kind === "function" ? getter.returns : [];
  const [only] = returns;
  if (!only) return { kind: "opaque", span };
  return returns.length === 1 ? only.value : builder.note({ kind: "choice", how: "branch", options: returns, span });
}
