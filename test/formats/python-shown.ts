import { python } from "../../src/formats/python/index.ts";
import type { Module } from "../../src/types/module.ts";
import { reveal } from "../../src/types/secret.ts";
import type { Argument, Guard, Option, Parameter, Scope, Value } from "../../src/types/value.ts";

/** A Python text as its format understands it. */
export function read(text: string): Module {
  return python.read("app.py", text);
}

/** The value of `x = …`, in short words. */
export function valueOf(expression: string): string {
  const module = read(`x = ${expression}\n`);
  const last = module.bindings.findLast(({ target }) => target.kind === "reference" && target.name === "x");
  return last ? show(last.value) : "nothing";
}

/** Every binding as `target := value if guards`. */
export function bindings(text: string): readonly string[] {
  return read(text).bindings.map(({ target, value, guards }) => `${show(target)} := ${show(value)}${shownGuards(guards)}`);
}

/** What a name is defined as in a scope. */
export function definitions(scope: Scope, name: string): readonly string[] {
  return (scope.names.get(name) ?? []).map(({ value, guards }) => show(value) + shownGuards(guards));
}

export function shownGuards(guards: readonly Guard[]): string {
  const shown = guards.map((guard) => (guard.kind === "except" ? "except" : `${guard.holds ? "" : "!"}${show(guard.test)}`));
  return shown.length > 0 ? ` if ${shown.join(" & ")}` : "";
}

/** A value in short words: texts in double quotes, bytes with a b. */
export function show(value: Value): string {
  const all = (values: readonly Value[]): string => values.map(show).join(", ");
  const options = (some: readonly Option[]): string => some.map((option) => show(option.value) + shownGuards(option.guards)).join(" | ");
  switch (value.kind) {
    case "literal":
      return (value.form === "bytes" ? "b" : "") + JSON.stringify(reveal(value.secret));
    case "constant":
      return String(value.value);
    case "reference":
      return value.name;
    case "member":
      return `${show(value.object)}.${value.name}`;
    case "item":
      return `${show(value.object)}[${show(value.key)}]`;
    case "call":
      return `${show(value.callee)}(${value.args.map(shownArgument).join(", ")})`;
    case "choice":
      return `${value.how}(${options(value.options)})`;
    case "test":
      return `${value.op}(${all(value.operands)})`;
    case "derived":
      return `${value.by}(${all(value.operands)})`;
    case "record":
      return `{${value.entries.map((entry) => `${entry.name ?? "**"}: ${show(entry.value)}`).join(", ")}}`;
    case "list":
      return `[${value.items.map((item) => (item.spread ? "*" : "") + show(item.value)).join(", ")}]`;
    case "function":
      return `def ${value.name ?? ""}(${value.parameters.map(shownParameter).join(", ")}) -> ${options(value.returns)}`;
    case "class":
      return `class ${value.name ?? ""}(${all(value.bases)})`;
    case "import":
      return `import ${value.from}${value.name === undefined ? "" : `:${value.name}`}`;
    case "parameter":
      return `parameter ${value.name}`;
    case "opaque":
      return "?";
  }
}

function shownArgument({ value, name, spread }: Argument): string {
  return (name === undefined ? "" : `${name}=`) + (spread === "list" ? "*" : spread === "record" ? "**" : "") + show(value);
}

function shownParameter(parameter: Parameter): string {
  const type = parameter.type ? `: ${show(parameter.type)}` : "";
  const preset = parameter.default ? ` = ${show(parameter.default)}` : "";
  return `${parameter.rest ?? ""} ${parameter.name}#${parameter.index}${type}${preset}`.trim();
}
