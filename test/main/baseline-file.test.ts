import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith } from "../discover/repository.ts";
import { accepted, check, file, other, read, update, write } from "./baselines.ts";
import { key, keylint, leak, leakInJavaScript, stagedProject } from "./keylint.ts";

describe("a file that is not as it should be", () => {
  const complaint = (text: string | Buffer, ...argv: readonly string[]): string => {
    const root = stagedProject({ "a.py": leak, [file]: text });
    const { status, stdout, stderr } = keylint(root, ["--baseline", file, ...argv]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(readFileSync(join(root, file))).toEqual(Buffer.from(text));
    return stderr;
  };
  const head = `{"keylint":"baseline","version":1,"salt":"${"0".repeat(32)}"}\n`;

  test.each([
    ["nothing", "", "this is no baseline of keylint"],
    ["no JSON", "nonsense\n", "this is no baseline of keylint"],
    ["bytes", Buffer.from([0xff, 0xfe, 0, 1]), "this is no baseline of keylint"],
    ["another tool's", '{"version":"1.5.0","results":{}}', "this is no baseline of keylint"],
    ["a newer one", `{"keylint":"baseline","version":2,"salt":"0"}\n`, "a newer keylint wrote it (its version is 2, this one reads 1). Update keylint"],
    ["a salt that was changed", `{"keylint":"baseline","version":1,"salt":"xyz"}\n`, 'must have "version": 1 and the "salt"'],
    ["an entry that lacks something", `${head}{"path":"a.py"}\n`, `${file}:2: an entry has "path", "slot"`],
    ["an entry with another tag", `${head}{"path":"a.py","slot":"a","name":"b","n":1,"tag":"xyz"}\n`, `${file}:2: an entry has`],
    ["an entry that is no JSON", `${head}\n{"path":"a.py",\n`, `${file}:3:`],
    ["an entry that is a list", `${head}[]\n`, `${file}:2: an entry has`],
  ])("%s", (_, text, sentence) => {
    for (const argv of [[], ["--update-baseline"], ["--staged"]]) expect(complaint(text, ...argv)).toContain(sentence);
  });

  test("never is its text quoted", () => {
    expect(complaint(`${head}{"path":"${key}", ${key}\n`)).not.toContain(key);
  });

  test("edited by hand: other fields, blank lines, an order of one's own, a byte order mark, Windows' line ends", () => {
    const root = accepted({ "a.py": leak, "b.py": other });
    const [head, one, two] = read(root).split("\n");
    const edited = `\ufeff${head}\r\n${two?.replace("{", '{ "reason": "until the move", ')}\r\n\r\n${one}\r\n`;
    write(root, file, edited);
    expect(check(root)).toMatchObject({ status: 0, findings: [] });
    write(root, "c.js", leakInJavaScript);
    update(root);
    expect(read(root)).toContain('"reason": "until the move"');
    expect(read(root).match(/\r\n/g)).toHaveLength(4);
  });

  test("missing, a folder, outside of the tree, a link", () => {
    const root = stagedProject({ "a.py": leak, "folder/x": "" });
    expect(check(root).stderr).toContain("there is no such baseline. Make it:");
    expect(keylint(root, ["--baseline", "folder"])).toMatchObject({ status: 2, stderr: expect.stringContaining("folder: the baseline cannot be read: it is a folder") as string });
    expect(keylint(root, ["--update-baseline"])).toMatchObject({ status: 2, stderr: expect.stringContaining("No baseline is named.") as string });
    expect(keylint(root, ["--update-baseline", "--baseline", "none/b.jsonl"])).toMatchObject({ status: 2, stderr: expect.stringContaining("the baseline cannot be written: its folder does not exist.") as string });
    const elsewhere = folderWith({ "mine.txt": "mine" });
    symlinkSync(join(elsewhere, "mine.txt"), join(root, "link.jsonl"));
    symlinkSync(elsewhere, join(root, "outside"));
    for (const baseline of ["link.jsonl", "outside/new.jsonl", "../outside.jsonl"]) {
      write(root, "keylint.config.json", JSON.stringify({ baseline }));
      for (const argv of [[], ["--update-baseline"]]) expect(keylint(root, argv)).toMatchObject({ status: 2, stdout: "" });
    }
    expect(readdirSync(elsewhere)).toEqual(["mine.txt"]);
    expect(readFileSync(join(elsewhere, "mine.txt"), "utf8")).toBe("mine");
  });

  test("one for several repositories", () => {
    const [one, two] = [stagedProject({ "a.py": leak }), stagedProject({ "a.py": leak })];
    expect(keylint(one, [".", two, "--baseline", file])).toMatchObject({ status: 2, stderr: expect.stringContaining("run keylint once for each") as string });
  });

  test("a folder that cannot be written keeps the old one whole", () => {
    const root = accepted({ "a.py": leak });
    write(root, "b.py", leak);
    const before = read(root);
    mkdirSync(join(root, "taken"));
    expect(keylint(root, ["--update-baseline", "--baseline", "taken/"])).toMatchObject({ status: 2 });
    expect(read(root)).toBe(before);
    expect(readdirSync(root).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});
