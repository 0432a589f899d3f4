import type { Format, Module } from "../types/module.ts";
import { ModuleBuilder } from "./builder.ts";
import { jsonTree } from "./json/tree.ts";
import { readLines } from "./settings/lines.ts";
import { SettingsWalk, type Inside } from "./settings/walk.ts";
import { kinds } from "./kinds.ts";

/** Units of a file that are read as a tree; larger ones are data, and are read line by line. */
const largest = 8 * 1024 * 1024;

/** JSON, with comments and trailing commas where people write them. */
export function json(inside: Inside): Format {
  return {
    ...kinds.json,
    read: (path, text) => read(path, text, inside),
  };
}

function read(path: string, text: string, inside: Inside): Module {
  const builder = new ModuleBuilder(path, "config", text);
  if (text.length > largest) return readLines(builder, inside, "is larger than 8 MB of JSON, so it was read line by line");
  const begin = /^[\s\uFEFF]*(?:\/[/*][^]*?)?[{["]/.test(text.slice(0, 4_000));
  // A `.somethingrc` may be anything; what does not begin as JSON is looked at by the line.
  if (!begin) return readLines(builder, inside, undefined);
  const walk = new SettingsWalk(builder, inside);
  const { roots, comments, names } = jsonTree(text);
  for (const root of roots) walk.walk(root);
  for (const span of names) builder.show(span);
  for (const span of comments) builder.comment(commentIn(text.slice(span.start + 2, span.end)), span);
  return builder.finishSettings();
}

/** Without the mark at its end. */
function commentIn(text: string): string {
  return (text.endsWith("*/") ? text.slice(0, -2) : text).trim();
}
