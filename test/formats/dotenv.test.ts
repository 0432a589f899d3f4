import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { dotenv } from "../../src/formats/dotenv/index.ts";
import { clock } from "../support/clock.ts";
import { lintFiles } from "../support/lint.ts";
import { show } from "./python-shown.ts";

/** Entries as `NAME := value`. */
function found(text: string, path = ".env"): readonly string[] {
  return dotenv.read(path, text).bindings.map(({ target, value }) => `${show(target)} := ${show(value)}`);
}

/** The tokens that values are reported at. */
function tokens(text: string): readonly string[] {
  return dotenv.read(".env", text).bindings.map(({ value: { span } }) => text.slice(span.start, span.end));
}

describe("file names", () => {
  const matches = picomatch([...dotenv.files], { dot: true, nocase: true });

  test.each([
    ".env", ".ENV", ".env.local", ".env.production", ".env.example", ".env.local.example", ".env-example", ".env_example", ".env-prod", ".env.bak",
    ".flaskenv", ".envrc", "prod.env", "example.env", "sample.env", "app.env.example", "env.example", "env.sample", "env-example", "env-example.txt",
    "env_sample", "env-example-relational", "example-env", "dotenv", "envfile", ".dev.vars", ".django",
  ])("%s is an environment file", (name) => {
    expect(matches(name)).toBe(true);
  });

  test.each([".env.ts", ".env.js", ".env.d.ts", ".env.local.js", ".env-cmdrc.js", ".env.vault", ".env.json", ".env.yaml", "env.ts", "env.py", "environment.ts", "vite-env.d.ts", ".envoy", "devenv.nix", "test-env.mjs", "env-test-setup.js", "env-local-config.test.ts"])("%s is none", (name) => {
    expect(matches(name)).toBe(false);
  });
});

describe("entries", () => {
  test.each([
    ["plain", "A=b", [`A := "b"`]],
    ["blanks around", "  A = b c  ", [`A := "b c"`]],
    ["export", "export A=b\nexport=c", [`A := "b"`, `export := "c"`]],
    ["a colon", "A: b", [`A := "b"`]],
    ["an address", "http://host/a", []],
    ["a comment behind", "A=b # c", [`A := "b"`]],
    ["a hash inside", "A=b#c", [`A := "b#c"`]],
    ["a hash first", "A=#b", [`A := "#b"`]],
    ["a comment for a value", "A= # b", [`A := ""`]],
    ["nothing", "A=\nB=''", [`A := ""`, `B := ""`]],
    ["single quotes", `A='b\\n $C "d"' # e`, [`A := "b\\\\n $C \\"d\\""`]],
    ["double quotes", `A="b\\n\\"c\\" \\\\"`, [`A := "b\\n\\"c\\" \\\\"`]],
    ["backquotes", "A=`b'\"`", [`A := "b'\\""`]],
    ["several lines", `A="b\nC=d"\nE=f`, [`A := "b\\nC=d"`, `E := "f"`]],
    ["an open quote", `A="b\nC=d`, [`A := "\\"b"`, `C := "d"`]],
    ["quotes inside quotes", `A="b"c"`, [`A := "b\\"c"`]],
    ["CRLF and CR", "A=b\r\nC=d\rE=f", [`A := "b"`, `C := "d"`, `E := "f"`]],
    ["no sign", "A\n[section]\n{% if x %}\nB=c", [`B := "c"`]],
    ["a commented entry", "#A=b", []],
  ])("%s", (_what, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    ["a variable", "A=$OTHER", [`A := OTHER`]],
    ["in braces", "A=${OTHER}", [`A := OTHER`]],
    ["that must be there", "A=${OTHER:?why}", [`A := OTHER`]],
    ["with a default", "A=${OTHER:-dev}", [`A := or(OTHER | "dev")`]],
    ["with a default when unset", "A=${OTHER-dev}", [`A := default(OTHER | "dev")`]],
    ["with an empty default", "A=${OTHER:-}", [`A := or(OTHER | "")`]],
    ["with a quoted default", `A="\${OTHER:-'dev'}"`, [`A := or(OTHER | "dev")`]],
    ["nested", "A=${B:-${C:-dev}}", [`A := or(B | or(C | "dev"))`]],
    ["in a text", `A="x-\${OTHER:-y}-z"`, [`A := concat("x-", or(OTHER | "y"), "-z")`]],
    ["of this file", "pw=x\nA=$pw", [`pw := "x"`, "A := pw"]],
    ["escaped", "A=\\$OTHER", [`A := "$OTHER"`]],
    ["in single quotes", "A='$OTHER'", [`A := "$OTHER"`]],
    ["without end", "A=${OTHER", [`A := "\${OTHER"`]],
    ["a dollar in a key", "A=ab$cd(e&$1", [`A := "ab$cd(e&$1"`]],
    ["a command", "A=$(openssl rand -hex 32)", ["A := ?"]],
    ["an encrypted value", "A=encrypted:abc\nB=ENC[AES256_GCM,data:abc]\nC=op://vault/item/key", ["A := ?", "B := ?", "C := ?"]],
  ])("%s", (_what, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

test("a shell reads .envrc", () => {
  const text = "export A=b C='d' # e\nexport F=$(cat x y)\nG=`cmd`\nH=${A:-i j} K=l; M=n\nPATH_add bin\nif true; then\n  export O=\"p\" && x\nfi";
  expect(found(text, "app/.envrc")).toEqual([`A := "b"`, `C := "d"`, "F := ?", "G := ?", `H := or(A | "i j")`, `K := "l"`, `O := "p"`]);
});

test("tokens are the values as written, or the head of an empty one", () => {
  expect(tokens(`A="b" # c\nB=  c d  \nexport C=\nD=''`)).toEqual([`"b"`, "c d", "C=", "''"]);
});

test("values and comments are told, for covering", () => {
  const text = `# top\nA="b" # c\nD=e`;
  const { covers, comments } = dotenv.read(".env", text);
  expect(covers.map(({ start, end }) => text.slice(start, end))).toEqual(["b", "e"]);
  expect(comments.map((comment) => comment.text)).toEqual(["top", "c"]);
});

test.each([
  ["NUL", "A=b\0c"],
  ["controls", "A=\x01\x02\x03\x04\x05"],
])("binary content with %s is a failure, without entries", (_what, text) => {
  const { failure, bindings } = dotenv.read(".env", text);
  expect(failure).toContain("looks binary");
  expect(bindings).toEqual([]);
});

test("a variable that stands behind itself is a default", () => {
  const { findings } = lintFiles({ ".env": "SECRET_KEY=${SECRET_KEY:-changeme-plainly}\n", "app.py": "import flask\n" });
  expect(findings.map(({ region }) => region.path)).toEqual([".env"]);
  expect(findings[0]?.rules).toContain("default-fallback-key");
});

describe("hostile texts take linear time", () => {
  test.each([`"`, "A='\n", `A="\\"\n`, "A=${", "A=${B:-", "A=$AAA ", "A=b ", "A= #", "\r", " ", "A=a\\", "A='a' 'b'"])("%s without end", (part) => {
    const text = part.repeat(1_000_000 / part.length);
    for (const path of [".env", ".envrc"]) {
      const inTime = clock();
      for (const head of ["", "A=", `A="`]) dotenv.read(path, head + text);
      inTime(8_000);
    }
  });
});

describe("entries that are no key's", () => {
  test.each([
    ["nothing", "SECRET_KEY=\nJWT_SECRET=''\nSESSION_SECRET=\"\"\n"],
    ["a comment", "# SECRET_KEY=zebra\n  #JWT_SECRET=zebra\n"],
    ["a comment for a value", "SECRET_KEY= # zebra\n"],
    ["another variable", "SECRET_KEY=$OTHER_KEY\nJWT_SECRET=${OTHER_KEY}\n"],
    ["a variable that must be set", "SECRET_KEY=${OTHER_KEY:?zebra}\n"],
    ["a command", "SECRET_KEY=$(openssl rand -hex 32)\n"],
    ["a place in a vault", "SECRET_KEY=op://vault/item/field\n"],
    ["an encrypted value", "SECRET_KEY=encrypted:BDqDBibm4wsYqMpCjTQ6BsDHmMadg9K3dAt+Z9HPMfLE\n"],
    ["a template's token", "SECRET_KEY={{ secret_key }}\nJWT_SECRET=<%= secret %>\nSESSION_SECRET=__SESSION_SECRET__\n"],
    ["a provider's key", "AWS_SECRET_ACCESS_KEY=zebra\nSTRIPE_SECRET_KEY=zebra\nGITHUB_CLIENT_SECRET=zebra\n"],
    ["a password of another service", "DB_PASSWORD=zebra\nSMTP_PASSWORD=zebra\nREDIS_SECRET=zebra\n"],
    ["a public key, a file, a name, a number of days", "JWT_PUBLIC_KEY=zebra\nSECRET_KEY_FILE=/run/secrets/key\nJWT_SECRET_NAME=zebra\nJWT_SECRET_EXPIRES_DAYS=7\n"],
    ["a salt", "PASSWORD_SALT=zebra\n"],
    ["a captcha's key", "RECAPTCHA_SECRET_KEY=zebra\n"],
  ])("%s", (_, text) => {
    expect(lintFiles({ ".env": text }).findings.map(({ rule, name }) => `${rule} ${name}`)).toEqual([]);
  });
});
