import { existsSync, mkdirSync, renameSync, rmSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, git, repositoryWith } from "../discover/repository.ts";
import { accepted, check, entries, entry, file, found, other, prune, read, update, write } from "./baselines.ts";
import { clean, key, keylint, leak, leakInJavaScript, stagedProject, told } from "./keylint.ts";

describe("a baseline", () => {
  test("accepts what is there today, and nothing that comes after", () => {
    const root = stagedProject({ "b.py": leak, "a.js": leakInJavaScript, "tests/test_a.py": leak });
    const { status, stderr, findings, hidden } = told(root, ["--baseline", file, "--update-baseline"]);
    expect({ status, stderr, findings, hidden }).toEqual({ status: 0, stderr: `keylint: ${file}: 3 entries, 3 of them new; 0 stale removed.\n`, findings: [], hidden: {} });
    expect(entries(root)).toEqual([entry("a.js", "express-session/secret", "secret"), entry("b.py"), entry("tests/test_a.py")]);
    expect(check(root, "--context", "all")).toMatchObject({ status: 0, findings: [], silenced: ["a.js:3 baseline", "b.py:3 baseline", "tests/test_a.py:3 baseline"] });
    expect(keylint(root, ["--baseline", file]).stdout).toBe("No leaked or weak keys in 3 files. 3 were in the baseline.\n");
    write(root, "c.py", other);
    expect(check(root)).toMatchObject({ status: 1, findings: [found("c.py")] });
    expect(told(root).findings).toHaveLength(3);
  });

  test("holds no key, no line and no time", () => {
    const root = stagedProject({ "a.py": leak, ".env": "SECRET_KEY=keyboard-cat-and-dog\n" });
    expect(keylint(root, ["--baseline", file, "--update-baseline"]).status).toBe(0);
    expect(read(root)).toMatch(/^\{"keylint":"baseline","version":1,"salt":"[0-9a-f]{32}"\}\n(\{"path":"[^"]+","slot":"[^"]+","name":"[^"]+","n":1,"tag":"[0-9a-f]{2}"\}\n){2}$/);
    expect(read(root)).not.toMatch(/keyboard|2026/);
  });

  test("begins with a salt under which its keys have different tags", () => {
    const uses = Array.from({ length: 12 }, (_, number) => `app.use("/${number}", session({ secret: "${key.slice(number, number + 32)}" }));`);
    const root = stagedProject({ "a.js": `const session = require("express-session");\nconst app = require("express")();\n${uses.join("\n")}\n` });
    expect(keylint(root, ["--baseline", file, "--update-baseline"]).stderr).toContain("12 entries");
    expect(new Set(read(root).match(/"tag":"\w\w"/g)).size).toBe(12);
  });

  test("stays as it is when nothing changed, and with what changed only there", () => {
    const root = accepted({ "a.py": leak, "b.py": leak, "c.py": leak });
    const before = read(root);
    update(root);
    expect(read(root)).toBe(before);
    write(root, "b.py", other);
    write(root, "bb.py", leak);
    update(root);
    const [lines, now] = [before.split("\n"), read(root).split("\n")];
    expect(now.filter((line) => !lines.includes(line)).map((line) => (JSON.parse(line) as { path: string }).path)).toEqual(["b.py", "bb.py"]);
    expect(lines.filter((line) => !now.includes(line)).map((line) => (JSON.parse(line) as { path: string }).path)).toEqual(["b.py"]);
  });

  test("that the configuration names is asked without being named", () => {
    const root = stagedProject({ "app/a.py": leak, "app/keylint.config.json": `{ "baseline": "known.jsonl" }` });
    expect(told(root, ["app"])).toMatchObject({ status: 2, stderr: expect.stringContaining("there is no such baseline. Make it: keylint --update-baseline") as string });
    expect(told(root, ["app", "--update-baseline"]).status).toBe(0);
    expect(existsSync(join(root, "app/known.jsonl"))).toBe(true);
    expect(told(root, ["app"])).toMatchObject({ status: 0, silenced: ["app/a.py:3 baseline"] });
    expect(told(root, ["app", "--no-baseline"]).findings).toEqual([found("app/a.py")]);
    expect(told(root).findings).toEqual([found("app/a.py")]);
  });

  test("where there is no git", () => {
    const root = folderWith({ "a.py": leak });
    update(root);
    expect(check(root)).toMatchObject({ status: 0, silenced: ["a.py:3 baseline"] });
  });
});

describe("a finding is known again", () => {
  test("when lines move, quotes change, a comment is added", () => {
    const root = accepted({ "a.py": leak });
    write(root, "a.py", `"""An application."""\n\n\n${leak.replaceAll('"', "'").replace("= '", "= (\n    '").replace("'\n", "'\n)  # later\n")}`);
    expect(check(root)).toMatchObject({ status: 0, findings: [] });
    expect(check(root).stderr).toBe("");
  });

  test("when its file or folder has another name, and when it stands in another file", () => {
    const root = accepted({ "a.py": leak, "one/b.py": other, "c.js": leakInJavaScript, "d.js": "" });
    renameSync(join(root, "a.py"), join(root, "z.py"));
    renameSync(join(root, "one"), join(root, "two"));
    write(root, "c.js", "");
    write(root, "d.js", leakInJavaScript);
    expect(check(root)).toMatchObject({ status: 0, findings: [] });
    update(root);
    expect(entries(root)).toEqual([entry("d.js", "express-session/secret", "secret"), entry("two/b.py"), entry("z.py")]);
  });

  test("when another one stands before it now: that is new", () => {
    const second = leakInJavaScript.replace("app.use", `app.use("/a", session({ secret: "${key.toUpperCase()}" }));\napp.use`);
    const root = accepted({ "a.js": leakInJavaScript });
    write(root, "a.js", second);
    expect(check(root)).toMatchObject({ findings: [found("a.js")], silenced: ["a.js:4 baseline"] });
    update(root);
    expect(check(root).findings).toEqual([]);
    expect(read(root).split("\n")).toHaveLength(4);
  });

  test("the nearest first, when another has the same tag", () => {
    const root = stagedProject({ "a.js": leakInJavaScript, "one/b.js": leakInJavaScript, "two/c.js": leakInJavaScript });
    update(root);
    renameSync(join(root, "one"), join(root, "three"));
    renameSync(join(root, "two/c.js"), join(root, "two/d.js"));
    write(root, "0.js", leakInJavaScript);
    expect(check(root).findings).toEqual([found("0.js")]);
  });

  test("not a second time: a copy is new", () => {
    const root = accepted({ "a.py": leak });
    write(root, "b.py", leak);
    expect(check(root).findings).toEqual([found("b.py")]);
    const twice = accepted({ "a.js": leakInJavaScript });
    write(twice, "a.js", `${leakInJavaScript}app.use("/a", session({ secret: "${key}" }));\n`);
    expect(check(twice).findings).toEqual([found("a.js", 4)]);
    update(twice);
    expect(entries(twice)).toEqual([1, 2].map((n) => entry("a.js", "express-session/secret", "secret", n)));
    expect(check(twice).findings).toEqual([]);
  });

  test("not with another value", () => {
    const root = accepted({ "a.py": leak });
    write(root, "a.py", other);
    expect(check(root).findings).toEqual([found("a.py")]);
    write(root, "a.py", leak.replace(`"${key}"`, '"dev"'));
    expect(check(root).findings).toEqual(["a.py:3 low-entropy-key error"]);
  });

  test("in a single file, in what is staged, and since a commit", () => {
    const root = repositoryWith({ "a.py": leak, "b.py": clean });
    update(root);
    expect(check(root, "a.py")).toMatchObject({ status: 0, findings: [] });
    write(root, "a.py", `# moved\n${leak}`);
    write(root, "b.py", other);
    git(root, "add", "--all");
    expect(check(root, "--staged").findings).toEqual([found("b.py")]);
    expect(check(root, "--since", "HEAD")).toMatchObject({ findings: [found("b.py")], silenced: ["a.py:4 baseline"] });
  });

  test("when its variable has another name", () => {
    const root = accepted({ "a.py": `SECRET_KEY = "${key}"\n` });
    write(root, "a.py", `SESSION_SECRET = "${key}"\n`);
    expect(check(root)).toMatchObject({ status: 0, silenced: ["a.py:1 baseline"] });
  });

  test("when it moved with its name, while one of another name with its value came where it was", () => {
    const root = accepted({ "a.py": `SECRET_KEY = "${key}"\n`, "b.py": "" });
    write(root, "a.py", `SESSION_SECRET = "${key}"\n`);
    write(root, "b.py", `SECRET_KEY = "${key}"\n`);
    expect(check(root)).toMatchObject({ findings: [expect.stringMatching(/^a\.py:1 /) as string], silenced: ["b.py:1 baseline"] });
  });

  test("in a single file that shows less of the program than the whole: another framework, a longer name", () => {
    const compose = `x-environment: &environment\n  REDASH_COOKIE_SECRET: ${key}\nservices:\n  web:\n    environment: *environment\n`;
    const root = repositoryWith({ "app.py": clean.replace("SECRET_KEY", "REDASH_COOKIE_SECRET"), "compose.yaml": compose });
    update(root);
    expect(entries(root)).toEqual([entry("compose.yaml", "flask/secret-key", "REDASH_COOKIE_SECRET")]);
    expect(told(root, ["compose.yaml"]).findings).toHaveLength(1);
    expect(check(root, "compose.yaml").findings).toEqual([]);
    write(root, "compose.yaml", `# changed\n${compose}`);
    git(root, "add", "--all");
    expect(check(root, "--staged").findings).toEqual([]);
  });

  test("in what is staged, with the baseline that is staged", () => {
    const root = repositoryWith({ "a.py": clean });
    update(root);
    git(root, "add", file);
    write(root, "a.py", leak);
    git(root, "add", "a.py");
    update(root);
    expect(check(root, "--staged").findings).toEqual([found("a.py")]);
    git(root, "add", file);
    expect(check(root, "--staged").findings).toEqual([]);
  });

  test("when something needs a key that nothing gives", () => {
    const needs = "import { getServerSession } from 'next-auth';\n";
    const flask = "from flask import Flask\nfrom flask_debugtoolbar import DebugToolbarExtension\napp = Flask(__name__)\ntoolbar = DebugToolbarExtension(app)\n";
    const root = stagedProject({ "a.py": flask, "b.js": needs });
    expect(told(root).findings).toEqual(["a.py:2 missing-key warning"]);
    update(root);
    write(root, "a.py", `\n${flask}`);
    expect(check(root)).toMatchObject({ status: 0, silenced: ["a.py:3 baseline"] });
  });
});

describe("entries whose keys are gone", () => {
  test("are said, and removed when asked", () => {
    const root = accepted({ "a.py": leak, "b.py": other, "gone.py": leak });
    write(root, "a.py", clean);
    unlinkSync(join(root, "gone.py"));
    expect(keylint(root, ["--baseline", file]).stdout).toBe("No leaked or weak keys in 2 files. 1 was in the baseline. 2 entries of the baseline are stale: keylint baseline prune.\n");
    expect(JSON.parse(check(root).stdout)).toMatchObject({ staleEntries: [{ path: "a.py", slot: "flask/secret-key", name: "secret_key" }, { path: "gone.py" }] });
    write(root, "new.js", leakInJavaScript);
    expect(prune(root)).toEqual({ status: 0, stdout: "", stderr: `keylint: ${file}: 1 entry; 2 stale removed.\n` });
    expect(entries(root)).toEqual([entry("b.py")]);
    expect(check(root).findings).toEqual([found("new.js")]);
    const before = read(root);
    prune(root);
    expect(read(root)).toBe(before);
  });

  test("an update removes them too", () => {
    const root = accepted({ "a.py": leak, "b.py": other });
    unlinkSync(join(root, "a.py"));
    expect(update(root).stderr).toContain("1 entry, 0 of them new; 1 stale removed.");
    expect(entries(root)).toEqual([entry("b.py")]);
  });

  test("not where nobody looked: in another folder, in a file that was not named, in one that cannot be read", () => {
    const root = accepted({ "one/a.py": leak, "two/a.py": other, "three/a.py": leak.replace(key, key.replaceAll("a", "b")) });
    for (const path of ["one/a.py", "two/a.py"]) write(root, path, clean);
    rmSync(join(root, "three/a.py"));
    mkdirSync(join(root, "three/a.py"));
    expect(update(root, "one/a.py").stderr).toContain("3 entries");
    expect(update(root, "one").stderr).toContain("2 entries, 0 of them new; 1 stale removed.");
    const unreadable = accepted({ "a.py": leak, "keylint.config.json": "{}" });
    write(unreadable, "keylint.config.json", '{ "limits": { "fileBytes": 100 } }');
    expect(prune(unreadable).stderr).toContain("1 entry; 0 stale removed.");
  });
});

describe("a merge of two branches", () => {
  /** Both branches change something and renew the baseline. */
  function merged(files: Readonly<{ [path: string]: string }>, ours: (root: string) => void, theirs: (root: string) => void): string {
    const root = repositoryWith(files);
    update(root);
    const commit = (): void => {
      git(root, "add", "--all");
      git(root, "commit", "--quiet", "--message", "more");
    };
    commit();
    git(root, "branch", "theirs");
    for (const [branch, change] of [["-", ours], ["theirs", theirs]] as const) {
      if (branch !== "-") git(root, "switch", "--quiet", branch);
      change(root);
      update(root);
      commit();
    }
    git(root, "merge", "--quiet", "-");
    return root;
  }

  const files = Object.fromEntries(["b", "d", "f", "h", "j"].map((name) => [`${name}.py`, leak]));

  test("that added keys in different files, removed one, and moved one", () => {
    const root = merged(files, (root) => {
      write(root, "a.py", leak);
      unlinkSync(join(root, "j.py"));
    }, (root) => {
      write(root, "e.py", leak);
      renameSync(join(root, "f.py"), join(root, "g.py"));
    });
    expect(check(root)).toMatchObject({ status: 0, findings: [] });
    expect(entries(root)).toEqual(["a", "b", "d", "e", "g", "h"].map((name) => entry(`${name}.py`)));
    expect(keylint(root, ["--baseline", file]).stdout).not.toContain("stale");
  });

  test("that added keys side by side, with merge=union", () => {
    const root = merged({ ...files, ".gitattributes": `${file} merge=union\n` }, (root) => write(root, "x.py", leak), (root) => write(root, "y.py", leak));
    expect(check(root)).toMatchObject({ status: 0, findings: [] });
    update(root);
    expect(entries(root)).toEqual(["b", "d", "f", "h", "j", "x", "y"].map((name) => entry(`${name}.py`)));
  });

  test("that is not resolved is said", () => {
    const root = accepted({ "a.py": leak });
    const [head, line] = read(root).split("\n");
    write(root, file, `${head}\n<<<<<<< HEAD\n${line}\n=======\n>>>>>>> theirs\n`);
    expect(check(root)).toMatchObject({ status: 2, stdout: "", stderr: `keylint: ${file}:2: there is a conflict of a merge. Each line stands for itself: keep the lines of both sides and remove the markers.\n` });
    expect(update(root).status).toBe(2);
    expect(read(root)).toContain("<<<<<<<");
  });

  test("whose baselines were made apart is said", () => {
    const [one, two] = [accepted({ "a.py": leak }), accepted({ "b.py": leak })];
    write(one, file, read(one) + read(two).replace("0".repeat(32), "1".repeat(32)));
    expect(check(one).stderr).toContain(`${file}:3: two baselines were put together`);
  });
});
