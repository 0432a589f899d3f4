import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { dotenv } from "../../src/formats/dotenv/index.ts";
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
      const start = performance.now();
      for (const head of ["", "A=", `A="`]) dotenv.read(path, head + text);
      expect(performance.now() - start).toBeLessThan(8_000);
    }
  });
});
