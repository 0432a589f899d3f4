import { createHash } from "node:crypto";
import type { Attempt, Kind } from "./kind.ts";
import { base64, digestOf, hash, hex, hmacBy, same, type Digest } from "./mac.ts";

/** `2|1:0|10:time|4:name|8:value|signature`: https://github.com/tornadoweb/tornado/blob/v6.5.0/tornado/web.py: create_signed_value */
function tornadoSigned(name: string | undefined, value: string): readonly Attempt[] {
  const [, message, signature = ""] = /^(2\|(?:\d{1,6}:[^|]*\|){4})([0-9a-f]{64})$/.exec(value) ?? [];
  const mac = hex(signature);
  if (message !== undefined && mac) return [hmacBy({ digest: "sha256", message, mac })];
  // Its first version put the name, the value and the time together.
  const [, content = "", time = "", older = ""] = /^([A-Za-z0-9+/]+={0,2})\|(\d{9,11})\|([0-9a-f]{40})$/.exec(value) ?? [];
  const olderMac = hex(older);
  return name !== undefined && olderMac ? [hmacBy({ digest: "sha1", message: `${name}${content}${time}`, mac: olderMac })] : [];
}

/** Base64 of the signature with what it signs behind it: https://github.com/Pylons/webob/blob/1.8.9/src/webob/cookies.py: SignedSerializer */
function webobSigned(value: string, salts: readonly string[], digests: readonly Digest[]): readonly Attempt[] {
  const bytes = /^[\w-]{40,}$/.test(value) ? base64(value) : undefined;
  if (!bytes) return [];
  return digests.flatMap((digest) => {
    const length = hash(digest).length;
    // JSON of a list or a mapping.
    if (!/^[[{]/.test(bytes.toString("latin1", length, length + 1))) return [];
    return salts.map((salt) => hmacBy({ digest, message: bytes.subarray(length), mac: bytes.subarray(0, length), derive: (key) => Buffer.concat([Buffer.from(salt), key]) }));
  });
}

/** Digest, time in eight digits, `user!tokens!data`: https://github.com/Pylons/pyramid/blob/2.0/src/pyramid/authentication.py: AuthTicket */
function ticketsOf(value: string): readonly Attempt[] {
  return [128, 64, 40, 32].flatMap((digits) => ticketOf(value.slice(0, digits), value.slice(digits)));
}

function ticketOf(digits: string, rest: string): readonly Attempt[] {
  const [, time = "", user = "", tokens = "", data = ""] = /^([0-9a-f]{8})([^!]+)!(?:([^!]*)!)?(.*)$/s.exec(rest) ?? [];
  const mac = hex(digits);
  const digest = mac && digestOf(mac);
  if (!digest || time === "") return [];
  // The address is left out when nothing else is set, and then counts as 0.0.0.0.
  const before = Buffer.concat([Buffer.alloc(4), Buffer.from(time, "hex")]);
  return [{
    signed(key) {
      const inner = createHash(digest).update(before).update(key).update(`${user}\0${tokens}\0${data}`).digest("hex");
      return same(hash(digest, inner, key), mac);
    },
  }];
}

export const python: readonly Kind[] = [
  { id: "tornado", title: "Tornado cookie", power: "such cookies for any user", framework: "tornado", certain: true, attempts: ({ name, value }) => tornadoSigned(name, value) },
  { id: "pyramid-ticket", title: "Pyramid auth_tkt cookie", power: "such cookies for any user", framework: "pyramid", certain: true, attempts: ({ value }) => ticketsOf(value) },
  {
    id: "pyramid-session",
    title: "Pyramid session cookie",
    power: "such cookies for any user",
    framework: "pyramid",
    // https://github.com/Pylons/pyramid/blob/2.0/src/pyramid/session.py: SignedCookieSessionFactory
    attempts: ({ value }) => webobSigned(value, ["pyramid.session."], ["sha512"]),
  },
  { id: "webob", title: "WebOb cookie", power: "such cookies with any content", framework: "pyramid", attempts: ({ value }) => webobSigned(value, [""], ["sha512", "sha256"]) },
  {
    id: "bottle",
    title: "Bottle cookie",
    power: "such cookies, and run code where they are read, because they hold pickled objects",
    framework: "bottle",
    certain: true,
    // `!signature?message`, MD5 until 0.12: https://github.com/bottlepy/bottle/blob/0.13/bottle.py: set_cookie
    attempts({ value }) {
      const [, signature = "", message] = /^!([A-Za-z0-9+/]{22,43}={1,2})\?([A-Za-z0-9+/]+={0,2})$/.exec(value) ?? [];
      const mac = base64(signature, "base64");
      const digest = mac && digestOf(mac);
      return message !== undefined && mac && digest ? [hmacBy({ digest, message, mac })] : [];
    },
  },
];
