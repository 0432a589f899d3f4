import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Log, Run } from "sarif";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { leftBy, sarifText, type Listing } from "../../src/reporters/sarif-log.ts";
import { artifactOf, pathOf } from "../../src/reporters/sarif-result.ts";
import { descriptorsOf } from "../../src/reporters/sarif-rules.ts";
import { sarif } from "../../src/reporters/sarif.ts";
import type { Report } from "../../src/types/report.ts";
import { at, empty, finding, oddPaths, several } from "./report.ts";

const context = { rules, color: false, now: 0 };

/** The one run of a report's SARIF. */
function runOf(report: Report, category?: string): Run {
  const { runs } = JSON.parse(sarif(report, { ...context, ...(category === undefined ? {} : { category }) })) as Log;
  expect(runs).toHaveLength(1);
  return runs[0] as Run;
}

function notes({ invocations = [] }: Run): readonly string[] {
  return (invocations[0]?.toolExecutionNotifications ?? []).map(({ message }) => message.text ?? "");
}

describe("the category", () => {
  test.each([["backend", "backend/"], ["backend/", "backend/"], ["apps/web", "apps/web/"]])("%s is what stands before the last slash of the run's id", (category, id) => {
    expect(runOf(empty, category).automationDetails).toEqual({ id });
  });

  test("is the workflow's to say when nobody names it", () => {
    expect(runOf(empty)).not.toHaveProperty("automationDetails");
  });
});

describe("what GitHub takes", () => {
  const many = (count: number, level: "error" | "note" = "note") => Array.from({ length: count }, (_, line) => finding({ level, region: at("app.py", line + 1, 1, 9) }));

  test("25,000 findings are listed as they are", () => {
    const run = runOf({ ...empty, findings: many(25_000) });
    expect(run.results).toHaveLength(25_000);
    expect(notes(run)).toEqual([]);
  });

  test("of 25,002 the gravest, and how many are not", () => {
    const run = runOf({ ...empty, findings: [...many(25_000), ...many(2, "error")] });
    expect(run.results?.map(({ level }) => level).slice(0, 3)).toEqual(["error", "error", "note"]);
    expect(run.results).toHaveLength(25_000);
    expect(notes(run)).toEqual(["2 more findings are not listed, because GitHub takes no more."]);
  });

  test("a file of 10 MB after gzip, whatever the names of files are", () => {
    const path = (): string => randomBytes(3000).toString("base64url");
    const findings = [...Array.from({ length: 5000 }, (_, line) => finding({ level: "note", region: at(path(), line + 1, 1, 9) })), finding({ region: at("app.py", 1, 1, 9) })];
    const failures = Array.from({ length: 5000 }, () => ({ path: path(), message: "it is no regular file", fatal: false }));
    const text = sarif({ ...empty, findings, failures }, context);
    expect(gzipSync(text).length).toBeLessThanOrEqual(10_000_000);
    const run = (JSON.parse(text) as Log).runs[0] as Run;
    expect(run.results?.[0]?.level).toBe("error");
    expect(run.results?.length).toBeGreaterThan(1000);
    expect(notes(run).slice(-2)).toEqual([`${5001 - (run.results?.length ?? 0)} more findings are not listed, because GitHub takes no more.`, expect.stringMatching(/^\d+ more failures are not listed/)]);
  });

  test("a result has at most 1,000 locations and 10,000 steps", () => {
    const place = at("app.py", 1, 1, 9);
    const [result] = runOf({ ...empty, findings: [finding({ trail: Array.from({ length: 10_001 }, () => ({ ...place, note: "x" })), elsewhere: Array.from({ length: 1001 }, () => ({ ...place, name: "KEY" })) })] }).results ?? [];
    expect((result?.locations?.length ?? 0) + (result?.relatedLocations?.length ?? 0)).toBe(1000);
    expect(result?.codeFlows?.[0]?.threadFlows[0]?.locations).toHaveLength(10_000);
  });

  test("each rule's texts have at most 1,024 characters, its tags are at most 10, and its severity is a number between 0 and 10 as text", () => {
    for (const { name = "", shortDescription, fullDescription, help, properties } of runOf(empty).tool.driver.rules ?? []) {
      expect(name.length).toBeLessThanOrEqual(255);
      for (const text of [shortDescription?.text, fullDescription?.text, help?.text]) expect(text).toMatch(/^[^]{1,1024}$/);
      expect(properties?.tags?.length).toBeLessThanOrEqual(10);
      expect(properties?.["security-severity"] ?? "0.1").toMatch(/^(\d\.\d|10\.0)$/);
    }
  });
});

describe("what is not listed", () => {
  const listing: Listing = { version: "1.2.3", results: [], notifications: [], left: { findings: 0, failures: 0 } };
  const noted = (left: Listing["left"]) => (JSON.parse(sarifText({ ...listing, left }, context)) as Log).runs[0]?.invocations?.[0]?.toolExecutionNotifications ?? [];

  test.each([[1, 0], [2, 0], [0, 1], [0, 12], [25_000, 3]])("%i findings and %i failures are told, and known again when reports are merged", (findings, failures) => {
    const notes = noted({ findings, failures });
    for (const note of notes) expect(note).toMatchObject({ level: "warning", descriptor: { id: "not-checked", index: 0 } });
    expect(notes.map(({ message }) => message.text?.slice(0, 22))).toEqual([findings, failures].flatMap((count, at) => (count === 0 ? [] : [`${count} more ${["finding", "failure"][at]}${count === 1 ? " is" : "s are"} not listed`.slice(0, 22)])));
    expect(Object.assign({ findings: 0, failures: 0 }, ...notes.map(leftBy))).toEqual({ findings, failures });
  });

  test.each(["2 more findings are here", "more findings are not listed, because", "Read: 2 more findings are not listed, because", ""])("%j does not tell of it", (text) => {
    expect(leftBy({ message: { text } })).toBeUndefined();
  });

  test("is what is least grave; a finding without a level is a warning", () => {
    const levels = ["note", undefined, "error", "note"] as const;
    const results = [...levels.map((level) => ({ ruleId: "short-key", ...(level === undefined ? {} : { level }) })), ...Array.from({ length: 25_000 - 2 }, () => ({ ruleId: "short-key", level: "error" as const }))];
    const { runs } = JSON.parse(sarifText({ ...listing, results }, context)) as Log;
    expect(runs[0]?.results?.map(({ level }) => level).slice(-2)).toEqual(["error", undefined]);
    expect(runs[0]?.results).toHaveLength(25_000);
  });
});

describe("a file that would be too big", () => {
  /** 4 MB, after gzip as well. */
  const text = randomBytes(3_000_000).toString("base64");
  const read = (listing: Partial<Listing>): Run => (JSON.parse(sarifText({ version: "1.2.3", results: [], notifications: [], left: { findings: 0, failures: 0 }, ...listing }, context)) as Log).runs[0] as Run;
  const results = (message: string) => (["note", "error", "note", "warning"] as const).map((level) => ({ ruleId: "short-key", level, message: { text: message } }));

  test("has half of its findings, the gravest", () => {
    const run = read({ results: results(text) });
    expect(run.results?.map(({ level }) => level)).toEqual(["error", "warning"]);
    expect(notes(run)).toEqual(["2 more findings are not listed, because GitHub takes no more."]);
  });

  test("has half of its failures", () => {
    expect(notes(read({ notifications: results(text) })).map((note) => note.slice(0, 16))).toEqual([text.slice(0, 16), text.slice(0, 16), "2 more failures "]);
  });

  test("has nothing when one is too much", () => {
    expect(read({ results: results(text.repeat(4)).slice(0, 1) }).results).toEqual([]);
  });

  test("has all when gzip makes it small", () => {
    expect(read({ results: results("x".repeat(4_000_000)) }).results?.map(({ level }) => level)).toEqual(["note", "error", "note", "warning"]);
  });
});

test("a finding of a rule that this version does not know is listed without one", () => {
  const { results, tool } = (JSON.parse(sarifText({ version: "1.2.3", results: [{ ruleId: "short-key" }, { ruleId: "no-such-rule" }], notifications: [], left: { findings: 0, failures: 0 } }, context)) as Log).runs[0] as Run;
  expect(results?.map(({ ruleIndex = -1 }) => tool.driver.rules?.[ruleIndex]?.id)).toEqual(["short-key", undefined]);
  expect(results?.[1]?.ruleIndex).toBe(-1);
});

test("a weakness of two digits has the name that GitHub knows", () => {
  expect(descriptorsOf(rules.slice(0, 1).map((rule) => ({ ...rule, cwe: [20] })))[0]?.properties?.tags).toEqual(["security", "external/cwe/cwe-020"]);
});

describe("the path of a file", () => {
  test.each(oddPaths.filter((path) => !/\p{Cs}/u.test(path)))("%j comes back from its address", (path) => {
    const { uri = "", uriBaseId } = artifactOf(path);
    expect(pathOf({ uri })).toBe(path);
    expect(uriBaseId).toBe("%SRCROOT%");
    expect(uri).toMatch(/^[\w.~!*'()/%-]+$/);
  });

  test.each([["/srv/a b/app.py", "file:///srv/a%20b/app.py"], ["//srv/app.py", "file:///srv/app.py"], ["/", "file:///"]])("%s is absolute: %s", (path, uri) => {
    expect(artifactOf(path)).toEqual({ uri });
    expect(pathOf({ uri })).toBe(path.replace(/^\/+/, "/"));
  });

  test("that is no address is an error", () => {
    expect(() => pathOf({ uri: "a%E0%A4%A" })).toThrow(URIError);
    expect(pathOf({})).toBe("");
  });
});

test.each([["it looks binary", "It looks binary."], ["it looks binary.", "It looks binary."], ["is it text?", "Is it text?"], ["stop! it ends", "Stop! it ends."]])("that a file was not checked, %j, is told as a sentence", (message, sentence) => {
  expect(notes(runOf({ ...empty, failures: [{ path: "app.py", message, fatal: false }] }))).toEqual([sentence]);
});

test("what is fatal is told where several repositories are reported on, for merging", () => {
  const told = (report: Report) => runOf(report).invocations?.[0]?.toolExecutionNotifications?.map(({ properties }) => properties);
  expect(told(several)).toEqual([{ fatal: true }, { repository: "repos/shop", fatal: true }, { repository: "repos/shop", fatal: false }]);
  expect(told({ ...empty, failures: several.failures })).toEqual([undefined, undefined, undefined]);
});

test("a way of one step is no way", () => {
  const step = { ...at("app.py", 1, 1, 2), note: "used as a key" };
  const ways = (...trail: readonly (typeof step)[]) => runOf({ ...empty, findings: [finding({ trail })] }).results?.[0]?.codeFlows?.length;
  expect([ways(), ways(step), ways(step, step)]).toEqual([undefined, undefined, 1]);
});

test("a name in the repository makes no link in a message", () => {
  const name = "[look](http:/evil.example)";
  const text = sarif({ ...empty, findings: [finding({ what: `${name} is a key.`, trail: [{ ...at(name, 1, 1, 2), note: name }, { ...at("app.py", 1, 1, 2), note: name }], elsewhere: [{ ...at(name, 1, 1, 2), name }] })] }, context);
  const messages = [...text.matchAll(/"text": "(.*)"/g)].map(([, message = ""]) => message);
  expect(messages.filter((message) => message.includes("evil.example"))).toHaveLength(4);
  expect(messages.filter((message) => message.includes("[look] (http:"))).toHaveLength(4);
  expect(messages.filter((message) => message.includes("]("))).toEqual([]);
});
