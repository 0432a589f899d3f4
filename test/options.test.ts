import { describe, expect, test } from "vitest";
import { UsageError } from "../src/usage-error.ts";
import { helpText } from "../src/help.ts";
import { type Options, parseOptions } from "../src/options.ts";

const parse = (argv: string[], ...files: string[]) => parseOptions(argv, (path) => files.includes(path));
const complaint = (argv: string[], ...files: string[]): string => {
  try {
    parse(argv, ...files);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return "no complaint";
};

const defaults: Options = {
  command: "lint", paths: [], outputs: [{ format: "stylish" }], contexts: ["production", "development", "example"], failOn: "warning",
  noConfig: false, noIgnore: false, noForeignIgnores: false, noCache: false, strict: false, debug: false, staged: false, noBaseline: false, updateBaseline: false, history: false, yes: false,
};

describe("what arguments mean", () => {
  const cases: [string, Partial<Options>][] = [
    ["", {}],
    ["src app.py", { paths: ["src", "app.py"] }],
    ["--format sarif", { outputs: [{ format: "sarif" }] }],
    ["--format=sarif --output=a.sarif --format stylish", { outputs: [{ format: "sarif", file: "a.sarif" }, { format: "stylish" }] }],
    ["--format json --output a.json --format sarif --output a.sarif", { outputs: [{ format: "json", file: "a.json" }, { format: "sarif", file: "a.sarif" }] }],
    ["--format stylish --format json --output a.json", { outputs: [{ format: "stylish" }, { format: "json", file: "a.json" }] }],
    ["--output report.txt", { outputs: [{ format: "stylish", file: "report.txt" }] }],
    ["--format json --output -", { outputs: [{ format: "json" }] }],
    ["--context all", { contexts: ["production", "development", "example", "test", "docs"] }],
    ["--context docs,production", { contexts: ["production", "docs"] }],
    ["--context test --context docs", { contexts: ["test", "docs"] }],
    ["--format sarif --sarif-category backend", { outputs: [{ format: "sarif" }], sarifCategory: "backend" }],
    ["--fail-on never", { failOn: "never" }],
    ["--fail-on note --fail-on error", { failOn: "error" }],
    ["--config a.json src", { config: "a.json", paths: ["src"] }],
    ["--no-config --no-ignore --no-foreign-ignores --no-cache --strict --debug", { noConfig: true, noIgnore: true, noForeignIgnores: true, noCache: true, strict: true, debug: true }],
    ["--color", { color: true }],
    ["--color --no-color", { color: false }],
    ["--stdin --stdin-filename app/a.py", { stdin: "app/a.py" }],
    ["--help src", { command: "help", paths: ["src"] }],
    ["-h", { command: "help" }],
    ["--version", { command: "version" }],
    ["explain", { command: "explain" }],
    ["explain short-key", { command: "explain", topic: "short-key" }],
    ["generate", { command: "generate" }],
    ["generate flask --into .env", { command: "generate", topic: "flask", into: ".env" }],
    ["history v1..main", { command: "history", paths: ["v1..main"] }],
    ["verify --history", { command: "verify", history: true }],
    ["--shard 2/4 repos", { shard: { index: 2, count: 4 }, paths: ["repos"] }],
    ["merge a.json b.json --format html", { command: "merge", paths: ["a.json", "b.json"], outputs: [{ format: "html" }] }],
    ["src explain", { paths: ["src", "explain"] }],
    ["./explain", { paths: ["./explain"] }],
    ["-- --strict -x explain", { paths: ["--strict", "-x", "explain"] }],
    ["a.py -- --strict", { paths: ["a.py", "--strict"] }],
    ["-", { paths: ["-"] }],
  ];
  test.each(cases)("keylint %s", (line, options) => {
    expect(parse(line === "" ? [] : line.split(" "))).toEqual({ ...defaults, ...options });
  });
});

describe("file names that look like options", () => {
  test.each(["-dash.py", "--basline", "-abc", "--odd=name.py", "-x"])("%s is a file when it exists", (name) => {
    expect(parse(["--strict", name, "b.py"], name)).toEqual({ ...defaults, strict: true, paths: [name, "b.py"] });
  });

  test("one with an option's very name is never taken for the option, nor the option for it", () => {
    expect(complaint(["--fail-on=never", "a.py"], "--fail-on=never")).toContain("put files after --");
    expect(parse(["--", "--fail-on=never"], "--fail-on=never")).toEqual({ ...defaults, paths: ["--fail-on=never"] });
  });

  test("can be an option's value", () => {
    expect(parse(["--config", "-odd.json"], "-odd.json").config).toBe("-odd.json");
    expect(parse(["--config=-odd.json"]).config).toBe("-odd.json");
  });
});

describe("complaints", () => {
  const cases: [string[], string][] = [
    [["--basline"], 'unknown option "--basline"'],
    [["--fail-onn=error"], 'unknown option "--fail-onn"; did you mean "--fail-on"?'],
    [["--strcit"], 'unknown option "--strcit"; did you mean "--strict"?'],
    [["-x"], 'unknown option "-x"'],
    [["-hx"], 'unknown option "-hx"'],
    [["--zzzzzzzzz"], 'unknown option "--zzzzzzzzz"; keylint --help shows all'],
    [["--evil\u001b[31m"], "\\x1b"],
    [["--format", "sarf"], '--format does not know "sarf"; did you mean "sarif"? It takes stylish, json, sarif, github, gitlab, junit, markdown, html.'],
    [["--format"], "--format needs a value: --format stylish|json|sarif|github|gitlab|junit|markdown|html."],
    [["--config", "--strict"], "--config needs a value: --config FILE."],
    [["--config="], "--config needs a value"],
    [["--config", "--"], "--config needs a value"],
    [["--strict=yes"], "--strict takes no value."],
    [["--format", "json", "--format", "sarif"], "Only one report can go to stdout; give --output FILE after --format json."],
    [["--output", "a", "--format", "json"], "--output stands before its --format"],
    [["--format", "json", "--output", "a", "--output", "b"], "--output is given twice for --format json."],
    [["--format", "json", "--output", "a", "--format", "sarif", "--output", "a"], "Two reports go to the same file, a."],
    [["--sarif-category", "backend"], "--sarif-category is for --format sarif; add that."],
    [["--format", "json", "--sarif-category", "backend"], "--sarif-category is for --format sarif"],
    [["--format", "sarif", "--sarif-category="], "--sarif-category needs a value: --sarif-category NAME."],
    [["--format", "sarif", "--sarif-category", " "], "takes a name that can be read"],
    [["--format", "sarif", "--sarif-category", "//"], "takes a name that can be read"],
    [["--format", "sarif", "--sarif-category", "a\nb\u202e"], 'not "a\\x0ab\\u{202e}".'],
    [["--context", "tests"], '--context does not know "tests"; did you mean "test"?'],
    [["--context", "test,"], '--context does not know ""'],
    [["--fail-on", "high"], '--fail-on does not know "high"'],
    [["--config", "a", "--no-config"], "--config and --no-config exclude each other."],
    [["--baseline", "a", "--no-baseline"], "--baseline and --no-baseline exclude each other."],
    [["--staged", "--since", "main"], "a baseline keeps older findings quiet"],
    [["--staged", "--update-baseline", "--baseline", "a"], "a baseline is made of the files on the disk"],
    [["--since"], "--since needs a value: --since COMMIT."],
    [["baseline"], "keylint baseline takes the word prune"],
    [["baseline", "prun"], "keylint baseline takes the word prune"],
    [["baseline", "prune", "src"], "keylint baseline takes the word prune"],
    [["baseline", "prune", "--staged"], "keylint baseline prune does not take --staged; leave it out."],
    [["--stdin"], "--stdin needs --stdin-filename NAME"],
    [["--stdin-filename", "a.py"], "add --stdin"],
    [["--stdin", "--stdin-filename", "a.py", "b.py"], "--stdin takes no paths"],
    [["merge"], "keylint merge takes the reports to make one of"],
    [["merge", "a.json", "--staged"], "keylint merge does not take --staged; leave it out."],
    [["merge", "a.json", "--shard", "1/2"], "keylint merge does not take --shard"],
    [["baseline", "prune", "--shard", "1/2"], "keylint baseline prune does not take --shard"],
    [["--shard"], "--shard needs a value: --shard 1/4."],
    [["--shard", "5/4"], "--shard takes a share and how many there are"],
    [["explain", "a", "b"], "keylint explain takes one rule or framework"],
    [["src", ""], "A path is empty"],
  ];
  test.each(cases)("%j", (argv, message) => {
    expect(complaint(argv)).toContain(message);
  });

  test("no option has a name that Node takes for its own behind the program's name", () => {
    expect(complaint(["generate", "flask", "--env-file", ".env"])).toBe('unknown option "--env-file"; keylint --help shows all');
  });

  test("a command that lacks its words says how to lint a folder of that name", () => {
    expect(complaint(["explain", "a", "b"], "explain")).toContain("write ./explain");
    expect(complaint(["merge"], "merge")).toContain("write ./merge");
    expect(complaint(["baseline"], "baseline")).toContain("write ./baseline");
  });
});

describe("--help", () => {
  test("fits on a screen and names every option", () => {
    const lines = helpText.trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(80);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    for (const option of ["format", "output", "sarif-category", "context", "fail-on", "config", "no-config", "no-ignore", "no-foreign-ignores", "no-cache", "strict", "debug", "color", "no-color", "stdin", "stdin-filename", "fix", "fix-dry-run", "into", "token-file", "keys", "shard", "history", "help", "version"]) {
      expect(helpText).toMatch(new RegExp(`--${option}\\b`));
    }
  });

  test("its examples are accepted", () => {
    const examples = helpText.split("\n").filter((line) => /^ {2}keylint\b/.test(line)).map((line) => (line.trim().split(/\s{2,}|\s+</)[0] ?? "").split(" ").slice(1));
    expect(examples.length).toBeGreaterThan(8);
    for (const argv of examples) expect(complaint(argv)).toBe("no complaint");
  });
});
