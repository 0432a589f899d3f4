import type { KeyForm } from "../src/kit.ts";

/** A key that is asked for by what it is for, not by a framework. */
export interface NamedForm {
  readonly title: string;
  readonly variable: string;
  readonly form: KeyForm;
  /** Why it has that many bytes. */
  readonly why: string;
}

/** What HMAC keys of JWTs want at least: https://www.rfc-editor.org/rfc/rfc7518#section-3.2 */
function hmac(bits: number): NamedForm {
  return { title: `HS${bits}`, variable: "JWT_SECRET", form: { as: "hex", bytes: bits / 8 }, why: `RFC 7518 (3.2) wants at least ${bits} for HS${bits}` };
}

/** By the name that `keylint generate` takes, in lower case. */
export const namedForms: Readonly<{ [name: string]: NamedForm }> = {
  hs256: hmac(256),
  hs384: hmac(384),
  hs512: hmac(512),
  // https://github.com/fernet/spec/blob/master/Spec.md#key-format
  fernet: { title: "Fernet", variable: "FERNET_KEY", form: { as: "base64url", bytes: 32 }, why: "Fernet takes exactly these" },
  // https://github.com/laravel/framework/blob/master/src/Illuminate/Foundation/Console/KeyGenerateCommand.php
  laravel: { title: "Laravel", variable: "APP_KEY", form: { as: "base64", bytes: 32, prefix: "base64:" }, why: "AES-256 takes exactly these" },
};
