import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { frameworks } from "../../rules/frameworks/index.ts";
import { lintFiles } from "../support/lint.ts";
import { keyFor, manifests } from "../support/places.ts";

/** The entries of named files that the catalogue believes in. */
const entries = frameworks.flatMap((framework) =>
  framework.slots.flatMap((slot) => slot.at.flatMap((at) => ("entry" in at ? pathsOf(at.file).map((path) => ({ framework, slot, entry: at.entry, file: at.file, path, title: `${framework.id}: ${at.entry} in ${path}` })) : []))),
);

/** `config/admin.{js,ts}` in any folder: config/admin.js and config/admin.ts. */
function pathsOf(pattern: string): readonly string[] {
  const braces = /\{([^{}]*)\}/.exec(pattern);
  if (braces) return (braces[1] ?? "").split(",").flatMap((part) => pathsOf(pattern.slice(0, braces.index) + part + pattern.slice(braces.index + braces[0].length)));
  return [pattern.replaceAll("**/", "").replace(/!\([^)]*\)/, "default").replace(/(^|[/.])\*(?=\.)/g, "$1default").replaceAll("*", "")];
}

/** A file whose entry is the key, in the form that its name asks for. */
function textOf(path: string, entry: string, key: string): string {
  const names = entry.split(".");
  const nested = JSON.stringify(names.reduceRight<unknown>((value, name) => ({ [name]: value }), key), undefined, 2);
  const [first = "", ...rest] = names;
  const table = rest.length === 0 ? `${first} = ` : `[${first}]\n${rest.join(".")} = `;
  const extension = path.slice(path.lastIndexOf(".") + 1);
  // YAML reads JSON.
  if (["json", "yml", "yaml"].includes(extension)) return `${nested}\n`;
  if (extension === "js") return `module.exports = ${nested};\n`;
  if (extension === "ts") return `export default ${nested};\n`;
  if (extension === "toml") return `${table}"${key}"\n`;
  if (extension === "properties") return `${entry}=${key}\n`;
  return extension === "py" ? `${first} = "${key}"\n` : `${table}${key}\n`;
}

describe("each entry of a named file is a key's place", () => {
  test.each(entries)("$title", ({ framework, slot, entry, file, path }) => {
    expect(picomatch.isMatch(path, file, { dot: true })).toBe(true);
    const { findings } = lintFiles({ ...manifests(framework), [path]: textOf(path, entry, keyFor(slot)) });
    expect(findings.map(({ slot: kind, rule }) => `${kind} ${rule}`)).toEqual([`${framework.id}/${slot.id} hardcoded-key`]);
  });
});
