import type { Binding, Format, Module } from "../../src/types/module.ts";
import type { Value } from "../../src/types/value.ts";
import { show } from "./python-shown.ts";

/** What a file of settings binds: a variable as `$NAME := value`, an entry as `path.name := value`, those of its parts after its own. */
export function bindingsOf(format: Format | undefined, path: string, text: string): readonly string[] {
  return all(read(format, path, text)).map(({ target, value }) => `${target.kind === "reference" ? `$${target.name}` : pathOf(target)} := ${shortly(value)}`);
}

/** The text that each value's span covers. */
export function tokensOf(format: Format | undefined, path: string, text: string): readonly string[] {
  return all(read(format, path, text)).map(({ value: { span } }) => text.slice(span.start, span.end));
}

function read(format: Format | undefined, path: string, text: string): Module {
  if (!format) throw new Error("there is no such format");
  return format.read(path, text);
}

function all(module: Module): readonly Binding[] {
  return [...module.bindings, ...module.parts.flatMap((part) => all(part.module))];
}

function pathOf(target: Value): string {
  return target.kind !== "member" ? "" : target.object.kind === "member" ? `${pathOf(target.object)}.${target.name}` : target.name;
}

function shortly(value: Value): string {
  if (value.kind === "list") return `[${value.items.map((item) => (item.value.kind === "literal" ? shortly(item.value) : "?")).join(", ")}]`;
  if (value.kind === "choice") return value.options.map((option) => shortly(option.value)).join(` ${value.how} `);
  return value.kind === "reference" ? value.name : show(value);
}
