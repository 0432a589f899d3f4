import { Console } from "node:console";
import { once } from "node:events";
import { PassThrough } from "node:stream";
import { format, inspect } from "node:util";
import { serialize } from "node:v8";
import { MessageChannel } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import { Secret, asName, reveal } from "../../src/types/secret.ts";

const text = "abracadabra-simsalabim";
const secret = new Secret(text);
const holder = { secret, list: [secret], map: new Map([["a", secret]]), set: new Set([secret]) };

/** What a console prints. */
function printed(print: (console: Console) => void): string {
  const stream = new PassThrough();
  print(new Console(stream, stream));
  return String(stream.read() ?? "");
}

/** Everything that can be got by looking at an object's own parts. */
function parts(value: object): string {
  return [...Reflect.ownKeys(value), ...Object.values(value), ...Object.entries(value), ...Object.values(Object.getOwnPropertyDescriptors(value))].map(String).join(" ");
}

describe("a secret does not become text", () => {
  test.each<[string, () => string]>([
    ["String()", () => String(secret)],
    ["a template", () => `${secret}`],
    ["+", () => "" + (secret as unknown as string)],
    ["concat", () => "".concat(secret as unknown as string)],
    ["join", () => [secret, secret].join()],
    ["toString", () => secret.toString()],
    ["toLocaleString", () => (secret as object).toLocaleString()],
    ["valueOf", () => String(secret.valueOf())],
    ["a number", () => String(Number(secret))],
    ["JSON.stringify", () => JSON.stringify(holder)],
    ["JSON.stringify of the keys", () => JSON.stringify({ [String(secret)]: 1 })],
    ["inspect", () => inspect(holder, { depth: null, showHidden: true })],
    ["inspect without its own way", () => inspect(holder, { depth: null, showHidden: true, customInspect: false, getters: true, showProxy: true })],
    ["inspect of a proxy", () => inspect(new Proxy(secret, {}), { showProxy: true, customInspect: false })],
    ["format", () => format("%s %o %O %j %d %i", secret, secret, secret, secret, secret, secret)],
    ["console.log", () => printed((console) => console.log(secret, holder, "%s", secret))],
    ["console.dir", () => printed((console) => console.dir(holder, { depth: null, showHidden: true, customInspect: false }))],
    ["console.table", () => printed((console) => console.table([secret]))],
    ["console.error", () => printed((console) => console.error("%o", secret))],
    ["an error's message and stack", () => inspect(new Error(String(secret)))],
    ["an error's cause", () => inspect(new Error("x", { cause: secret }), { depth: null, customInspect: false })],
    ["an error's own property", () => inspect(Object.assign(new Error("x"), { secret }))],
    ["spread", () => JSON.stringify({ ...secret }) + inspect({ ...secret }, { showHidden: true })],
    ["Object.assign", () => inspect(Object.assign({}, secret))],
    ["own keys, values, entries", () => parts(secret)],
    ["its class", () => parts(Secret) + parts(Secret.prototype)],
    ["for in", () => {
      const found: string[] = [];
      for (const name in secret) found.push(name, String(secret[name as keyof Secret]));
      return found.join(" ");
    }],
    ["structuredClone", () => inspect(structuredClone(secret), { showHidden: true, customInspect: false })],
    ["a clone for a file", () => serialize(holder).toString("latin1")],
    ["encodeURIComponent", () => encodeURIComponent(secret as unknown as string)],
    ["a regular expression", () => String(/a(.*)/.exec(secret as unknown as string))],
    ["a date", () => String(new Date(secret as unknown as string))],
    ["a buffer", () => Buffer.from(secret as unknown as string).toString()],
  ])("by %s", (_, get) => {
    const got = attempted(get);
    for (let at = 0; at + 4 <= text.length; at++) expect(got).not.toContain(text.slice(at, at + 4));
  });

  test("by a message to another thread", async () => {
    const { port1, port2 } = new MessageChannel();
    const received = once(port2, "message");
    port1.postMessage(holder);
    const [message] = (await received) as [unknown];
    port1.close();
    expect(inspect(message, { depth: null, showHidden: true, customInspect: false })).not.toContain("abra");
  });
});

/** What comes back, or what is thrown. */
function attempted(get: () => string): string {
  try {
    return get();
  } catch (error) {
    return inspect(error, { depth: null, showHidden: true });
  }
}

describe("a secret can be asked", () => {
  test("its text, its length, and whether it is another's", () => {
    expect(reveal(secret)).toBe(text);
    expect(secret).toHaveLength(text.length);
    expect(secret.equals(new Secret(text))).toBe(true);
    expect(secret.equals(new Secret(`${text}!`))).toBe(false);
  });

  test("for a name, when it looks like one", () => {
    expect(asName(new Secret("SECRET_KEY"))).toBe("SECRET_KEY");
    expect(asName(new Secret("two words"))).toBeUndefined();
    expect(asName(new Secret("a\u0000"))).toBeUndefined();
    expect(asName(new Secret("a".repeat(201)))).toBeUndefined();
  });
});
