import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { folderWith, git, repositoryWith } from "../discover/repository.ts";
import { clean, key, keylint, leak, type Ran } from "./keylint.ts";

const again = "keylint: nothing was changed since an earlier run, whose report this is\n";
const isRoot = userInfo().uid === 0;

/** A disk's clock has steps, and what was changed in the last one is not trusted: runs until it is older. */
function pause(): void {
  for (const end = Date.now() + 60; Date.now() < end;) keylint(root, ["--no-cache", "plain.py"]);
}

function debug(root: string, ...argv: readonly string[]): Ran {
  return keylint(root, ["--debug", ...argv]);
}

const cacheOf = (root: string): string => join(root, ".git/keylint");
const filesIn = (root: string): readonly string[] => readdirSync(cacheOf(root)).sort();

let root: string;
let first: Ran;

beforeEach(() => {
  root = repositoryWith({ "app.py": leak, "other.py": clean, "plain.py": "x = 1\n", "src/a.py": "y = 2\n" });
  pause();
  first = debug(root);
});

describe("a report is printed again", () => {
  test("when nothing was changed: the same bytes, the same status", () => {
    const second = debug(root);
    expect(second).toEqual({ ...first, stderr: again + first.stderr });
  });

  test("for each way to look of its own", () => {
    expect(debug(root, "--context", "all").stderr).not.toContain(again);
    expect(debug(root, "--context", "all").stderr).toContain(again);
    expect(debug(root).stderr).toContain(again);
    expect(debug(root, "--format", "markdown").stdout).toContain("app.py");
  });

  test("with another level to fail on, and another form", () => {
    expect(debug(root, "--fail-on", "never")).toMatchObject({ status: 0, stderr: again + first.stderr });
    expect(debug(root, "--format", "github").stderr).toContain(again);
  });

  test("when a file was added to the index as it is", () => {
    writeFileSync(join(root, "app.py"), leak.replace("app = ", "application = app = "));
    pause();
    debug(root);
    git(root, "add", "--all");
    expect(debug(root).stderr).toContain(again);
  });
});

describe("a report is made anew", () => {
  const changes: Readonly<{ [what: string]: () => unknown }> = {
    "when a file got other bytes of the same size and its old time": () => {
      const path = join(root, "plain.py");
      // Parts of a second cannot be set back.
      utimesSync(path, 1_000_000, 1_000_000);
      pause();
      debug(root);
      writeFileSync(path, "x = 9\n");
      utimesSync(path, 1_000_000, 1_000_000);
    },
    "when a file is new": () => writeFileSync(join(root, "new.py"), leak),
    "when a file is gone": () => rmSync(join(root, "src/a.py")),
    "when a file is no longer tracked": () => git(root, "rm", "--quiet", "--cached", "plain.py"),
    "when git ignores a new file that it did not": () => {
      writeFileSync(join(root, "new.py"), leak);
      debug(root);
      writeFileSync(join(root, ".git/info/exclude"), "new.py\n");
    },
    "when there is a configuration": () => writeFileSync(join(root, ".git/info/exclude"), "keylint.config.json\n") ?? writeFileSync(join(root, "keylint.config.json"), '{"rules": {"short-key": "off"}}'),
    "when a file that held nothing is larger than what is read now": () => writeFileSync(join(root, "keylint.config.json"), '{"limits": {"fileBytes": 4}}'),
    "when what is looked for changes": () => {
      writeFileSync(join(root, "plain.py"), 'import own\nown.sign("keyboard cat")\n');
      pause();
      debug(root);
      writeFileSync(join(root, "keylint.config.json"), '{"slots": [{"id": "own", "label": "own", "at": [{"call": "own.sign", "arg": "0"}]}]}');
    },
    "when a package gets the name of what is looked for": () => {
      const text = 'const it = require("../index");\nit.sign({}, "keyboard cat");\n';
      writeFileSync(join(root, "index.js"), "module.exports = {};\n");
      mkdirSync(join(root, "spec"));
      writeFileSync(join(root, "spec/it.js"), text);
      pause();
      debug(root, "--context", "all");
      writeFileSync(join(root, "package.json"), '{"name": "jsonwebtoken"}');
    },
    "when a folder is a link": () => {
      renameSync(join(root, "src"), join(root, ".git/src"));
      symlinkSync(".git/src", join(root, "src"));
      writeFileSync(join(root, ".git/info/exclude"), "src\n");
    },
  };

  test.each(Object.entries(changes))("%s", (_, change) => {
    change();
    const { stderr, ...ran } = debug(root);
    expect(stderr).not.toContain(again);
    const { stderr: __, ...plain } = debug(root, "--no-cache");
    expect(ran).toEqual(plain);
  });

  test.each([["before 1970", -86_400], ["in 1970", 0], ["after 2038", 2 ** 31 + 1], ["in a year to come", 7_258_118_400]])("of files that were changed %s, by what the disk says", (_when, seconds) => {
    const write = (path: string, text: string): void => {
      writeFileSync(join(root, path), text.padEnd(300, "\n"));
      utimesSync(join(root, path), seconds, seconds);
    };
    write("app.py", leak);
    write("other.py", clean);
    pause();
    const before = debug(root);
    expect(debug(root)).toMatchObject({ status: before.status, stdout: before.stdout });
    write("app.py", clean);
    write("other.py", leak);
    const after = debug(root);
    expect(after.stdout).toBe(keylint(root, ["--no-cache"]).stdout);
    expect(after.stdout).toContain("other.py:3:18");
    expect(after.stdout).not.toContain("app.py:3:18");
  });

  test("on the day on which an ignore ends", () => {
    writeFileSync(join(root, "keylint.config.json"), '{"ignore": [{"rule": "hardcoded-key", "path": "app.py", "until": "2026-06-15"}]}');
    pause();
    expect(keylint(root).status).toBe(0);
    expect(keylint(root).status).toBe(0);
    expect(keylint(root, [], { now: () => Date.UTC(2026, 5, 16) }).status).toBe(1);
  });

  test("when the list of published keys, or the baseline, was changed", () => {
    const beside = folderWith({ "baseline.jsonl": `{"keylint":"baseline","version":1,"salt":"${"0".repeat(32)}"}\n` });
    const argv = ["--baseline", join(beside, "baseline.jsonl")];
    pause();
    expect([debug(root, ...argv), debug(root, ...argv)].map(({ status, stderr }) => [status, stderr.includes(again)])).toEqual([[1, false], [1, true]]);
    keylint(root, [...argv, "--update-baseline"]);
    expect(debug(root, ...argv)).toMatchObject({ status: 0, stderr: expect.not.stringContaining(again) as string });
    writeFileSync(join(root, "published.txt"), "nobody's\n");
    writeFileSync(join(root, "keylint.config.json"), '{"publishedKeys": "published.txt"}');
    pause();
    expect(keylint(root).stdout + keylint(root).stdout).not.toContain("published-key");
    writeFileSync(join(root, "published.txt"), `${key}\n`);
    expect(keylint(root).stdout).toContain("published-key");
  });

  test("when a file was changed so late that its clock may show the same once more", () => {
    writeFileSync(join(root, "plain.py"), "x = 5\n");
    // However long the run takes, its clock is not past this.
    const later = Date.now() / 1_000 + 3_600;
    utimesSync(join(root, "plain.py"), later, later);
    debug(root);
    expect(debug(root).stderr).not.toContain(again);
  });

  test.runIf(!isRoot)("when a file could not be read: tomorrow it may be", () => {
    chmodSync(join(root, "plain.py"), 0);
    pause();
    debug(root);
    expect(debug(root).stderr).not.toContain(again);
  });

  test("when it is kept for another folder: a copy of the repository, though files look the same", () => {
    const other = join(folderWith(), "copy");
    cpSync(root, other, { recursive: true, preserveTimestamps: true });
    expect(debug(other).stderr).not.toContain(again);
  });
});

describe("nothing is kept or used", () => {
  test("with --no-cache", () => {
    rmSync(cacheOf(root), { recursive: true });
    debug(root, "--no-cache");
    expect(existsSync(cacheOf(root))).toBe(false);
    debug(root);
    writeFileSync(join(cacheOf(root), "clock"), "");
    expect(debug(root, "--no-cache").stderr).not.toContain(again);
  });

  test.each([["--staged"], ["app.py"], ["--since", "HEAD"], ["--fix-dry-run"]])("of a report by %s", (...argv) => {
    const run = (): Ran => debug(root, ...argv);
    run();
    expect(run().stderr).not.toContain(again);
  });

  test("where there is no git", () => {
    const folder = folderWith({ "app.py": leak });
    keylint(folder);
    expect(readdirSync(folder)).toEqual(["app.py"]);
  });
});

describe("the cache's folder", () => {
  test("is for its owner only, and holds few files", () => {
    expect(lstatSync(cacheOf(root)).mode & 0o777).toBe(0o700);
    expect(filesIn(root).map((name) => lstatSync(join(cacheOf(root), name)).mode & 0o777)).toEqual([0o600, 0o600, 0o600]);
    for (const context of ["production", "development", "example", "test", "docs", "all"]) keylint(root, ["--context", context]);
    expect(filesIn(root).filter((name) => name.startsWith("report-"))).toHaveLength(4);
  });

  const bad: Readonly<{ [what: string]: (folder: string) => void }> = {
    "is a link": (folder) => symlinkSync(folderWith(), folder),
    "is a link that leads nowhere": (folder) => symlinkSync("/nowhere/at/all", folder),
    "is a file": (folder) => writeFileSync(folder, ""),
    "can be written by others": (folder) => (mkdirSync(folder), chmodSync(folder, 0o777)),
    ...(isRoot ? { "belongs to another user": (folder: string) => (mkdirSync(folder), chownSync(folder, 12_345, 12_345)) } : {}),
  };

  test.each(Object.entries(bad))("is not used when it %s, which only --debug says", (_, make) => {
    rmSync(cacheOf(root), { recursive: true });
    make(cacheOf(root));
    for (const stderr of [debug(root).stderr, debug(root).stderr]) expect(stderr).toMatch(/^keylint: the cache is not used: /);
    expect(keylint(root)).toEqual({ ...first, stderr: "" });
    expect(lstatSync(cacheOf(root)).isDirectory() ? filesIn(root) : []).toEqual([]);
  });

  test("of a worktree is its own, and a repository inside another has its own", () => {
    git(root, "worktree", "add", "--quiet", "--detach", join(root, "tree"));
    pause();
    expect([debug(join(root, "tree")), debug(join(root, "tree"))].map(({ stderr }) => stderr.includes(again))).toEqual([false, true]);
    expect(existsSync(join(root, ".git/worktrees/tree/keylint/files"))).toBe(true);
  });

  test("is cleaned of what dead runs have left, and only of that", () => {
    for (const name of ["files.aaaaaaaaaaaa.tmp", "report-1.bbbbbbbbbbbb.tmp"]) writeFileSync(join(cacheOf(root), name), "half");
    keylint(root, ["--context", "all"]);
    expect(filesIn(root).filter((name) => name.endsWith(".tmp")), "another run may be writing them").toHaveLength(2);
    utimesSync(join(cacheOf(root), "files.aaaaaaaaaaaa.tmp"), new Date(), new Date(Date.now() - 11 * 60_000));
    keylint(root, ["--context", "docs"]);
    expect(filesIn(root).filter((name) => name.endsWith(".tmp"))).toEqual(["report-1.bbbbbbbbbbbb.tmp"]);
  });

  test.each(["a folder", "a link"])("has %s in a file's place", (kind) => {
    for (const name of filesIn(root)) {
      rmSync(join(cacheOf(root), name));
      if (kind === "a folder") mkdirSync(join(cacheOf(root), name));
      else symlinkSync(join(root, "plain.py"), join(cacheOf(root), name));
    }
    for (let time = 0; time < 2; time++) expect(keylint(root)).toEqual({ ...first, stderr: "" });
    expect(readFileSync(join(root, "plain.py"), "utf8")).toBe("x = 1\n");
  });
});

describe("a file of the cache that is not as it was written", () => {
  const names = (): readonly string[] => filesIn(root).filter((name) => name !== "clock");

  test("is seen whichever byte it is, and is renewed", () => {
    for (const name of names()) {
      const path = join(cacheOf(root), name);
      const whole = readFileSync(path);
      const step = Math.ceil(whole.length / 60);
      for (let at = 0; at < whole.length; at += at < 420 ? 7 : step) {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ 0x11;
        writeFileSync(path, bytes);
        expect(debug(root), `${name} at ${at}`).toEqual(first);
      }
      expect(debug(root).stderr).toContain(again);
    }
  });

  test("is seen wherever it ends", () => {
    for (const name of names()) {
      const { size } = lstatSync(join(cacheOf(root), name));
      for (const end of [0, 1, 100, 200, size >> 1, size - 1]) {
        truncateSync(join(cacheOf(root), name), end);
        expect(debug(root), `${name} up to ${end}`).toEqual(first);
      }
    }
  });

  test("is not used when it is another's: files exchanged", () => {
    const [files = "", report = ""] = names();
    renameSync(join(cacheOf(root), files), join(cacheOf(root), "x"));
    renameSync(join(cacheOf(root), report), join(cacheOf(root), files));
    renameSync(join(cacheOf(root), "x"), join(cacheOf(root), report));
    expect(debug(root)).toEqual(first);
  });

  test("is not used when another keylint wrote it", () => {
    for (const name of names()) {
      const path = join(cacheOf(root), name);
      writeFileSync(path, readFileSync(path, "latin1").replace(/"build":"[^"]*"/, '"build":"0.0.1 old 20.0.0"'), "latin1");
    }
    expect(debug(root)).toEqual(first);
  });
});
