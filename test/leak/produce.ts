import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Linter } from "eslint";
import { TextDocument } from "vscode-languageserver-textdocument";
import { rules } from "../../rules/index.ts";
import plugin from "../../src/eslint.ts";
import { ignoresFor } from "../../src/lsp/comments.ts";
import { diagnosticsIn } from "../../src/lsp/diagnostics.ts";
import { hoverAt } from "../../src/lsp/hover.ts";
import { rangeOf } from "../../src/lsp/text.ts";
import { parseOptions } from "../../src/options.ts";
import { lookerFor } from "../../src/run/looker.ts";
import { main } from "../../src/main.ts";
import { FORMATS } from "../../src/options/words.ts";
import { reporters } from "../../src/reporters/index.ts";
import { reveal } from "../../src/types/secret.ts";
import { lintFiles } from "../support/lint.ts";
import { signedWith } from "../verify/keys.ts";
import { git, hermetic } from "../discover/repository.ts";

/** A small project: path to text. */
export type Files = Readonly<{ [path: string]: string }>;

/** All that a run gives to the outside, by the way that it goes out. */
export type Outputs = Readonly<{ [channel: string]: string }>;

/** A way to get outputs from files. The checks know no other: so whatever lets a key out can be put before them. */
export type Produce = (files: Files) => Outputs;

/** Every reporter over a tree in memory: the quick way, without main. */
export const inMemory: Produce = (files) => {
  const report = lintFiles(files, { mends: true });
  const shown = Object.entries(reporters).flatMap(([name, reporter]) => [false, true].map((color) => [`${name}${color ? " in colour" : ""}`, reporter(report, { rules, color, now: 0 })] as const));
  return Object.fromEntries(shown);
};

/** Every reporter, every context, with and without colour, a baseline and what goes to stderr: `main`, in a git repository on the disk. */
export const everything: Produce = (files) =>
  inFolder(files, (project, beside) => {
    git(project, "init", "--quiet");
    git(project, "add", "--all", "--force");
    grownOld(project);
    const reports = FORMATS.filter((format) => format !== "stylish");
    const toFiles = reports.flatMap((format) => ["--format", format, "--output", join(beside, format)]);
    const plain = run(project, [...toFiles, "--format", "stylish", "--context", "all", "--debug", "--no-color"]);
    const color = run(project, ["--format", "stylish", "--context", "all", "--color"]);
    const baseline = join(beside, "baseline.jsonl");
    writeFileSync(baseline, `{"keylint":"baseline","version":1,"salt":"${"0".repeat(32)}"}\n`);
    const accepted = run(project, ["--context", "all", "--baseline", baseline, "--update-baseline"]);
    const kept = { baseline: withoutTags(readFileSync(baseline, "utf8")), "stdout with a baseline": accepted.stdout, "stderr with a baseline": accepted.stderr.replaceAll(beside, "") };
    const again = run(project, ["--context", "all", "--debug"]);
    const cache = { "stderr of an earlier report": again.stderr, ...cacheIn(project) };
    const shown = run(project, ["--fix-dry-run"]);
    const fixed = run(project, ["--fix"]);
    const fixes = { "stderr with --fix-dry-run": shown.stderr, "stderr with --fix": fixed.stderr, "stdout with --fix": fixed.stdout, "files that --fix makes": made(project) };
    return { ...kept, ...cache, ...fixes, stylish: plain.stdout, stderr: plain.stderr, ...Object.fromEntries(reports.map((format) => [format, readFileSync(join(beside, format), "utf8")])), color: color.stdout, "stderr without --debug": color.stderr };
  });

/** Of files that were changed in the disk's last tick nothing is kept: runs until they are older, so that each run of a test meets the same. */
function grownOld(project: string): void {
  for (const end = Date.now() + 150; Date.now() < end;) run(project, ["--no-cache"]);
}

/** What is kept between runs, but for what tells the time, the disk and the build: checksums, what the disk says of files, and what is made of these. */
function cacheIn(project: string): Outputs {
  const folder = join(project, ".git/keylint");
  const files = readdirSync(folder).filter((name) => name !== "clock").map((name) => [name, readFileSync(join(folder, name))] as const);
  const bodyOf = (bytes: Buffer): Buffer => bytes.subarray(bytes.indexOf(10, bytes.indexOf(10) + 1) + 1);
  const reports = files.filter(([name]) => name.startsWith("report-")).map(([, bytes]) => JSON.stringify(JSON.parse(bodyOf(bytes).toString("utf8")), null, 1));
  const states = files.filter(([name]) => name.startsWith("files")).map(([name, bytes]) => {
    const { id: _, files: count, ...about } = JSON.parse(bytes.toString("utf8", bytes.indexOf(10) + 1, bytes.indexOf(10, bytes.indexOf(10) + 1))) as { id: string; files: number };
    return `${name} ${count} ${JSON.stringify(about)} ${bodyOf(bytes).subarray(count * 40).toString("latin1")}`;
  });
  return { "reports of the cache": reports.sort().join("\n"), "state in the cache": states.join("\n"), "names in the cache": files.map(([name]) => name.replace(/-[0-9a-f]{32}$/, "")).sort().join("\n") };
}

/** All bytes of the cache, but for digests and for what the disk says of the folder: in these a number, or a piece of one of many other digests, would be met by chance. */
export const caching: Produce = (files) =>
  inFolder(files, (project) => {
    git(project, "init", "--quiet");
    git(project, "add", "--all", "--force");
    grownOld(project);
    for (let time = 0; time < 3; time++) run(project, ["--context", "all"]);
    const folder = join(project, ".git/keylint");
    return Object.fromEntries(readdirSync(folder).map((name) => [name.replace(/[0-9a-f]{32}/, ""), readFileSync(join(folder, name), "latin1").replace(/[0-9a-f]{64}/g, "").replace(/"folder":"[\d. ]+"/, "")]));
  });

/** What --fix writes beside the files that held a key. */
function made(project: string): string {
  return [".gitignore", ".env.example"].filter((name) => existsSync(join(project, name))).map((name) => `${name}\n${readFileSync(join(project, name), "utf8")}`).join("\n");
}

/** Of a key's digest a baseline holds eight bits, so that a changed key is seen: that much is accepted. */
function withoutTags(baseline: string): string {
  return baseline.replace(/"tag":"[0-9a-f]{2}"\}$/gm, '"tag":".."}');
}

/** Of two repositories with the same files: every reporter of one run, and what `keylint merge` makes of the reports of two. */
export const ofSeveral: Produce = (files) =>
  inFolder({ ...below("one", files), ...below("two", files) }, (folder, beside) => {
    for (const name of ["one", "two"]) {
      git(join(folder, name), "init", "--quiet");
      git(join(folder, name), "add", "--all", "--force");
    }
    grownOld(folder);
    const toFiles = (name: string): readonly string[] => FORMATS.flatMap((format) => ["--format", format, "--output", join(beside, `${name}.${format}`)]);
    const [whole, one, two] = [run(folder, [...toFiles("whole"), "--context", "all", "--debug", "one", "two"]), run(join(folder, "one"), toFiles("one")), run(join(folder, "two"), toFiles("two"))];
    const merged = ["json", "sarif"].map((format) => run(beside, ["merge", "--debug", "--format", format, `one.${format}`, `two.${format}`]));
    const written = FORMATS.map((format) => [format, readFileSync(join(beside, `whole.${format}`), "utf8")] as const);
    const printed = [whole, one, two, ...merged].flatMap(({ stdout, stderr }, index) => [[`stdout ${index}`, stdout.replaceAll(beside, "")], [`stderr ${index}`, stderr.replaceAll(beside, "")]] as const);
    return Object.fromEntries([...written, ...printed]);
  });

function below(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}

/** What a person sees who runs `keylint`, with --debug and without, where there is no git. */
export const atTerminal: Produce = (files) =>
  inFolder(files, (project) => {
    const [debug, plain] = [run(project, ["--debug"]), run(project, [])];
    return { stdout: debug.stdout, stderr: debug.stderr, "stdout without --debug": plain.stdout, "stderr without --debug": plain.stderr };
  });

/** What an editor shows of each file, and what ESLint says of those that it reads. */
export const inEditors: Produce = (files) =>
  inFolder(files, (project) => {
    git(project, "init", "--quiet");
    git(project, "add", "--all", "--force");
    const looker = lookerFor(parseOptions(["lsp", "--context", "all"], () => false), hermetic);
    const linter = new Linter({ cwd: project });
    return Object.fromEntries(Object.entries(files).flatMap(([path, text]) => {
      const seen = looker.look({ path: join(project, path), text, folder: project });
      const document = TextDocument.create(pathToFileURL(join(project, path)).href, "", 1, text);
      const shown = "mistake" in seen ? seen : [seen, diagnosticsIn({ document, seen }), seen.findings.map((finding) => [true, false].map((hasMarkdown) => hoverAt({ document, seen }, rangeOf(finding.region).start, hasMarkdown))), seen.findings.map((finding) => ignoresFor(finding, document))];
      // What ESLint's parser says of a text is its own.
      const said = linter.verify(text, [plugin.configs.recommended as Linter.Config], { filename: join(project, path) }).filter(({ ruleId }) => ruleId !== null);
      return [[`editor: ${path}`, JSON.stringify(shown).replaceAll(project, "")], [`ESLint: ${path}`, JSON.stringify(said).replaceAll(project, "")]] as const;
    }));
  });

/** What `keylint verify` says of tokens that the keys of the files have signed, and of one that nobody has, with --debug and without. */
export const verifying: Produce = (files) =>
  inFolder(files, (project, beside) => {
    git(project, "init", "--quiet");
    git(project, "add", "--all", "--force");
    const keys: Buffer[] = [];
    lintFiles(files, { onKey: ({ origin: { making } }) => void (making.kind === "literal" && keys.push(Buffer.from(reveal(making.received), making.form === "text" ? "utf8" : "latin1"))) });
    writeFileSync(join(beside, "keys"), `nobody's\n${keys[0]?.toString() ?? ""}\n`);
    const header = (signers: readonly Buffer[]): Buffer => Buffer.from(`Cookie: ${signers.slice(0, 60).map((key, at) => `c${at}=${signedWith(key)}`).join("; ")}`);
    const runs: readonly (readonly [string, Buffer, readonly string[]])[] = [
      ["", header(keys), []],
      [" with --debug", header(keys), ["--debug"]],
      [" with a list", header(keys), ["--keys", join(beside, "keys")]],
      [" where none matches", header([Buffer.from("nobody has this")]), ["--debug"]],
    ];
    return Object.fromEntries(runs.flatMap(([title, token, argv]) => {
      const { stdout, stderr } = run(project, ["verify", ...argv], token);
      return [[`stdout${title}`, stdout.replaceAll(beside, "")], [`stderr${title}`, stderr.replaceAll(beside, "")]] as const;
    }));
  });

/** The files in a folder, and another folder beside it; both are removed afterwards. */
export function inFolder(files: Files, use: (project: string, beside: string) => Outputs): Outputs {
  const root = realpathSync.native(mkdtempSync(join(tmpdir(), "keylint-leak-")));
  try {
    const project = join(root, "project");
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(project, path)), { recursive: true });
      writeFileSync(join(project, path), text);
    }
    return use(project, root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

export function run(cwd: string, argv: readonly string[], stdin: Buffer = Buffer.alloc(0)): { stdout: string; stderr: string } {
  const streams = { stdout: "", stderr: "" };
  const out = (name: "stdout" | "stderr") => ({ write: (text: string) => void (streams[name] += text), isTTY: false });
  main({ argv, cwd, env: hermetic, stdout: out("stdout"), stderr: out("stderr"), stdin: () => stdin, now: () => 0 });
  return streams;
}
