import { describe, expect, test } from "vitest";
import { applyIgnores, ignoresIn, type Ignored, type Ignoring } from "../src/suppress.ts";
import type { Finding } from "../src/types/finding.ts";
import { lintFiles } from "./support/lint.ts";
import { findingOn, moduleOf } from "./suppress/places.ts";

const knownRules = ["hardcoded-key", "short-key", "empty-key"];

function apply(text: string, findings: readonly Finding[], more: Partial<Ignoring> = {}, path = "app.py"): Ignored {
  return applyIgnores(findings, new Map([[path, moduleOf(text, path)]]), { foreign: true, knownRules, configured: [], today: "2026-06-15", reportUnused: true, ...more });
}

function findingIn(path: string, line: number): Finding {
  return findingOn(line, { region: { path, line, column: 1, endLine: line, endColumn: 2 } });
}

function messages({ unused }: Ignored): readonly string[] {
  return unused.map(({ message }) => message);
}

describe("what a comment says", () => {
  test.each([
    ["# keylint-ignore short-key -- only for a demo", ["short-key"], "only for a demo"],
    ["# keylint-ignore short-key", ["short-key"], undefined],
    ["# keylint-ignore short-key,empty-key, hardcoded-key -- a -- b", ["short-key", "empty-key", "hardcoded-key"], "a -- b"],
    ["# keylint-ignore: short-key", ["short-key"], undefined],
    ["# keylint-ignore short-key # noqa", ["short-key"], undefined],
    ["# noqa # keylint-ignore short-key", ["short-key"], undefined],
    ["# keylint-ignore", [], undefined],
    ["# keylint-ignore -- why", [], "why"],
    ["# keylint-ignore short-key --", ["short-key"], undefined],
    ["# keylint-ignore short-key -- src/*/a --> b", ["short-key"], "src/*/a --> b"],
    ["# keylint-ignore short-key: why", ["short-key:", "why"], undefined],
    ["#keylint-ignore short-key", ["short-key"], undefined],
    ["#   keylint-ignore short-key", ["short-key"], undefined],
  ])("%s", (comment, rules, reason) => {
    const [ignore, ...others] = ignoresIn(moduleOf(`a = 1\nb = 2  ${comment}\n`));
    expect(ignore).toMatchObject({ path: "app.py", line: 2, rules });
    expect(ignore?.reason).toBe(reason);
    expect(others).toEqual([]);
  });

  test.each(["# see keylint-ignore in the handbook", `# see keylint-ignore in the handbook${", which has it all".repeat(9)}`, "# not;at-all-keylint-ignore short-key", "# keylint-ignores short-key", "# keylint-ignore-all", `a = "# keylint-ignore short-key"`])("%s is no ignore", (text) => {
    expect(ignoresIn(moduleOf(text))).toEqual([]);
  });

  test("a block comment in JavaScript", () => {
    const text = "/*\n * Why not.\n * keylint-ignore short-key -- a demo\n */\na = 1; /* keylint-ignore empty-key */\n";
    const ignores = ignoresIn(moduleOf(text, "app.js"));
    expect(ignores.map(({ line, rules, reason }) => [line, rules, reason])).toEqual([[4, ["short-key"], "a demo"], [5, ["empty-key"], undefined]]);
    expect(ignores.map(({ span }) => text.slice(span.start, span.end))).toEqual(["keylint-ignore short-key -- a demo", "keylint-ignore empty-key"]);
  });

  test("a line of a comment without a sign before it", () => {
    expect(ignoresIn(moduleOf("/*\n  Why not.\n  keylint-ignore short-key\n*/\n", "app.js")).map(({ rules }) => rules)).toEqual([["short-key"]]);
    expect(ignoresIn(moduleOf("/*\n  Why not?\n  See keylint-ignore short-key\n*/\n", "app.js"))).toEqual([]);
  });

  test("so many rules only", () => {
    expect(ignoresIn(moduleOf(`# keylint-ignore ${Array.from({ length: 100 }, (_, index) => `rule-${index}`).join(" ")}\n`))[0]?.rules).toHaveLength(40);
  });
});

test.each(["<!-- keylint-ignore short-key -->", "<!--keylint-ignore short-key-->", "<!--   keylint-ignore short-key -->", "# keylint-ignore short-key"])("a comment in a document: %s", (comment) => {
  const { unused } = lintFiles({ "README.md": `${comment}\n\n~~~python\n# keylint-ignore\n~~~\n` });
  expect(unused.map(({ region }) => region.line)).toEqual(comment.startsWith("<") ? [1, 4] : [4]);
});

describe("an ignore silences the whole finding", () => {
  test.each([
    ["on its line", `k = "x"  # keylint-ignore hardcoded-key -- a demo\n`, 1],
    ["on the line before", `# keylint-ignore hardcoded-key -- a demo\nk = "x"\n`, 2],
    ["with comments between", `# keylint-ignore hardcoded-key -- a demo\n# more\n  # and more\nk = "x"\n`, 4],
    ["with its leading rule among others", `k = "x"  # keylint-ignore hardcoded-key -- a demo`, 1],
  ])("%s", (_what, text, line) => {
    const finding = findingOn(line);
    expect(apply(text, [finding])).toEqual({ findings: [], suppressed: [{ finding, by: "keylint-ignore", reason: "a demo" }], unused: [] });
  });

  test.each([
    ["in JSX", `{/* keylint-ignore hardcoded-key */}\n<A secret="x" />\n`, 2],
    ["in a comment of several lines", `a = 1;\n/*\n * keylint-ignore hardcoded-key\n * more\n */\nk = "x";\n`, 6],
    ["in one of several comments of a line", `/* keylint-ignore hardcoded-key */ /* more */\nk = "x";\n`, 2],
    ["in a comment that ends on its line", `/* keylint-ignore hardcoded-key\n */ k = "x";\n`, 2],
    ["in a comment that begins on its line", `k = "x"; /* keylint-ignore hardcoded-key\n */\n`, 1],
    ["with blanks after it", `  /* keylint-ignore hardcoded-key */  \nk = "x";\n`, 2],
  ])("%s", (_what, text, line) => {
    expect(apply(text, [findingIn("app.js", line)], {}, "app.js").findings).toEqual([]);
  });

  test("beside another ignore of the same line", () => {
    const finding = findingOn(2);
    const { findings, unused } = apply(`# keylint-ignore hardcoded-key\nk = "x"  # keylint-ignore short-key\n`, [finding]);
    expect({ findings, lines: unused.map(({ region }) => region.line) }).toEqual({ findings: [], lines: [2] });
  });

  test.each([
    ["behind other code, on the line before", `a = 1  # keylint-ignore hardcoded-key\nk = "x"\n`, 2],
    ["before a blank line", `# keylint-ignore hardcoded-key\n\nk = "x"\n`, 3],
    ["on the line after", `k = "x"\n# keylint-ignore hardcoded-key\n`, 1],
    ["before code on its line, on the line before", `a = 1;\n/* keylint-ignore hardcoded-key */ b = 1;\nk = "x";\n`, 3, "app.js"],
    ["before a comment and code on its line", `a = 1;\n/* keylint-ignore hardcoded-key */ b /* more */\nk = "x";\n`, 3, "app.js"],
  ])("but not %s", (_what, text, line, path = "app.py") => {
    const { findings, unused } = apply(text, [findingIn(path, line)], {}, path);
    expect(findings).toHaveLength(1);
    expect(unused.map(({ message }) => message)).toEqual(["no finding of hardcoded-key stands here. Remove it."]);
  });
});

describe("an ignore that silences nothing is told", () => {
  test.each([
    ["another rule than the leading one", "keylint-ignore short-key", "short-key does not lead here: hardcoded-key does, and an ignore must name that one."],
    ["no rule", "keylint-ignore", "it names no rule. Write keylint-ignore hardcoded-key -- and the reason."],
    ["a misspelt rule", "keylint-ignore hardcode-key", "it names a rule that does not exist. The nearest is hardcoded-key."],
    ["an unknown rule", "keylint-ignore everything", "it names a rule that does not exist. keylint explain lists the rules."],
  ])("%s", (_what, comment, message) => {
    const finding = findingOn(1);
    const ignored = apply(`k = "x"  # ${comment}\n`, [finding]);
    expect(ignored.findings).toEqual([finding]);
    expect(messages(ignored)).toEqual([message]);
    expect(ignored.unused[0]?.region).toEqual({ path: "app.py", line: 1, column: 12, endLine: 1, endColumn: 12 + comment.length });
  });

  test("no rule where nothing is found", () => {
    expect(messages(apply("# keylint-ignore\n", []))).toEqual(["it names no rule. Write keylint-ignore RULE -- and the reason."]);
  });

  test("the rules beside the one that works, too", () => {
    const ignored = apply(`k = "x"  # keylint-ignore hardcoded-key, empty-key\n`, [findingOn(1)]);
    expect(ignored.findings).toEqual([]);
    expect(messages(ignored)).toEqual(["empty-key does not lead here: hardcoded-key does, and an ignore must name that one."]);
  });

  test("what it names is never repeated", () => {
    expect(JSON.stringify(apply("# keylint-ignore plainly-invented-words\n", []))).not.toContain("invented");
  });

  test("only when asked for", () => {
    expect(apply("# keylint-ignore\n", [], { reportUnused: false, configured: [{ rule: "short-key", path: "*" }] }).unused).toEqual([]);
  });

  test("sorted by place", () => {
    const lines = apply("a = 1  # keylint-ignore\nb = 1  # keylint-ignore\n", [], { configured: [{ rule: "short-key", path: "*" }] }).unused.map(({ region }) => `${region.path}:${region.line}`);
    expect(lines).toEqual(["app.py:1", "app.py:2", "keylint.config.json:1"]);
  });

  test("sorted by place, in whichever order files and comments were read", () => {
    const [text, twice] = ["a = 1; /* keylint-ignore */ /* keylint-ignore */\n/* keylint-ignore */\n", "a.js"];
    const { comments, ...module } = moduleOf(text, twice);
    const modules = new Map([moduleOf("# keylint-ignore\n", "z.py"), { ...module, comments: comments.toReversed() }, moduleOf("# keylint-ignore\n", "b.py")].map((one) => [one.path, one]));
    const { unused } = applyIgnores([], modules, { foreign: true, knownRules, configured: [{ rule: "short-key", path: "*" }], today: "2026-06-15", reportUnused: true });
    expect(unused.map(({ region }) => `${region.path}:${region.line}:${region.column}`)).toEqual(["a.js:1:11", "a.js:1:32", "a.js:2:4", "b.py:1:3", "keylint.config.json:1:1", "z.py:1:3"]);
  });
});

describe("the configuration's ignores", () => {
  const reason = "read from the vault";

  test.each([
    ["a path", { rule: "hardcoded-key", path: "app.py" }],
    ["a pattern and a name", { rule: "hardcoded-key", path: "**/*.py", name: "SECRET_KEY" }],
    ["the last day", { rule: "hardcoded-key", path: "*.py", until: "2026-06-15" }],
  ])("%s", (_what, entry) => {
    const finding = findingOn(1);
    expect(apply(`k = "x"\n`, [finding], { configured: [{ ...entry, reason }] })).toEqual({ findings: [], suppressed: [{ finding, by: "config", reason }], unused: [] });
  });

  test.each([
    ["another path", { rule: "hardcoded-key", path: "other/**" }, "the entry for hardcoded-key in other/** silences nothing. Remove it."],
    ["another name", { rule: "hardcoded-key", path: "*.py", name: "JWT" }, "the entry for hardcoded-key of JWT in *.py silences nothing. Remove it."],
    ["another rule", { rule: "short-key", path: "*.py" }, "the entry for short-key in *.py silences nothing: hardcoded-key leads there, and an ignore must name that one."],
    ["a rule like none", { rule: "everything", path: "*.py" }, "the entry for everything in *.py names a rule that does not exist."],
    ["a rule that is none", { rule: "short-keys", path: "*.py" }, "the entry for short-keys in *.py names a rule that does not exist. The nearest is short-key."],
    ["a day that has passed", { rule: "hardcoded-key", path: "*.py", until: "2026-06-14" }, "the entry for hardcoded-key in *.py ended on 2026-06-14. Remove it, or give it a later date."],
  ])("%s is told", (_what, entry, message) => {
    const ignored = apply(`k = "x"\n`, [findingOn(1)], { configured: [entry], configPath: "conf/pyproject.toml" });
    expect(ignored.findings).toHaveLength(1);
    expect(messages(ignored)).toEqual([message]);
    expect(ignored.unused[0]?.region.path).toBe("conf/pyproject.toml");
  });
});

describe("other tools' markers", () => {
  test("are honoured and named", () => {
    const finding = findingOn(1);
    expect(apply(`k = "x"  # nosec B105\n`, [finding])).toEqual({ findings: [], suppressed: [{ finding, by: "nosec" }], unused: [] });
  });

  test("unless that is turned off", () => {
    expect(apply(`k = "x"  # nosec\n`, [findingOn(1)], { foreign: false }).findings).toHaveLength(1);
  });

  test("stand behind keylint's own", () => {
    const { suppressed } = apply(`k = "x"  # nosec # keylint-ignore hardcoded-key -- why\n`, [findingOn(1)]);
    expect(suppressed.map(({ by, reason }) => [by, reason])).toEqual([["keylint-ignore", "why"]]);
  });
});
