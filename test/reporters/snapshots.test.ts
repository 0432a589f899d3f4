import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { FORMATS } from "../../src/options/words.ts";
import { reporters } from "../../src/reporters/index.ts";
import { empty, report, several } from "./report.ts";

/** Only what speaks of the report is held: the rules' own words are tested with their pages. */
const chosen = rules.filter(({ id }) => ["default-fallback-key", "placeholder-key", "short-key", "hardcoded-key", "ephemeral-key"].includes(id))
  .map((rule) => ({ ...rule, summary: `Summary of ${rule.id}`, why: `Why ${rule.id} matters.` }));
const shown = { rules: chosen, color: false, now: 0 };

/** A page without what is the same in each: html.test.ts and the integration test look at that. */
function bare(page: string): string {
  return page.replace(/<(style|script)>[^]*?<\/\1>/g, "<$1>…</$1>").replace(/sha256-[\w+/=]+/g, "sha256-…");
}

describe("a report that holds everything", () => {
  test("stylish", async () => {
    await expect(reporters.stylish(report, shown)).toMatchFileSnapshot("snapshots/stylish.txt");
  });

  test("stylish in colour, escapes written out", async () => {
    const text = reporters.stylish(report, { ...shown, color: true }).replaceAll("\u001b", "␛");
    await expect(text).toMatchFileSnapshot("snapshots/stylish-color.txt");
  });

  test("json", async () => {
    await expect(reporters.json(report, shown)).toMatchFileSnapshot("snapshots/report.json");
  });

  test("sarif", async () => {
    await expect(reporters.sarif(report, shown)).toMatchFileSnapshot("snapshots/report.sarif");
  });

  test("github", async () => {
    await expect(reporters.github(report, shown)).toMatchFileSnapshot("snapshots/github.txt");
  });

  test("markdown", async () => {
    await expect(reporters.markdown(report, shown)).toMatchFileSnapshot("snapshots/report.md");
  });

  test("gitlab", async () => {
    await expect(reporters.gitlab(report, shown)).toMatchFileSnapshot("snapshots/gitlab.json");
  });

  test("junit", async () => {
    await expect(reporters.junit(report, shown)).toMatchFileSnapshot("snapshots/junit.xml");
  });

  test("html, without its style and script", async () => {
    await expect(bare(reporters.html(report, shown))).toMatchFileSnapshot("snapshots/report.html");
  });
});

describe("a report with nothing in it", () => {
  test("html", async () => {
    await expect(bare(reporters.html(empty, shown))).toMatchFileSnapshot("snapshots/empty-html.txt");
  });

  test.each(FORMATS.filter((format) => format !== "html"))("%s", async (name) => {
    await expect(reporters[name](empty, shown)).toMatchFileSnapshot(`snapshots/empty-${name}.txt`);
  });
});

describe("a report about several repositories", () => {
  test.each(FORMATS.filter((format) => format !== "html"))("%s", async (name) => {
    await expect(reporters[name](several, shown)).toMatchFileSnapshot(`snapshots/several-${name}.txt`);
  });

  test("html", async () => {
    await expect(bare(reporters.html(several, shown))).toMatchFileSnapshot("snapshots/several-html.txt");
  });
});

test("stylish tells many files with the same failure together", () => {
  const failures = Array.from({ length: 5 }, (_, index) => ({ path: `part${index}.ts`, message: `could not be parsed as JavaScript (line ${index}); read line by line`, fatal: false }));
  const text = reporters.stylish({ ...empty, failures }, shown);
  expect(text).toContain("5 files  not checked in full  could not be parsed as JavaScript; read line by line: part0.ts, part1.ts, part2.ts and 2 more (--format json lists them)");
  expect(text.match(/not checked in full/g)).toHaveLength(1);
});
