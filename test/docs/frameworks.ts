import { frameworks } from "../../rules/frameworks/index.ts";
import type { Feature, Framework } from "../../src/types/framework.ts";
import type { Slot } from "../../src/types/slot.ts";
import { code, table } from "./parts.ts";

const languages = { python: "Python", javascript: "JavaScript, TypeScript", any: "any" } as const;

/** One line for each framework: where its keys go in, and the page that shows it. */
export function frameworksTable(): string {
  const rows = frameworks.map(({ id, title, language, slots, docs }) => [`[${title}](FRAMEWORKS.md#${id})`, languages[language], labelsOf(slots).map(code).join(", "), `[docs](${docs})`]);
  return table(["framework", "language", "takes its key at", ""], rows);
}

/** One section for each framework: what keylint believes of it. */
export function frameworkSections(): string {
  return frameworks.map(section).join("\n\n");
}

function section({ id, title, language, variable, docs, protects, attack, fix, rotate, lasts, slots, uses = [] }: Framework): string {
  const parts = [
    `<a id="${id}"></a>\n\n## ${title}`,
    `${code(id)}, ${languages[language]}. [Where it takes its key](${docs}).`,
    `The key protects ${protects}. ${attack}`,
    slots.map(place).filter((line, at, all) => all.indexOf(line) === at).join("\n"),
    ...(uses.length === 0 ? [] : [`**Fails without a key.** ${features(uses)}.`]),
    `**Fix.** ${fix}`,
    ...(variable === undefined ? [] : [`**Variable.** ${code(variable)}`]),
    ...(rotate === undefined ? [] : [`**Rotate.** ${rotate}`]),
    ...(lasts === undefined ? [] : [`**Lifetime.** What a key has signed is accepted for ${days(lasts)} by default.`]),
  ];
  return parts.join("\n\n");
}

/** A slot as a line of a list: its name, what it wants, and what it protects when that differs. */
function place(slot: Slot): string {
  const wants = [...lengths(slot), ...(slot.encoding === undefined ? [] : [`decoded from ${slot.encoding}`]), ...holding(slot), ...(slot.evidence === "name" ? ["known by its name only"] : [])];
  const protects = slot.protects === undefined ? "" : ` Protects ${slot.protects}.`;
  const variable = slot.variable === undefined || slot.variable === slot.label ? "" : ` Variable ${code(slot.variable)}.`;
  const rotate = slot.rotate === undefined || slot.rotate === "" ? "" : ` To rotate: ${slot.rotate.charAt(0).toLowerCase()}${slot.rotate.slice(1)}`;
  return `- ${code(slot.label)}${wants.length === 0 ? "." : `: ${wants.join("; ")}.`}${protects}${variable}${rotate}`;
}

/** `[14 days](page)`. */
function days({ days: count, docs }: NonNullable<Framework["lasts"]>): string {
  return `[${count} ${count === 1 ? "day" : "days"}](${docs})`;
}

/** One line for each framework: how it keeps an old key, for how long, and how a new one is made. */
export function rotationTable(): string {
  const rows = frameworks.filter(({ id }) => id !== "generic").map(({ id, title, form, variable, rotate, lasts, slots }) => [
    `[${title}](FRAMEWORKS.md#${id})`,
    [...(rotate === undefined ? [] : [rotate]), ...slots.flatMap((slot) => (slot.rotate ? [`${code(slot.label)}: ${slot.rotate}`] : []))].join(" "),
    lasts === undefined ? "" : days(lasts),
    variable === undefined ? "" : code(variable),
    code(form?.as === "rsa" ? "openssl genrsa 4096" : `keylint generate ${id}`),
  ]);
  return table(["framework", "keeping an old key for a while", "what it signed lasts", "variable", "a new key"], rows);
}

/** Features that need a key, those of one source together. */
function features(uses: readonly Feature[]): string {
  const sources = [...new Set(uses.map(({ docs }) => docs))];
  const named = (source: string): string => [...new Set(uses.filter(({ docs }) => docs === source).map(nameOf))].map(code).join(", ");
  return sources.map((source) => `${named(source)} ([source](${source}))`).join("; ");
}

/** The feature itself, or the place that must have a key when that is all that it is. */
function nameOf({ import: from, symbol, without, needs }: Feature): string {
  return without === undefined ? (from ?? symbol?.replace(/^\*\./, "") ?? needs) : needs;
}

function lengths({ min, exact, minBy, unit = "bytes", short }: Slot): readonly string[] {
  if (exact) return [`exactly ${exact.join(" or ")} ${unit}`];
  const enforced = short === "refused" ? ", and refuses less" : "";
  if (minBy) return [`at least ${Object.entries(minBy.values).map(([algorithm, least]) => `${least} (${algorithm})`).join(", ")} ${unit}${enforced}`];
  return min === undefined ? [] : [`at least ${min} ${unit}${enforced}`];
}

function holding({ holds, signs }: Slot): readonly string[] {
  if (holds === "map") return ["a map of keys"];
  if (holds !== "list") return [];
  if (signs === "none") return ["a list of old keys, none of which signs"];
  return [signs === undefined ? "a list of keys" : `a list of keys, of which the ${signs} signs`];
}

function labelsOf(slots: readonly Slot[]): readonly string[] {
  return [...new Set(slots.map(({ label }) => label))];
}
