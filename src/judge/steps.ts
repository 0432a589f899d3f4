import { isVariable, usualOf, variableOf } from "../fix/variable.ts";
import { isProgram } from "../place.ts";
import { printable } from "../text/printable.ts";
import type { Finding } from "../types/finding.ts";
import type { Framework } from "../types/framework.ts";
import type { Context, Key } from "../types/key.ts";
import type { Use } from "../types/rule.ts";
import type { Slot } from "../types/slot.ts";

/** Nobody reads a longer list. */
const most = 6;

/** What the sentences need of a key. */
interface Leak {
  /** All rules that speak of it, the leading one first. */
  readonly rules: readonly string[];
  readonly framework: Framework;
  readonly slot: Slot;
  /** Nothing but its place speaks against it. */
  readonly strong: boolean;
  readonly file: string;
  /** `--fix` takes it out of the files. */
  readonly mends: boolean;
  /** The environment variable that gives it, or should. */
  readonly variable?: string;
  /** The command that makes a new one. */
  readonly generate: string;
  readonly protects: string;
  /** How the framework keeps an old key for a while, as the rest of a sentence. */
  readonly rotate?: string;
  /** For how long what the old key signed is accepted: `31 days`. */
  readonly lasts?: string;
}

/**
 * The way out, in order, at most six sentences or pairs of them; the same on every day, and with no key in them. A key that strangers
 * have or can guess is replaced at once, for whoever has it could go on signing with an old key that is still accepted. Only one that is
 * strong, and perhaps read by nobody, may stay until what it signed has expired.
 */
export function stepsOf(one: Key | Use, rules: readonly string[], context: Context, mended: Pick<Finding, "edits" | "variable"> = {}): readonly string[] {
  const { framework, slot } = one;
  const file = "origin" in one ? one.origin.place.path : one.places[0].path;
  const leak = leakOf({ framework, slot, file, rules, strong: "origin" in one && isStrong(one, rules), mends: mended.edits !== undefined }, mended.variable ?? nameFor(one));
  return (wayOf(leak, context)?.(leak) ?? []).filter((sentence) => sentence !== "").map(printable);
}

/** What the framework says to do about such a key, with the variable that the steps name where it reads the usual one. */
export function fixOf(one: Key | Use, mended: Pick<Finding, "variable"> = {}): string {
  const { slot, framework } = one;
  const fix = slot.fix ?? framework.fix;
  // Of a place with a variable of its own the framework's sentence does not speak: it may name another setting.
  if (slot.fix === undefined && slot.variable !== undefined) return fix;
  const usual = usualOf(one);
  const variable = mended.variable ?? nameFor(one);
  if (usual === undefined || variable === undefined || !isVariable(variable)) return fix;
  return reads.reduce((text, before) => text.split(before).map((rest, at) => (at > 0 && nameAt(rest) === usual ? variable + rest.slice(usual.length) : rest)).join(before), fix);
}

function nameAt(text: string): string {
  return /^\w*/.exec(text)?.[0] ?? "";
}

/** How the frameworks' sentences read a variable: what stands before its name. */
const reads: readonly string[] = ['os.environ["', ".env.", 'getOrThrow("'];

/** The way out when a strong key of a framework has leaked, in the framework's own words. */
export function rotationSteps(framework: Framework): readonly string[] {
  const slot: Slot = { id: "any", at: [], label: framework.title };
  const leak = leakOf({ framework, slot, file: "the repository", rules: ["hardcoded-key"], strong: true, mends: false }, framework.variable);
  return (ways["hardcoded-key"]?.(leak) ?? []).filter((sentence) => sentence !== "");
}

function leakOf(told: Pick<Leak, "rules" | "framework" | "slot" | "file" | "strong" | "mends">, variable: string | undefined): Leak {
  const { framework, slot } = told;
  const rotate = rotationOf(told);
  // What the framework says of its keys holds of this one when it protects the same.
  const days = slot.protects === undefined ? framework.lasts?.days : undefined;
  return {
    ...told,
    generate: generateFor(framework, slot),
    protects: (slot.protects ?? framework.protects).replace(/:.*/, ""),
    ...(variable === undefined ? {} : { variable }),
    ...(rotate === undefined ? {} : { rotate }),
    ...(days === undefined ? {} : { lasts: `${days} ${days === 1 ? "day" : "days"}` }),
  };
}

/** The name that the key has, or that the framework's users give it; of an old key the latter, for the name is a list's. */
function nameFor(one: Key | Use): string | undefined {
  const { slot } = one;
  if (!("origin" in one) || slot.signs === "none") return usualOf(one);
  if (one.shipped) return "prefix" in one.shipped ? one.shipped.name.slice(one.shipped.prefix.length) : usualOf(one);
  return one.envFile ? one.name : variableOf(one, [])?.name;
}

/** What the framework says of its keys holds of lists and maps, and of a key that protects what the framework's keys protect. */
function rotationOf({ framework, slot }: Pick<Leak, "framework" | "slot">): string | undefined {
  const holds = slot.holds === "list" || slot.holds === "map" || slot.protects === undefined;
  const sentence = slot.rotate ?? (holds ? framework.rotate : undefined);
  return sentence === undefined || sentence === "" ? undefined : uncapital(sentence);
}

type Way = (leak: Leak) => readonly string[];

function wayOf({ rules: [lead = ""], slot }: Leak, context: Context): Way | undefined {
  const way = elsewhere[context];
  if (way && !["missing-key", "ephemeral-key", "empty-key", "client-exposed-key"].includes(lead)) return way;
  return slot.signs === "none" ? retired : ways[lead];
}

/** By the leading rule. */
const ways: { readonly [rule: string]: Way } = {
  "client-exposed-key": (leak) => [
    make(leak),
    leak.variable === undefined ? "Give it to the server only, under a name that no bundler ships." : `Give it to the server only, as ${leak.variable} or another name that no bundler ships.`,
    "Move what signs, verifies or encrypts with it into code that runs on the server.",
    "Build and deploy anew, and empty the caches that serve the old pages.",
    ...(encrypts(leak) ? turned(leak) : [keepNot(leak, "every visitor got it, and could go on using it")]),
  ],
  "empty-key": (leak) => [
    make(leak), set(leak), `Let the program stop when ${leak.variable ?? "the key"} is missing or empty.`,
    `What was made with the empty key is refused from then on, for anybody could have made it: it protects ${leak.protects}.`,
  ],
  "default-fallback-key": (leak) => {
    const name = leak.variable ?? "the key";
    const set = `Set ${name} to the new key wherever the application runs without it, before the next step is deployed.`;
    const mend = `Take the default out of ${leak.mends ? "the files, as keylint --fix does" : leak.file}, so that the program stops without ${leak.variable ?? "a key"}.`;
    const ends = `Where ${name} was set, nothing ends; where it was not, ${uncapital(keepNot(leak, "whoever reads the code has it, and could go on using it"))}`;
    return replaced({ leak, set, mend, rest: [...everywhere(leak), ends, ...check(leak)] });
  },
  "published-key": (leak) => known(leak, "it stands in public, and anybody could go on using it"),
  "placeholder-key": (leak) => known(leak, "it is among the first that attackers try"),
  "low-entropy-key": (leak) => known(leak, "whoever guesses it could go on using it"),
  "weak-random-key": (leak) => known(leak, "whoever computes it again could go on using it"),
  "short-key": (leak) => known(leak, "whoever tries all keys of its length could go on using it"),
  "committed-env-file": (leak) => written(leak, `Take the file out of git and keep it on the disk (${commandFor("git rm --cached", leak.file)}), and add it to .gitignore.`),
  "hardcoded-key": (leak) => written(leak, read(leak)),
  "ephemeral-key": (leak) => [
    `Make one key, once: ${leak.generate}.`, set(leak), read(leak, "making one"),
    "Give the same key to all workers and hosts: from then on what it signs outlives a restart.",
  ],
  "missing-key": (leak) => [
    `Make a key: ${leak.generate}.`, set(leak),
    `Hand it to ${leak.slot.label} in the program, which stops without it.`,
    "For development, keep one of its own in a file that git ignores.",
  ],
};

/** An old key in a list of those that are only still accepted. */
const retired: Way = (leak) => (leak.strong
  ? [
      `Take it out of ${leak.slot.label} ${leak.lasts === undefined ? "when what it signed has expired" : `when ${leak.lasts} have passed since it was replaced, for then what it signed has expired`}.`,
      `Until then read it from outside${leak.variable === undefined ? "" : `, from ${leak.variable}`}, instead of writing it in ${leak.file}.`,
      "If a stranger could ever read this repository, take it out at once: it signs nothing, but what others sign with it is accepted.",
      purge,
    ]
  : [
      `Take it out of ${leak.slot.label} in ${leak.file} at once: it signs nothing, but what others sign with it is accepted.`,
      `What it signed is refused from then on; it protects ${leak.protects}.`,
    ]);

/** Where it does not run in production, whatever the rule. */
const elsewhere: { readonly [context in Context]?: Way } = {
  development: (leak) => [
    `Look whether anything but development ever ran with it; there, make a new key (${leak.generate}) and do not keep this one.`,
    `For development, give ${leak.variable ?? "the key"} a value of its own in a file that git ignores.`,
    `Take this one out of ${leak.file}.`,
  ],
  example: (leak) => [
    `Let the example read ${leak.variable ?? "the key from outside"}, and stop without it.`,
    `Tell who copies it to make a key of their own: ${leak.generate}.`,
    "Whatever already runs with the key of the example needs a new one: every reader has it.",
  ],
  test: (leak) => [
    "Look whether anything but tests runs with it; if nothing does, it may stay, with a comment that says so.",
    `Otherwise make a new key where it runs (${leak.generate}), and do not keep this one.`,
  ],
  docs: (leak) => [
    `Show how to read ${leak.variable ?? "the key from outside"} instead, and how to make a key: ${leak.generate}.`,
    "Whatever already runs with the key of this page needs a new one: every reader has it.",
  ],
};

function make({ generate, framework }: Leak): string {
  if (makesItself(framework)) return framework.fix;
  return framework.form?.as === "rsa" ? "Make a new private key: openssl genrsa 4096." : `Make a new key: ${generate}.`;
}

/** Of a place with a form of its own the name is said too: `keylint generate cryptography/cipher`. */
function generateFor({ id }: Framework, slot: Slot): string {
  if (slot.form !== undefined) return `keylint generate ${id}/${slot.id}`;
  return id === "generic" ? "keylint generate" : `keylint generate ${id}`;
}

function makesItself({ fix, variable }: Framework): boolean {
  return variable === undefined && fix.includes(" makes ");
}

function set({ variable, framework }: Leak): string {
  // Some make their own, or read it from a file that is not in the repository.
  if (variable === undefined && framework.id !== "generic") return makesItself(framework) ? "" : framework.fix;
  return variable === undefined ? "Give it to the application from outside." : `Set ${variable} to the new key where the application runs, before the code that needs it is deployed.`;
}

function read({ file, variable, mends }: Leak, instead = "what stands there"): string {
  // Without the file's name, so that the steps of all that --fix mends are told once.
  if (mends) return `Take the old key out of the files, as keylint --fix does, so that the program reads ${variable ?? "it from outside"} and stops without it, and deploy.`;
  if (!isProgram(file)) return `Take the old key out of ${file}.`;
  return `Read ${variable ?? "it from outside"} in ${file} instead of ${instead}, let the program stop without it, and deploy.`;
}

/** A key that strangers have, or can have. */
function known(leak: Leak, because: string): readonly string[] {
  return replaced({ leak, set: set(leak), mend: read(leak), rest: [...everywhere(leak), keepNot(leak, because), ...check(leak)] });
}

/** A key in the repository, which nobody may have read. */
function written(leak: Leak, mend: string): readonly string[] {
  return replaced({ leak, set: set(leak), mend, rest: [...everywhere(leak), ...old(leak), purge, ...check(leak)], last: [purge] }).slice(0, most);
}

interface Replacing {
  readonly leak: Leak;
  /** How the new key gets to the application, and what ends the use of the old one in the files. */
  readonly set: string;
  readonly mend: string;
  /** What follows where nothing is encrypted; and where something is. */
  readonly rest: readonly string[];
  readonly last?: readonly string[];
}

/** In which order: what is encrypted must be written again before the application has the new key only. */
function replaced({ leak, set, mend, rest, last = [] }: Replacing): readonly string[] {
  if (!encrypts(leak)) return [make(leak), set, mend, ...rest];
  const [again, copies] = turned(leak);
  return [make(leak), again, set, mend, copies, ...[...everywhere(leak), ...last].slice(0, 1)];
}

function keepNot({ protects }: Leak, because: string): string {
  return `Do not keep the old key: ${because}. It protects ${protects}, and what was made with it is refused from then on.`;
}

/** Whether the old key may stay, and until when. */
function old(leak: Leak): readonly string[] {
  const { strong, rotate, lasts } = leak;
  const because = "whoever read it could go on using it";
  if (rotate === undefined || !strong) return [keepNot(leak, because)];
  return [
    `Only if no stranger could ever read this repository, nor anybody who has left, may the old key stay for a while; then ${rotate}`,
    `Take it out ${lasts === undefined ? "" : `${lasts} after that deployment, `}when the last of what it signed has expired; in any other case do not keep it, for ${because}.`,
  ];
}

/** What is encrypted must be read once more before the old key goes. */
function turned(leak: Leak): readonly [string, string] {
  const { protects, rotate } = leak;
  const rest = isSigned(protects.replace(encrypted, "")) ? " What it signed is refused when it is gone." : "";
  return [
    rotate === undefined
      ? `Before the old key goes, read what it encrypted and write it again with the new one: ${protects}.${rest}`
      : `Encrypt anew what the old key encrypted (${protects}) before it goes; to that end ${rotate}`,
    "Copies and backups stay readable with the old key, so change the passwords and tokens that stand in them.",
  ];
}

const purge = "Then, if you must, purge the history (git filter-repo --replace-text): it does not make the old key secret again, for forks, clones, caches and logs keep it.";

function everywhere({ rules }: Leak): readonly string[] {
  return rules.includes("reused-key") ? ["Do the same in the other places where this key stands, with a new key for each."] : [];
}

/** keylint verify knows cookies and tokens. */
function check(leak: Leak): readonly string[] {
  return encrypts(leak) || !isSigned(leak.protects) ? [] : ["Give a new cookie or token to keylint verify: the old key must not fit it."];
}

/** What is kept under the key, in the words of the frameworks' data. Encrypted cookies and tokens come and go. */
const encrypted = /\b(?:stored (?!sessions)|encrypted (?!cookies|tokens|and signed))[\w -]+/i;

function encrypts({ protects }: Leak): boolean {
  return encrypted.test(protects);
}

function isSigned(protects: string): boolean {
  return /session|cookie|token/i.test(protects);
}

/** Nothing but its place speaks against it. */
function isStrong({ assessment }: Key, rules: readonly string[]): boolean {
  return assessment?.strength === "strong" && assessment.published === undefined && rules.every((rule) => ["hardcoded-key", "committed-env-file", "reused-key"].includes(rule));
}

/** A command with a path that a shell would read otherwise is not for copying. */
function commandFor(command: string, path: string): string {
  return /^[\w./@+][\w./@+-]*$/.test(path) ? `${command} ${path}` : command;
}

function uncapital(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
