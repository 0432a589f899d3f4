import { once } from "../resolve/once.ts";
import { reveal, type Secret } from "../types/secret.ts";
import type { Candidate, Sibling } from "../match/candidate.ts";
import { lastName, upperSnake } from "../text/names.ts";
import { isLabel } from "./label.ts";
import type { Module } from "../types/module.ts";

/** Names that stand beside a key pair of a provider: `{ accessKey, secretKey }` is not ours. */
const foreign = ["ACCESS_KEY", "CLIENT_ID", "CONSUMER_KEY", "API_KEY", "APP_ID", "SITE_KEY", "PUBLIC_KEY", "PUBLISHABLE", "BUCKET", "MERCHANT"];

/** These as bare as SECRET_KEY is. */
const bareForeign = new Set(foreign.flatMap((word) => ["", "_ID", "_KEY", "_NAME"].map((end) => word + end)));

/** What the other half of a provider's pair is called, after the name that both have: STORAGE_ACCESS_KEY beside STORAGE_SECRET_KEY. */
const halves = ["ACCESS_KEY", "ACCESS_KEY_ID", "ACCESS_ID", "KEY_ID", "CLIENT_ID", "CONSUMER_KEY", "APP_ID", "BUCKET", "BUCKET_NAME", "SITE_KEY", "MERCHANT_ID"];

/** Names of what an application's own keys are for: AUTH_CLIENT_ID beside AUTH_SECRET is another matter. */
const own = /^(APP|AUTH|JWT|SESSION|COOKIE|CSRF|TOKEN|ACCESS|REFRESH|NEXTAUTH|SECRET|API|SERVER|BACKEND|DJANGO|FLASK)$/;

/** Lists of values that a program looks out for, not ones that it runs with. */
const denied = /PLACEHOLDER|FORBIDDEN|DISALLOWED|INSECURE|WEAK|DENY|DENIED|BLOCKED|BANNED|KNOWN_BAD/;

/** Things of which a program has many: what is set on one of them is its own key, not the application's. */
const records = /(^|_)(USER|CUSTOMER|ACCOUNT|MEMBER|PERSON|PROFILE|WEBHOOK|HOOK|TENANT|ORGANIZATION|TEAM|WORKSPACE|MODEL|RECORD|ROW|DOCUMENT|ENTITY|INSTANCE|DEVICE|INTEGRATION|SUBSCRIPTION|ENDPOINT|INVITATION)$/;

/** Texts that are something else: an address, a path, a file, a header, a sentence, a variable's name, a function by its modules. */
const others: readonly RegExp[] = [
  /^[a-z][a-z0-9+.-]{1,20}:\/\//i,
  /^(\.{0,2}|~)\/[\w./-]{1,200}$/,
  /^[\w./-]{1,200}\.(txt|key|pem|json|ya?ml|toml|env|py|js|ts)$/i,
  /^(?=[\w.]{0,200}_)[a-z_]\w{0,60}(?:\.[A-Za-z_]\w{0,60}){2,12}$/,
  /^[\w.+-]{1,80}@[\w-]{1,80}(\.[\w-]{1,40}){1,6}$/,
  /^(string|text|password|str|bytes|number|boolean|object|hidden|required|optional|none|null|undefined|true|false)$/i,
  /^(?!CHANGE|REPLACE|YOUR|MY_|INSERT|SET_)[A-Z][A-Z0-9]{0,40}(_[A-Z0-9]{1,40}){0,8}_(SECRET|KEY|SECRET_KEY|TOKEN|JSON|CREDENTIALS)$/,
  /^(process\.env|os\.environ|env|config|settings)[.[(]/,
  /\b(process\.env|os\.environ)[.[]|\b[gG]etenv\(/,
];

/** Whether a text that is only *called* a key could be one. */
export function couldBeKey(secret: Secret, name: string, { siblings, holder, flow, isVariable }: Candidate): boolean {
  const text = reveal(secret);
  if (text.length === 0 || text.length > 4_096) return false;
  if (holder !== undefined && denied.test(upperSnake(holder))) return false;
  if (siblings.length > 0 && holder === undefined && isField(name)) return false;
  if (foreignIn(siblings)[lastName(name) === "SECRET_KEY" ? "bare" : "any"]) return false;
  if (text.length <= 80 && sameWords(text, name)) return false;
  // `AUTH_TOKEN_KEY = "auth_token"`: the key under which a browser keeps something.
  if (isVariable !== true && text.length <= 80 && upperSnake(name) === `${upperSnake(text)}_KEY`) return false;
  // `secretKey: "secretKey"` tells an option's name. Behind a variable the same text is a default.
  if (text === name && flow.value.kind === "literal" && isVariable !== true) return false;
  if (others.some((pattern) => text.length <= 300 && pattern.test(text))) return false;
  return isVariable === true || !(isProse(text) || isMessage(text, name) || isQuoted(text) || isLabel(text, siblings));
}

/**
 * Whether a name beside a key's makes both a provider's pair: `any` does, or a `bare` one. SECRET_KEY is the setting of Flask and Django, among
 * which many things have names of their own, `TERMINAL_PUBLIC_KEY_AUTH`, `AWS_STORAGE_BUCKET_NAME`: only one as bare as its own is the other
 * half of it. Made once: beside many keys stand as many names.
 */
const foreignIn = once((siblings: readonly Sibling[]) => {
  const names = [...new Set(siblings.flatMap(({ name }) => name ?? []))].map(upperSnake);
  return { any: names.some((name) => foreign.some((word) => name.includes(word))), bare: names.some((name) => bareForeign.has(name)) };
});

/** `secret_key` in a mapping that has no name and goes to no framework: a field of some message, of a provider's request, of a form. */
function isField(name: string): boolean {
  return upperSnake(name) === "SECRET_KEY" && name !== name.toUpperCase();
}

/** Whether a name is that of one thing among many: `user`, `self.webhook`. */
export function isRecord(holder: string): boolean {
  return records.test(upperSnake(holder));
}

/** A provider's key under another name: `secret_key = api_key`. */
export function isProviders(name: string): boolean {
  return /(^|_)(API_KEY|ACCESS_KEY|CLIENT_SECRET|CONSUMER_SECRET)$/.test(upperSnake(name));
}

/** The words of a file: a file can have many keys, and each asks. */
const wordsOf = once(({ text }) => new Set(text.match(/\w+/g)));

/** Whether a file names the other half of a pair that a provider gives out under one name: `STORAGE_ACCESS_KEY`, `appid` beside `appsecret`. */
export function isPaired(name: string, file: Module): boolean {
  const names = (forms: readonly string[]): boolean => forms.some((form) => wordsOf(file).has(form));
  const [, start] = /^(\w{1,60}?)_SECRET(_KEY|_ACCESS_KEY)?$/.exec(upperSnake(name)) ?? [];
  if (start !== undefined && !own.test(start) && halves.some((half) => names([`${start}_${half}`, `${start}_${half}`.toLowerCase(), camel(`${start}_${half}`)]))) return true;
  // https://transloadit.com/docs/sdks/node-sdk/
  if (name === "authSecret") return names(["authKey"]);
  // `key_secret` and `keySecret` beside `key_id` and `keyId`. APP_SECRET beside APP_ID may be the application's own.
  const [, secret = ""] = /(?:app|key|client|consumer|corp|agent)_?(secret)$/i.exec(name) ?? [];
  const party = name.slice(0, name.length - secret.length);
  return secret !== "" && party !== "APP_" && names(secret === "SECRET" ? [`${party}ID`] : secret === "Secret" ? [`${party}Id`, `${party}ID`] : [`${party}id`]);
}

function camel(name: string): string {
  return name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Whether a text has the form of what a company gives out: its prefix says so. Stripe, Svix, GitHub, GitLab, Slack, AWS, Google, SendGrid, npm. */
export function isIssued(secret: Secret): boolean {
  return /^(whsec_|[spr]k_(test|live)_|gh[pousr]_|github_pat_|glpat-|xox[abprs]-|A[KS]IA[A-Z0-9]{12}|AIza[\w-]{20}|SG\.[\w-]{10}|npm_[A-Za-z0-9]{20})/.test(reveal(secret));
}

/** Who has the public half of a pair signs nothing. */
export function isPublic(name: string): boolean {
  return /(^|_)PUB(LIC)?_KEY$/.test(upperSnake(name));
}

/** Words about the variable itself: `ERROR_SECRET_KEY = "SECRET_KEY is not set"`. */
function isMessage(text: string, name: string): boolean {
  const words = /\s/.test(text) ? text.split(/[^A-Za-z0-9_]+/) : [];
  return words.some((word) => word.includes("_") && word === word.toUpperCase() && upperSnake(name).includes(word));
}

/** A label or constant of the name itself: `SECRET_KEY = "SECRET_KEY"`, `secretKey: "Secret key"`. */
function sameWords(text: string, name: string): boolean {
  return upperSnake(text) === upperSnake(name) && (text === text.toUpperCase() || /[\s:]/.test(text));
}

/** A text in quotes of its own is code, for a program that this one writes. */
function isQuoted(text: string): boolean {
  return text.length > 1 && /^["'`]/.test(text) && text.endsWith(text[0] ?? "");
}

/** A sentence or a title: several words that start as prose does, or punctuation at the end. */
function isProse(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (words.length < 2) return false;
  return /^\p{Lu}\p{Ll}/u.test(text) || /[.:?!]$/.test(text) || words.length > 8 || /\n/.test(text.trim());
}
