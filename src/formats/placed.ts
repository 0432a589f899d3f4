import type { Module, Part } from "../types/module.ts";
import { Secret } from "../types/secret.ts";
import type { Span } from "../types/value.ts";

/**
 * A module that was read from a piece of a file, as a part of the file: every span is moved to where it stands there. `at` gives the
 * place of an offset of the piece; it must keep the order. The module's own values are changed, for nobody else has them yet.
 */
export function placed(module: Module, file: Pick<Module, "path" | "text">, at: (offset: number) => number): Part {
  const span = { start: at(0), end: at(module.text.length) };
  const { text, path, ...rest } = module;
  const seen = new Set<unknown>([text, path]);
  const left: unknown[] = [rest];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== "object" || value === null || value instanceof Secret || seen.has(value)) continue;
    seen.add(value);
    // One by one: a stack has no room for a hundred thousand arguments.
    if (value instanceof Map) for (const inner of value.values()) left.push(inner);
    else if (isSpan(value)) move(value, at);
    else for (const inner of Object.values(value)) left.push(typeof inner === "function" ? (inner as () => unknown)() : inner);
  }
  return { module: inFile(module, file), span };
}

/** The module and the parts inside it are the file's now. */
function inFile(module: Module, { path, text }: Pick<Module, "path" | "text">): Module {
  return { ...module, path, text, parts: module.parts.map((part) => ({ ...part, module: inFile(part.module, { path, text }) })) };
}

function isSpan(value: object): value is { start: number; end: number } {
  return "start" in value && "end" in value && typeof value.start === "number" && typeof value.end === "number";
}

function move(span: { -readonly [key in keyof Span]: Span[key] }, at: (offset: number) => number): void {
  // An end is the place after the last unit: what stands between that unit and the next one of the piece is not the value's.
  const end = span.end > span.start ? at(span.end - 1) + 1 : at(span.end);
  span.start = at(span.start);
  span.end = Math.max(span.start, end);
}
