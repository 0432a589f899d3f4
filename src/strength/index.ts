import { reveal, type Secret } from "../types/secret.ts";
import type { Assessment } from "../types/key.ts";
export interface AssessOptions { readonly published: ReadonlyMap<string, string>; readonly unset?: readonly string[] }
export function assess(secret: Secret, _form: "text" | "bytes", options: AssessOptions): Assessment {
  const text = reveal(secret);
  const published = options.published.get(text);
  const template = /^\{\{.*\}\}$|^\$\{.*\}$|^!!!/.test(text) || text.includes("{{");
  const placeholder = /change|your|replace|insert|here|^<.*>$/i.test(text);
  const random = text.length >= 20 && new Set(text).size >= 10 && /\d/.test(text) && !/secret|key|password/i.test(text);
  return { placeholder, template, strength: random ? "strong" : "trivial", random: text.length / 2, ...(published ? { published } : {}) };
}
export function receivedLength(secret: Secret, _f: "text" | "bytes", _unit: "characters" | "bytes", _e?: string, _p?: string): number {
  return reveal(secret).length;
}
