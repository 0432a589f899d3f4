import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openTree, pathIn } from "../../src/discover/index.ts";
import { asOrdinary } from "../support/ordinary.ts";
import { folderWith, hermetic, repositoryWith } from "./repository.ts";

const open = (start: string, options = {}) => openTree(start, { env: hermetic, ...options });

describe("reading", () => {
  test("gives the bytes, of an empty file too", () => {
    const tree = open(folderWith({ "a.py": Buffer.from([1, 0, 255]), "empty.py": "" }));
    expect(tree.read("a.py")).toEqual(Buffer.from([1, 0, 255]));
    expect(tree.read("empty.py")).toEqual(Buffer.alloc(0));
  });

  const changes: { what: string; change: (file: string) => void; message: string }[] = [
    { what: "vanished", change: unlinkSync, message: "does not exist" },
    { what: "became a folder", change: (file) => { unlinkSync(file); mkdirSync(file); }, message: "is a folder" },
    { what: "became a link", change: (file) => { unlinkSync(file); symlinkSync("/etc/passwd", file); }, message: "symbolic link" },
    { what: "became a pipe", change: (file) => { unlinkSync(file); execFileSync("mkfifo", [file]); }, message: "no regular file" },
  ];
  test.each(changes)("says why when a file $what", ({ change, message }) => {
    const root = folderWith({ "d/a.py": "x" });
    const tree = open(root);
    change(join(root, "d/a.py"));
    expect(tree.read("d/a.py")).toEqual({ message: expect.stringContaining(message) });
  });

  test("does not follow a folder that leads out of the tree", () => {
    const outside = folderWith({ "a.py": "private" });
    const root = repositoryWith({ "d/a.py": "x" });
    rmSync(join(root, "d"), { recursive: true });
    symlinkSync(outside, join(root, "d"));
    expect(open(root).read("d/a.py")).toEqual({ message: expect.any(String) });
  });

  test("does not follow a folder that was exchanged for a link after a file of it was read", () => {
    const root = folderWith({ "d/a.py": "x", "d/b.py": "y" });
    const tree = open(root);
    tree.read("d/a.py");
    rmSync(join(root, "d"), { recursive: true });
    symlinkSync(folderWith({ "a.py": "private", "b.py": "private" }), join(root, "d"));
    expect(tree.read("d/b.py", true)).toEqual({ message: expect.stringContaining("leads out of the scanned tree") });
  });

  test.each(["../outside.py", "/etc/passwd", "node_modules/x.js", "gone.py"])("refuses %s, which is not listed", (path) => {
    expect(open(folderWith({ "node_modules/x.js": "" })).read(path)).toEqual({ message: expect.stringContaining("not among the files") });
  });

  test("refuses a file above the limit and says how to raise it", () => {
    const tree = open(folderWith({ "a.py": "12345", "b.py": "1234" }), { limits: { fileBytes: 4 } });
    expect(tree.read("a.py")).toEqual({ message: "it has 5 bytes and the limit is 4 bytes; raise limits.fileBytes or exclude the file" });
    expect(String(tree.read("b.py"))).toBe("1234");
  });

  test("says when permission is missing", () => {
    const root = folderWith({ "a.py": "" });
    chmodSync(join(root, "a.py"), 0);
    expect(asOrdinary(root, () => open(root).read("a.py"))).toEqual({ message: expect.stringContaining("permission denied") });
  });
});

describe("a path as the tree writes it", () => {
  test("is relative to the root, through links to folders", () => {
    const root = folderWith({ "d/a.py": "" });
    const link = join(folderWith(), "link");
    symlinkSync(root, link);
    expect(pathIn(root, join(link, "d/a.py"))).toBe("d/a.py");
    expect(pathIn(root, join(root, "d"))).toBe("d");
    expect(pathIn(root, root)).toBe("");
    expect(pathIn(root, join(root, "gone/b.py"))).toBe("gone/b.py");
    expect(pathIn(root, join(root, "..x.py"))).toBe("..x.py");
    expect(pathIn(root, join(root, "../x.py"))).toBeUndefined();
  });
});
