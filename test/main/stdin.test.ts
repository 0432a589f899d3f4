import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith } from "../discover/repository.ts";
import { clean, key, leak, stagedProject, told } from "./keylint.ts";

const stdin = (text: string | Buffer) => ({ stdin: () => Buffer.from(text) });

describe("a text from stdin", () => {
  test("is linted under its name, and the file of that name is not", () => {
    const root = stagedProject({ "app.py": clean, "other.py": leak });
    const { status, findings } = told(root, ["--stdin", "--stdin-filename", "app.py"], stdin(leak));
    expect(findings).toEqual(["app.py:3 hardcoded-key error"]);
    expect(status).toBe(1);
    expect(told(root, ["--stdin", "--stdin-filename", "app.py"], stdin(clean)).status).toBe(0);
  });

  test("need not have a file or a folder yet", () => {
    for (const root of [stagedProject({}), folderWith()]) {
      expect(told(root, ["--stdin", "--stdin-filename", "new/deep/app.py"], stdin(leak)).findings).toEqual(["new/deep/app.py:3 hardcoded-key error"]);
    }
  });

  test("refers to the files around it", () => {
    const root = stagedProject({ "config.py": `KEY = "${key}"\n` });
    const text = leak.replace(`"${key}"`, "KEY").replace("import Flask", "import Flask\nfrom config import KEY");
    expect(told(root, ["--stdin", "--stdin-filename", "app.py"], stdin(text)).status).toBe(0);
    expect(told(root).status).toBe(0);
  });

  test("obeys the configuration", () => {
    const root = stagedProject({ "keylint.config.json": '{"exclude": ["gen/**"], "rules": {"hardcoded-key": "off"}}' });
    expect(told(root, ["--stdin", "--stdin-filename", "app.py"], stdin(leak)).findings).toEqual([]);
    expect(told(root, ["--stdin", "--stdin-filename", "gen/app.py", "--no-config"], stdin(leak)).findings).toHaveLength(1);
  });

  test("is skipped where a file of its name is", () => {
    const root = stagedProject({ ".gitignore": "ignored/\n", "ignored/app.py": "", "keylint.config.json": '{"exclude": ["gen/**"]}' });
    for (const name of ["gen/app.py", "node_modules/x/app.py", "ignored/app.py"]) expect(told(root, ["--stdin", "--stdin-filename", name], stdin(leak)).findings).toEqual([]);
    expect(told(root, ["--stdin", "--stdin-filename", "gen/app.py", "--no-ignore"], stdin(leak)).findings).toHaveLength(1);
  });

  test("may be empty, binary, or of no known kind", () => {
    const root = stagedProject({});
    expect(told(root, ["--stdin", "--stdin-filename", "app.py"], stdin("")).status).toBe(0);
    expect(told(root, ["--stdin", "--stdin-filename", "app.txt"], stdin(leak)).status).toBe(0);
    const binary = told(root, ["--stdin", "--stdin-filename", "app.py"], stdin(`${leak}\0\0`));
    expect(binary.failures).toEqual(["!app.py: looks binary: it holds NUL bytes"]);
    expect(binary.status).toBe(2);
  });

  test("has its path from the current directory where there is no git", () => {
    const root = folderWith({ "sub/config.py": `KEY = "${key}"\n`, "keylint.config.json": '{"rules": {"hardcoded-key": "warning"}}' });
    expect(told(root, ["--stdin", "--stdin-filename", "sub/app.py"], stdin(leak)).findings).toEqual(["sub/app.py:3 hardcoded-key warning"]);
    expect(told(join(root, "sub"), ["--stdin", "--stdin-filename", "../app.py"], stdin(leak)).findings).toEqual(["../app.py:3 hardcoded-key warning"]);
  });

  test("above the size limit is not read, and that is said", () => {
    const { status, failures } = told(stagedProject({ "keylint.config.json": '{"limits": {"fileBytes": 100}}' }), ["--stdin", "--stdin-filename", "app.py"], stdin(leak));
    expect(failures).toEqual([expect.stringMatching(/^!app\.py: it has 1\d\d bytes and the limit is 100 bytes/)]);
    expect(status).toBe(2);
  });

  test("that cannot be read is said", () => {
    const broken = () => { throw Object.assign(new Error("read"), { code: "EIO" }); };
    const { status, stderr } = told(stagedProject({}), ["--stdin", "--stdin-filename", "app.py"], { stdin: broken });
    expect(status).toBe(2);
    expect(stderr).toContain("keylint: stdin cannot be read: the disk gave an error.");
  });
});
