import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, git } from "../discover/repository.ts";
import { signedWith } from "../verify/keys.ts";
import { recorded } from "../verify/tokens.ts";
import { keylint, stagedProject, type Files, type Ran } from "./keylint.ts";

function key(number: number): string {
  return createHash("sha256").update(`keylint fixture ${number}`).digest("hex");
}

/** Runs keylint verify with a token on stdin. */
function verify(cwd: string, token: string, ...argv: readonly string[]): Ran {
  return keylint(cwd, ["verify", ...argv], { stdin: () => Buffer.from(token) });
}

/** What a match says first: `NAME in FILE:LINE`. Empty when there is none. */
function placeIn({ stdout, status }: Ran): string {
  return status === 1 ? (/^(.*?),?(?: which git ignores,)? signed this JWT\. /.exec(stdout)?.[1] ?? stdout) : "";
}

function flask(number: number, rest = ""): string {
  return `from flask import Flask\napp = Flask(__name__)\napp.secret_key = "${key(number)}"${rest}\n`;
}

/** A repository with keys everywhere, and files on the disk that git does not hold. */
function project(): string {
  const root = stagedProject({
    ".gitignore": ".env\n.env.local\nsecrets.env\nignored/\n",
    "app.py": flask(3001),
    "quiet/app.py": flask(3002, "  # keylint-ignore hardcoded-key -- known"),
    "tests/test_app.py": flask(3003),
    "docs/index.md": `\`\`\`python\n${flask(3004)}\`\`\`\n`,
    "default.py": `import os\nfrom flask import Flask\napp = Flask(__name__)\napp.secret_key = os.environ.get("SECRET_KEY", "${key(3005)}")\n`,
    "refused.py": `import os\nfrom flask import Flask\napp = Flask(__name__)\napp.secret_key = os.environ.get("SECRET_KEY", "${key(3006)}")\nif app.secret_key == "${key(3006)}":\n    raise RuntimeError("set SECRET_KEY")\n`,
    "bytes.py": `import jwt, base64\njwt.encode({}, base64.b64decode("${Buffer.from(key(3007), "hex").toString("base64")}"), algorithm="HS256")\n`,
    "server.js": `const jwt = require("jsonwebtoken");\njwt.sign({}, "${key(3008)}");\n`,
    "compose.yaml": `services:\n  web:\n    image: web\n    environment:\n      JWT_SECRET: ${key(3009)}\n`,
    "tracked.env": `OTHER_SETTING=${key(3010)}\n`,
    "keylint.config.json": JSON.stringify({ ignore: [{ rule: "hardcoded-key", path: "server.js", reason: "known" }], exclude: ["excluded/**"] }),
    "excluded/app.py": flask(3011),
  });
  const untracked: Files = {
    ".env": `DEBUG=1\nexport JWT_SECRET="${key(3020)}" # the live one\n`,
    ".env.local": `SHORT_KEY=dev\nPORT=80\nPATH_TO=../x\nNAME_WITHOUT_WORD=${key(3021)}\n`,
    "deploy/secrets.env": `A: '${key(3022)}'\r\nB=${key(3023)}\r\n`,
    "ignored/app.py": flask(3024),
    "ignored/.env": `JWT_SECRET=${key(3025)}\n`,
    "node_modules/theirs/.env": `JWT_SECRET=${key(3026)}\n`,
  };
  for (const [path, text] of Object.entries(untracked)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

describe("keys that are tried", () => {
  test.each<[string, number | string, string]>([
    ["a literal", 3001, "secret_key in app.py:3"],
    ["one that a comment silences", 3002, "secret_key in quiet/app.py:3"],
    ["one of a test", 3003, "secret_key in tests/test_app.py:3"],
    ["one in a document", 3004, "secret_key in docs/index.md:4"],
    ["a default", 3005, "SECRET_KEY in default.py:4"],
    ["one that the program refuses", 3006, "SECRET_KEY in refused.py:4"],
    ["one that the configuration silences", 3008, "jwt.sign in server.js:2"],
    ["one of a deployment", 3009, "JWT_SECRET in compose.yaml:5"],
    ["a value of an environment file that git holds", 3010, "OTHER_SETTING in tracked.env:1"],
    ["a value of one that git ignores", 3020, "JWT_SECRET in .env:2"],
    ["a short value, by its name", "dev", "SHORT_KEY in .env.local:1"],
    ["a long value, under any name", 3021, "NAME_WITHOUT_WORD in .env.local:4"],
    ["a value in a folder", 3023, "B in deploy/secrets.env:2"],
    ["one in quotes", 3022, "A in deploy/secrets.env:1"],
    ["an environment file in an ignored folder", 3025, "JWT_SECRET in ignored/.env:1"],
  ])("%s", (_, signer, place) => {
    expect(placeIn(verify(project(), signedWith(typeof signer === "number" ? key(signer) : signer)))).toBe(place);
  });

  test("the bytes that the program decodes", () => {
    expect(placeIn(verify(project(), signedWith(Buffer.from(key(3007), "hex"))))).toBe("jwt.encode in bytes.py:2");
  });

  test.each([
    ["code that git ignores", 3024],
    ["what the configuration excludes", 3011],
    ["other people's packages", 3026],
    ["nowhere", 3999],
  ])("not those of %s", (_, number) => {
    const { status, stdout } = verify(project(), signedWith(key(number)));
    expect({ status, said: /^None of the \d+ keys found here signed this token \(JWT; 1 way tried\)\. /.test(stdout) }).toEqual({ status: 0, said: true });
  });

  test("not published ones: only what stands here is tried", () => {
    expect(verify(project(), signedWith("keyboard cat")).status).toBe(0);
    expect(placeIn(verify(stagedProject({ "server.js": 'require("jsonwebtoken").sign({}, "keyboard cat");\n' }), signedWith("keyboard cat")))).toBe("jwt.sign in server.js:1");
  });

  test("not what a link leads to, nor what lies in another repository", () => {
    const root = project();
    const outside = folderWith({ ".env": `JWT_SECRET=${key(3030)}\n`, "deep/.env": `JWT_SECRET=${key(3031)}\n` });
    symlinkSync(join(outside, ".env"), join(root, "linked.env"));
    symlinkSync(join(outside, "deep"), join(root, "deep"));
    mkdirSync(join(root, "inner"));
    git(join(root, "inner"), "init", "--quiet");
    writeFileSync(join(root, "inner/.env"), `JWT_SECRET=${key(3032)}\n`);
    for (const number of [3030, 3031, 3032]) expect(verify(root, signedWith(key(number))).status).toBe(0);
    expect(placeIn(verify(root, signedWith(key(3032)), "inner"))).toBe("JWT_SECRET in .env:1");
  });

  test("where there is no git", () => {
    const root = folderWith({ "app/app.py": flask(3001), "app/.env": `JWT_SECRET=${key(3020)}\n` });
    expect(placeIn(verify(root, signedWith(key(3001)), "app"))).toBe("secret_key in app/app.py:3");
    expect(verify(root, signedWith(key(3020)), "app").stdout).toMatch(/^JWT_SECRET in app\/\.env:1 signed /);
  });

  test("a key in several places is told once, with its places", () => {
    const root = stagedProject({ "a.py": flask(3001), "b.py": flask(3001), "c.env": `X=${key(3001)}\n` });
    expect(verify(root, signedWith(key(3001))).stdout).toMatch(/^secret_key in a\.py:3; secret_key in b\.py:3; X in c\.env:1 signed this JWT\. /);
  });
});

describe("paths", () => {
  test.each([
    ["a folder", ["quiet"], 3002, 3001],
    ["a file", ["app.py"], 3001, 3002],
    ["several", ["quiet", "tests/test_app.py"], 3003, 3001],
    ["an environment file", ["deploy"], 3023, 3020],
  ])("%s: keys elsewhere are not tried", (_, paths, inside, elsewhere) => {
    const root = project();
    expect(verify(root, signedWith(key(inside)), ...paths).status).toBe(1);
    expect(verify(root, signedWith(key(elsewhere)), ...paths).status).toBe(0);
  });

  test("a key is tried where it is used, too", () => {
    const root = stagedProject({ "app/main.py": "from flask import Flask\nfrom config import KEY\napp = Flask(__name__)\napp.secret_key = KEY\n", "config.py": `KEY = "${key(3001)}"\n` });
    expect(placeIn(verify(root, signedWith(key(3001)), "app"))).toBe("secret_key in config.py:1");
  });

  test("those of two repositories", () => {
    const [one, other] = [stagedProject({ "app.py": flask(3001) }), stagedProject({ "b.py": flask(3002) })];
    expect(placeIn(verify(one, signedWith(key(3002)), ".", other))).toBe("secret_key in b.py:3");
  });
});

describe("options", () => {
  test("--token-file instead of stdin, which is not read", () => {
    const root = project();
    writeFileSync(join(root, "token"), `Authorization: Bearer ${signedWith(key(3001))}\n`);
    expect(placeIn(keylint(root, ["verify", "--token-file", "token"]))).toBe("secret_key in app.py:3");
  });

  test("--keys: a list, one a line, beside the tree", () => {
    const root = project();
    writeFileSync(join(root, "keys.txt"), `one\r\n${key(3050)}\r\ntwo words\r\n`);
    expect(verify(root, signedWith(key(3050)), "--keys", "keys.txt").stdout).toMatch(/^Line 2 of keys\.txt signed this JWT\. Whoever has that key can make /);
    expect(placeIn(verify(root, signedWith(key(3001)), "--keys", "keys.txt"))).toBe("secret_key in app.py:3");
    expect(verify(root, signedWith(key(3051)), "--keys", "keys.txt").stdout).toContain("keys found here and in the list signed");
  });

  test("--debug adds nothing of the token or of a key", () => {
    const root = project();
    const token = signedWith(key(3001));
    const { stdout, stderr } = verify(root, token, "--debug");
    for (const part of [...token.split("."), key(3001)]) expect(stdout + stderr).not.toContain(part);
  });
});

describe("2", () => {
  test.each<[string, readonly string[], string, string]>([
    ["no token", [], "", "There is no token: pipe one into keylint verify"],
    ["no token of a known kind", [], "hello", "This is no token of a kind that keylint knows"],
    ["a private key", [], `${Buffer.from('{"alg":"RS256"}').toString("base64url")}.e30.${"A".repeat(342)}`, "This JWT is signed with a private key (RS256); keylint looks for shared keys."],
    ["a token file that is missing", ["--token-file", "gone"], "", "The file of --token-file, gone, cannot be read: it does not exist (any more)."],
    ["a list that is missing", ["--keys", "gone"], "", "The file of --keys, gone, cannot be read: it does not exist (any more)."],
    ["a path that is missing", ["gone"], signedWith("a"), "gone: there is no such file or folder; check the path."],
    ["an option of the linter", ["--format", "json"], "", "keylint verify does not take --format"],
    ["a configuration that is missing", ["--config", "gone.json"], signedWith("a"), ""],
  ])("%s", (_, argv, token, sentence) => {
    const { status, stdout, stderr } = verify(stagedProject({ "app.py": flask(3001) }), token, ...argv);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^keylint: [^\n]+\n$/);
    expect(stderr).toContain(sentence);
  });

  test("stdin that cannot be read", () => {
    const { status, stderr } = keylint(project(), ["verify"], { stdin: () => { throw Object.assign(new Error("secret"), { code: "EIO" }); } });
    expect({ status, stderr }).toEqual({ status: 2, stderr: "keylint: stdin, where the token comes from, cannot be read: the disk gave an error.\n" });
  });
});

test("what could not be read is told, and the others are tried", () => {
  const root = stagedProject({ "app.py": flask(3001), "large.py": `${flask(3002)}${"#".repeat(200)}`, "keylint.config.json": JSON.stringify({ limits: { fileBytes: 150 } }) });
  const { status, stderr } = verify(root, signedWith(key(3001)));
  expect({ status, stderr }).toEqual({ status: 1, stderr: "keylint: Keys in these files were not tried, because they could not be read: large.py.\n" });
});

test("what README shows is what is printed", () => {
  const { key: signer = "", token = "" } = recorded.find(({ kind }) => kind === "flask-session") ?? {};
  const settings = `${"\n".repeat(11)}SECRET_KEY = "${signer}"\n`;
  const root = stagedProject({ "app/settings.py": settings, "app/main.py": 'from flask import Flask\napp = Flask(__name__)\napp.config.from_object("app.settings")\n' });
  const { stdout } = verify(root, token);
  expect(stdout).toMatch(/^SECRET_KEY in app\/settings\.py:12 signed this Flask session cookie\. /);
  expect(readFileSync(join(import.meta.dirname, "../../README.md"), "utf8")).toContain(`\n\`\`\`text\n${stdout}\`\`\`\n`);
});
