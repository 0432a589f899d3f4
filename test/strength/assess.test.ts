import { describe, expect, test } from "vitest";
import { assess } from "../../src/strength/index.ts";
import { Secret } from "../../src/types/secret.ts";
import { clock } from "../support/clock.ts";

const options = { published: new Map<string, string>() };

function verdictOf(text: string, form: "text" | "bytes" = "text"): string {
  const { template, placeholder, strength } = assess(new Secret(text), form, options);
  return template ? "template" : placeholder ? "placeholder" : strength;
}

/** What people really write, one a line, under the verdict that it must get. */
const verdicts: Readonly<{ [verdict: string]: string }> = {
  template: `
{{ secret_key }}
{{secrets.jwt}}
{{ .Values.secretKey | quote }}
prefix-{{ cookiecutter.slug }}-key
{% if key %}{{ key }}{% endif %}
<%= ENV["SECRET_KEY"] %>
\${SECRET_KEY}
\${JWT_SECRET:-}
$SECRET_KEY
$secret_key
$(openssl rand -hex 32)
$(SECRET_KEY)
%(secret_key)s
%SECRET_KEY%
#{SECRET_KEY}#
@SECRET_KEY@
##SECRET##
__SECRET_KEY__
!!!SET DJANGO_SECRET_KEY!!!
[[ secret ]]
[SECRET_KEY]
<secret>
<SECRET_KEY>
{secret}
...
****
xxxxxxxx
[REDACTED]`,
  placeholder: `
changeme
---
____________
ChangeMe123!
change_me
CHANGE-ME-IN-PRODUCTION
changeit
changethis
please change this
must be changed before going live
super-secret-change-in-production
dev-secret-change-me-must-be-at-least-32-bytes-long!
replace-me-with-a-real-one
REPLACE_THIS
your-secret-key
your-256-bit-secret
YOUR_OWN_RANDOM_GENERATED_SECRET_KEY
yoursecretkey
your-super-secret-jwt-token-with-at-least-32-characters-long
Your Session Secret goes here
<put your session key here>
insert-secret-here
put some secret here
my secret here
session_cookie_secret_key_here
a_secure_key_for_crypto_here
enter a long random value
generate-a-secret
Generated_Random_String
generate_with_openssl_rand
something-really-secret
some random string
a long random string
SuperRandomStringToBeUsedForEncryption
TODO
tbd
fixme-before-release
example
sample-secret
dummy-key
placeholder
default-secret
SECRET_KEY_ENV_VAR_NOT_SET
not-set-in-this-place
none
insecure
django-insecure-key-for-demonstration-only
unsecure-dev-key
dev only do not use
not-a-secret
do-not-use-in-production
this-should-be-random
CAMBIAR_ESTO
troque-esta-chave
bitte-aendern
changez-moi
votre-cle-secrete
请修改这个密钥
!!changeme!!
<your-secret>
[your secret]
Y2hhbmdlbWUtcGxlYXNl`,
  trivial: `
secret
dev
development key
test
abc
a
12345
admin123
password
Pa$$w0rd
s3cr3tk3y
T0pS3cr3t!
s3Cur3
myjwts3cr3t
mysecret
my-secret
supersecret
superSecret
secret_key
test-secret
foobar
foo bar baz
keyboard cat
correct horse battery staple
correct-horse-battery-staple
hard to guess string
hard!to-guess_secret
you-will-never-guess
shhhhh
shhhhhhared-secret
shhhh, very secret
manny is cool
PYGOAT
flowise
temporary_key
random
mitre-secret
this is a secret
my-super-secret-jwt-key
jwt-refresh-token-secret
thisisasamplesecret
SuperSecretKeyForJWT2023!
purple monkey session
k8s-test-secret-key-12345678
SecretKey012345678901234567890123456789012345678901234567890123456789
better-auth-secret-12345678901234567890
signature_hmac_secret_shared_key
averylogphrasebiggerthanthirtytwochars
mysecret0000000000000
lighthouse0000000000000000000000
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
123456789012345678901234567890
0123456789abcdef0123456789abcdef
abcdefghijklmnopqrstuvwxyz
deadbeefdeadbeefdeadbeefdeadbeef
secretsecretsecretsecretsecretsecret
p@ssw0rdp@ssw0rdp@ssw0rd
qwertyuiopasdfghjkl
1qaz2wsx3edc4rfv
lkjhgfdsa
20230115
2023-01-15
DataEase@123456
00000000-0000-0000-0000-000000000000
11111111-2222-3333-4444-555555555555
NodeGoatSessionSecret
mostsecretkeyintheworld
bananas-are-yellow-2022
notsosecret
am0r3C0mpl3xK3y
zaq12wsx
5ebe2294ecd0e0f08eab7690d2a6ee69
2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b
c3VwZXJzZWNyZXRrZXk=
7365637265746b6579
我的密钥`,
  weak: `
thisIsMyVerySecretKeyThatNobodyKnows123
my-test-key-but-now-longer-than-32-bytes
dev-secret-must-be-at-least-32-bytes-long
velvet octopus mandolin gravel
acme-corp-billing-service-jwt-signing-key-2024
key used per request, false not allowed
supersecretkeyyoushouldnotcommittogithub
MyCompanyNameJWTSecretKey
a secret with minimum length of 32 characters
complex_password_at_least_32_characters_long
csrf_vulneribility
секретный ключ приложения
6ba7b810-9dad-11d1-80b4-00c04fd430c8
k7Qm2x
N0tSoS3cr3t_K3y_2019
a really long secret that is hard to guess and 32 chars
ein-sehr-geheimer-schluessel
BlogPostApiSuperSecretTokenForUsers1`,
  strong: `
5f352379324c22463451387a0aec5d2f
c292a0a3aa32397cdb050e233733900f
09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7
F12Zr47j\\3yX R~X@H!jmM]Lwf/,?KT
exhlfdat&vfum(-34*c2uroi(($ww(yo$9pv98=e6p^gl(-eoj
django-insecure-c6u0-9c!7nilj_ysatsda0(f@e_2mws2f!6m0n^o*4#*q#kzp)
kobl@t=yw9d*0y%jt2gjnq78=u!z_rrxb&w8e47l!(jz@m79zy
MohY0/2zSQw/psWEnejC2ka3Al0oifvY4YjOkUaFfnI=
base64:MohY0/2zSQw/psWEnejC2ka3Al0oifvY4YjOkUaFfnI=
Gbm49ATjnqnkCCCdhV4uDBhbfnPqsCW0
mq9hDxBVDbspDR6nLfFT1g==
f47ac10b-58cc-4372-a567-0e02b2c3d479
production-key-7d1f0c9a4be2835716a0c4e9f2b8d35a
change-me-7d1f0c9a4be2835716a0c4e9f2b8d35a
example-app-key-9f8e7d6c5b4a39281706f5e4d3c2b1a0
ahfeiuh9834fhi3u4hf
velvet octopus mandolin gravel fizzle harmonic tundra`,
};

const table = Object.entries(verdicts).flatMap(([verdict, lines]) => lines.trim().split("\n").map((text) => ({ verdict, text })));

describe("what people write", () => {
  test("is more than 120 texts", () => expect(table.length).toBeGreaterThan(120));

  test.each(table)("$verdict: $text", ({ verdict, text }) => expect(verdictOf(text)).toBe(verdict));

  test.each(table.filter(({ verdict }) => ["placeholder", "trivial", "weak"].includes(verdict)))("gives a reason without the text: $text", ({ text }) => {
    const { reason } = assess(new Secret(text), "text", options);
    expect(reason).toMatch(/^(a|an|the|one|common|digits|few|words|short) ?[a-zA-Z, -]{3,60}$/);
  });
});

describe("kinds of text", () => {
  test.each([["", "none"], ["   ", "none"]])("nothing at all is none: '%s'", (text, strength) => expect(verdictOf(text)).toBe(strength));

  test.each([
    ["bytes that no keyboard writes are strong", "\xfd{H\xe5<\x95\xf9\xe3\x96.5\xd1\x01O<!\xd5\xa2\xa0\x9fR\"\xa1\xa8", "strong"],
    ["zeros are not", "\0".repeat(32), "trivial"],
    ["words as bytes are words", "secret", "trivial"],
    ["UTF-8 bytes are read as the text that they are", Buffer.from("我的密钥").toString("latin1"), "trivial"],
    ["hex as bytes is hex", "5f352379324c22463451387a0aec5d2f", "strong"],
  ])("bytes: %s", (_, bytes, strength) => expect(verdictOf(bytes, "bytes")).toBe(strength));

  test("a very long text is judged by its beginning, in no time", () => {
    const inTime = clock();
    expect(verdictOf("a1 ".repeat(21_000))).toBe("trivial");
    expect(verdictOf("<".repeat(65_000))).toBe("trivial");
    inTime(1_000);
  });
});

describe("what is said of a text", () => {
  /** Strength, reason, and the marks that it has. */
  const said = (text: string, form: "text" | "bytes" = "text"): string => {
    const { strength, reason, ...marks } = assess(new Secret(text), form, options);
    const given = (["placeholder", "asks", "template"] as const).filter((mark) => marks[mark]);
    return [strength, ...(reason === undefined ? [] : [reason]), ...given].join("; ");
  };

  test.each([
    ["a UUID of the clock", "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "weak; a UUID made from the clock"],
    ["one in another order", "1ec9414c-232a-6b00-b3c8-9e6bdeced846", "weak; a UUID made from the clock"],
    ["one of clock and lot", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f", "fair"],
    ["one by lot", "f47ac10b-58cc-4372-a567-0e02b2c3d479", "strong"],
    ["one with nine characters", "11111111-2222-4333-8444-555566667777", "strong"],
    ["one of the clock with blanks around", " 6ba7b810-9dad-11d1-80b4-00c04fd430c8\n", "weak; a UUID made from the clock"],
    ["one that somebody typed", "11111111-2222-4333-8444-555566666666", "weak; a short text, padded to a length"],
    ["a digest", "5ebe2294ecd0e0f08eab7690d2a6ee69", "trivial; the digest of a common word"],
    ["words in base64", "c3VwZXJzZWNyZXRrZXk=", "trivial; common words, encoded"],
    ["a stand-in in base64", "Y2hhbmdlbWUtcGxlYXNl", "trivial; a stand-in that asks to be changed; placeholder; asks"],
    ["lot in base64, twice", "SGdKUURwbklSZ3kxVloxTUJ3dG1hdE04", "strong"],
    ["nothing", "", "none; empty"],
    ["blanks", " \n", "none; empty"],
    ["a mark alone", "base64:", "trivial; a few characters"],
    ["blanks around", " secret ", "trivial; a common word"],
    ["a description", "some random string", "trivial; a stand-in for a value of your own; placeholder"],
    ["a description in brackets", "<some random string>", "trivial; a stand-in for a value of your own; placeholder; asks"],
    ["a template", "{{ secret_key }}", "trivial; common words; template"],
    ["a famous phrase", "keyboard cat", "trivial; a phrase that everybody knows"],
    ["a stand-in beside lot", "change-me-7d1f0c9a4be2835716a0c4e9f2b8d35a", "strong"],
    ["a name that is in no list", "manderella-wostik", "fair"],
    ["a word that is in a list", "manderella", "trivial; common words"],
    ["thirteen characters, words and lot", "mykeyappHgJQD", "weak; common words"],
    ["fourteen characters by lot, with a short word by chance", "Z4Gp4F9eMnoTjz", "strong"],
    ["a word, a walk and signs between", "deadbeef-xY-1\u00fcqwerty", "weak; common words"],
    ["walks, words and a date", "!@#$App!@#$deadbeef\u00fc20230115", "weak; words and patterns"],
    ["more words than lot", "mykeyappsecretHgJQDp", "weak; common words"],
    ["a name that our own words leave open, short enough anyway", "siltra", "trivial; words or names"],
    ["sixteen by lot, with names of lists by chance", "e10deg6l7i6wvzk5", "strong"],
    ["nineteen by lot, with short words and repeats by chance", "V8U3XUDANDKF8KKKFL4", "strong"],
    ["fifteen by lot, with a number by chance", "Am779kT11M6PFSn", "strong"],
    ["a word that is a quarter of a text by lot", "ig8cagainqtg7h2eina6", "strong"],
    ["threes by lot with blanks between", "3Aa wwt Fpo aR7 pzm", "strong"],
    ["a stand-in before nine characters by lot", "changeMew2GZ2Yygm", "trivial; a stand-in that asks to be changed; placeholder; asks"],
    ["a stand-in before ten", "changeMew2GZ2Yygm7", "fair"],
  ])("%s", (_, text, all) => expect(said(text)).toBe(all));

  test("a text is never read as UTF-8 bytes of another", () => {
    const bytes = Buffer.from("\u8bf7\u4fee\u6539\u8fd9\u4e2a\u5bc6\u94a5").toString("latin1");
    expect([said(bytes, "bytes"), said(bytes)]).toEqual(["trivial; a stand-in that asks to be changed; placeholder; asks", "strong"]);
  });

  test("bytes that are no UTF-8 are no text", () => {
    expect([said("gr\xfcne W\xf6rter", "bytes"), said("gr\xfcne W\xf6rter"), said("\xe9\xe8\x85\xfd\xc3", "bytes")]).toEqual(["strong", "weak; short enough to try every text of its length", "weak; short enough to try every text of its length"]);
  });

  test("after 256 characters nothing is looked at", () => {
    const lot = "HgJQDpnIRgy1VZ1MBwtmatM8";
    expect([said("a".repeat(256) + lot), said("a".repeat(255) + lot)]).toEqual(["trivial; one character repeated", "trivial; a short text, repeated"]);
  });

  test("what is published is worth nothing, also what is empty or a template", () => {
    const page = "https://example.org/page";
    const published = new Map(["  ", "{{ x }}", "changeme"].map((text) => [text, page]));
    const of = (text: string) => assess(new Secret(text), "text", { published });
    expect(of("  ")).toEqual({ published: page, placeholder: false, asks: false, template: false, strength: "none", reason: "empty", random: expect.any(Number) as number });
    expect(of("{{ x }}")).toMatchObject({ published: page, template: true, strength: "none", reason: "printed where everybody can read it" });
    expect(of("changeme")).toMatchObject({ published: page, placeholder: true, strength: "none", reason: "printed where everybody can read it" });
    expect(of("changeit")).not.toHaveProperty("published");
  });
});

describe("published keys", () => {
  const page = "https://example.org/page";
  const hex = "c292a0a3aa32397cdb050e233733900f";
  const published = new Map([[hex, page], ["MohY0/2z", page]]);
  const at = (text: string): string | undefined => assess(new Secret(text), "text", { published }).published;

  test("is worth nothing, however random it looks", () => {
    expect(assess(new Secret(hex), "text", { published })).toMatchObject({ published: page, strength: "none", random: 16 });
  });

  test("hex in either case, all else as it is", () => {
    expect([at(hex.toUpperCase()), at("MohY0/2z"), at("mohy0/2z"), at(`${hex}0`)]).toEqual([page, page, undefined, undefined]);
  });

  const raw = Buffer.from(hex, "hex");
  const asBytes = (bytes: Buffer): string => bytes.toString("latin1");

  test.each<[title: string, listed: string, text: string, form: "text" | "bytes"]>([
    ["bytes of listed text", "words of lore", "words of lore", "bytes"],
    ["bytes of listed text that is not ASCII", "gr\u00fcne W\u00f6rter", asBytes(Buffer.from("gr\u00fcne W\u00f6rter")), "bytes"],
    ["text of listed bytes that are UTF-8", asBytes(Buffer.from("gr\u00fcne W\u00f6rter")), "gr\u00fcne W\u00f6rter", "text"],
    ["text of listed bytes that are not UTF-8", "_5\n\xec]/", "_5\n\xec]/", "text"],
    ["listed hex, decoded", hex, asBytes(raw), "bytes"],
    ["listed hex in capitals, decoded", hex.toUpperCase(), asBytes(raw), "bytes"],
    ["listed base64, decoded", raw.toString("base64"), asBytes(raw), "bytes"],
    ["listed base64url, decoded", raw.toString("base64url"), asBytes(raw), "bytes"],
    ["listed with Laravel's mark, decoded", `base64:${raw.toString("base64")}`, asBytes(raw), "bytes"],
    ["listed with Laravel's mark, given without", `base64:${raw.toString("base64")}`, raw.toString("base64"), "text"],
    ["listed base64 in the other alphabet", "ab+/ab+/cdcd", "ab-_ab-_cdcd", "text"],
    ["listed base64url in the other alphabet", "ab-_ab-_cd", "ab+/ab+/cd==", "text"],
    ["listed base64 without its padding", raw.toString("base64"), raw.toString("base64").replace(/=+$/, ""), "text"],
    ["listed with Django's mark, given without", "django-insecure-x$y", "x$y", "text"],
    ["listed without Django's mark, given with", "x$y", "django-insecure-x$y", "text"],
    ["listed words, in base64", "words of lore", Buffer.from("words of lore").toString("base64"), "text"],
    ["listed words, in hex", "words of lore", Buffer.from("words of lore").toString("hex"), "text"],
    ["with the newline of a file", hex, `${hex}\n`, "text"],
  ])("%s", (_, listed, text, form) => {
    expect(assess(new Secret(text), form, { published: new Map([[listed, page]]) }).published).toBe(page);
  });

  test.each<[text: string, form: "text" | "bytes"]>([["words of lor", "text"], ["words of lore!", "text"], ["Words of lore", "text"], [" words of lore", "text"], ["", "text"], ["", "bytes"], ["base64:", "text"], ["\xff\xfe", "bytes"]])("another value is not listed: %j as %s", (text, form) => {
    expect(assess(new Secret(text), form, { published: new Map([["words of lore", page], [hex, page]]) }).published).toBeUndefined();
  });
});

describe("a framework's own marks for not set", () => {
  test.each([["!!unset!!", true], ["unset-7", true], ["unset", false], ["not unset-7", false]])("%s", (text, template) => {
    expect(assess(new Secret(text), "text", { ...options, unset: ["!!unset!!", "unset-*"] }).template).toBe(template);
  });
});
