import { headerOf } from "./header.ts";
import type { Kind, Refusal } from "./kind.ts";
import { base64, hmacBy, type Digest } from "./mac.ts";
import type { Token } from "./token.ts";

/** https://www.rfc-editor.org/rfc/rfc7518#section-3.2, and how many bytes a signature has. */
const shared: ReadonlyMap<string, readonly [digest: Digest, bytes: number]> = new Map([["HS256", ["sha256", 32]], ["HS384", ["sha384", 48]], ["HS512", ["sha512", 64]]]);

/** Signed with a private key: https://www.rfc-editor.org/rfc/rfc7518#section-3.1, https://www.rfc-editor.org/rfc/rfc8037 and https://www.rfc-editor.org/rfc/rfc8812 */
const asymmetric = /^(?:RS|PS|ES)(?:256|384|512)$|^ES256K$|^Ed(?:DSA|25519|448)$/;

interface Parts {
  readonly alg: string;
  readonly signed: string;
  readonly signature: string;
}

function partsOf({ value }: Token): Parts | undefined {
  const [header = "", payload, signature, ...more] = value.split(".");
  const alg = headerOf(header)?.alg;
  return alg === undefined || payload === undefined || signature === undefined || more.length > 0 ? undefined : { alg, signed: `${header}.${payload}`, signature };
}

export const jwt: Kind = {
  id: "jwt",
  title: "JWT",
  power: "such tokens for any user",
  certain: true,
  attempts(token) {
    const { alg = "", signed = "", signature = "" } = partsOf(token) ?? {};
    const [digest, bytes] = shared.get(alg) ?? [];
    const mac = base64(signature);
    return digest && mac?.length === bytes && mac ? [hmacBy({ digest, message: signed, mac })] : [];
  },
};

/** A JWT that no shared key has made, or that is not whole. */
export const otherJwt: Refusal = (token) => {
  const parts = partsOf(token);
  if (!parts) return /^eyJ[\w-]+(?:\.[\w-]*)?$/.test(token.value) && headerOf(token.value.split(".")[0] ?? "") ? "This JWT is cut off: it ends before its signature. Copy all of it." : undefined;
  if (shared.has(parts.alg)) return `This JWT is cut off or changed: its signature is not one of ${parts.alg}. Copy all of it.`;
  if (asymmetric.test(parts.alg)) return `This JWT is signed with a private key (${parts.alg}); keylint looks for shared keys.`;
  if (parts.alg.toLowerCase() === "none") return "This JWT is not signed (its algorithm is none), so no key made it; a program that takes it takes any.";
  return "The header of this JWT names an algorithm that keylint does not know; it knows HS256, HS384 and HS512.";
};
