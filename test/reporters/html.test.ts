import { createHash } from "node:crypto";
import { Script } from "node:vm";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { html } from "../../src/reporters/html.ts";
import { printable } from "../../src/text/printable.ts";
import type { Finding } from "../../src/types/finding.ts";
import type { Report } from "../../src/types/report.ts";
import { hostile } from "./hostile.ts";
import { at, empty, finding, report, several } from "./report.ts";
import { pageIn, textOf, type Element } from "./page.ts";

const shown = (more: Partial<Report>): string => html({ ...empty, ...more }, { rules, color: false, now: 0 });
const only = (one: Partial<Finding>): Element => {
  const [article] = pageIn(shown({ findings: [finding(one)] })).all("article");
  if (!article) throw new Error("no finding is shown");
  return article;
};

describe("a report that holds everything", () => {
  const text = html(report, { rules, color: false, now: 0 });
  const page = pageIn(text);
  const articles = page.all("article");

  test("is well-formed, and no id stands twice", () => {
    expect(page.mistakes).toEqual([]);
    const ids = page.all("*").flatMap(({ attributes }) => attributes.get("id") ?? []);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test("is the same bytes at any time", () => {
    expect(html(report, { rules, color: true, now: 1e12 })).toBe(text);
  });

  test("lists each finding, the gravest first, by path and line", () => {
    const order = ["error", "warning", "note"].flatMap((level) => report.findings.filter((one) => one.level === level));
    expect(articles.map((article) => textOf(article.all("h3")[0]))).toEqual(order.map(({ level, name, region }) => printable(`${level} ${name} ${region.path}:${region.line}:${region.column}`)));
  });

  test("says of each what is wrong, why, how to mend it and why its level is lower", () => {
    for (const [index, one] of ["error", "warning", "note"].flatMap((level) => report.findings.filter((other) => other.level === level)).entries()) {
      const said = textOf(articles[index]);
      for (const sentence of [one.what, one.why, one.fix, ...(one.because === undefined ? [] : [`${one.because}, so the level is lower.`])]) expect(said).toContain(sentence);
    }
  });

  test("shows the way, the uses, the other keys and the other rules", () => {
    const said = textOf(articles.find((article) => article.attributes.get("data-rules")?.startsWith("default-fallback-key")));
    for (const part of ["config/index.ts:3:10 exported as config", "src/[app]/socket.ts:7:9 cookie-parser/secret", "JWT_SECRET services/[b]/.env:3:16", "A literal key stands behind a missing variable CWE-1188, CWE-1394, severity 8.8", "Also low-entropy-key, short-key, reused-key"]) expect(said).toContain(part);
  });

  test("links each rule to its page, and goes nowhere else", () => {
    const links = page.all("a").map(({ attributes }) => attributes.get("href") ?? "");
    expect(links.filter((link) => !/^#[\w-]+$|^https:\/\/github\.com\/keylint\/keylint(\/blob\/main\/rules\/[a-z-]+\.md)?$/.test(link))).toEqual([]);
    const ids = new Set(page.all("*").map(({ attributes }) => attributes.get("id")));
    expect(links.filter((link) => link.startsWith("#") && !ids.has(link.slice(1)))).toEqual([]);
  });

  test("has headings in order and one of the first level", () => {
    const headings = page.all("*").flatMap(({ name }) => (/^h\d$/.test(name) ? [Number(name[1])] : []));
    expect(headings.filter((level) => level === 1)).toHaveLength(1);
    expect(headings.filter((level, index) => level > (headings[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test("tells what was silenced, could not be checked, is unused, is stale and is not shown", () => {
    const [silenced] = page.all("section").filter(({ attributes }) => attributes.get("id") === "silenced");
    expect(silenced?.all("details")[0]?.attributes.has("open")).toBe(false);
    expect(silenced?.all("tr").slice(1).map((row) => row.all("td").map(textOf))).toEqual([
      ["hardcoded-key", "legacy/app.py:3:1 SECRET_KEY", "keylint-ignore", "rotated on 2026-01-01"],
      ["hardcoded-key", "legacy/app.py:9:1 SECRET_KEY", "nosec", ""],
      ["hardcoded-key", "legacy/app.py:12:1 SECRET_KEY", "the baseline", ""],
      ["hardcoded-key", "legacy/app.py:15:1 SECRET_KEY", "there before", ""],
    ]);
    const said = textOf(page.all("body")[0]);
    for (const part of ["/nowhere/at all.py fatal there is no such file", "broken/settings.py:17 this line", "legacy/[old].py:5:20 it names short-key", "gone/app.py SECRET_KEY flask/secret-key", "not shown: 12 in test, 3 in docs, 1 in example"]) expect(said).toContain(part);
  });
});

describe("the covered source", () => {
  test("has its lines' numbers, and the finding's columns marked", () => {
    const article = only({ frame: { first: 9, lines: ["{", '  secret: "***",', "}"], mark: { line: 10, column: 11, endColumn: 16 } } });
    expect(article.all("pre").map(({ text }) => text)).toEqual([' 9 {\n10   secret: "***",\n11 }\n']);
    expect(article.all("mark").map(textOf)).toEqual(['"***"']);
  });

  test.each([[3, 3, "c"], [9, 12, ""], [1, 99, "abc"]])("marks columns %i to %i, whatever the line's length", (column, endColumn, mark) => {
    const article = only({ frame: { first: 1, lines: ["abc"], mark: { line: 1, column, endColumn } } });
    expect(article.all("mark").map(({ text }) => text.trim())).toEqual([mark]);
  });

  test("is reached by keyboard, and has a name", () => {
    const [box] = only({ frame: { first: 1, lines: ["x"], mark: { line: 1, column: 1, endColumn: 2 } } }).all("pre");
    expect([box?.attributes.get("tabindex"), box?.attributes.get("role"), box?.attributes.get("aria-label")]).toEqual(["0", "group", "Source of app.py, line 4"]);
  });
});

describe("the way out", () => {
  test("is a list in order", () => {
    const article = only({ steps: ["Make a new key.", "Give it to the application."] });
    expect(article.all("ol").flatMap((list) => list.all("li").map(textOf))).toEqual(["Make a new key.", "Give it to the application."]);
    expect(textOf(article)).toContain("How to get out");
  });

  test("has no heading when there is nothing to say", () => {
    expect(textOf(only({}))).not.toMatch(/How to get out|keylint --fix|The key's way|The other keys|Also/);
  });

  test("shows what keylint --fix writes, and where", () => {
    const article = only({ edits: [{ ...at("app.py", 4, 18, 24), text: 'os.environ["SECRET_KEY"]' }, { ...at("a.py", 3, 1, 1), endLine: 5, text: "" }, { ...at(".gitignore", 2, 1, 1), text: "\n.env\n" }] });
    expect(article.all("pre").map(({ text }) => text)).toEqual(['+ os.environ["SECRET_KEY"]\n', "+ \n+ .env\n"]);
    const said = textOf(article);
    for (const part of ["keylint --fix does this", "app.py:4", "a.py:3–4 what stands there is removed", ".gitignore:2"]) expect(said).toContain(part);
  });
});

describe("what the scanned repository holds", () => {
  const everywhere = (text: string): string => shown({
    findings: [finding({
      rule: text, rules: [text, `${text}2`], name: text, framework: text, slot: text, context: "test", because: text, region: at(text, 1, 1, 2), what: `${text} is`, why: text, fix: text,
      steps: [text], edits: [{ ...at(text, 1, 1, 2), text }], trail: [{ ...at(text, 1, 1, 2), note: text }], uses: [{ ...at(text, 1, 1, 2), framework: text, slot: text }, { ...at(text, 1, 1, 2), framework: `${text}2`, slot: text }],
      elsewhere: [{ ...at(text, 1, 1, 2), name: text }], frame: { first: 1, lines: [text], mark: { line: 1, column: 2, endColumn: 3 } },
    }), finding({})],
    suppressed: [{ finding: finding({ name: text, rule: text, region: at(text, 1, 1, 2) }), by: text, reason: text }],
    failures: [{ path: text, line: 2, message: text, fatal: true }], unused: [{ region: at(text, 3, 1, 2), message: text }], stale: [{ path: text, slot: text, name: text }],
  });
  /** The elements and their attributes' names: what a browser makes of a page, but for those that a text's words and lines are put into. */
  const shape = (text: string): string => pageIn(text).all("*").map(({ name, attributes }) => `${name} ${[...attributes.keys()].join(" ")}`).filter((line) => !/^(code|option|bdi|i)\b/.test(line)).join("\n");

  test.each(hostile)("%j is nothing but text, wherever it stands", (text) => {
    const page = everywhere(text);
    expect(pageIn(page).mistakes).toEqual([]);
    expect(shape(page)).toBe(shape(everywhere("plain")));
    expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\ud800-\udfff]/);
  });

  test("is shown as it is, when it can be seen", () => {
    const text = `<b title="x">'&amp;'</b>`;
    expect(textOf(pageIn(everywhere(text)).all("h3")[0])).toContain(`${text} ${text}:1:1`);
  });
});

describe("the policy", () => {
  const page = pageIn(html(report, { rules, color: false, now: 0 }));
  const [policy = ""] = page.all("meta").flatMap(({ attributes }) => (attributes.get("http-equiv") === "Content-Security-Policy" ? [attributes.get("content") ?? ""] : []));
  const digest = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

  test("allows the page's one style and one script, and nothing else", () => {
    const [style, script] = ["style", "script"].map((name) => page.all(name).map(({ text }) => digest(text)).join(" "));
    expect(policy).toBe(`default-src 'none'; style-src ${style}; script-src ${script}; base-uri 'none'; form-action 'none'`);
  });

  test("stands before all that it is to hold", () => {
    expect(page.all("head")[0]?.all("*").map(({ name }) => name).slice(0, 2)).toEqual(["meta", "meta"]);
  });

  test("is not broken by the page itself", () => {
    const attributes = page.all("*").flatMap((element) => [...element.attributes.keys()]);
    expect(attributes.filter((name) => /^on|^style$|^src/.test(name))).toEqual([]);
    expect(page.all("*").map(({ name }) => name).filter((name) => /^(link|img|iframe|object|embed|base|form|svg|font)$/.test(name))).toEqual([]);
  });

  test("the script makes no HTML, keeps nothing and asks for nothing", () => {
    const [{ text = "" } = {}] = page.all("script");
    expect(() => new Script(text)).not.toThrow();
    expect(text).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write|eval|Function\(|Storage|cookie|fetch|XMLHttp|import|https?:/);
    expect(page.all("style").map((style) => style.text).join()).not.toMatch(/url\(|@import|@font-face|https?:\/\//);
  });
});

test("of several repositories it filters by theirs too, and is well-formed", () => {
  const page = pageIn(html(several, { rules, color: false, now: 0 }));
  expect(page.mistakes).toEqual([]);
  const [select] = page.all("select").filter(({ attributes }) => attributes.get("name") === "repository");
  expect(textOf(select)).toBe("Allplain (1)repos/shop (2)");
  const values = page.all("option").flatMap(({ attributes }) => attributes.get("value") ?? []);
  for (const article of page.all("article")) expect(values).toContain(article.attributes.get("data-repository"));
  const [{ text = "" } = {}] = page.all("script");
  expect(() => new Script(text)).not.toThrow();
  expect(text).toContain("element.dataset.repository");
  expect(shown({})).not.toContain("epository");
});

test("controls are there where there is a choice, with the values that occur", () => {
  const options = (page: string): { [name: string]: readonly string[] } => Object.fromEntries(pageIn(page).all("select").map((select) => [select.attributes.get("name") ?? "", select.all("option").map(textOf)]));
  const other = finding({ rule: "short-key", rules: ["short-key", "reused-key"], level: "note", context: "example" });
  expect(options(shown({ findings: [finding({}), other] }))).toEqual({ rule: ["All", "hardcoded-key (1)", "reused-key (1)", "short-key (1)"], context: ["All", "example (1)", "production (1)"] });
  expect(options(shown({ findings: [finding({})] }))).toEqual({});
});

test("findings of one identity have links of their own, that hold when others go", () => {
  const anchors = (findings: readonly Finding[]): readonly (string | undefined)[] => pageIn(shown({ findings })).all("article").map(({ attributes }) => attributes.get("id"));
  const [one, two] = [finding({ id: "a".repeat(32) }), finding({ id: "b".repeat(32) })];
  expect(anchors([one, one, two])).toEqual([`key-${"a".repeat(12)}`, `key-${"a".repeat(12)}-2`, `key-${"b".repeat(12)}`]);
  expect(anchors([two])).toEqual([`key-${"b".repeat(12)}`]);
});

describe("nothing found", () => {
  test("is said large, and there is nothing to filter", () => {
    const page = pageIn(shown({ counts: { files: 120, read: 10, keys: 2 } }));
    expect(textOf(page.all("h2")[0])).toBe("No leaked or weak keys in 120 files");
    expect(page.all("input")).toEqual([]);
    expect(textOf(page.all("body")[0])).toContain("every file was checked in full");
  });

  test("is not praised when a file could not be checked", () => {
    const text = shown({ failures: report.failures });
    expect(text).toContain('class="clean unsure"');
    expect(text).not.toContain("✓");
  });
});

test("a page of 1,000 findings with all that is to say of each is less than 4 MB", () => {
  const findings = Array.from({ length: 1000 }, (_, index) => ({ ...(report.findings[index % 2] ?? finding({})), id: String(index).padStart(12, "0"), steps: Array.from({ length: 6 }, () => "Set SECRET_KEY to it where the application runs, before the code that needs it is deployed."), region: at(`services/billing/part${index}/settings/base.py`, index + 1, 1, 9) }));
  expect(Buffer.byteLength(shown({ findings }))).toBeLessThan(4_000_000);
});
