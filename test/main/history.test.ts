import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { execFileSync } from "node:child_process";
import { folderWith, git, hermetic } from "../discover/repository.ts";
import { signedWith } from "../verify/keys.ts";
import { clean, key, keylintLater, leak, type Files } from "./keylint.ts";

/** A finding's past, as far as tests ask of it. */
interface Told {
  readonly region: { readonly path: string; readonly line: number };
  readonly name: string;
  readonly past: { readonly added: Stamp; readonly removed?: Stamp; readonly atHead: boolean; readonly days: number; readonly earlier: number; readonly at: string; readonly places: readonly { readonly path: string }[] };
}
interface Stamp {
  readonly commit: string;
  readonly date: string;
}

const other = leak.replace(key, key.toUpperCase());
const day = (number: number): string => `2020-01-${String(number).padStart(2, "0")}T12:00:00Z`;

/** A repository in which something is done each day from the first of January 2020 on. Gives the commits' names. */
function through(...days: readonly ((root: string) => void)[]): { readonly root: string; readonly commits: readonly string[] } {
  const root = folderWith();
  git(root, "init", "--quiet", "--initial-branch=main");
  return { root, commits: days.map((act, number) => { act(root); return commit(root, day(number + 1)); }) };
}

function commit(root: string, date: string): string {
  git(root, "add", "--all");
  execFileSync("git", ["-C", root, "commit", "--quiet", "--allow-empty", "--message", "m"], { env: { ...hermetic, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date } });
  return git(root, "rev-parse", "HEAD").trim();
}

const put = (files: Files) => (root: string): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
};
const remove = (path: string) => (root: string): void => { rmSync(join(root, path)); };

async function past(root: string, ...argv: readonly string[]): Promise<{ readonly status: number; readonly stderr: string; readonly findings: readonly Told[]; readonly failures: readonly { readonly path: string; readonly message: string }[]; readonly text: string }> {
  const { status, stdout, stderr } = await keylintLater(root, ["history", "--format", "json", ...argv]);
  const { findings, failures } = JSON.parse(stdout === "" ? '{"findings":[],"failures":[]}' : stdout) as { findings: Told[]; failures: { path: string; message: string }[] };
  return { status, stderr, findings, failures, text: stdout };
}

describe("what the commits tell of a key", () => {
  test("a key that was removed is told with the commit that brought it and the one that removed it", async () => {
    const { root, commits } = through(put({ "app.py": leak }), put({ "README": "more" }), put({ "app.py": clean }));
    const { status, findings, text } = await past(root);
    expect(status).toBe(1);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      region: { path: "app.py", line: 3 },
      past: { added: { commit: commits[0], date: "2020-01-01" }, removed: { commit: commits[2], date: "2020-01-03" }, atHead: false, days: 2, earlier: 0, at: commits[0], places: [{ path: "app.py" }] },
    });
    expect(text).not.toContain(key);
  });

  test("a key that is there at HEAD, and how long it has stood", async () => {
    const { root, commits } = through(put({ "app.py": leak }), put({ "app.py": `# more\n${leak}` }), put({ "app.py": `# more\n\n${leak}` }));
    const { findings } = await past(root);
    expect(findings.map(({ past: one }) => one)).toMatchObject([{ added: { commit: commits[0] }, atHead: true, days: 2, earlier: 0 }]);
    expect(findings[0]?.past.removed).toBeUndefined();
  });

  test("a key that came back: the first day, and how long it has stood since it came the last time", async () => {
    const { root } = through(put({ "app.py": leak }), put({ "app.py": clean }), put({ "README": "more" }), put({ "app.py": leak }), put({ "README": "and more" }));
    expect((await past(root)).findings[0]?.past).toMatchObject({ added: { date: "2020-01-01" }, atHead: true, days: 1 });
    expect((await keylintLater(root, ["history"])).stdout).toMatch(/Since 2020-01-01 \(\w+\), 1 day without a break up to HEAD\./);
  });

  test("a program that gives a variable its value, which another program of HEAD takes for a key", async () => {
    const reads = 'import os\nfrom flask import Flask\napp = Flask(__name__)\napp.secret_key = os.environ["BLUE"]\n';
    const { root } = through(put({ "app.py": reads, "start.py": `import os\nSECRET_KEY = "${key}"\nos.environ["BLUE"] = "${key.toUpperCase()}"\n` }));
    const { findings } = await past(root);
    expect(findings.map(({ region: { path, line } }) => `${path}:${line}`).sort()).toEqual(["start.py:2", "start.py:3"]);
  });

  test("a key that took the place of another", async () => {
    const { root, commits } = through(put({ "app.py": leak }), put({ "app.py": other }), put({ "a.txt": "" }));
    const { findings } = await past(root);
    expect(findings.map(({ past: one }) => [one.atHead, one.added.commit, one.removed?.commit, one.earlier, one.days])).toEqual([
      [false, commits[0], commits[1], 0, 1],
      [true, commits[1], undefined, 1, 1],
    ]);
  });

  test("a renamed file brings and removes nothing", async () => {
    const { root, commits } = through(put({ "app.py": leak }), (at) => { renameSync(join(at, "app.py"), join(at, "main.py")); }, put({ "main.py": `import os\n${leak}` }));
    const { findings } = await past(root);
    expect(findings).toMatchObject([{ past: { added: { commit: commits[0] }, atHead: true, places: [{ path: "app.py" }, { path: "main.py" }] } }]);
  });

  test("one key in two files is removed when the last of them loses it", async () => {
    const { root, commits } = through(put({ "a.py": leak }), put({ "b.py": leak }), remove("a.py"), remove("b.py"));
    const { findings } = await past(root);
    expect(findings).toMatchObject([{ past: { added: { commit: commits[0] }, removed: { commit: commits[3] }, places: [{ path: "a.py" }, { path: "b.py" }] } }]);
  });

  test("a key that is copied before its first file goes has stood since it came", async () => {
    const { root, commits } = through(put({ "a.py": leak }), put({ "b.py": leak }), remove("a.py"), put({ "x": "" }));
    expect((await past(root)).findings).toMatchObject([{ past: { added: { commit: commits[0] }, atHead: true, days: 3 } }]);
  });

  test("a key that came back", async () => {
    const { root, commits } = through(put({ "app.py": leak }), put({ "app.py": clean }), put({ "app.py": leak }), put({ "x": "" }));
    const { findings } = await past(root);
    expect(findings).toMatchObject([{ past: { added: { commit: commits[0] }, atHead: true, days: 1 } }]);
  });

  test("a key that a merge made, and one of another branch", async () => {
    const { root } = through(put({ "app.py": clean }));
    git(root, "checkout", "--quiet", "-b", "side");
    put({ "app.py": leak })(root);
    const side = commit(root, day(2));
    git(root, "checkout", "--quiet", "main");
    put({ "app.py": `${clean}# main\n` })(root);
    commit(root, day(3));
    expect((await past(root)).findings).toMatchObject([{ past: { added: { commit: side }, atHead: false } }]);
    expect((await past(root)).findings[0]?.past.removed).toBeUndefined();
    expect((await past(root, "main")).findings).toEqual([]);
    expect(() => git(root, "merge", "--quiet", "side")).toThrow();
    put({ "app.py": other })(root);
    const merge = commit(root, day(4));
    expect((await past(root)).findings.map(({ past: one }) => [one.added.commit, one.atHead, one.removed?.commit])).toEqual([[side, false, undefined], [merge, true, undefined]]);
  });

  test("only commits of a range", async () => {
    const { root, commits } = through(put({ "old.py": leak }), put({ "new.py": other }));
    expect((await past(root, "HEAD~1..HEAD")).findings).toMatchObject([{ region: { path: "new.py" }, past: { added: { commit: commits[1] } } }]);
    expect((await past(root, "HEAD~1")).findings).toMatchObject([{ region: { path: "old.py" } }]);
    const wrong = await past(root, "nosuch..HEAD");
    expect(wrong).toMatchObject({ status: 2, stderr: "keylint: git does not know nosuch..HEAD. keylint history takes commits and ranges of them, as git log does: keylint history v1.0..main.\n" });
  });

  test("the variable that programs of HEAD read says what a file of settings held", async () => {
    const program = 'import os\nfrom flask import Flask\napp = Flask(__name__)\napp.secret_key = os.environ["BLUE_TIGER"]\n';
    const { root, commits } = through(put({ "app.py": program, ".env": `BLUE_TIGER=${key}\n` }), remove(".env"));
    expect((await past(root)).findings).toMatchObject([{ region: { path: ".env" }, name: "BLUE_TIGER", past: { added: { commit: commits[0] }, removed: { commit: commits[1] } } }]);
  });

  test("a value that stands in the line beside its name, as in Kubernetes", async () => {
    const program = 'import os\nfrom flask import Flask\napp = Flask(__name__)\napp.secret_key = os.environ["BLUE_TIGER"]\n';
    const pod = (value: string): string => `kind: Pod\nspec:\n  containers:\n    - name: web\n      env:\n        - name: BLUE_TIGER\n          value: ${value}\n        - name: OTHER\n          value: x\n`;
    const { root, commits } = through(put({ "app.py": program, "pod.yml": pod(key) }), put({ "pod.yml": pod(key.toUpperCase()) }), put({ "pod.yml": pod("$(ELSEWHERE)") }));
    expect((await past(root)).findings.map((one) => [one.past?.added.commit, one.past?.removed?.commit])).toEqual([[commits[0], commits[1]], [commits[1], commits[2]]]);
  });

  test("versions that differ beside their keys are judged once, and those that differ in them each time", async () => {
    const versions = Array.from({ length: 12 }, (_, n) => put({ "app.py": `${leak.replace(key, n < 6 ? key : key.toUpperCase())}${"\n".repeat(5)}x = ${n}\n` }));
    const { root, commits } = through(...versions);
    const { findings, text } = await past(root);
    expect(findings.map(({ past: one }) => [one.added.commit, one.removed?.commit])).toEqual([[commits[0], commits[6]], [commits[6], undefined]]);
    expect((JSON.parse(text) as { counts: { read: number } }).counts.read).toBe(2);
  });

  test("a version that cannot be understood hides no key of those after it", async () => {
    const program = (end: string): string => `const session = require("express-session");\nconst SECRET = "${key}";\nconst app = require("express")();\nfunction other() {\n  return 1;\n${end}\n\n\n\napp.use(session({ secret: SECRET }));\n`;
    const { root, commits } = through(put({ "app.js": program("") }), put({ "app.js": program("}") }), put({ "app.js": "" }));
    expect((await past(root)).findings.map(({ past: one }) => [one.added.commit, one.removed?.commit])).toEqual([[commits[1], commits[2]]]);
  });

  test("a version that cannot be understood removes nothing", async () => {
    const program = (end: string): string => `const session = require("express-session");\nconst SECRET = "${key}";\nconst app = require("express")();\nfunction other() {\n  return 1;\n${end}\n\n\n\napp.use(session({ secret: SECRET }));\n`;
    const { root, commits } = through(put({ "app.js": program("}") }), put({ "app.js": program("") }), put({ "app.js": `// more\n${program("")}` }), put({ "app.js": program("}\n") }), put({ "x": "" }));
    expect((await past(root)).findings).toMatchObject([{ past: { added: { commit: commits[0] }, atHead: true, days: 4 } }]);
    rmSync(join(root, "app.js"));
    const last = commit(root, day(6));
    expect((await past(root)).findings).toMatchObject([{ past: { added: { commit: commits[0] }, removed: { commit: last }, days: 5 } }]);
  });

  test("a value that is changed far from its use", async () => {
    const far = (value: string): string => `from flask import Flask\nDEFAULT = "${value}"\n${"x = 1\n".repeat(30)}app = Flask(__name__)\n\n\n\n\napp.secret_key = DEFAULT\n`;
    const { root, commits } = through(put({ "app.py": far(key) }), put({ "app.py": far(key.toUpperCase()) }));
    expect((await past(root)).findings.map(({ past: one }) => [one.added.commit, one.removed?.commit])).toEqual([[commits[0], commits[1]], [commits[1], undefined]]);
  });
});

describe("repositories as they are", () => {
  test("no commit, no repository, one without a work tree", async () => {
    const empty = folderWith();
    git(empty, "init", "--quiet");
    expect(await past(empty)).toMatchObject({ status: 0, findings: [] });
    expect(await past(folderWith())).toMatchObject({ status: 2, stderr: "keylint: The history is asked of git. There is no git repository here. Run it inside of one.\n" });
    const { root } = through(put({ "app.py": leak }));
    const bare = folderWith();
    git(bare, "clone", "--quiet", "--mirror", root, "mirror.git");
    expect((await past(join(bare, "mirror.git"))).findings).toHaveLength(1);
  });

  test("a shallow clone is said", async () => {
    const { root } = through(put({ "app.py": leak }), put({ "app.py": clean }));
    const shallow = folderWith();
    git(shallow, "clone", "--quiet", "--depth=1", `file://${root}`, "clone");
    const { findings, stderr } = await past(join(shallow, "clone"));
    expect(findings).toEqual([]);
    expect(stderr).toContain("This clone holds the newest commits only");
  });

  test("a partial clone says what it lacks, and fetches nothing", async () => {
    const { root } = through(put({ "app.py": leak }), put({ "app.py": clean }));
    git(root, "config", "uploadpack.allowFilter", "true");
    const partial = folderWith();
    git(partial, "clone", "--quiet", "--filter=blob:none", `file://${root}`, "clone");
    const { status, failures } = await past(join(partial, "clone"));
    expect(status).toBe(0);
    expect(failures.map(({ path, message }) => `${path}: ${message}`)).toEqual(["app.py: of its versions, 1 could not be read: git does not have it in this clone, which is a partial one or damaged; fetch it, or try git fsck"]);
    expect((await past(join(partial, "clone"), "--strict")).status).toBe(2);
  });

  test("an object that is missing or damaged takes nothing else with it", async () => {
    const { root } = through(put({ "a.py": leak, "b.py": other, "c.py": clean }));
    const id = git(root, "rev-parse", "HEAD:a.py").trim();
    const file = join(root, ".git/objects", id.slice(0, 2), id.slice(2));
    rmSync(file);
    writeFileSync(file, "damaged");
    const { findings, failures } = await past(root);
    expect(findings.map(({ region }) => region.path)).toEqual(["b.py"]);
    expect(failures).toMatchObject([{ path: "a.py" }]);
  });

  test("a missing tree is a failure, not a clean report", async () => {
    const { root } = through(put({ "a.py": leak }), put({ "b.py": clean }));
    const id = git(root, "rev-parse", "HEAD~1^{tree}").trim();
    rmSync(join(root, ".git/objects", id.slice(0, 2), id.slice(2)));
    const { status, failures } = await past(root);
    expect(status).toBe(2);
    expect(failures[0]?.message).toContain("git stopped after");
  });

  test("replace refs and grafts hide nothing", async () => {
    const { root, commits } = through(put({ "app.py": leak }), put({ "app.py": clean }), put({ "x": "" }));
    const blob = git(root, "rev-parse", "HEAD~2:app.py").trim();
    git(root, "replace", blob, git(root, "rev-parse", "HEAD:app.py").trim());
    mkdirSync(join(root, ".git/info"), { recursive: true });
    writeFileSync(join(root, ".git/info/grafts"), `${commits[1] ?? ""}\n`);
    expect((await past(root)).findings).toMatchObject([{ past: { added: { commit: commits[0] } } }]);
  });

  test("a branch that was rewritten: what it held is still in the repository only where something names it", async () => {
    const { root } = through(put({ "app.py": leak }));
    put({ "app.py": clean })(root);
    git(root, "add", "--all");
    git(root, "commit", "--quiet", "--amend", "--message", "m");
    expect((await past(root)).findings).toEqual([]);
    expect((await past(root, "HEAD@{1}")).findings).toHaveLength(1);
  });

  test("a linked work tree and borrowed objects", async () => {
    const { root } = through(put({ "app.py": leak }), put({ "app.py": clean }));
    const beside = folderWith();
    git(root, "worktree", "add", "--quiet", join(beside, "linked"), "HEAD");
    git(beside, "clone", "--quiet", "--shared", root, "shared");
    expect((await past(join(beside, "linked"))).findings).toHaveLength(1);
    expect((await past(join(beside, "shared"))).findings).toHaveLength(1);
  });

  test("the repository's settings run no program", async () => {
    const { root } = through(put({ "app.py": leak }), put({ "app.py": clean }));
    const program = join(root, "run.sh");
    writeFileSync(program, `#!/bin/sh\ntouch ${join(root, "ran")}\nexit 0\n`, { mode: 0o755 });
    for (const [name, value] of [["log.showSignature", "true"], ["gpg.program", program], ["core.fsmonitor", program], ["diff.external", program], ["core.pager", program], ["diff.x.textconv", program], ["core.alternateRefsCommand", program]]) git(root, "config", name ?? "", value ?? "");
    writeFileSync(join(root, ".gitattributes"), "*.py diff=x filter=x\n");
    git(root, "config", "filter.x.smudge", program);
    expect((await past(root)).findings).toHaveLength(1);
    expect(existsSync(join(root, "ran"))).toBe(false);
  });
});

describe("what is told, and how", () => {
  test("in words", async () => {
    const { root, commits } = through(put({ "app.py": leak }), put({ "app.py": clean }));
    const { stdout } = await keylintLater(root, ["history"]);
    const [added = "", removed = ""] = commits.map((name) => name.slice(0, 10));
    expect(stdout).toContain(`app.py:3:18 in ${added}  error  hardcoded-key\n`);
    expect(stdout).toContain(`  past From 2020-01-01 (${added}) to 2020-01-02 (${removed}), 1 day.\n`);
    expect(stdout).toContain("1 key to mend (1 error) in 2 versions of 1 file, 2 commits.\n");
    expect(stdout).not.toContain(key);
  });

  test("contexts that were not asked for are not read", async () => {
    const { root } = through(put({ "tests/app.py": leak }));
    expect((await past(root)).findings).toEqual([]);
    expect((await past(root, "--context", "all")).findings).toHaveLength(1);
  });

  test("ignores in the version and in the configuration hold", async () => {
    const { root } = through(put({ "a.py": leak.replace("\n", "\n# keylint-ignore hardcoded-key -- known\n").replace("app = Flask(__name__)\n", "").replace("# keylint", "app = Flask(__name__)\n# keylint"), "b.py": other }));
    put({ "keylint.config.json": JSON.stringify({ ignore: [{ rule: "hardcoded-key", path: "b.py", reason: "known" }] }) })(root);
    const { findings, text } = await past(root);
    expect(findings).toEqual([]);
    expect((JSON.parse(text) as { suppressed: unknown[] }).suppressed).toHaveLength(2);
  });

  test("an ignore that came later silences the key, and removes nothing", async () => {
    const accepted = leak.replace("app.secret_key", "# keylint-ignore hardcoded-key -- known\napp.secret_key");
    const { root, commits } = through(put({ "app.py": leak }), put({ "app.py": accepted }), put({ "app.py": `${accepted}# more\n` }));
    const { findings, text } = await past(root);
    expect(findings).toEqual([]);
    expect((JSON.parse(text) as { suppressed: { by: string; reason: string }[] }).suppressed).toMatchObject([{ by: "keylint-ignore", reason: "known" }]);
    put({ "app.py": `# again\n${leak}` })(root);
    commit(root, day(4));
    expect((await past(root)).findings).toMatchObject([{ past: { added: { commit: commits[0] }, atHead: true, days: 3 } }]);
  });

  test("what it does not take", async () => {
    const { root } = through(put({ "app.py": leak }));
    expect((await past(root, "--staged")).stderr).toBe("keylint: keylint history does not take --staged; leave it out.\n");
  });

  test("SARIF tells the commits, and one file's keys apart", async () => {
    const { root, commits } = through(put({ "app.py": leak }), put({ "app.py": other }));
    const { stdout } = await keylintLater(root, ["history", "--format", "sarif"]);
    const { runs } = JSON.parse(stdout) as { runs: { results: { message: { text: string }; partialFingerprints: { primaryLocationLineHash: string }; properties: { past: { added: Stamp } } }[] }[] };
    const results = runs[0]?.results ?? [];
    expect(results.map(({ properties }) => properties.past.added.commit)).toEqual(commits);
    expect(new Set(results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash)).size).toBe(2);
    expect(results[0]?.message.text).toContain("From 2020-01-01");
  });
});

describe("never twice", () => {
  const skipped = async (root: string, ...argv: readonly string[]): Promise<number> => Number(/(\d+) versions hold nothing/.exec((await past(root, "--debug", ...argv)).stderr)?.[1] ?? 0);

  test("a version that held nothing is not read again, and the report is the same", async () => {
    const { root } = through(put({ "app.py": leak, "a.py": "x = 1\n", ".env": "A=1\n" }), put({ "app.py": clean, "a.py": "x = 2\n" }));
    const first = await past(root, "--debug");
    expect(first.stderr).not.toContain("hold nothing");
    const second = await past(root, "--debug");
    expect(second.stderr).toContain("3 versions hold nothing, as an earlier run found, and are not read again");
    expect(second.text).toBe(first.text);
    expect((await past(root, "--no-cache")).text).toBe(first.text);
    expect(await skipped(root, "--no-cache")).toBe(0);
  });

  test("what is looked for says what held nothing", async () => {
    const { root, commits } = through(put({ "a.py": `BLUE = "${key}"\n`, "b.env": `BLUE_TIGER=${key}\n` }), put({ "b.env": "" }));
    expect((await past(root)).findings).toEqual([]);
    put({ "keylint.config.json": JSON.stringify({ slots: [{ id: "blue", label: "blue", at: [{ setting: "BLUE" }] }] }) })(root);
    expect((await past(root)).findings.map(({ region }) => region.path)).toEqual(["a.py"]);
    rmSync(join(root, "keylint.config.json"));
    put({ "app.py": 'import os\nfrom flask import Flask\napp = Flask(__name__)\napp.secret_key = os.environ["BLUE_TIGER"]\n' })(root);
    commit(root, day(3));
    expect((await past(root)).findings).toMatchObject([{ region: { path: "b.env" }, past: { added: { commit: commits[0] } } }]);
  });
});

describe("keylint merge", () => {
  test("histories of several repositories make one report", async () => {
    const [shop, api] = [through(put({ "app.py": leak }), put({ "app.py": clean })), through(put({ "app.py": other }))];
    const beside = folderWith();
    for (const [name, { root }] of Object.entries({ shop, api })) for (const format of ["json", "sarif"]) await keylintLater(root, ["history", "--format", format, "--output", join(beside, `${name}.${format}`)]);
    const { status, stdout } = await keylintLater(beside, ["merge", "--format", "json", "shop.json", "api.json"]);
    expect(status).toBe(1);
    expect((JSON.parse(stdout) as { findings: (Told & { repository: string })[] }).findings.map(({ repository, past: one }) => [repository, one.added.commit])).toEqual([["api", api.commits[0]], ["shop", shop.commits[0]]]);
    const sarif = await keylintLater(beside, ["merge", "--format", "sarif", "shop.sarif", "api.sarif"]);
    expect((JSON.parse(sarif.stdout) as { runs: { results: unknown[] }[] }).runs[0]?.results).toHaveLength(2);
  });
});

describe("keylint verify --history", () => {
  const program = `import jwt\n\njwt.encode({}, "${key}")\n`;
  const verify = (root: string, token: string, ...argv: readonly string[]) => keylintLater(root, ["verify", "--history", ...argv], { stdin: () => Buffer.from(token) });

  test("a key that was removed signed this token", async () => {
    const { root, commits } = through(put({ "tests/app.py": program }), put({ "tests/app.py": "" }));
    const { status, stdout, stderr } = await verify(root, signedWith(key));
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toContain(`jwt.encode in tests/app.py:3 in ${commits[0]?.slice(0, 10) ?? ""} signed this JWT. `);
    expect(stdout).not.toContain(key);
  });

  test("none of any commit did, and what could not be read is said", async () => {
    const { root } = through(put({ "app.py": program }), put({ "app.py": "" }));
    expect((await verify(root, signedWith("nobody's"))).status).toBe(0);
    const id = git(root, "rev-parse", "HEAD~1:app.py").trim();
    rmSync(join(root, ".git/objects", id.slice(0, 2), id.slice(2)));
    const { status, stderr } = await verify(root, signedWith(key));
    expect(status).toBe(0);
    expect(stderr).toContain("Not all of the history was read: app.py: of its versions, 1 could not be read");
  });

  test("no repository, no token", async () => {
    expect(await verify(folderWith(), signedWith(key))).toMatchObject({ status: 2, stderr: "keylint: The history is asked of git. There is no git repository here. Run it inside of one.\n" });
    const { root } = through(put({ "app.py": program }));
    expect((await verify(root, "no token")).status).toBe(2);
  });
});
