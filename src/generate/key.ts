import { load } from "../load.ts";
import type { KeyForm } from "../types/key-form.ts";

/** 32 random bytes are what HS256 and AES-256 take at most, and hex is what every shell, file and program leaves as it is. */
export const plainForm: KeyForm = { as: "hex", bytes: 32 };

/** The alphabet of Django's `get_random_secret_key`: https://github.com/django/django/blob/main/django/core/management/utils.py */
const djangos = "abcdefghijklmnopqrstuvwxyz0123456789!@#$%^&*(-_=+)";

/** The letters and digits at its begin. django-environ takes a value that begins with `$` for another variable's name, and options begin with `-`. */
const djangosFirst = 36;

/** A new key, from the system's generator. An `rsa` key is none: throws. */
export function keyIn(form: KeyForm): string {
  return `${form.prefix ?? ""}${randomText(form)}${form.suffix ?? ""}`;
}

function randomText({ as, bytes, unpadded }: KeyForm): string {
  const { randomBytes, randomInt } = load("node:crypto");
  if (as === "rsa") throw new Error("an RSA key is no random text");
  if (as === "django") return Array.from({ length: bytes }, (_, at) => djangos[randomInt(at === 0 ? djangosFirst : djangos.length)]).join("");
  if (as === "hex") return randomBytes(bytes).toString("hex");
  const padded = randomBytes(bytes).toString("base64");
  const text = unpadded ? padded.replace(/={1,2}$/, "") : padded;
  return as === "base64" ? text : text.replaceAll("+", "-").replaceAll("/", "_");
}

/** The random bits of a key of this form, rounded down. */
export function bitsOf({ as, bytes }: KeyForm): number {
  return as === "django" ? Math.floor(Math.log2(djangosFirst) + (bytes - 1) * Math.log2(djangos.length)) : bytes * 8;
}

/** How it looks, for a sentence: `64 hex digits`. */
export function looksOf(form: KeyForm): string {
  const { as, bytes, unpadded, prefix, suffix } = form;
  const length = as === "hex" ? bytes * 2 : as === "django" ? bytes : unpadded ? Math.ceil((bytes * 4) / 3) : Math.ceil(bytes / 3) * 4;
  const looks = as === "hex" ? `${length} hex digits` : `${length} characters of ${as === "django" ? "Django's alphabet" : as}`;
  if (prefix === undefined) return looks;
  return suffix === undefined ? `${looks} behind ${prefix}` : `${looks} in ${prefix}…${suffix}`;
}

/** Whether two keys would be written alike. */
export function isSameForm(one: KeyForm, other: KeyForm): boolean {
  return one.bytes === other.bytes && looksOf(one) === looksOf(other);
}
