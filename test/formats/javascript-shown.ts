import { javascript } from "../../src/formats/javascript/index.ts";
import type { Module, Site } from "../../src/types/module.ts";
import type { Span, Value } from "../../src/types/value.ts";
import { definitions, show, shownGuards } from "./python-shown.ts";

export { definitions, show, shownGuards };

/** A text as the JavaScript format understands it. */
export function read(text: string, path = "app.ts"): Module {
  return javascript.read(path, text);
}

/** The value of `x = …`, in short words. */
export function valueOf(expression: string, path?: string): string {
  const last = read(`const x = ${expression};\n`, path).bindings.findLast(({ target }) => target.kind === "reference" && target.name === "x");
  return last ? show(last.value) : "nothing";
}

/** Every binding as `target := value if guards`. */
export function bindings(text: string, path?: string): readonly string[] {
  return read(text, path).bindings.map(({ target, value, guards }) => `${show(target)} := ${show(value)}${shownGuards(guards)}`);
}

/** Noted values with their guards. */
export function sites(noted: readonly Site<Value>[]): readonly string[] {
  return noted.map(({ value, guards }) => show(value) + shownGuards(guards));
}

/** Exports as `name := value if guards`. */
export function exportsOf(text: string, path?: string): readonly string[] {
  return [...read(text, path).exports].flatMap(([name, all]) => all.map(({ value, guards }) => `${name} := ${show(value)}${shownGuards(guards)}`));
}

export function refusals(text: string): readonly string[] {
  return read(text).refusals.map(({ guards }) => shownGuards(guards).replace(" if ", ""));
}

export function cut(text: string, spans: readonly Span[]): readonly string[] {
  return spans.map(({ start, end }) => text.slice(start, end)).toSorted();
}
