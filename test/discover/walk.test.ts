import { execFileSync } from "node:child_process";
import { chmodSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openTree } from "../../src/discover/index.ts";
import { asOrdinary } from "../support/ordinary.ts";
import { clock } from "../support/clock.ts";
import { folderWith, git, hermetic } from "./repository.ts";

const open = (start: string, options = {}) => openTree(start, { env: hermetic, ...options });

describe("a tree without git", () => {
  test("has all files, hidden ones too, and tracks none", () => {
    const tree = open(folderWith({ "b.py": "", "a/.env": "", "[x].py": "", "-dash.py": "" }));
    expect(tree.paths).toEqual(["-dash.py", "[x].py", "a/.env", "b.py"]);
    expect(tree.tracked("b.py")).toBe(false);
    expect(tree.git).toBe(false);
  });

  test("has no links and no special files", () => {
    const root = folderWith({ "a/b.py": "" });
    symlinkSync("a", join(root, "folder-link"));
    symlinkSync("a/b.py", join(root, "file-link.py"));
    execFileSync("mkfifo", [join(root, "pipe.py")]);
    expect(open(root).paths).toEqual(["a/b.py"]);
  });

  test("never enters node_modules and .git, and skips the rest of the defaults unless --no-ignore", () => {
    const root = folderWith({ "node_modules/x/a.js": "", "vendor/b.py": "", "c.min.js": "", "d.js": "" });
    expect(open(root).paths).toEqual(["d.js"]);
    expect(open(root, { noIgnore: true }).paths).toEqual(["c.min.js", "d.js", "vendor/b.py"]);
  });

  test("says which folders it could not read", () => {
    const root = folderWith({ "closed/a.py": "", "b.py": "" });
    chmodSync(join(root, "closed"), 0);
    const tree = asOrdinary(root, () => open(root));
    expect(tree.paths).toEqual(["b.py"]);
    expect(tree.unlisted).toEqual([{ path: "closed", message: expect.stringMatching(/^the folder was not looked into: permission denied/) }]);
  });

  test.runIf(process.platform === "linux")("leaves out names that are not UTF-8, and says so", () => {
    const root = folderWith({ "a\ufffd.py": "" });
    writeFileSync(Buffer.concat([Buffer.from(`${root}/b`), Buffer.from([0xff])]), "");
    const tree = open(root);
    expect(tree.paths).toEqual(["a\ufffd.py"]);
    expect(tree.unlisted).toEqual([{ path: "b\ufffd", message: expect.stringContaining("not UTF-8") }]);
  });

  test("is not held up by an ignore file made to run for ever", () => {
    const root = folderWith({ ".gitignore": `${"*a".repeat(60)}b\n`, [`${"a".repeat(250)}.py`]: "" });
    const inTime = clock();
    expect(open(root).paths).toHaveLength(2);
    inTime(2000);
  });
});

describe("ignore files are read as git reads them", () => {
  const projects: { name: string; files: { [path: string]: string } }[] = [
    { name: "names, endings, folders", files: { ".gitignore": "*.log\nbuild/\n/top.py\n# c\n", "a.log": "", "build/x.py": "", "build.py": "", "top.py": "", "d/top.py": "", "d/build/y.py": "" } },
    { name: "taken back in the same file", files: { ".gitignore": "*.py\n!keep.py\n", "a.py": "", "keep.py": "", "d/keep.py": "" } },
    { name: "a nearer file decides", files: { ".gitignore": "*.py\n", "d/.gitignore": "!*.py\n", "a.py": "", "d/b.py": "", "d/e/c.py": "" } },
    { name: "nothing returns from an ignored folder", files: { ".gitignore": "d/\n!d/keep.py\n", "d/.gitignore": "!*\n", "d/keep.py": "", "a.py": "" } },
    { name: "an inner file speaks of its own folder only", files: { "d/.gitignore": "/a.py\nsecret\n", "a.py": "", "d/a.py": "", "d/e/a.py": "", "secret": "", "d/e/secret": "" } },
    { name: "a folder taken back by a nearer file", files: { ".gitignore": "b\n", "a/.gitignore": "!b\n", "a/b/c.py": "", "b/c.py": "" } },
    { name: "case, blanks, escapes", files: { ".gitignore": "A.py\ntrail.py   \n\\#x.py\nq?.py\n[ab].txt\n", "a.py": "", "A.py": "", "trail.py": "", "#x.py": "", "q1.py": "", "a.txt": "", "c.txt": "" } },
    { name: "two stars", files: { ".gitignore": "**/x/*.py\ny/**\n", "x/a.py": "", "d/x/a.py": "", "d/x/e/a.py": "", "y/z/a.py": "", "d/y/a.py": "" } },
  ];
  test.each(projects)("$name", ({ files }) => {
    const root = folderWith(files);
    const walked = open(root).paths;
    git(root, "init", "--quiet");
    expect(walked).toEqual(open(root).paths);
    expect(walked.length).toBeLessThan(Object.keys(files).length);
  });
});
