import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { FORMATS } from "../../src/options/words.ts";
import { folderWith } from "../discover/repository.ts";
import { keylint, leak, stagedProject, type Ran } from "./keylint.ts";
import { paths, put, twelve } from "./many.ts";

interface Json {
  [name: string | number]: unknown;
}

/** What stands in a document, down these names. */
function inside(document: unknown, ...way: readonly (string | number)[]): Json & unknown[] {
  return way.reduce<unknown>((at, name) => (at as Json)[name], document) as Json & unknown[];
}

/** Lints in a folder, and writes the report as a JSON and as a SARIF file beside each other. */
function report(cwd: string, name: string, argv: readonly string[]): Ran {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  return keylint(cwd, ["--format", "json", "--output", `${name}.json`, "--format", "sarif", "--output", `${name}.sarif`, "--format", "stylish", ...argv]);
}

function read(cwd: string, file: string): string {
  return readFileSync(join(cwd, file), "utf8");
}

/** A file with another document in it. */
function changed(cwd: string, file: string, change: (document: Json) => unknown): string {
  const document = JSON.parse(read(cwd, file)) as Json;
  change(document);
  writeFileSync(join(cwd, "changed.json"), JSON.stringify(document));
  return "changed.json";
}

/** Two repositories, each with a report of its own in `reports`. */
function matrix(): string {
  const root = folderWith();
  for (const name of ["shop", "api"]) {
    put(join(root, name), { "app.py": leak, "tests/a.py": leak }, true);
    report(join(root, name), "../reports/" + name + "/keylint", []);
  }
  return root;
}

describe("shares of twelve repositories", () => {
  const options = [[], ["--context", "all"], ["--strict", "--no-foreign-ignores"]];

  test.each(options.map((argv) => [argv]))("are byte for byte what one run reports: %j", (argv) => {
    const root = twelve();
    const whole = report(root, "whole", [...argv, ...paths]);
    for (const share of [1, 2, 3, 4]) report(root, `share${share}`, ["--shard", `${share}/4`, ...argv, ...paths]);
    for (const order of [[1, 2, 3, 4], [3, 1, 4, 2]]) {
      for (const format of ["json", "sarif"]) {
        const merged = keylint(root, ["merge", "--format", format, ...order.map((share) => `share${share}.${format}`)]);
        expect(merged).toEqual({ status: whole.status, stdout: read(root, `whole.${format}`), stderr: "" });
      }
    }
  });

  test.each(FORMATS.filter((format) => format !== "json" && format !== "sarif"))("make the same %s", (format) => {
    const root = twelve();
    for (const share of [1, 2, 3, 4]) report(root, `share${share}`, ["--shard", `${share}/4`, ...paths]);
    expect(keylint(root, ["merge", "--format", format, ...[1, 2, 3, 4].map((share) => `share${share}.json`)]).stdout).toBe(keylint(root, ["--format", format, ...paths]).stdout);
  });

  test("with empty ones, and in two steps", () => {
    const root = twelve();
    const some = paths.slice(1, 4);
    report(root, "whole", some);
    const shares = Array.from({ length: 13 }, (_, at) => `part${at + 1}`);
    shares.forEach((name, at) => report(root, name, ["--shard", `${at + 1}/13`, ...some]));
    for (const format of ["json", "sarif"]) {
      keylint(root, ["merge", "--format", format, "--output", `half.${format}`, ...shares.slice(5).map((name) => `${name}.${format}`)]);
      expect(keylint(root, ["merge", "--format", format, `half.${format}`, ...shares.slice(0, 5).map((name) => `${name}.${format}`)]).stdout).toBe(read(root, `whole.${format}`));
    }
  });

  test("of one repository only", () => {
    const root = twelve();
    report(root, "whole", ["repos/shop"]);
    for (const share of [1, 2]) report(root, `share${share}`, ["--shard", `${share}/2`, "repos/shop"]);
    for (const format of ["json", "sarif"]) expect(keylint(root, ["merge", "--format", format, `share1.${format}`, `share2.${format}`]).stdout).toBe(read(root, `whole.${format}`));
  });
});

describe("reports of one repository each", () => {
  test("are told apart by what their files' names differ in", () => {
    const root = matrix();
    const { status, stdout } = keylint(root, ["merge", "reports/shop/keylint.json", "reports/api/keylint.json"]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^api\/app\.py:3:18 [^]*^shop\/app\.py:3:18 [^]*2 keys to mend \(2 errors\) in 4 files of 2 repositories\. 2 more in tests: --context all\.\n$/m);
    const results = inside(JSON.parse(keylint(root, ["merge", "--format", "sarif", "reports/shop/keylint.sarif", "reports/api/keylint.sarif"]).stdout), "runs", 0, "results");
    expect(results.map((one) => [inside(one, "properties", "repository"), inside(one, "locations", 0, "physicalLocation", "artifactLocation", "uri")])).toEqual([["api", "api/app.py"], ["shop", "shop/app.py"]]);
    expect(new Set(results.map((one) => inside(one, "partialFingerprints", "primaryLocationLineHash"))).size).toBe(2);
  });

  test("one is what it was, with all that it says", () => {
    const root = matrix();
    for (const format of ["json", "sarif"]) expect(keylint(root, ["merge", "--format", format, `reports/api/keylint.${format}`]).stdout).toBe(read(root, `reports/api/keylint.${format}`));
  });

  test("beside a report that names its repositories", () => {
    const root = matrix();
    report(root, "two", ["shop", "api"]);
    put(join(root, "web"), { "app.py": leak }, true);
    report(join(root, "web"), "../web", []);
    expect(keylint(root, ["merge", "web.json", "two.json"]).stdout).toContain("3 keys to mend (3 errors) in 5 files of 3 repositories.");
  });
});

describe("a repository in two reports", () => {
  test("counts once when both say the same", () => {
    const root = matrix();
    report(root, "two", ["shop", "api"]);
    copyFileSync(join(root, "two.json"), join(root, "copy.json"));
    copyFileSync(join(root, "two.sarif"), join(root, "copy.sarif"));
    for (const format of ["json", "sarif"]) {
      expect(keylint(root, ["merge", "--format", format, `two.${format}`, `copy.${format}`, `./two.${format}`]).stdout).toBe(read(root, `two.${format}`));
      const own = `reports/api/keylint.${format}`;
      expect(keylint(root, ["merge", "--format", format, own, `./${own}`]).stdout).toBe(read(root, own));
    }
  });

  test("is an error when they do not", () => {
    const root = matrix();
    report(root, "old", ["shop", "api"]);
    put(join(root, "api"), { "new.py": leak }, true);
    report(root, "new", ["shop", "api"]);
    for (const format of ["json", "sarif"]) {
      expect(keylint(root, ["merge", "--format", format, `old.${format}`, `new.${format}`])).toEqual({
        status: 2, stdout: "", stderr: `keylint: old.${format} and new.${format} both report on api, and not the same. Leave out the one that is outdated, or lint with the same options everywhere.\n`,
      });
    }
  });
});

describe("the exit status is that of a run", () => {
  test.each([[[], 1], [["--fail-on", "never"], 0], [["--fail-on", "note"], 1]])("%j", (argv, status) => {
    const root = matrix();
    expect(keylint(root, ["merge", ...argv, "reports/shop/keylint.json", "reports/api/keylint.json"]).status).toBe(status);
    expect(keylint(root, ["merge", ...argv, "--format", "sarif", "reports/shop/keylint.sarif", "reports/api/keylint.sarif"]).status).toBe(status);
  });

  test("2 where a path is missing or one could not be linted, and with --strict where a file was not understood", () => {
    const root = folderWith();
    for (const name of ["a", "b"]) put(join(root, name), { "bad.py": "SECRET_KEY = (\n" }, true);
    report(root, "partly", ["a", "b"]);
    report(root, "missing", ["a", "b", "c"]);
    for (const format of ["json", "sarif"]) {
      expect(keylint(root, ["merge", "--format", format, `partly.${format}`]).status).toBe(0);
      expect(keylint(root, ["merge", "--strict", "--format", format, `partly.${format}`]).status).toBe(2);
      expect(keylint(root, ["merge", "--fail-on", "never", "--format", format, `missing.${format}`]).status).toBe(2);
    }
  });
});

describe("several outputs and the category", () => {
  test("are as for a run", () => {
    const root = matrix();
    const ran = keylint(root, ["merge", "reports/shop/keylint.json", "reports/api/keylint.json", "--format", "sarif", "--sarif-category", "all", "--output", "all.sarif", "--format", "html", "--output", "all.html", "--format", "github"]);
    expect(ran.stdout).toContain("::error file=api/app.py,");
    expect(JSON.parse(read(root, "all.sarif"))).toMatchObject({ runs: [{ automationDetails: { id: "all/" } }] });
    expect(read(root, "all.html")).toContain('<option value="api">api (1)</option>');
    expect(keylint(root, ["merge", "--format", "sarif", "all.sarif"]).stdout).toBe(read(root, "all.sarif"));
  });

  test("of other versions it is said", () => {
    const root = matrix();
    const other = changed(root, "reports/api/keylint.json", (document) => Object.assign(inside(document, "tool"), { version: "9.9.9" }));
    const { stderr, status } = keylint(root, ["merge", other, "reports/shop/keylint.json"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^keylint: The reports were written by keylint 9\.9\.9 \(changed\.json\), \S+ \(reports\/shop\/keylint\.json\), and this is \S+\. Versions find different things; use one everywhere\.\n$/);
  });
});

describe("what cannot be merged is said, with the file", () => {
  const complaint = (root: string, ...argv: readonly string[]): string => {
    const ran = keylint(root, ["merge", ...argv]);
    expect(ran).toMatchObject({ status: 2, stdout: "" });
    return ran.stderr;
  };

  test("none, one that is missing, a folder, and formats that are mixed", () => {
    const root = matrix();
    expect(complaint(root)).toBe("keylint: keylint merge takes the reports to make one of: keylint merge reports/*.json.\n");
    expect(complaint(root, "gone\u001b.json")).toBe("keylint: The report gone\\x1b.json cannot be read: it does not exist (any more).\n");
    expect(complaint(root, "reports")).toContain("The report reports cannot be read: it is a folder");
    expect(complaint(root, "reports/api/keylint.json", "reports/api/keylint.sarif")).toContain("is a JSON report and reports/api/keylint.sarif is SARIF; name reports of one format.");
    expect(complaint(root, "reports/api/keylint.sarif")).toContain("only --format sarif can be made of them, not stylish.");
    expect(complaint(root, "--context", "all", "reports/api/keylint.json")).toContain("keylint merge does not take --context; leave it out.");
  });

  test.each([
    ["nothing", "", "x.json is not JSON: it is empty."],
    ["text", "hello", "x.json is not JSON. Perhaps the run that wrote it was ended too early"],
    ["half of one", '{"version": 1, "tool": {"na', "x.json is not JSON."],
    ["a list", "[]", "x.json is no report of keylint's."],
    ["a word", '"runs"', "x.json is no report of keylint's."],
    ["another tool's SARIF", '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"other","semanticVersion":"1"}},"invocations":[],"results":[]}]}', "x.json is no report that keylint can merge: runs[0].tool.driver.name must be keylint."],
    ["another tool's JSON", '{"tool":{"name":"x"},"findings":[]}', "must be there, and is missing"],
    ["deep lists", "[".repeat(3_000_000), "x.json is not JSON."],
    ["many lists", `[${"[],".repeat(4_000_001)}[]]`, "x.json is no report of keylint's: it holds more lists and objects than any report."],
  ])("%s", (_what, text, message) => {
    const root = folderWith({ "x.json": text });
    expect(complaint(root, "x.json")).toContain(message);
  });

  const plain = (): string => {
    const root = stagedProject({ "app.py": leak, "old.py": `${leak.trimEnd()}  # keylint-ignore hardcoded-key\n` });
    report(root, "own", []);
    return root;
  };
  const wrong: readonly (readonly [string, (document: Json) => unknown, string])[] = [
    ["a line below 1", (document) => Object.assign(inside(document, "findings", 0, "region"), { line: 0 }), "findings[0].region.line must be a whole number from 1 to 1000000000."],
    ["a level of its own", (document) => Object.assign(inside(document, "findings", 0), { level: "\u001b[31mred" }), "findings[0].level must be one of error, warning, note."],
    ["a mark that is far away", (document) => Object.assign(inside(document, "findings", 0, "frame", "mark"), { column: 1e8 }), "findings[0].frame.mark.column must be a whole number from 1 to 1000."],
    ["an identity that is none", (document) => Object.assign(inside(document, "findings", 0), { id: "<script>" }), "findings[0].id must be an identity of 32 hexadecimal digits."],
    ["a path that is a number", (document) => Object.assign(inside(document, "suppressed", 0, "region"), { path: 1 }), "suppressed[0].region.path must be a text."],
    ["a later version of the format", (document) => Object.assign(document, { version: 2 }), "version must be 1."],
    ["a repository out of nowhere", (document) => Object.assign(inside(document, "findings", 0), { repository: "x" }), "repositories must be a list of all repositories that its findings and failures name."],
    ["a repository twice", (document) => Object.assign(document, { repositories: [1, 2].map(() => ({ name: "a", pathsFrom: "cwd", counts: { files: 1, read: 1, keys: 1 }, hidden: {} })) }), "repositories must be a list in which each repository stands once."],
    ["a rule that nobody knows", (document) => Object.assign(inside(document, "findings", 0), { rule: "new-key" }), "changed.json names a rule that this keylint"],
  ];

  test.each(wrong)("%s in JSON", (_what, change, message) => {
    const root = plain();
    expect(complaint(root, changed(root, "own.json", change))).toContain(message);
  });

  test.each([
    ["another scheme", (document: Json) => Object.assign(inside(document, "runs", 0, "results", 0, "locations", 0, "physicalLocation", "artifactLocation"), { uri: "javascript:alert(1)" }), "results[0].locations[0].physicalLocation.artifactLocation.uri must be a relative URI, or one of a file."],
    ["two runs", (document: Json) => inside(document, "runs").push(inside(document, "runs", 0)), "runs must be a list of at most 1."],
    ["no fingerprint", (document: Json) => Object.assign(inside(document, "runs", 0, "results", 0), { partialFingerprints: undefined }), "results[0].partialFingerprints must be there, and is missing."],
    ["a notification without a place", (document: Json) => inside(document, "runs", 0, "invocations", 0, "toolExecutionNotifications").push({ descriptor: { id: "not-checked", index: 0 }, level: "warning", message: { text: "hello" } }), "toolExecutionNotifications must be a place, or say how many more there are."],
  ])("%s in SARIF", (_what, change, message) => {
    const root = plain();
    expect(complaint(root, "--format", "sarif", changed(root, "own.sarif", change))).toContain(message);
  });
});

test("a report that somebody has forged does nothing to a terminal, a page or a log, and brings nothing along", () => {
  const root = stagedProject({ "app.py": leak, "dev/other.py": leak, "bad.py": "SECRET_KEY = (\n", "old.py": `${leak.trimEnd()}  # keylint-ignore hardcoded-key -- why\n`, "unused.py": "# keylint-ignore short-key\n" });
  report(root, "own", []);
  const evil = "\u001b[31m\u202e\n::error::<script>alert(1)</script>](http://evil.example)";
  const poison = (value: unknown, name = ""): unknown => {
    if (Array.isArray(value)) return value.map((one) => poison(one, name));
    if (typeof value === "object" && value !== null) return { ...Object.fromEntries(Object.entries(value).map(([one, inner]) => [one, poison(inner, one)])), extra: evil };
    const isFree = typeof value === "string" && !["name", "version", "id", "rule", "rules", "level", "context", "evidence", "partly"].includes(name);
    return isFree || (name === "name" && value !== "keylint") ? evil : value;
  };
  writeFileSync(join(root, "evil.json"), JSON.stringify({ ...(poison(JSON.parse(read(root, "own.json"))) as object), tool: { name: "keylint", version: "0.1.0" } }));
  for (const format of FORMATS.filter((format) => format !== "json" && format !== "sarif")) {
    const { stdout, status } = keylint(root, ["merge", "--format", format, "evil.json"]);
    expect(status).toBe(1);
    expect(stdout).not.toMatch(format === "html" ? /[\u001b\u202e]|<script>alert/ : /[\u001b\u202e]|^::error::/m);
  }
  expect(keylint(root, ["merge", "--format", "json", "evil.json"]).stdout).not.toMatch(/"extra"|\u001b|\u202e/);
});
