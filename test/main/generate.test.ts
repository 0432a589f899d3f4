import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dotenv } from "../../src/formats/dotenv/index.ts";
import { reveal } from "../../src/types/secret.ts";
import { folderWith, git } from "../discover/repository.ts";
import { keylint, type Ran } from "./keylint.ts";

const hex = /^[0-9a-f]{64}$/;

/** `keylint generate … --into FILE` in a folder, in which neither key nor value may be said. */
function into(root: string, file: string, topic = "flask"): Ran {
  const before = existsSync(join(root, file)) && statSync(join(root, file)).isFile() ? readFileSync(join(root, file), "latin1") : "";
  const ran = keylint(root, ["generate", topic, "--into", file]);
  expect(ran.stdout).toBe("");
  if (ran.status !== 0) return ran;
  const key = valueIn(root, file);
  expect(before).not.toContain(key);
  expect(ran.stderr).not.toContain(key);
  return ran;
}

/** The last value of a name, as keylint reads environment files. */
function valueIn(root: string, file: string, name = "SECRET_KEY"): string {
  const content = text(root, file).replace(/^\ufeff/, "");
  const value = dotenv.read(file, content).bindings.findLast(({ span }) => content.slice(span.start, span.end) === name)?.value;
  return value?.kind === "literal" ? reveal(value.secret) : "";
}

const text = (root: string, file: string): string => readFileSync(join(root, file), "utf8");
const mode = (root: string, file: string): string => (statSync(join(root, file)).mode & 0o777).toString(8);

describe("to stdout", () => {
  test("the key in one line and nothing else, what it is to stderr", () => {
    const { status, stdout, stderr } = keylint(folderWith(), ["generate", "flask"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^[0-9a-f]{64}\n$/);
    expect(stderr).toBe("keylint: A key for Flask: 256 random bits, written as 64 hex digits; nobody can try 2^256 keys.\nkeylint: Give it to the application in the variable SECRET_KEY.\n");
  });

  test("the same on a terminal, and another key each time", () => {
    const root = folderWith({ "keylint.config.json": "{" });
    const runs = [keylint(root, ["generate"], { tty: true }), keylint(root, ["generate"])].map(({ stdout }) => stdout);
    expect(new Set(runs).size).toBe(2);
    for (const stdout of runs) expect(stdout).toMatch(/^[0-9a-f]{64}\n$/);
  });

  test("an unknown framework: the nearest, status 2", () => {
    const { status, stdout, stderr } = keylint(folderWith(), ["generate", "djagno"]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^keylint: There is no framework "djagno"; did you mean "django"\?/);
  });
});

describe("into an environment file that is not there", () => {
  test("a new one, for its user alone", () => {
    const root = folderWith();
    const { status, stderr } = into(root, ".env");
    expect(status).toBe(0);
    expect(text(root, ".env")).toMatch(/^SECRET_KEY=[0-9a-f]{64}\n$/);
    expect(mode(root, ".env")).toBe("600");
    expect(stderr).toContain("keylint: .env is new and holds SECRET_KEY; nobody else on this machine can read it.\n");
  });

  test("what direnv reads is exported", () => {
    const root = folderWith();
    into(root, ".envrc");
    expect(text(root, ".envrc")).toMatch(/^export SECRET_KEY=[0-9a-f]{64}\n$/);
  });

  test.each(["django", "fernet", "laravel", "hasura", "next", "hs512", "cal-com"])("%s: what is read back is the key", (topic) => {
    const root = folderWith();
    expect(keylint(root, ["generate", topic, "--into", ".env"]).status).toBe(0);
    const [, name = "", written = ""] = /^(\w+)=(.*)\n$/.exec(text(root, ".env")) ?? [];
    const value = valueIn(root, ".env", name);
    expect(value.length).toBeGreaterThanOrEqual(32);
    expect([value, `'${value}'`]).toContain(written);
    // A shell, Docker Compose and dotenv take nothing in single quotes for more than itself.
    if (/[^\w./+=:-]/.test(value)) expect(written).toBe(`'${value}'`);
  });

  test("a key that no variable is known for", () => {
    const root = folderWith();
    expect(into(root, ".env", "gitea/jwt-secret")).toMatchObject({ status: 2, stderr: "keylint: No variable is known that this key is given in, so it cannot go --into a file. It goes in at [oauth2] JWT_SECRET.\n" });
    expect(readdirSync(root)).toEqual([]);
    expect(keylint(root, ["generate", "gitea/jwt-secret"]).stderr).toContain("keylint: It goes in at [oauth2] JWT_SECRET.\n");
  });

  test("a folder that is not there: said, and none is made", () => {
    const root = folderWith();
    expect(into(root, "gone/.env")).toMatchObject({ status: 2, stderr: "keylint: gone/.env: the key cannot be written: its folder does not exist.\n" });
    expect(readdirSync(root)).toEqual([]);
  });
});

describe("into one that is there", () => {
  test.each([
    ["at its end", "A=1\n", /^A=1\nSECRET_KEY=[0-9a-f]{64}\n$/],
    ["a last line without end", "A=1", /^A=1\nSECRET_KEY=[0-9a-f]{64}\n$/],
    ["an empty file", "", /^SECRET_KEY=[0-9a-f]{64}\n$/],
    ["Windows line ends", "A=1\r\nB=2", /^A=1\r\nB=2\r\nSECRET_KEY=[0-9a-f]{64}\r\n$/],
    ["a byte order mark", "\ufeffA=1\n", /^\ufeffA=1\nSECRET_KEY=[0-9a-f]{64}\n$/],
    ["a comment is no assignment", "# SECRET_KEY=old\n", /^# SECRET_KEY=old\nSECRET_KEY=[0-9a-f]{64}\n$/],
    ["another name with the same end", "MY_SECRET_KEY=old\n", /^MY_SECRET_KEY=old\nSECRET_KEY=[0-9a-f]{64}\n$/],
    ["a line inside a quoted value", 'PEM="\nSECRET_KEY=x\n"\n', /^PEM="\nSECRET_KEY=x\n"\nSECRET_KEY=[0-9a-f]{64}\n$/],
    ["an empty assignment is filled", "A=1\nSECRET_KEY=\nB=2\n", /^A=1\nSECRET_KEY=[0-9a-f]{64}\nB=2\n$/],
    ["in quotes", "SECRET_KEY=''\r\nB=2\r\n", /^SECRET_KEY=[0-9a-f]{64}\r\nB=2\r\n$/],
    ["exported, with a comment", "export SECRET_KEY= # a long one\n", /^export SECRET_KEY=[0-9a-f]{64} # a long one\n$/],
    ["with blanks", "SECRET_KEY=  \nB=2", /^SECRET_KEY=[0-9a-f]{64}\nB=2$/],
    ["after a byte order mark", "\ufeffSECRET_KEY=\n", /^\ufeffSECRET_KEY=[0-9a-f]{64}\n$/],
    ["as dotenv takes it too", "SECRET_KEY:\n", /^SECRET_KEY: [0-9a-f]{64}\n$/],
    ["the last of two, which counts", "SECRET_KEY=\nSECRET_KEY=\n", /^SECRET_KEY=\nSECRET_KEY=[0-9a-f]{64}\n$/],
  ])("%s", (_what, before, after) => {
    const root = folderWith({ ".env": before });
    expect(into(root, ".env").status).toBe(0);
    expect(text(root, ".env")).toMatch(after);
    expect(valueIn(root, ".env")).toMatch(hex);
    expect(readdirSync(root)).toEqual([".env"]);
  });

  test("its mode stays; what others can read is said", () => {
    const root = folderWith({ ".env": "A=1\n", "own.env": "A=1\n" });
    chmodSync(join(root, ".env"), 0o664);
    chmodSync(join(root, "own.env"), 0o600);
    expect(into(root, ".env").stderr).toContain("keylint: Other users of this machine can read .env; that ends with: chmod 600 .env\n");
    expect(into(root, "own.env").stderr).not.toContain("Other users");
    expect([mode(root, ".env"), mode(root, "own.env")]).toEqual(["664", "600"]);
  });

  test.runIf(process.getuid?.() === 0)("the superuser leaves it to whom it belongs", () => {
    const root = folderWith({ ".env": "A=1\n" });
    chownSync(join(root, ".env"), 1234, 1235);
    into(root, ".env");
    expect(statSync(join(root, ".env"))).toMatchObject({ uid: 1234, gid: 1235 });
  });

  test.each([
    ["a value is there", "SECRET_KEY=old\n"],
    ["exported", "export SECRET_KEY='old'\n"],
    ["with blanks and quotes", ' SECRET_KEY = "old"\n'],
    ["a value and an empty one", "SECRET_KEY=old\nSECRET_KEY=\n"],
  ])("%s: refused, and the file stays", (_what, before) => {
    const root = folderWith({ ".env": before });
    expect(into(root, ".env")).toMatchObject({ status: 2, stderr: expect.stringMatching(/^keylint: \.env assigns SECRET_KEY already, and keylint does not overwrite it\. .+\n$/) as unknown });
    expect(text(root, ".env")).toBe(before);
  });
});

describe("what is no environment file is left alone", () => {
  test("a link", () => {
    const root = folderWith({ "real.env": "A=1\n" });
    symlinkSync("real.env", join(root, ".env"));
    symlinkSync("gone", join(root, "dangling.env"));
    for (const file of [".env", "dangling.env"]) expect(into(root, file)).toMatchObject({ status: 2, stderr: expect.stringContaining("symbolic link") as unknown });
    expect(text(root, "real.env")).toBe("A=1\n");
    expect(existsSync(join(root, "gone"))).toBe(false);
  });

  test("a folder", () => {
    const root = folderWith();
    mkdirSync(join(root, ".env"));
    expect(into(root, ".env")).toMatchObject({ status: 2, stderr: "keylint: .env: the key cannot be written: it is a folder, not a file.\n" });
  });

  test("one that is read-only", () => {
    const root = folderWith({ ".env": "A=1\n" });
    chmodSync(join(root, ".env"), 0o400);
    expect(into(root, ".env")).toMatchObject({ status: 2, stderr: "keylint: .env: the key cannot be written: it is read-only.\n" });
    expect(text(root, ".env")).toBe("A=1\n");
  });

  test.each([["UTF-16", Buffer.from("\ufeffA=1\n", "utf16le")], ["Latin-1", Buffer.from("A=\xe4\n", "latin1")]])("a text in %s", (_what, bytes) => {
    const root = folderWith();
    writeFileSync(join(root, ".env"), bytes);
    expect(into(root, ".env")).toMatchObject({ status: 2, stderr: "keylint: .env: the key cannot be written: it is no text in UTF-8.\n" });
    expect(readFileSync(join(root, ".env"))).toEqual(bytes);
  });

  test.each(["settings.py", "compose.yml", "config.json", "run.sh"])("%s", (file) => {
    const root = folderWith();
    expect(into(root, file)).toMatchObject({ status: 2, stderr: expect.stringContaining(`${file} is no environment file by its name.`) as unknown });
    expect(readdirSync(root)).toEqual([]);
  });

  test("stdout by its dash", () => {
    expect(into(folderWith(), "-")).toMatchObject({ status: 2, stderr: "keylint: --into takes a file; without it the key goes to stdout.\n" });
  });
});

describe("what git would do with it is said", () => {
  const said = (root: string, file: string): string => into(root, file).stderr.split("\n").find((line) => /\bgit\b/i.test(line)) ?? "";

  test("one that it would add", () => {
    const root = folderWith();
    git(root, "init", "--quiet");
    expect(said(root, ".env")).toBe("keylint: Git does not ignore .env: git add would take the key along. Write its name into .gitignore.");
  });

  test("one that it has", () => {
    const root = folderWith({ "app/.env": "A=1\n", ".gitignore": ".env\n" });
    git(root, "init", "--quiet");
    git(root, "add", "--force", "app/.env");
    expect(said(root, "app/.env")).toBe("keylint: Git tracks app/.env: the next commit would publish the key. Run git rm --cached app/.env, and write its name into .gitignore.");
  });

  test("nothing of one that it ignores, nor where there is no repository", () => {
    const root = folderWith({ ".gitignore": "*.env\n/deploy/\n", "deploy/a": "" });
    expect(said(root, ".env")).toBe("");
    git(root, "init", "--quiet");
    expect([said(root, "own.env"), said(root, "[o]wn.env"), said(root, "deploy/vars")]).toEqual(["", "", ""]);
  });

  test("when git could not be asked", () => {
    const root = folderWith({ ".git/config": "[" });
    expect(said(root, ".env")).toBe("keylint: Git could not be asked whether it ignores .env; see that it is not committed.");
  });
});
