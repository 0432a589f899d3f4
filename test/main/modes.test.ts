import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith } from "../discover/repository.ts";
import { clean, key, keylint, leak, stagedProject, told } from "./keylint.ts";

/** `app/main.py` takes its key from `config.py`, where it stands. */
const linked = {
  "app/main.py": "from flask import Flask\nfrom config import KEY\napp = Flask(__name__)\napp.secret_key = KEY\n",
  "config.py": `KEY = "${key}"\n`,
  "other/main.py": leak,
};

describe("a folder", () => {
  test("sees the whole, and reports its part", () => {
    const root = stagedProject(linked);
    expect(told(root).findings).toEqual(["config.py:1 hardcoded-key error", "other/main.py:3 hardcoded-key error"]);
    expect(told(root, ["other"]).findings).toEqual(["other/main.py:3 hardcoded-key error"]);
    expect(told(root, ["app", "other"]).findings).toEqual(["other/main.py:3 hardcoded-key error"]);
    expect(told(stagedProject({ "lib/config.py": linked["config.py"], "app/main.py": linked["app/main.py"].replace("from config", "from lib.config") }), ["lib"]).findings).toEqual(["lib/config.py:1 hardcoded-key error"]);
  });

  test("whose name begins like another's", () => {
    expect(told(stagedProject({ "app/a.py": leak, "app2/a.py": leak }), ["app"]).findings).toEqual(["app/a.py:3 hardcoded-key error"]);
  });

  test.each([["."], ["./"], ["../$"], ["../$/"], ["other/.."]])("can be written %s", (written) => {
    const root = stagedProject(linked);
    expect(told(root, [written.replace("$", root.slice(dirname(root).length + 1))]).findings).toHaveLength(2);
  });
});

describe("named files", () => {
  test("are read, and references followed forward; what is elsewhere is for another run", () => {
    const root = stagedProject(linked);
    expect(told(root, ["app/main.py"])).toMatchObject({ status: 0, findings: [], files: 1 });
    expect(told(root, ["config.py"])).toMatchObject({ status: 0, findings: [] });
    expect(told(root, ["app/main.py", "config.py"]).findings).toEqual(["config.py:1 hardcoded-key error"]);
    expect(told(root, ["other/main.py"]).findings).toEqual(["other/main.py:3 hardcoded-key error"]);
  });

  test("see the files around them where there is no git, from the current directory on", () => {
    expect(told(folderWith(linked), ["app/main.py", "config.py"]).findings).toEqual(["config.py:1 hardcoded-key error"]);
  });

  test("given twice count once", () => {
    expect(told(stagedProject(linked), ["other/main.py", "./other/main.py"])).toMatchObject({ findings: ["other/main.py:3 hardcoded-key error"], files: 1 });
  });

  test("together with a folder", () => {
    expect(told(stagedProject({ ...linked, "third/main.py": leak }), ["config.py", "other"]).findings).toEqual(["config.py:1 hardcoded-key error", "other/main.py:3 hardcoded-key error"]);
  });

  test.each(["node_modules/x/app.py", "ignored/app.py", "gen/app.py"])("obey ignores: %s is skipped", (name) => {
    const root = stagedProject({ ".gitignore": "ignored\n", "keylint.config.json": '{"exclude": ["gen"]}', [name]: leak });
    expect(told(root, [name])).toMatchObject({ status: 0, findings: [], files: 0, failures: [] });
    expect(told(root, [name, "--no-ignore"])).toMatchObject({ status: 1, findings: [`${name}:3 hardcoded-key error`] });
  });

  test("that are links stand for their targets in the tree; one out of it is not followed, and that is said", () => {
    const root = stagedProject({ "real/app.py": leak });
    symlinkSync("real/app.py", join(root, "link.py"));
    symlinkSync(join(folderWith({ "outside.py": leak }), "outside.py"), join(root, "out.py"));
    expect(told(root, ["link.py"]).findings).toEqual(["real/app.py:3 hardcoded-key error"]);
    const out = told(root, ["out.py"]);
    expect(out).toMatchObject({ status: 0, findings: [] });
    expect(out.stderr).toContain("out.py is a link that leads out of the scanned tree; keylint does not follow it.");
  });
});

describe("what git ignores", () => {
  const files = { ".gitignore": "local.py\n", "app.py": "from flask import Flask\nfrom local import KEY\napp = Flask(__name__)\napp.secret_key = KEY\n", "local.py": `KEY = "${key}"\n` };

  test.each([[[]], [["app.py"]], [["--no-ignore"]]])("does not exist for references either: %j", (argv) => {
    expect(told(stagedProject(files), argv)).toMatchObject({ status: 0, findings: [] });
  });

  test("is the same without git", () => {
    expect(told(folderWith(files))).toMatchObject({ status: 0, findings: [] });
  });
});

test("--no-ignore looks at vendored, built and excluded files", () => {
  const root = stagedProject({ "vendor/a.py": leak, "b.py": leak, "c.min.js": clean, "keylint.config.json": '{"exclude": ["b.py"]}' });
  expect(told(root).findings).toEqual([]);
  expect(told(root, ["--no-ignore"]).findings).toEqual(["b.py:3 hardcoded-key error", "vendor/a.py:3 hardcoded-key error"]);
});

describe("paths", () => {
  test("are from the git top level, wherever keylint is called", () => {
    const root = stagedProject({ "app/web/main.py": leak });
    const [top, below] = [keylint(root, ["--format", "sarif"]), keylint(join(root, "app/web"), ["--format", "sarif"])];
    expect(top.stdout).toContain("app/web/main.py");
    expect(below.stdout).toBe(top.stdout);
    expect(keylint(join(root, "app"), ["--format", "sarif", "web/main.py"]).stdout).toBe(top.stdout);
  });

  test("are from the current directory where there is no git", () => {
    const root = folderWith({ "app/web/main.py": leak, "b/c.py": leak });
    expect(told(root).findings).toEqual(["app/web/main.py:3 hardcoded-key error", "b/c.py:3 hardcoded-key error"]);
    expect(told(root, ["app"]).findings).toEqual(["app/web/main.py:3 hardcoded-key error"]);
    expect(told(root, ["b/c.py", "app/web/main.py"]).findings).toEqual(["app/web/main.py:3 hardcoded-key error", "b/c.py:3 hardcoded-key error"]);
    expect(told(join(root, "app"), ["../b"]).findings).toEqual(["../b/c.py:3 hardcoded-key error"]);
  });

  test("of several repositories", () => {
    const [first, second] = [stagedProject({ "a.py": leak }), stagedProject({ "b.py": leak, "keylint.config.json": '{"rules": {"hardcoded-key": "warning"}}' })];
    const { findings } = told(first, [".", relative(first, second)]);
    expect(findings).toEqual(["a.py:3 hardcoded-key error", "b.py:3 hardcoded-key warning"]);
  });
});

describe("names that look like options", () => {
  test.each([["-x.py"], ["--strict.py"], ["-"], ["--format.py"]])("%s is a file", (name) => {
    const file = name === "-" ? "-/a.py" : name;
    const root = stagedProject({ [file]: leak });
    expect(told(root, [name]).findings).toEqual([`${file}:3 hardcoded-key error`]);
    expect(told(root, ["--", name]).findings).toEqual([`${file}:3 hardcoded-key error`]);
  });

  test("one of an option's very name cannot switch a check off", () => {
    const root = stagedProject({ "app.py": leak });
    writeFileSync(join(root, "--fail-on=never"), "");
    mkdirSync(join(root, "--no-config"));
    for (const argv of [["app.py", "--fail-on=never"], ["app.py", "--no-config"]]) {
      const { status, stderr } = keylint(root, argv);
      expect(status).toBe(2);
      expect(stderr).toContain("put files after --");
    }
    expect(keylint(root, ["--", "app.py", "--fail-on=never", "--no-config"]).status).toBe(1);
  });
});
