import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import type { Feature, Framework } from "../../src/types/framework.ts";
import type { Key } from "../../src/types/key.ts";
import type { Project, Remark, Use } from "../../src/types/rule.ts";
import { framework, key, origin, slot } from "./keys.ts";

/** What the rules say of a project, and of which of its keys. */
function remarks(project: Partial<Project>): readonly Remark[] {
  return rules.flatMap((rule) => rule.project?.({ keys: [], alike: [], uses: [], ...project }) ?? []);
}

const at = (path: string, name: string, more: Partial<Key> = {}, start = 0): Key => key({ name, origin: origin({ path, start }), ...more });
const protecting = (protects: string, label = "SECRET_KEY"): Pick<Key, "slot"> => ({ slot: slot({ protects, label }) });
const said = (...alike: readonly Key[]): readonly string[] => remarks({ alike: [alike] }).map(({ of, what }) => `${(of as Key).origin.place.path} ${what}`);

describe("keys with one text", () => {
  test("in two files: each is told where the other is", () => {
    const [one, two] = [at("a.py", "ONE"), at("b.py", "TWO")];
    expect(remarks({ alike: [[one, two]] })).toEqual([
      { of: one, what: "The same key is TWO in b.py.", elsewhere: [two] },
      { of: two, what: "The same key is ONE in a.py.", elsewhere: [one] },
    ]);
  });

  test("of several groups each is told of its own", () => {
    expect(remarks({ alike: [[at("a.py", "ONE"), at("b.py", "TWO")], [at("c.py", "ONE"), at("d.py", "TWO")]] }).map(({ what }) => what.slice(-5))).toEqual(["b.py.", "a.py.", "d.py.", "c.py."]);
  });

  test.each<[others: number, end: string]>([
    [2, "KEY in b1.py and KEY in b2.py."],
    [3, "KEY in b1.py, KEY in b2.py and KEY in b3.py."],
    [4, "KEY in b1.py, KEY in b2.py, KEY in b3.py and what stands in 1 more place."],
    [5, "KEY in b1.py, KEY in b2.py, KEY in b3.py and what stands in 2 more places."],
  ])("in %i other files: three are named, more are counted", (others, end) => {
    const [first = ""] = said(at("a.py", "KEY"), ...Array.from({ length: others }, (_, number) => at(`b${number + 1}.py`, "KEY")));
    expect(first).toBe(`a.py The same key is ${end}`);
  });

  test("under one name twice in another file: it is named once", () => {
    expect(said(at("a.py", "ONE"), at("b.py", "TWO"), at("b.py", "TWO", {}, 40))[0]).toBe("a.py The same key is TWO in b.py.");
  });

  test.each<[string, Key, Key, boolean]>([
    ["under two names", at("a.py", "ONE"), at("a.py", "TWO", {}, 40), true],
    ["under one name", at("a.py", "ONE"), at("a.py", "ONE", {}, 40), false],
    ["for two environments", at("a.py", "ONE"), at("a.py", "ONE", { context: "development" }, 40), true],
    ["handed to one function twice", at("a.py", "jwt.sign", protecting("JWTs", "jwt.sign")), at("a.py", "jwt.verify", protecting("JWTs", "jwt.verify"), 40), false],
    ["once by name, once handed to a function for the same", at("a.py", "ONE", protecting("JWTs")), at("a.py", "jwt.verify", protecting("JWTs", "jwt.verify"), 40), false],
    ["handed to a function, once by name, for the same", at("a.py", "jwt.verify", protecting("JWTs", "jwt.verify")), at("a.py", "ONE", protecting("JWTs"), 40), false],
    ["handed to two functions for different purposes", at("a.py", "jwt.sign", protecting("JWTs", "jwt.sign")), at("a.py", "Fernet()", protecting("what it encrypts", "Fernet()"), 40), true],
    ["handed to two functions, of which one is for nobody knows what", at("a.py", "shop.sign", protecting("whatever", "shop.sign")), at("a.py", "Fernet()", protecting("what it encrypts", "Fernet()"), 40), false],
    ["called like its place, which is a name", at("a.py", "secret", { slot: slot({ label: "secret" }) }), at("a.py", "ONE", {}, 40), true],
    ["called otherwise than its place, in other signs", at("a.py", "token.secret", { slot: slot({ label: "jwt.sign" }) }), at("a.py", "ONE", {}, 40), true],
  ])("twice in a file, %s: said is %s", (_, one, two, told) => {
    expect(said(one, two)).toHaveLength(told ? 2 : 0);
  });

  test("twice in a file, once under a name of the other: it is one key that has several names", () => {
    expect(said(at("a.py", "ONE"), at("a.py", "TWO"), at("a.py", "TWO", {}, 40), at("a.py", "THREE", {}, 40))).toEqual([]);
  });

  test.each(["test", "docs"] as const)("of which one is in %s: no word of it", (context) => {
    expect(said(at("a.py", "ONE"), at("b.py", "TWO", { context }))).toEqual([]);
  });

  test("of which one is an example's", () => {
    expect(said(at("a.py", "ONE"), at("b.py", "TWO", { context: "example" }))).toHaveLength(2);
  });

  test("in more places than anybody compares: each is told of the first", () => {
    const all = Array.from({ length: 70 }, (_, number) => at(`a${number}.py`, "KEY"));
    expect(said(...all)).toHaveLength(70);
    expect(said(...all)[69]).toBe("a69.py The same key is KEY in a0.py, KEY in a1.py, KEY in a2.py and what stands in 61 more places.");
  });
});

describe("a key that is handed over from one place", () => {
  const uses = (...purposes: readonly string[]): readonly Key[] => purposes.map((protects) => at("a.py", "KEY", protecting(protects)));

  test.each<[string, readonly Key[], readonly string[]]>([
    ["for sessions and tokens", uses("session cookies", "JSON web tokens"), ["a.py The same key protects session cookies and JSON web tokens."]],
    ["for three purposes", uses("cookies", "JWTs", "stored passwords"), ["a.py The same key protects cookies, JWTs and stored passwords."]],
    ["for one purpose in two ways", uses("cookies", "sessions"), []],
    ["for one purpose and two others", uses("cookies", "cookies and JWTs", "JWTs"), ["a.py The same key protects cookies and JWTs."]],
    ["for sessions and the tokens of forms", uses("session cookies", "CSRF tokens"), []],
    ["for tokens and the tokens of forms", uses("sealed tokens", "XSRF tokens"), ["a.py The same key protects sealed tokens and XSRF tokens."]],
    ["for what has no words for it", uses("session cookies", "whatever it signs"), []],
    ["for what has no words for it, and tokens", uses("whatever it signs", "JWTs"), []],
    ["as the framework says and as the place says", [at("a.py", "KEY"), ...uses("JWTs")], ["a.py The same key protects session cookies and JWTs."]],
    ["twice for each of two", uses("cookies", "JWTs", "cookies", "JWTs"), ["a.py The same key protects cookies and JWTs."]],
    ["to one, and only called so for another", [...uses("cookies"), at("a.py", "KEY", { ...protecting("JWTs"), evidence: "name" })], []],
    ["more often than is looked at", [...Array.from({ length: 16 }, () => at("a.py", "KEY")), ...uses("JWTs")], []],
    ["as often as is looked at", [...Array.from({ length: 15 }, () => at("a.py", "KEY")), ...uses("JWTs")], ["a.py The same key protects session cookies and JWTs."]],
  ])("%s", (_, keys, lines) => {
    expect(said(...keys)).toEqual(lines);
  });
});

describe("a list of old keys", () => {
  const old = slot({ id: "old", label: "OLD_KEYS", signs: "none" });
  const other: Framework = { ...framework, id: "other" };
  const line = "The current key stands among the old ones, in OLD_KEYS.";

  test.each<[string, readonly Key[], readonly string[]]>([
    ["with the current one, written again", [at("a.py", "KEY"), at("a.py", "OLD_KEYS", { slot: old }, 40)], [`a.py ${line}`, `a.py ${line}`]],
    ["with the current one, by its name", [at("a.py", "KEY"), at("a.py", "KEY", { slot: old })], [`a.py ${line}`]],
    ["with one of them twice", [at("a.py", "KEY", { slot: old }), at("a.py", "KEY", { slot: old }, 40)], []],
    ["in another file", [at("a.py", "KEY"), at("b.py", "OLD_KEYS", { slot: old })], ["a.py The same key is OLD_KEYS in b.py.", "b.py The same key is KEY in a.py."]],
    ["of another framework", [at("a.py", "KEY"), at("a.py", "OLD_KEYS", { slot: old, framework: other }, 40)], ["a.py The same key is OLD_KEYS in a.py.", "a.py The same key is KEY in a.py."]],
  ])("%s", (_, keys, lines) => {
    expect(said(...keys)).toEqual(lines);
  });
});

describe("a feature that has no key", () => {
  const use = (feature: Partial<Feature>): Use => ({ framework, feature: { needs: "SECRET_KEY", docs: "https://example.com/", ...feature }, slot: slot(), places: [{ path: "a.py", span: { start: 0, end: 5 } }], context: "production" });

  test.each<[string, Partial<Feature>, needing: string]>([
    ["a function", { symbol: "shop.flash" }, "shop.flash does not work without it"],
    ["a method of an object", { symbol: "shop.Shop().login" }, "shop.Shop.login does not work without it"],
    ["a method of anything", { symbol: "*.set_signed_cookie" }, ": set_signed_cookie does not work without it"],
    ["a package", { import: "shop_admin", symbol: "shop.flash" }, "shop_admin does not work without it"],
    ["a call without it", { symbol: "shop.session", without: "0.secret" }, "Shop refuses to work without it."],
    ["settings", { settings: { mark: "APPS", variable: "SHOP_SETTINGS" } }, "Shop refuses to work without it, and these settings do not set it."],
    ["nothing that has a name", {}, "Shop does not work without it"],
  ])("%s is named by its own name, or the framework's", (_, feature, needing) => {
    const [one, ...others] = remarks({ uses: [use(feature)] });
    expect(others).toEqual([]);
    expect(one?.what).toMatch(/^SECRET_KEY is missing: .+\.$/);
    expect(one?.what).toContain(needing);
    expect(one?.why).toContain("writes a weak key");
  });
});
