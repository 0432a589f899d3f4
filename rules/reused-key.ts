import type { Key, Project, Remark, Rule } from "../src/kit.ts";

/** Places that a sentence names; of more it tells the number. */
const mostNamed = 3;

/** Places with one text that are compared with each other, and uses of one place: people have fewer, a machine may write any number. */
const mostCompared = 64;
const mostUses = 16;

/** What keys are for, in the words of the frameworks' data. Two keys without a common one are for different purposes. */
const purposes: readonly RegExp[] = [/session|cookie|sign-in|[CX]SRF/i, /(?<![CX]SRF )token|JWT/i, /encrypt|stored|sealed/i];

export const reusedKey: Rule = {
  id: "reused-key",
  summary: "One key in several places, services or environments, or for several purposes",
  level: "note",
  cwe: [1391],
  why: "Who gets one of them has the others too, and none can be changed alone.",
  steps: [
    "Replace the key in all of its places, with a new one for each.",
    "Keep none of them for the purpose of another.",
  ],
  beside: true,
  project: ({ alike }: Project) => alike.flatMap((group) => remarksOn(group.filter(({ context }) => context !== "test" && context !== "docs"))),
};

/** The keys of one place: what is written there goes to several slots. */
type Origin = readonly [Key, ...Key[]];

/** What is to be said of the keys that have one text. */
function remarksOn(keys: readonly Key[]): readonly Remark[] {
  const byPlace = new Map<string, [Key, ...Key[]]>();
  for (const key of keys) {
    const { path, span } = key.origin.place;
    const at = `${path} ${span.start}`;
    const known = byPlace.get(at);
    if (!known) byPlace.set(at, [key]);
    else if (known.length < mostUses) known.push(key);
  }
  const origins = [...byPlace.values()];
  const compared = origins.slice(0, mostCompared);
  return origins.flatMap((origin) => sentencesOf(origin, compared).map((said) => ({ of: origin[0], ...said })));
}

function sentencesOf(origin: Origin, all: readonly Origin[]): readonly Omit<Remark, "of">[] {
  const rotated = [origin, ...all].flatMap((other) => rotatedIn(origin, other));
  const others = all.filter((other) => rotatedIn(origin, other).length === 0 && isElsewhere(origin, other)).map(([first]) => first);
  const shared = shares(origin);
  return [
    ...(rotated[0] === undefined ? [] : [{ what: `The current key stands among the old ones, in ${rotated[0]}.` }]),
    ...(others.length === 0 ? [] : [{ what: `The same key is ${listed(others)}.`, elsewhere: others }]),
    ...(shared.length < 2 ? [] : [{ what: `The same key protects ${and(shared)}.` }]),
  ];
}

/** The lists of old keys in which one of two stands, while the other signs. */
function rotatedIn(origin: Origin, other: Origin): readonly string[] {
  if (origin[0].origin.place.path !== other[0].origin.place.path) return [];
  return origin.flatMap((one) => other.flatMap((two) => {
    if (one.framework !== two.framework || (one.slot.signs === "none") === (two.slot.signs === "none")) return [];
    return [one.slot.signs === "none" ? one.slot.label : two.slot.label];
  }));
}

/** Whether it is written again in another file, under another name or for another environment. What only stands in its place twice is one key, and so is what is compared with itself. */
function isElsewhere(origin: Origin, other: Origin): boolean {
  const [[first], [second]] = [origin, other];
  if (first.origin.place.path !== second.origin.place.path || first.context !== second.context) return true;
  if (origin.some((one) => other.some(({ name }) => name === one.name))) return false;
  return (isNamed(first) && isNamed(second)) || differ(first, second);
}

/** Whether the program calls it something; else it has the name of its place: `jwt.sign`. */
function isNamed({ name, slot }: Key): boolean {
  return name !== slot.label || /^\w+$/.test(name);
}

/** What one origin protects, when it is handed over for purposes that have nothing in common. */
function shares(origin: Origin): readonly string[] {
  const used = origin.filter(({ evidence }) => evidence === "api");
  return [...new Set(used.filter((one) => used.some((other) => differ(one, other))).map(protects))];
}

function differ(one: Key, other: Key): boolean {
  const [first, second] = [purposesOf(one), purposesOf(other)];
  return first.length > 0 && second.length > 0 && !first.some((purpose) => second.includes(purpose));
}

function purposesOf(key: Key): readonly RegExp[] {
  return purposes.filter((purpose) => purpose.test(protects(key)));
}

function protects({ framework, slot }: Key): string {
  return slot.protects ?? framework.protects;
}

function listed(keys: readonly Key[]): string {
  const places = [...new Set(keys.map(({ name, origin }) => `${name} in ${origin.place.path}`))];
  const more = places.length - mostNamed;
  return and(more > 0 ? [...places.slice(0, mostNamed), `what stands in ${more} more ${more === 1 ? "place" : "places"}`] : places);
}

function and(parts: readonly string[]): string {
  return [parts.slice(0, -1).join(", "), ...parts.slice(-1)].filter((part) => part !== "").join(" and ");
}
