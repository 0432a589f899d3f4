import { describe, expect, test } from "vitest";
import { clean, key, keylint, leak, stagedProject, told } from "./keylint.ts";

const marked = (comment: string): string => leak.replace(`"${key}"`, `"${key}"  # ${comment}`);

describe("in a comment", () => {
  test("the leading rule silences the finding", () => {
    expect(told(stagedProject({ "app.py": marked("keylint-ignore hardcoded-key -- rotated in 2025") }))).toMatchObject({ status: 0, findings: [], silenced: ["app.py:3 keylint-ignore"], unused: [] });
  });

  test.each([
    ["another rule", "keylint-ignore short-key", "app.py:3 short-key does not lead here: hardcoded-key does, and an ignore must name that one."],
    ["a rule that is none", "keylint-ignore hardcode-key", "app.py:3 it names a rule that does not exist. The nearest is hardcoded-key."],
    ["no rule", "keylint-ignore", "app.py:3 it names no rule. Write keylint-ignore hardcoded-key -- and the reason."],
  ])("%s silences nothing, and is told", (_what, comment, message) => {
    expect(told(stagedProject({ "app.py": marked(comment) }))).toMatchObject({ status: 1, findings: ["app.py:3 hardcoded-key error"], unused: [message] });
  });

  test("where nothing is found is told, in a folder's run only", () => {
    const root = stagedProject({ "app.py": `# keylint-ignore hardcoded-key\n${clean}`, "sub/b.py": `# keylint-ignore short-key\n${clean}` });
    expect(told(root)).toMatchObject({ status: 0, unused: ["app.py:1 no finding of hardcoded-key stands here. Remove it.", "sub/b.py:1 no finding of short-key stands here. Remove it."] });
    expect(told(root, ["sub"]).unused).toEqual(["sub/b.py:1 no finding of short-key stands here. Remove it."]);
    expect(told(root, ["app.py", "--fail-on", "note"])).toMatchObject({ status: 0, unused: [] });
    expect(keylint(root).stdout).toContain("unused ignore");
  });

  test("holds for a finding that is not shown", () => {
    expect(told(stagedProject({ "tests/app.py": marked("keylint-ignore hardcoded-key") }))).toMatchObject({ status: 0, unused: [], hidden: {} });
  });
});

describe("in the configuration", () => {
  const withEntry = (entry: object, from = "", argv: string[] = []) =>
    told(stagedProject({ "app/app.py": leak, "app/other.py": clean, [`${from}keylint.config.json`]: JSON.stringify({ ignore: [{ rule: "hardcoded-key", ...entry }] }) }), argv);

  test.each([
    ["a path", { path: "app/app.py" }],
    ["a folder", { path: "app" }],
    ["a name anywhere", { path: "app.py" }],
    ["a pattern and the key's name", { path: "**/*.py", name: "secret_key" }],
    ["until today", { path: "app/app.py", until: "2026-06-15" }],
  ])("%s", (_what, entry) => {
    expect(withEntry(entry)).toMatchObject({ status: 0, findings: [], silenced: ["app/app.py:3 config"], unused: [] });
  });

  test.each([
    ["another path", { path: "app/b.py" }, "the entry for hardcoded-key in app/b.py silences nothing. Remove it."],
    ["another name", { path: "app", name: "JWT" }, "the entry for hardcoded-key of JWT in app silences nothing. Remove it."],
    ["another rule", { path: "app", rule: "short-key" }, "the entry for short-key in app silences nothing: hardcoded-key leads there, and an ignore must name that one."],
    ["until yesterday", { path: "app", until: "2026-06-14" }, "the entry for hardcoded-key in app ended on 2026-06-14. Remove it, or give it a later date."],
  ])("%s silences nothing, and is told", (_what, entry, message) => {
    expect(withEntry(entry)).toMatchObject({ status: 1, findings: ["app/app.py:3 hardcoded-key error"], unused: [`keylint.config.json:1 ${message}`] });
  });

  test("is relative to the configuration's folder, where its note stands", () => {
    expect(withEntry({ path: "/app.py" }, "app/", ["app"])).toMatchObject({ status: 0, silenced: ["app/app.py:3 config"] });
    expect(withEntry({ path: "/b.py" }, "app/", ["app"]).unused).toEqual([expect.stringMatching(/^app\/keylint\.config\.json:1 /)]);
  });

  test("is not told by a run that sees a part only", () => {
    expect(withEntry({ path: "app/app.py" }, "", ["app/other.py"]).unused).toEqual([]);
    expect(withEntry({ path: "gone.py" }, "", ["app"]).unused).toEqual([]);
  });
});

describe("other tools' markers", () => {
  test("are honoured, and counted", () => {
    const root = stagedProject({ "app.py": marked("nosec B105") });
    expect(told(root)).toMatchObject({ status: 0, silenced: ["app.py:3 nosec"] });
    expect(keylint(root).stdout).toContain("1 silenced by an ignore.");
  });

  test("are not with --no-foreign-ignores", () => {
    expect(told(stagedProject({ "app.py": marked("nosec B105") }), ["--no-foreign-ignores"])).toMatchObject({ status: 1, silenced: [] });
  });
});
