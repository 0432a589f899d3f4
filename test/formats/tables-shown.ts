import type { Format } from "../../src/types/module.ts";
import { show } from "./python-shown.ts";

/** What a format finds, as `name := value`; entries begin with a question mark. */
export function found(format: Format, text: string, path: string): readonly string[] {
  return format.read(path, text).bindings.map(({ target, value }) => `${show(target)} := ${show(value)}`);
}

/** The tokens that values are reported at, and whether each is on one line. */
export function tokens(format: Format, text: string, path: string): readonly string[] {
  return format.read(path, text).bindings.map(({ value: { span } }) => text.slice(span.start, span.end));
}

/** What a code frame covers. */
export function covered(format: Format, text: string, path: string): readonly string[] {
  return format.read(path, text).covers.map(({ start, end }) => text.slice(start, end));
}
