import { dotenv } from "../../src/formats/dotenv/index.ts";
import { javascript } from "../../src/formats/javascript/index.ts";
import { makeMarkup } from "../../src/formats/markup.ts";
import { python } from "../../src/formats/python/index.ts";
import type { Format, Module } from "../../src/types/module.ts";
import { show } from "./python-shown.ts";

/** What stands in for the formats of shells and settings: entries as in an environment file. */
const stand = ["shell", "fish", "powershell", "cmd", "yaml", "json", "toml", "dockerfile", "terraform"].map((id): Format => ({ ...dotenv, id }));

/** All formats that a document can hold, by their ids. */
export const readers: ReadonlyMap<string, Format> = new Map([dotenv, python, javascript, makeMarkup(javascript), ...stand].map((format) => [format.id, format]));

/** Every binding of the parts, of calls the arguments, as `target := value at token`. */
export function found(module: Module): readonly string[] {
  return [module, ...module.parts.map((part) => part.module)].flatMap(({ bindings }) => bindings.map(({ target, value }) => `${show(target)} := ${show(value)} at ${module.text.slice(value.span.start, value.span.end)}`));
}

/** Literals only: `name := token`, the token as the file writes it. */
export function literals(module: Module): readonly string[] {
  return [module, ...module.parts.map((part) => part.module)].flatMap(({ bindings }) => bindings.flatMap(({ target, value }) => (value.kind === "literal" ? [`${show(target)} := ${module.text.slice(value.span.start, value.span.end)}`] : [])));
}

/** The text under covers that nobody may see is not there. */
export function uncovered(module: Module): string {
  const covered = [...module.covers, ...module.comments.map(({ span }) => span)];
  const units = [...module.text];
  for (const { start, end } of covered) units.fill("", start, end);
  return units.join("");
}
