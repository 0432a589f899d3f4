import { describe, expect, test } from "vitest";
import { code, prose } from "../../src/reporters/markdown-text.ts";
import { markdown } from "../../src/reporters/markdown.ts";
import type { Report } from "../../src/types/report.ts";
import { at, empty, finding } from "./report.ts";
import { hostile } from "./hostile.ts";

const shown = (report: Partial<Report>): string => markdown({ ...empty, ...report }, { rules: [], color: false, now: 0 });

/** A report's lines without code spans, keylint's own links and its own line breaks. */
function bare(text: string): readonly string[] {
  const spans = /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g;
  return text.replace(spans, "").replace(/\[[a-z-]+\]\(https:\/\/github\.com\/keylint\/keylint\/blob\/main\/rules\/[a-z-]+\.md\)|<br>/g, "").split("\n");
}

describe("what the scanned repository holds", () => {
  test.each(hostile)("%j is nothing but text, wherever it stands", (text) => {
    const report = shown({
      findings: [finding({ region: at(text, 1, 1, 2), name: text, what: `${text} is (${text}) and ${text}. So is ${text}`, fix: text })],
      failures: [{ path: text, line: 2, message: `cannot read ${text}`, fatal: true }],
      unused: [{ region: at(text, 3, 1, 2), message: text }],
    });
    const left = bare(report).filter((line) => line !== "### keylint" && !line.startsWith("1 key to mend ("));
    expect(left.filter((line) => !/^(- (\*\*error\*\*)?|\*\*[A-Z][a-z ]+\*\*)?[\p{L}\d ,.:;()'-]*$/u.test(line))).toEqual([]);
    expect(left.filter((line) => line.startsWith("-"))).toHaveLength(3);
  });

  test("stands in a span that its own backticks do not end", () => {
    expect([code("a"), code("`a``b`"), code(" a"), code("a "), code("a`b"), code("`a"), code("a`"), code("")]).toEqual(["`a`", "``` `a``b` ```", "`  a `", "` a  `", "``a`b``", "`` `a ``", "`` a` ``", ""]);
  });

  test("leaves a sentence readable", () => {
    expect(prose('Set SECRET_KEY from os.environ["SECRET_KEY"], after generating it with python -c "import secrets; print(secrets.token_hex())", or 16 bytes (well-known).'))
      .toBe('Set `SECRET_KEY` from `os.environ["SECRET_KEY"]`, after generating it with python `-c` `"import secrets; print(secrets.token_hex())"`, or 16 bytes (well-known).');
  });
});

describe("of a sentence what is no word stands in code", () => {
  test.each([
    ["don't, isn't: well-known; größer.", "don't, isn't: well-known; größer."],
    ["31 days, 123456 of 1234567", "31 days, 123456 of `1234567`"],
    ["(once) (12) (twice), (more).", "(once) (12) (twice), (more)."],
    ["(app.py) app.py) load() f(x), f(x).", "`(app.py)` `app.py`) `load()` `f(x)`, `f(x)`."],
    ["- -a a- x2 'a' 0123456789 GH-1 @me", "`-` `-a` `a-` `x2` `'a'` `0123456789` `GH-1` `@me`"],
    ['say "two words", "a.b" and "', 'say `"two words"`, `"a.b"` and `"`'],
    ["two  blanks. .", "two  blanks. ."],
  ])("%s", (text, shownAs) => {
    expect(prose(text)).toBe(shownAs);
  });
});

describe("lists", () => {
  const unused = (count: number): Report["unused"] => Array.from({ length: count }, (_, line) => ({ region: at("app.py", line + 1, 1, 2), message: "it silences nothing" }));

  test.each([[20, undefined], [21, "- and 1 more"], [30, "- and 10 more"]])("of %i unused ignores 20 are told one by one", (count, last) => {
    const lines = shown({ unused: unused(count) }).trimEnd().split("\n").filter((line) => line.startsWith("- "));
    expect(lines.filter((line) => line.includes("app.py"))).toHaveLength(20);
    expect(lines.at(-1)?.startsWith("- and") ? lines.at(-1) : undefined).toBe(last);
  });

  test("stand apart, each below its heading", () => {
    const text = shown({ findings: [finding({}), finding({ level: "note" })], unused: unused(1), failures: [{ path: "app.py", line: 2, message: "it ends early", fatal: false }] });
    expect(text.replace(/`.*/g, "…")).toBe([
      "### keylint", "", "2 keys to mend (1 error, 1 note) in 3 files. 1 file could not be checked in full.", "",
      "- **error** [hardcoded-key](https://github.com/keylint/keylint/blob/main/rules/hardcoded-key.md) …", "- **note** [hardcoded-key](https://github.com/keylint/keylint/blob/main/rules/hardcoded-key.md) …", "",
      "**Not checked in full**", "", "- …", "", "**Unused ignores**", "", "- …", "",
    ].join("\n"));
    expect(text).toContain("`app.py:2`: it ends early");
  });
});

describe("a long report", () => {
  const findings = Array.from({ length: 30_000 }, (_, line) => finding({ level: line % 3 === 2 ? "error" : line % 3 === 1 ? "warning" : "note", region: at(`src/größe/part${line}.py`, line + 1, 1, 9) }));
  const failures = Array.from({ length: 500 }, (_, line) => ({ path: `${"ü".repeat(2000)}${line}.py`, message: "it is no regular file", fatal: line === 499 }));
  const text = shown({ findings, failures });

  test("takes less than 1,000,000 bytes, and nearly as many", () => {
    expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(900_000);
  });

  test("has the gravest first, by path, and says at the end how many are not shown", () => {
    const listed = [...text.matchAll(/^- \*\*(\w+)\*\*.* at `(.*)`<br>/gm)].map(([, level, place]) => `${level} ${place}`);
    expect(listed.slice(0, 2)).toEqual(["error src/größe/part2.py:3", "error src/größe/part5.py:6"]);
    expect(new Set(listed.map((line) => line.split(" ")[0]))).toEqual(new Set(["error"]));
    expect(text.trimEnd().split("\n").at(-1)).toBe(`${30_000 - listed.length} more findings are not shown, because GitHub takes no more than 1 MiB as a step's summary: \`--format json\` lists all.`);
  });

  test("tells the first files that could not be checked, the fatal ones before, and counts the others", () => {
    expect(text).toContain("**Not checked in full**\n\n- `üü");
    expect(text.indexOf("499.py`: it is")).toBeLessThan(text.indexOf("0.py`: it is"));
    expect(text).toMatch(/^- and 48\d more$/m);
  });

  test("one that is too long by itself takes no room from the others", () => {
    const two = shown({ findings: [finding({ name: "x".repeat(2_000_000) }), finding({ name: "OTHER" })] });
    expect(two).toContain("`OTHER` at");
    expect(two).toContain("1 more finding is not shown");
  });
});

test("nothing found is one line", () => {
  expect(shown({})).toBe("### keylint\n\nNo leaked or weak keys in 3 files.\n");
});

test("no source is shown", () => {
  expect(shown({ findings: [finding({ frame: { first: 1, lines: ["covered source"], mark: { line: 1, column: 1, endColumn: 2 } } })] })).not.toContain("covered source");
});
