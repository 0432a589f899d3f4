import { namedForms } from "../rules/forms.ts";
import { frameworks } from "../rules/frameworks/index.ts";
import { bitsOf, isSameForm, keyIn, looksOf, plainForm } from "./generate/key.ts";
import { few } from "./text/few.ts";
import { nearest } from "./text/nearest.ts";
import { printable } from "./text/printable.ts";
import type { Framework } from "./types/framework.ts";
import type { KeyForm } from "./types/key-form.ts";
import type { Slot } from "./types/slot.ts";

/** A key to be made, and what is said of it: sentences for a user. */
interface Recipe {
  readonly form: KeyForm;
  /** The variable that it is given in, when one is known; else the place. */
  readonly name?: string;
  readonly place?: string;
  readonly title?: string;
  /** Why it is enough. */
  readonly why?: string;
  /** What else is to be known. */
  readonly notes?: readonly string[];
}

/** A new key. */
export interface Generated {
  readonly key: string;
  /** The variable that it is given in, when one is known. */
  readonly name?: string;
  /** What it is and why it is enough, and where it goes: for a user. The key is not in it. */
  readonly about: string;
  readonly place: string;
}

/** What `keylint generate` makes for a framework, a framework's slot, a name of `rules/forms.ts` or nothing; or what is wrong with the topic. */
export function generate(topic: string | undefined): Generated | { readonly mistake: string } {
  const recipe = recipeFor(topic?.toLowerCase());
  if ("mistake" in recipe) return recipe;
  const { form, name, place = "", title, why, notes = [] } = recipe;
  const bits = bitsOf(form);
  const what = `A key${title === undefined ? "" : ` for ${title}`}: ${bits} random bits, written as ${looksOf(form)}; ${why ?? `nobody can try 2^${bits} keys`}.`;
  const at = name === undefined ? `It goes in at ${place}.` : `Give it to the application in the variable ${name}.`;
  return { key: keyIn(form), about: [what, ...notes].join(" "), place: at, ...(name === undefined ? {} : { name }) };
}

/** The keys that can be asked for, by name. `generic` is no framework, so its key is the one for none. */
function recipeFor(topic: string | undefined): Recipe | { readonly mistake: string } {
  if (topic === undefined || topic === "generic") return { form: plainForm, name: usualName };
  const named = Object.hasOwn(namedForms, topic) ? namedForms[topic] : undefined;
  if (named) return { ...named, name: named.variable };
  const framework = frameworks.find(({ id }) => topic === id || topic.startsWith(`${id}/`));
  const slot = framework && slotsOf(framework).find(({ id }, at) => (topic === framework.id ? at === 0 : topic === `${framework.id}/${id}`));
  return framework && slot ? framed(framework, slot) : { mistake: unknown(topic, framework) };
}

/** What a variable is called that no framework has a name for. */
const usualName = "SECRET_KEY";

/** The slots that a new key can go into. A list of old keys takes none. */
function slotsOf({ slots }: Framework): readonly Slot[] {
  return slots.filter(({ signs }) => signs !== "none");
}

function framed(framework: Framework, slot: Slot): Recipe | { readonly mistake: string } {
  const form = formOf(framework, slot);
  if (form.as === "rsa") return { mistake: `${framework.title} takes an RSA key, which keylint does not make. ${framework.fix}` };
  const name = nameOf(framework, slot);
  return { form, place: slot.label, ...(name === undefined ? {} : { name }), title: framework.title, notes: [...unpacking(framework, slot), ...others(framework, slot)] };
}

/** How a key for a slot is written. */
export function formOf(framework: Framework, slot: Slot): KeyForm {
  return slot.form ?? framework.form ?? plainForm;
}

/** Its own variable; the first slot's is the framework's; a label may be one. */
function nameOf(framework: Framework, slot: Slot): string | undefined {
  const called = /^[A-Z][A-Z0-9_]+$/.test(slot.label) ? slot.label : undefined;
  return slot.variable ?? (slot === slotsOf(framework)[0] ? framework.variable : undefined) ?? called;
}

/** Where so many bytes are taken, and the text has more, the program makes them of it. */
function unpacking(framework: Framework, slot: Slot): readonly string[] {
  const bytes = unpackedBytes(slot, formOf(framework, slot));
  if (bytes === undefined) return [];
  return [`${slot.label} takes the ${bytes} bytes themselves: ${framework.language === "python" ? "bytes.fromhex(…)" : 'Buffer.from(…, "hex")'}.`];
}

/** The bytes that stand in a key's hex, when the slot takes exactly these, decodes nothing, and would not take the text. */
export function unpackedBytes({ exact, encoding, unit }: Slot, { as, bytes }: KeyForm): number | undefined {
  const only = exact !== undefined && encoding === undefined && unit !== "characters" && as === "hex";
  return only && exact.includes(bytes) && !exact.includes(2 * bytes) ? bytes : undefined;
}

/** What keys of the same framework are made in another way. */
function others(framework: Framework, slot: Slot): readonly string[] {
  const form = formOf(framework, slot);
  const larger = slot.minBy === undefined ? [] : ["For HS384 and HS512: keylint generate hs384, hs512."];
  const apart = slotsOf(framework).filter((other) => !isSameForm(formOf(framework, other), form));
  if (apart.length === 0) return larger;
  return [...larger, `Its other keys have another form: keylint generate ${few(apart.map((other) => `${framework.id}/${other.id}`))}.`];
}

function unknown(topic: string, framework: Framework | undefined): string {
  const names = framework ? slotsOf(framework).map(({ id }) => `${framework.id}/${id}`) : [...frameworks.map(({ id }) => id), ...Object.keys(namedForms)];
  const near = nearest(topic.slice(0, 60), names);
  const help = near === undefined ? "." : `; did you mean "${near}"?`;
  return `There is no framework "${printable(topic.slice(0, 60))}"${help} Without one the key is ${plainForm.bytes} random bytes in hex; ${Object.keys(namedForms).join(", ")} are known too.`;
}
