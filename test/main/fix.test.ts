import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, git, repositoryWith } from "../discover/repository.ts";
import { fileOf } from "../../src/run/changed.ts";
import { clean, key, keylint, leak, leakInJavaScript, stagedProject, told } from "./keylint.ts";

const read = (root: string, path: string): string => readFileSync(join(root, path), "utf8");
/** What `leak` is when it is mended. */
const mended = leak.replace("from flask", "import os\n\nfrom flask").replace(`"${key}"`, 'os.environ["SECRET_KEY"]');

describe("--fix", () => {
  test("writes what surely mends a finding, and tells it no more", () => {
    const root = stagedProject({ "app.py": leak });
    const { status, stdout, stderr } = keylint(root, ["--fix"]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "No leaked or weak keys in 1 file.\n" });
    expect(stderr).toContain("--fix changed 3 files:\napp.py\n  1 + import os\n  2 +\n");
    expect(stderr).toContain('  3 - app.secret_key = "***"\n  5 + app.secret_key = os.environ["SECRET_KEY"]\n');
    expect(stderr).toContain("1 of 1 finding is mended in the files");
    expect(stderr).toContain("stays known to everybody who has read it");
    expect(read(root, "app.py")).toBe(mended);
    expect(read(root, ".env.example")).toBe("SECRET_KEY=\n");
    expect(read(root, ".gitignore")).toBe(".env\n");
    expect(readdirSync(root).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(stdout + stderr).not.toContain(key);
  });

  test("a second time changes nothing", () => {
    const root = stagedProject({ "app.py": leak, "app.js": leakInJavaScript });
    keylint(root, ["--fix"]);
    const before = readdirSync(root).filter((name) => name !== ".git").map((name) => [name, read(root, name)]);
    expect(keylint(root, ["--fix"])).toMatchObject({ status: 0, stderr: "keylint: There is nothing to fix.\n" });
    expect(readdirSync(root).filter((name) => name !== ".git").map((name) => [name, read(root, name)])).toEqual(before);
  });

  test("what is left to a person is told, with the status that it has", () => {
    const root = stagedProject({ "app.py": leak, "Dockerfile": `FROM python\nENV SECRET_KEY=${key}\nCMD flask run\n` });
    const { status, stdout, stderr } = keylint(root, ["--fix"]);
    expect(status).toBe(1);
    expect(stdout).toContain("Dockerfile:2:16");
    expect(stdout).not.toContain("app.py:3");
    expect(stderr).toContain("1 of 2 findings is mended in the files");
    expect(stderr).toContain("1 is left to you");
  });

  test("where nothing is certain, it says so", () => {
    const root = stagedProject({ "Dockerfile": `FROM python\nENV SECRET_KEY=${key}\nCMD flask run\n`, "app.py": clean });
    expect(keylint(root, ["--fix"]).stderr).toContain("Nothing was fixed");
  });

  test("only what is told: not what an ignore or a baseline silences, not in other contexts or paths", () => {
    const files = { "app.py": leak, "silenced.py": leak.replace("\napp.secret", "\n# keylint-ignore hardcoded-key -- known\napp.secret"), "tests/conftest.py": leak, "b/app.py": leak };
    const root = stagedProject(files);
    keylint(root, ["--fix", "app.py"]);
    expect(read(root, "app.py")).toBe(mended);
    for (const path of ["silenced.py", "tests/conftest.py", "b/app.py"] as const) expect(read(root, path)).toBe(files[path]);
    keylint(root, ["--update-baseline", "--baseline", "known.jsonl"]);
    keylint(root, ["--fix", "--baseline", "known.jsonl"]);
    expect(read(root, "b/app.py")).toBe(leak);
  });

  test("names stand in the example that there is, once, and .env is ignored once", () => {
    const root = stagedProject({ "app.py": leak, ".env.sample": "DEBUG=1\r\n", ".gitignore": "*.pyc\n/.env", "web/package.json": "{}", "web/app.js": leakInJavaScript });
    keylint(root, ["--fix"]);
    expect(read(root, ".env.sample")).toBe("DEBUG=1\r\nSECRET_KEY=\r\n");
    expect(read(root, "web/.env.example")).toBe("SESSION_SECRET=\n");
    expect(read(root, ".gitignore")).toBe("*.pyc\n/.env\n.env\n");
    expect(existsSync(join(root, ".env.example"))).toBe(false);
  });

  test("of a compose file beside it, where compose looks for the environment file", () => {
    const root = stagedProject({ "app.py": clean, "deploy/docker-compose.yml": `services:\n  web:\n    environment:\n      - SECRET_KEY=${key}\n`, ".gitignore": ".env\n" });
    keylint(root, ["--fix"]);
    expect(read(root, "deploy/docker-compose.yml")).toContain("- SECRET_KEY=${SECRET_KEY:?set SECRET_KEY}");
    expect(read(root, "deploy/.env.example")).toBe("SECRET_KEY=\n");
  });

  test("without git there is no list of ignored files", () => {
    const root = folderWith({ "app.py": leak });
    expect(keylint(root, ["--fix"]).status).toBe(0);
    expect(readdirSync(root).sort()).toEqual([".env.example", "app.py"]);
  });
});

describe("a file is kept as it was", () => {
  const mark = "\ufeff";
  test("its permissions, byte order mark and line ends", () => {
    const root = stagedProject({ "app.py": mark + leak.replaceAll("\n", "\r\n") });
    chmodSync(join(root, "app.py"), 0o751);
    keylint(root, ["--fix"]);
    expect(read(root, "app.py")).toBe(mark + mended.replaceAll("\n", "\r\n"));
    expect(statSync(join(root, "app.py")).mode & 0o777).toBe(0o751);
  });

  test("what somebody else changed in it and did not commit", () => {
    const root = repositoryWith({ "app.py": leak });
    writeFileSync(join(root, "app.py"), `${leak}\nprint("new")\n`);
    keylint(root, ["--fix"]);
    expect(read(root, "app.py")).toBe(`${mended}\nprint("new")\n`);
  });

  const refusals: readonly (readonly [title: string, files: Readonly<{ [path: string]: string | Buffer }>, spoil: (root: string) => void, said: string])[] = [
    ["which may not be written", { "app.py": leak }, (root) => { chmodSync(join(root, "app.py"), 0o444); }, "app.py was left as it is: it may not be written."],
    ["that is not written in UTF-8", { "app.py": Buffer.from(`${leak}# caf\u00e9\n`, "latin1") }, () => undefined, "app.py was left as it is: it is not written in UTF-8."],
  ];
  test.each(refusals)("one %s", (_, files, spoil, said) => {
    const root = stagedProject(files);
    spoil(root);
    const before = readFileSync(join(root, "app.py"));
    const { status, stderr } = keylint(root, ["--fix"]);
    expect(status).toBe(1);
    expect(stderr).toContain(said);
    expect(readFileSync(join(root, "app.py")).equals(before)).toBe(true);
    expect(existsSync(join(root, ".env.example"))).toBe(false);
  });

  test("one that changed since it was read", () => {
    const root = stagedProject({ "app.py": leak });
    const said: string[] = [];
    const request = { tree: { root } } as Parameters<typeof fileOf>[2]["request"];
    expect(fileOf("app.py", [], { request, place: {} as never, textOf: () => `${leak}\n` }, (path, why) => void said.push(`${path}: ${why}`))).toBeUndefined();
    expect(said).toEqual(["app.py: it has changed since it was read; run keylint again"]);
  });

  test("a link in the place of the example is not followed", () => {
    const root = stagedProject({ "app.py": leak, "other.txt": "x\n" });
    symlinkSync("other.txt", join(root, ".env.example"));
    expect(keylint(root, ["--fix"]).stderr).toContain(".env.example was left as it is: it is a symbolic link");
    expect(read(root, "other.txt")).toBe("x\n");
    expect(read(root, "app.py")).toBe(mended);
  });
});

describe("--fix-dry-run", () => {
  test("says what would be written, and writes nothing", () => {
    const root = stagedProject({ "app.py": leak });
    const { status, stdout, stderr } = keylint(root, ["--fix-dry-run"]);
    expect(status).toBe(1);
    expect(stdout).toContain("app.py:3:18");
    expect(stderr).toContain("--fix would change 3 files:");
    expect(stderr).toContain('5 + app.secret_key = os.environ["SECRET_KEY"]');
    expect(readdirSync(root).sort()).toEqual([".git", "app.py"]);
    expect(read(root, "app.py")).toBe(leak);
    expect(stdout + stderr).not.toContain(key);
  });

  test("other texts of a changed line are covered", () => {
    const root = stagedProject({ "app.py": leak.replace(/\napp\.secret_key = (.*)\n/, '\napp.config.update(PASSWORD="hunter2hunter2", SECRET_KEY=$1)\n') });
    const { stderr } = keylint(root, ["--fix-dry-run"]);
    expect(stderr).toContain('app.config.update(PASSWORD="***", SECRET_KEY=os.environ["SECRET_KEY"])');
    expect(stderr).not.toContain("hunter2");
  });
});

describe("reports for programs", () => {
  test("carry the same changes", () => {
    const root = stagedProject({ "app.py": leak });
    const json = JSON.parse(keylint(root, ["--format", "json"]).stdout);
    expect(json.findings[0].edits.map(({ text }: { text: string }) => text)).toEqual(["import os\n\n", 'os.environ["SECRET_KEY"]']);
    expect(json.findings[0].variable).toBe("SECRET_KEY");
    const sarif = JSON.parse(keylint(root, ["--format", "sarif"]).stdout);
    expect(sarif.runs[0].results[0].fixes[0].artifactChanges).toEqual([
      {
        artifactLocation: { uri: "app.py", uriBaseId: "%SRCROOT%" },
        replacements: [
          { deletedRegion: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 }, insertedContent: { text: "import os\n\n" } },
          { deletedRegion: { startLine: 3, startColumn: 18, endLine: 3, endColumn: 18 + key.length + 2 }, insertedContent: { text: 'os.environ["SECRET_KEY"]' } },
        ],
      },
    ]);
  });

  test("from a folder that is no repository, with its path", () => {
    const root = folderWith({ "sub/app.py": leak });
    expect(JSON.parse(keylint(root, ["--format", "json", "sub"]).stdout).findings[0].edits[0].path).toBe("sub/app.py");
  });
});

test.each([
  [["--fix", "--fix-dry-run"], "exclude each other"],
  [["--fix", "--staged"], "files on the disk are changed"],
  [["--fix", "--stdin", "--stdin-filename", "a.py"], "there is no file to change"],
  [["--fix", "--update-baseline"], "mend first"],
  [["explain", "flask", "--fix"], "keylint explain does not take --fix"],
])("%j is refused", (argv, said) => {
  const root = folderWith({ "a.py": clean });
  git(root, "init", "--quiet");
  expect(keylint(root, argv)).toMatchObject({ status: 2, stderr: expect.stringContaining(said) });
});

test("--fix --since mends what is new", () => {
  const root = repositoryWith({ "old.py": leak });
  writeFileSync(join(root, "new.py"), leak.replace("secret_key", "config['SECRET_KEY']").replace(key, key.slice(1)));
  expect(told(root, ["--fix", "--since", "HEAD"]).findings).toEqual([]);
  expect(read(root, "old.py")).toBe(leak);
  expect(read(root, "new.py")).toContain('os.environ["SECRET_KEY"]');
});
