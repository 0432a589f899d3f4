import type { Module } from "../types/module.ts";
import { asName, type Secret } from "../types/secret.ts";
import type { Value } from "../types/value.ts";
import { flowOf, type GuardHere } from "../resolve/flow.ts";
import { resolve } from "../resolve/resolve.ts";
import { entriesOf, type Ground } from "../resolve/ground.ts";
import { definitionsOf } from "../resolve/links.ts";

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
      const name = asName(left.secret);
      return entriesOf(right, module, ground) === "env" ? (name === undefined ? {} : { variable: name }) : undefined;
    }
    if ((test.op === "and" && holds) || (test.op === "or" && !holds)) return test.operands.map((operand) => missing(operand, holds)).find((one) => one !== undefined);
    return undefined;
  }

  function absent(value: Value): Absence | undefined {
    const found = resolve({ ...flowOf(value, module), callers }, ground).find(({ ending }) => ending.kind === "absent");
    return found && (found.behind?.variable === undefined ? {} : { variable: found.behind.variable });
  }
}

/** How deep a test is looked into. */
const mostDepth = 4;

/**
 * Whether a test holds in a program that is told nothing: `os.environ.get("STAGE", "dev") == "dev"` does. Undefined where no default
 * of a variable says so.
 */
export function holdsUntold(test: Value, module: Module, ground: Ground, depth = 0): boolean | undefined {
  if (depth > mostDepth) return undefined;
  if (test.kind === "reference") {
    const links = definitionsOf(test, module);
    return links.length === 1 && links[0]?.definition.value.kind === "test" ? holdsUntold(links[0].definition.value, module, ground, depth + 1) : undefined;
  }
  const [left, right] = test.kind === "test" ? test.operands : [];
  if (test.kind !== "test" || !left) return undefined;
  if (test.op === "not") return turned(holdsUntold(left, module, ground, depth + 1));
  if (test.op === "and" || test.op === "or") {
    const settles = test.op === "or";
    const parts = test.operands.map((operand) => holdsUntold(operand, module, ground, depth + 1));
    return parts.includes(settles) ? settles : parts.includes(undefined) ? undefined : !settles;
  }
  if (!right || !["equal", "unequal", "in"].includes(test.op)) return undefined;
  const fallback = textsOf(left, module, ground).find(({ behind }) => behind)?.secret;
  const others = textsOf(right, module, ground);
  if (!fallback || others.length === 0 || others.some(({ behind }) => behind)) return undefined;
  const same = others.some(({ secret }) => secret.equals(fallback));
  return test.op === "unequal" ? !same : same;
}

function turned(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

/** The texts that a value leads to, and whether each is a default. */
function textsOf(value: Value, module: Module, ground: Ground): readonly { readonly secret: Secret; readonly behind: boolean }[] {
  return resolve(flowOf(value, module), ground).flatMap(({ ending, behind }) => (ending.kind === "bytes" ? [{ secret: ending.bytes.secret, behind: behind !== undefined }] : []));
}

/**
 * What a test says when it holds or does not: of `a and b` what one of them says, of `a or b` what the first says when all say something.
 * `of` is asked about the words of each part.
 */
export function saidBy<T>(test: Value, holds: boolean, of: (words: readonly string[], holds: boolean) => T | undefined, depth = 0): T | undefined {
  if (test.kind !== "test" || depth > 12) return of(wordsOf(test), holds);
  const { op, operands: [first], operands } = test;
  const deeper = (part: Value, is: boolean): T | undefined => saidBy(part, is, of, depth + 1);
  if (op === "not" && first) return deeper(first, !holds);
  if (op === "unequal") return of(wordsOf({ ...test, op: "equal" }), !holds);
  if (op !== "and" && op !== "or") return of(wordsOf(test), holds);
  const said = operands.map((operand) => deeper(operand, holds));
  return (op === "and") === holds ? said.find((one) => one !== undefined) : said.includes(undefined) ? undefined : said[0];
}

/** The names and short literal words of a test, in order. */
function wordsOf(value: Value, depth = 0): readonly string[] {
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
      return value.operands.flatMap(deeper);
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
