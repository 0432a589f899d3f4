import { asName } from "../types/secret.ts";
import type { Value } from "../types/value.ts";
import { flowOf, type GuardHere } from "./flow.ts";
import { resolve } from "./resolve.ts";
import type { Ground } from "./ground.ts";

/** A guard that says "this is missing": the value under it is a default. */
export interface Absence {
  readonly variable?: string;
}

/** Whether a guard holds only when something was not given: `if not x`, `else` of `if x`, `"K" not in os.environ`, `except`. */
export function absenceOf(here: GuardHere, ground: Ground): Absence | undefined {
  const { guard, module, callers } = here;
  if (guard.kind === "except") return {};
  return missing(guard.test, guard.holds);

  function missing(test: Value, holds: boolean): Absence | undefined {
    if (test.kind !== "test") return holds ? undefined : absent(test);
    const [left, right] = test.operands;
    if (left === undefined) return undefined;
    if (test.op === "not") return missing(left, !holds);
    if (test.op === "equal" || test.op === "unequal") {
      const nothing = right?.kind === "constant" && (right.value === null || right.value === undefined);
      return nothing && holds === (test.op === "equal") ? absent(left) : undefined;
    }
    if (test.op === "in" && right && !holds && left.kind === "literal") {
      const meaning = ground.meanings.of(ground.symbols(right, module), undefined, module.language);
      const name = asName(left.secret);
      return meaning?.means === "env" ? (name === undefined ? {} : { variable: name }) : undefined;
    }
    if ((test.op === "and" && holds) || (test.op === "or" && !holds)) return test.operands.map((operand) => missing(operand, holds)).find((one) => one !== undefined);
    return undefined;
  }

  function absent(value: Value): Absence | undefined {
    const found = resolve({ ...flowOf(value, module), callers }, ground).find(({ ending }) => ending.kind === "absent");
    return found && (found.behind?.variable === undefined ? {} : { variable: found.behind.variable });
  }
}

/** The names and short literal words of a test, in order, with `not` and `unequal` before what they turn round. */
export function wordsOf(value: Value, depth = 0): readonly string[] {
  if (depth > 12) return [];
  const deeper = (part: Value): readonly string[] => wordsOf(part, depth + 1);
  switch (value.kind) {
    case "reference":
      return [value.name];
    case "member":
      return [...deeper(value.object), value.name];
    case "literal": {
      const word = value.secret.length <= 24 ? asName(value.secret) : undefined;
      return word === undefined ? [] : [word];
    }
    case "test":
      return [...(value.op === "not" || value.op === "unequal" ? ["not"] : []), ...value.operands.flatMap(deeper)];
    case "call":
      return [...deeper(value.callee), ...value.args.flatMap((arg) => deeper(arg.value))];
    case "choice":
      return value.options.flatMap((option) => deeper(option.value));
    case "list":
      return value.items.flatMap((item) => deeper(item.value));
    default:
      return [];
  }
}
