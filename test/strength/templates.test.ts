import { describe, expect, test } from "vitest";
import { isUnset, templateOf } from "../../src/strength/templates.ts";

/** Tokens that are one as a whole only. */
const engine = [
  "$SECRET_KEY", "$K1", "$secret_key", "$my_own_secret_key", "$(openssl rand -hex 32)", "$(whoami)", "$(a)", "$(cat my-key_2.txt)", "$(SECRET_KEY)", "$(Secret.KEY)".toUpperCase(), "`openssl rand`",
  "%(secret_key)s", "%(n)d", "%(_)s", "{secret}", "{a}", "{settings.SECRET_KEY - old}", "%SECRET_KEY%", "%%KEY_2%%", "#{SECRET_KEY}#", "#{secret.key - 2}", "@SECRET_KEY@", "@@secret.key-2@@",
  "#SECRET#", "##SECRET_2##", "###SECRET###", "__SECRET_KEY__", "__K2__", "!!SET KEY!!", "!!!SET DJANGO_SECRET_KEY 2!!!", "!!!!KEY!!!!", "[[ secret ]]", "[[x]]", "...", ".....", "…", "……",
  "***", "••••", "●●●", "xxx", "XXXXXX", "xxxx-xxxx-xxxx", "XXX_XXX XXX", "redacted", "(REDACTED)", "**masked**", "<<Censored>>",
];

describe("a token that something fills in", () => {
  test.each(engine)("%s", (text) => {
    expect([templateOf(text), templateOf(` ${text}\n`)]).toEqual(["engine", "engine"]);
  });

  test.each(engine)("%s with anything beside it is none", (text) => {
    expect([templateOf(`y1${text}`), templateOf(`${text}?y1`)]).toEqual([undefined, undefined]);
  });

  test.each(["<secret>", "<>", "<put your key here>", "[SECRET_KEY]", "[your own-key]", "[ab]"])("%s may be written by hand", (text) => {
    expect([templateOf(text), templateOf(` ${text}\n`), templateOf(`y${text}`), templateOf(`${text}y`)]).toEqual(["by hand", "by hand", undefined, undefined]);
  });

  test.each(["${SECRET_KEY}", "a-${SECRET_KEY:-none}-b", "${a}", "${_}", "{{ secret }}", "a {{x}} b", "{% if key %}", "<%= key %>", "}} {{ }}"])("%s stands anywhere", (text) => {
    expect(templateOf(text)).toBe("engine");
  });

  test.each([
    "$S", "$secret", "$_secret_key", "$Secret_key", "$9AB", "$()", "$(A)", "$(Aa)", "$(9a)", "$(a(b))", "``", "`Ab`", "%(9a)s", "%(a)x", "%()s", "{}", "{9a}", "{a:b}", "%A%", "%secret%", "%%%KEY%%%", "#{}", "#{a:b}", "@a@", "@9a@", "@@@key@@@",
    "#A#", "#key#", "####KEY####", "__A__", "__key__", "__9A__", "_KEY_", "!KEY!", "!!key!!", "!!AB!!", "!!!!!KEY!!!!!", "[[]]", "[[a]b]]", "[a]", "[1a]", "[a1]", "[]", "<a<b>", "..", ".…", "**", "xx", "xxxx-xx", "xxx.xxx",
    "[[[redacted]]]", "${}", "${9a}", "${a", "${a${b", "}}{{", "{{ a", "a }}", "<% a", "a %>", "{% a", "a %}", "%} {%", "",
  ])("%s is none", (text) => {
    expect(templateOf(text)).toBeUndefined();
  });

  test("a longer text is a document", () => {
    expect([templateOf(`{{${" ".repeat(1_996)}}}`), templateOf(`{{${" ".repeat(1_997)}}}`)]).toEqual(["engine", undefined]);
  });
});

describe("a framework's own marks", () => {
  test.each([
    ["unset", "unset"],
    ["unset-*", "unset-"],
    ["unset-*", "unset-7"],
    ["*", ""],
    ["*unset", "not unset"],
    ["ab*ba", "abba"],
    ["*x*", "xb"],
    ["a*x*b", "axb"],
    ["a*x*x*b", "a-x-x-b"],
    ["a*bc*c", "abcc"],
  ])("%s is %s", (pattern, text) => {
    expect(isUnset(text, ["other", pattern])).toBe(true);
  });

  test.each([
    ["unset", "unset-7"],
    ["unset-*", "not unset-7"],
    ["*unset", "unset-7"],
    ["ab*ba", "aba"],
    ["a*x*b", "ab"],
    ["a*x*x*b", "axb"],
    ["a*b*b", "ab"],
    ["a*bc*c", "abc"],
    ["a*x*y*b", "ayxb"],
  ])("%s is not %s", (pattern, text) => {
    expect(isUnset(text, [pattern])).toBe(false);
  });
});
