import { createHash } from "node:crypto";
import { frameworks } from "../../rules/frameworks/index.ts";
import type { Framework } from "../../src/types/framework.ts";
import type { At, Slot } from "../../src/types/slot.ts";

export type Language = "python" | "javascript";

/** A place that the catalogue believes in. */
interface Place {
  readonly framework: Framework;
  readonly slot: Slot;
  readonly title: string;
}

const places = frameworks.flatMap((framework) => framework.slots.flatMap((slot) => slot.at.map((at) => ({ framework, slot, at, title: `${framework.id}/${slot.id}: ${spoken(at)}` }))));

/** The calls and attributes. */
export const placesInCode: readonly (Place & { readonly at: At })[] = places.filter(({ at }) => "call" in at || "attribute" in at);

/** The names, each in a form that its pattern takes. */
export const names = places.flatMap(({ at, ...place }): readonly (Place & { readonly name: string; readonly isVariable: boolean })[] =>
  "env" in at ? [{ ...place, name: nameFor(at.env), isVariable: true }] : "setting" in at ? [{ ...place, name: nameFor(at.setting), isVariable: false }] : []);

/** The entries of named files. */
export const entries = places.flatMap(({ at, ...place }): readonly (Place & { readonly entry: string; readonly file: string; readonly path: string })[] =>
  "entry" in at ? pathsOf(at.file).map((path) => ({ ...place, entry: at.entry, file: at.file, path, title: `${place.framework.id}: ${at.entry} in ${path}` })) : []);

/** `config/admin.{js,ts}` in any folder: config/admin.js and config/admin.ts. */
function pathsOf(pattern: string): readonly string[] {
  const braces = /\{([^{}]*)\}/.exec(pattern);
  if (braces) return (braces[1] ?? "").split(",").flatMap((part) => pathsOf(pattern.slice(0, braces.index) + part + pattern.slice(braces.index + braces[0].length)));
  return [pattern.replaceAll("**/", "").replace(/!\([^)]*\)/, "default").replace(/(^|[/.])\*(?=\.)/g, "$1default").replaceAll("*", "")];
}

function spoken(at: At): string {
  return "call" in at ? `${at.call} ${at.argument}` : "attribute" in at ? at.attribute : "env" in at ? at.env : "setting" in at ? at.setting : "";
}

/** `*{CSRF,XSRF}_SECRET*` is CSRF_SECRET. */
function nameFor(pattern: string): string {
  const braces = /\{([^{}]*)\}/.exec(pattern);
  if (braces) return nameFor(pattern.slice(0, braces.index) + (braces[1] ?? "").split(",")[0] + pattern.slice(braces.index + braces[0].length));
  return pattern.replace(/\[(\d)-\d\]/, "$1").replace(/^\*_|_\*$/g, (edge) => (edge.startsWith("*") ? "SHOP_" : "_SHOP")).replaceAll("*", "");
}

export function languagesOf({ language }: Framework): readonly Language[] {
  return language === "any" ? ["python", "javascript"] : [language];
}

/** A key of a form that the place takes; another one for each number. */
export function keyFor({ encoding, exact, prefix = "" }: Slot, number = 710): string {
  const digest = createHash("sha512").update(`keylint fixture ${number}`).digest();
  const bytes = digest.subarray(0, exact?.[0] ?? 32);
  if (encoding === "base64url") return `${prefix}${bytes.toString("base64url")}=`;
  if (encoding === "base64") return prefix + bytes.toString("base64");
  return prefix + digest.toString("hex").slice(0, exact?.[0] ?? 64);
}

/** What shows that the project uses the framework. */
export function manifests({ id, language, slots, uses = [] }: Framework): Readonly<{ [path: string]: string }> {
  const symbols = slots.flatMap(({ at }) => at.flatMap((one) => ("call" in one ? [one.call] : []))).filter((symbol) => !symbol.startsWith("*"));
  const packages = [id, ...uses.flatMap((use) => use.import ?? []), ...symbols.map((symbol) => /^(@[^/]+\/)?[^/.()]+/.exec(symbol)?.[0] ?? symbol)];
  return language === "python" ? { "requirements.txt": packages.join("\n") } : { "package.json": JSON.stringify({ dependencies: Object.fromEntries(packages.map((name) => [name, "1.0.0"])) }), "requirements.txt": packages.join("\n") };
}

/** A file whose entry is the key, in the form that its name asks for. */
export function entryFile(path: string, entry: string, key: string): string {
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
