import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { Secret } from "../../src/types/secret.ts";
import type { Key } from "../../src/types/key.ts";
import { frameworks } from "../../rules/frameworks/index.ts";
import { verify } from "../../src/verify/verify.ts";
import { clock } from "../support/clock.ts";
import { encoded, lineOf, mistakeOf, others, signedWith, told } from "./keys.ts";
import { recorded } from "./tokens.ts";

const keys = others(3);
const flask = recorded.find(({ kind }) => kind === "flask-session") ?? { key: "", token: "" };
const jwt = recorded.find(({ kind }) => kind === "jwt") ?? { key: "", token: "" };

describe("what is no token that can be tried is told in one sentence", () => {
  const unknown = "This is no token of a kind that keylint knows, or it is cut off.";

  test.each<[string, string | Buffer, string]>([
    ["nothing", "", "There is no token: "],
    ["blanks", " \r\n\t", "There is no token: "],
    ["more than 64 KB", "a".repeat(65_537), "The token has more than 64 KB"],
    ["NUL", "eyJ\0.a.b", "This is no token: it holds bytes"],
    ["controls", "session=\u001b[31mabc", "This is no token: it holds bytes"],
    ["no UTF-8", Buffer.from([0x65, 0xff, 0xfe]), "This is no token: it holds bytes"],
    ["65 cookies", Array.from({ length: 65 }, (_, at) => `c${at}=1`).join("; "), "This is more than 64 cookies"],
    ["65 lines", "a\n".repeat(65), "This is more than 64 cookies"],
    ["a word", "hello", unknown],
    ["cookies of nobody", "Cookie: _ga=GA1.2.1234567890.1234567890; theme=dark", unknown],
    ["half of a Flask cookie", flask.token.slice(0, -9), unknown],
    ["a JWT with a private key", `${encoded({ alg: "RS256" })}.${encoded({})}.${"A".repeat(342)}`, "This JWT is signed with a private key (RS256); keylint looks for shared keys."],
    ["a JWT with another private key", `${encoded({ alg: "EdDSA" })}.${encoded({})}.${"A".repeat(86)}`, "This JWT is signed with a private key (EdDSA)"],
    ["a JWT without a signature", `${encoded({ alg: "none" })}.${encoded({})}.`, "This JWT is not signed"],
    ["a JWT of an unknown algorithm", `${encoded({ alg: "X\u001b[31m" })}.${encoded({})}.AAAA`, "The header of this JWT names an algorithm that keylint does not know"],
    ["half of a JWT", jwt.token.slice(0, jwt.token.lastIndexOf(".")), "This JWT is cut off: it ends before its signature."],
    ["a JWT without its last characters", jwt.token.slice(0, -4), "This JWT is cut off or changed: its signature is not one of HS256."],
    ["a JWT with the end of another base64", `${jwt.token.slice(0, -1)}${jwt.token.endsWith("B") ? "C" : "B"}`, "This JWT is cut off or changed"],
    ["an encrypted JWT for a private key", `${encoded({ alg: "RSA-OAEP", enc: "A256GCM" })}.AAAA.AAAA.AAAA.AAAA`, "This JWT is encrypted for a private key"],
    ["an encrypted JWT of another way", `${encoded({ alg: "A256KW", enc: "A256GCM" })}.AAAA.AAAA.AAAA.AAAA`, "This JWT is encrypted in a way that keylint does not know"],
    ["an encrypted JWT without its end", `${encoded({ alg: "dir", enc: "A256GCM" })}..AAAA.AAAA.AAAA`, "This encrypted JWT is cut off or changed"],
    ["half of a sealed session", "Fe26.2*1*aa*bb*cc*", "This sealed session (Fe26) is cut off"],
    ["a sealed session of an unknown version", "Fe26.9*1*aa*bb*cc*1*dd*ee", "This sealed session (Fe26) is cut off, changed, or of a version"],
    ["half of a Fernet token", `gAAAAA${"B".repeat(70)}`, "This Fernet token is cut off or changed"],
    ["one of two cookies", "koa.sess=eyJhIjoxfQ==", "This is one of two cookies"],
    ["the other one of two cookies", "session.sig=54si1uLNCBdUKKaHYdRRUvsEGK4", "This is one of two cookies"],
    ["a link that resets a password in Django", "https://example.com/reset/MQ/c1tksb-d41d8cd98f00b204e9800998ecf8427e/", "This looks like a link of Django that resets a password."],
    ["a session of @fastify/secure-session", `session=${"A".repeat(40)}%3B${"B".repeat(32)}`, "This looks like a session of @fastify/secure-session"],
    ["JSON, deep", `${encoded(`{"alg":${"[".repeat(6_000)}`)}.e30.AAAA`, unknown],
    ["JSON that is a number", `${encoded("1e9999")}.e30.AAAA`, unknown],
    ["a header that is huge", `${encoded({ alg: "HS256", x: "y".repeat(20_000) })}.e30.AAAA`, unknown],
    ["a compressed payload without a signature", `.${deflateSync("0".repeat(10_000_000)).toString("base64url")}`, unknown],
  ])("%s", (_, token, sentence) => {
    const inTime = clock();
    const mistake = mistakeOf(told(token, keys));
    expect(mistake.startsWith(sentence) ? sentence : mistake).toBe(sentence);
    inTime(1_000);
    expect(mistake).toMatch(/^[ -~]+$/);
  });
});

describe("how it may be copied", () => {
  const value = flask.token.slice("session=".length);

  test.each([
    ["the value alone", value],
    ["with its name", `session=${value}`],
    ["a header", `Cookie: theme=dark; session=${value}; _ga=GA1.2.3.4`],
    ["a header in small letters", `cookie:session=${value}`],
    ["the header that sets it", `Set-Cookie: session=${value}; Path=/; HttpOnly; SameSite=Lax; Expires=Wed, 21 Oct 2037 07:28:00 GMT`],
    ["quoted by a shell", `'Cookie: session=${value}'`],
    ["quoted by code", `"session=${value}",`],
    ["several lines", `Set-Cookie: a=b\r\nSet-Cookie: session=${value}\r\n`],
    ["as a bearer", `Authorization: Bearer ${value}`],
    ["in a link", `https://example.com/confirm/${value}?next=%2F`],
    ["in the query of a link", `https://example.com/confirm?next=%2F&token=${value}#top`],
    ["another cookie of the name behind it", `Cookie: session=${value}; session=x`],
  ])("%s", (_, pasted) => {
    expect(lineOf(told(pasted, [...keys, flask.key]))).toBe(4);
  });

  test("a cookie in parts is put together", () => {
    const { key = "", token = "" } = recorded.find(({ kind, token: text }) => kind === "auth-js" && text.includes("=")) ?? {};
    const [name = "", text = ""] = [token.slice(0, token.indexOf("=")), token.slice(token.indexOf("=") + 1)];
    expect(lineOf(told(`Cookie: ${name}.1=${text.slice(100)}; ${name}.0=${text.slice(0, 100)}`, [key]))).toBe(1);
  });

  test("of several tokens each is tried, and each match is told", () => {
    const verdict = told(`Cookie: ${flask.token}; token=${jwt.token}`, [jwt.key, flask.key]);
    expect("text" in verdict && verdict.text.split("\n\n").map((one) => one.slice(0, 50))).toEqual(["Line 2 of keys.txt signed this Flask session cooki", "Line 1 of keys.txt signed this JWT. Whoever has th"]);
  });
});

describe("what a program may have made of a key", () => {
  const text = "6b65796c696e742066697874757265206f6620612068657861646563696d616c";

  test.each<[string, string | Buffer, string]>([
    ["the text", text, text],
    ["bytes that it is the hex of", Buffer.from(text, "hex"), text],
    ["bytes that it is the base64 of", Buffer.from("a key of thirty-two bytes, or so"), Buffer.from("a key of thirty-two bytes, or so").toString("base64")],
    ["the same in URL-safe base64, without padding", Buffer.from("\xff\xfe key of some bytes?", "latin1"), Buffer.from("\xff\xfe key of some bytes?", "latin1").toString("base64url")],
    ["behind base64:", Buffer.from("a key of thirty-two bytes, or so"), `base64:${Buffer.from("a key of thirty-two bytes, or so").toString("base64")}`],
    ["a text that is no ASCII, as UTF-8", "schlüssel für alles", "schlüssel für alles"],
    ["the same as Latin-1", Buffer.from("schlüssel für alles", "latin1"), "schlüssel für alles"],
    ["a text of a line with blanks", " spaced ", " spaced "],
  ])("%s", (_, signing, written) => {
    expect(lineOf(told(signedWith(signing), [...keys, written]))).toBe(4);
  });

  /** A key as it is found in a tree. */
  function found(making: Key["origin"]["making"]): Key {
    const place = { path: "app.js", span: { start: 0, end: 1 } };
    const [framework] = frameworks.filter(({ id }) => id === "jsonwebtoken");
    const [slot] = framework?.slots ?? [];
    if (!framework || !slot) throw new Error("no such framework");
    return { framework, slot, name: "jwt.sign", sink: place, evidence: "api", origin: { making, place, role: "value", trail: [] }, context: "production", refused: false, envFile: false, leastRandom: 16 };
  }

  test.each<[string, string | Buffer, Key["origin"]["making"]]>([
    ["bytes", Buffer.from([0, 255, 128, 7]), { kind: "literal", received: new Secret("\0\xff\x80\x07"), form: "bytes" }],
    ["an empty text", "", { kind: "literal", received: new Secret(""), form: "text" }],
    ["a digest of a text, in hex", "93fff7f0dc26d25f5ed2b8d29a4a0f3b", { kind: "digest", bytes: 16, of: new Secret("") }],
  ])("%s, found in a tree", (_, signing, making) => {
    const signer = making.kind === "digest" ? "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" : signing;
    const verdict = verify(Buffer.from(signedWith(signer)), () => ({ keys: [found(making)], environments: [], locate: () => "app.js:1" }));
    expect(verdict).toEqual({ matched: true, text: "jwt.sign in app.js:1 signed this JWT. Whoever has that file can make such tokens for any user. Replace the key (keylint generate jsonwebtoken) and do not keep the old one among those that are still accepted: what it made is refused then, and users sign in again.\n" });
  });
});

describe("what is told", () => {
  test("none of the keys", () => {
    expect(told(jwt.token, keys)).toEqual({ matched: false, text: "None of the 3 keys found here and in the list signed this token (JWT; 1 way tried). Name other folders, or another list.\n" });
  });

  test("no key at all", () => {
    expect(told(jwt.token, [])).toEqual({ matched: false, text: "There is no key here to try on this token. Name other folders, or another list.\n" });
  });

  test("that a slow way was not tried with all", () => {
    const sealed = recorded.find(({ by, kind }) => kind === "iron" && by.startsWith("@hapi/iron")) ?? { token: "" };
    const short = Array.from({ length: 2_001 }, (_, at) => `short ${at}`);
    expect(told(sealed.token, short)).toMatchObject({ matched: false, text: expect.stringContaining("A slow way, of h3 2, was tried with the first 2,000 of them only.") });
  });
});
