import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { fixture, folderWith, project, track } from "./support/folder.ts";
import { installKeylint } from "./support/keylint.ts";
import { done, run } from "./support/run.ts";
import { fromGo, fromPip, pythonOf, testWith, type Tool } from "./support/tool.ts";

const readme = readFileSync(join(project, "README.md"), "utf8");
const keylint = await installKeylint();
const [python, reviewdog] = await Promise.all([junitReaders(), fromGo("github.com/reviewdog/reviewdog/cmd/reviewdog@v0.20.3")]);

const odd = {
  "with space/<a> & \"b\".py": 'from flask import Flask\napp = Flask(__name__)\napp.secret_key = "keyboard cat"\napp.config["SECRET_KEY"] = "zebra crossing"\n',
  "ä/ü😀.py": 'from flask import Flask\napp = Flask(__name__)\ngreeting = "ä😀"; app.secret_key = "keyboard cat"\n',
  "broken.py": 'from flask import Flask\napp = Flask(__name__)\napp.secret_key = "keyboard cat"\ndef (:\n',
  "kept.py": 'X = 1  # keylint-ignore short-key -- nothing is here\n',
};

const names = readdirSync(join(project, "fixtures"));
const folders: Readonly<{ [name: string]: string }> = { ...Object.fromEntries(names.map((name) => [name, fixture(name)])), odd: folderWith(odd), empty: folderWith() };
for (const folder of Object.values(folders)) await track(folder);

/** The report on each folder, and how keylint ended. */
async function reports(...args: readonly string[]): Promise<readonly (readonly [name: string, text: string, status: number])[]> {
  const written: (readonly [string, string, number])[] = [];
  for (const [name, folder] of Object.entries(folders)) {
    const { stdout, stderr, status } = await keylint.run(["--context", "all", ...args], { cwd: folder });
    if (stderr !== "" || status > 1) throw new Error(`keylint ended with ${status} in ${name}: ${stderr}`);
    written.push([name, stdout, status]);
  }
  return written;
}

/** What reads JUnit's XML, and the schema of Jenkins' xUnit plugin, which pytest's sources hold for a test of its own. */
async function junitReaders(): Promise<Tool> {
  const tool = await fromPip("junitparser==5.*", "xmlschema==4.*");
  if ("missing" in tool) return tool;
  const fetched = await run(pythonOf(tool.folder), ["-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", "pytest", "--dest", tool.folder, "pytest==8.4.2"]);
  return fetched.status === 0 ? tool : { missing: "pip could not fetch the sources of pytest" };
}

/** Prints of each file its name, tests, failures, errors and skipped tests. */
const reading = `import sys, tarfile, xmlschema
from junitparser import JUnitXml
folder, *files = sys.argv[1:]
name = "pytest-8.4.2/testing/example_scripts/junit-10.xsd"
schema = xmlschema.XMLSchema(tarfile.open(folder + "/pytest-8.4.2.tar.gz").extractfile(name).read().decode())
for file in files:
    schema.validate(file)
    cases = [case for suite in JUnitXml.fromfile(file) for case in suite]
    kinds = [type(result).__name__ for case in cases for result in case.result]
    assert len({(case.classname, case.name) for case in cases}) == len(cases), file
    print(file.split("/")[-1], len(cases), *(kinds.count(kind) for kind in ("Failure", "Error", "Skipped")))
`;

describe("gitlab", () => {
  /** https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format, and what GitLab's parser asks for beside it. */
  const text = { type: "string", minLength: 1 };
  const holds = new Ajv().compile({
    type: "array",
    items: {
      type: "object",
      required: ["description", "check_name", "fingerprint", "severity", "location"],
      properties: {
        description: text, check_name: text, fingerprint: text,
        severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
        location: {
          type: "object", required: ["path", "lines"],
          properties: { path: { type: "string", pattern: "^(?!\\./|/).+" }, lines: { type: "object", required: ["begin"], properties: { begin: { type: "integer", minimum: 1 } } } },
        },
      },
    },
  });

  test("each report is as GitLab describes it, each fingerprint stands once, and each path is a file's", async () => {
    for (const [name, report] of await reports("--format", "gitlab")) {
      const entries = JSON.parse(report) as { fingerprint: string; location: { path: string } }[];
      expect(holds(entries), `${name}: ${JSON.stringify(holds.errors)}`).toBe(true);
      expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
      for (const { location: { path } } of entries) expect(() => readFileSync(join(folders[name] ?? "", path))).not.toThrow();
      if (name === "odd") expect(entries).toHaveLength(6);
    }
  });

  test("README's pipeline writes the report that it uploads", () => {
    const block = readme.split("```yaml\n").find((one) => one.startsWith("# .gitlab-ci.yml, Code Quality\n")) ?? "";
    const { keylint: job } = parse(block.split("```")[0] ?? "") as { keylint: { script: readonly string[]; artifacts: { reports: { codequality: string } } } };
    expect(job.script).toEqual([`npx --yes keylint --format gitlab --output ${job.artifacts.reports.codequality} --format stylish`]);
  });
});

describe("junit", () => {
  testWith(python, "Jenkins' schema holds, junitparser reads the counts, and a test fails where the run does", async (folder) => {
    for (const failOn of ["warning", "error", "note", "never"]) {
      const written = await reports("--format", "junit", "--fail-on", failOn);
      const at = folderWith(Object.fromEntries(written.map(([name, text]) => [`${name}.xml`, text])));
      const { stdout } = await done(pythonOf(folder), ["-c", reading, folder, ...written.map(([name]) => join(at, `${name}.xml`))]);
      const counts = new Map(stdout.trim().split("\n").map((line) => line.split(" ")).map(([file = "", ...numbers]) => [file, numbers.map(Number)]));
      for (const [name, , status] of written) expect([name, Math.min(counts.get(`${name}.xml`)?.[1] ?? -1, 1)]).toEqual([name, status]);
      expect(counts.get("odd.xml")).toEqual([6, { note: 5, never: 0 }[failOn] ?? 4, 0, { note: 1, never: 6 }[failOn] ?? 2]);
      expect(counts.get("empty.xml")).toEqual([1, 0, 0, 0]);
    }
  });
});

describe("sarif", () => {
  testWith(reviewdog, "reviewdog reads README's line", async (folder) => {
    expect(readme).toContain("`npx --yes keylint --format sarif \\| reviewdog -f=sarif -name=keylint -reporter=github-pr-review`");
    const at = folders["odd"] ?? "";
    const { stdout, status } = await run("bash", ["-c", `"${process.execPath}" "${join(keylint.package, "dist/cli.js")}" --context all --format sarif | "${join(folder, "bin/reviewdog")}" -f=sarif -name=keylint -reporter=local -filter-mode=nofilter -fail-level=error`], { cwd: at });
    const uris = stdout.trim().split("\n").map((line) => (JSON.parse(line) as { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }).locations[0]?.physicalLocation.artifactLocation.uri ?? "");
    expect(status).toBe(1);
    expect(uris.map((uri) => uri.split("/").map(decodeURIComponent).join("/")).sort()).toEqual(["broken.py", "with space/<a> & \"b\".py", "with space/<a> & \"b\".py", "ä/ü😀.py"].sort());
  });

  /** https://docs.sonarsource.com/sonarqube-server/10.3/analyzing-source-code/importing-external-issues/importing-issues-from-sarif-reports: mandatory fields. */
  test("SonarQube's mandatory fields are there", async () => {
    const text = { type: "string", minLength: 1 };
    const physicalLocation = {
      type: "object", required: ["artifactLocation", "region"],
      properties: { artifactLocation: { type: "object", required: ["uri"], properties: { uri: text } }, region: { type: "object", required: ["startLine"] } },
    };
    const result = {
      type: "object", required: ["message", "ruleId", "locations"],
      properties: { ruleId: text, message: { type: "object", required: ["text"], properties: { text } }, locations: { type: "array", minItems: 1, items: { type: "object", required: ["physicalLocation"], properties: { physicalLocation } } } },
    };
    const holds = new Ajv().compile({
      type: "object", required: ["version", "runs"],
      properties: { version: { const: "2.1.0" }, runs: { type: "array", items: { type: "object", required: ["tool", "results"], properties: { tool: { type: "object", required: ["driver"], properties: { driver: { type: "object", required: ["name"] } } }, results: { type: "array", items: result } } } } },
    });
    for (const [name, report] of await reports("--format", "sarif")) expect(holds(JSON.parse(report)), `${name}: ${JSON.stringify(holds.errors)}`).toBe(true);
  });
});
