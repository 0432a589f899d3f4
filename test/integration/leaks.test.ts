import { spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { planted } from "../leak/planted.ts";
import { Traces } from "../leak/traces.ts";
import { Editor } from "../support/editor.ts";
import { Box } from "./support/box.ts";
import { installKeylint } from "./support/keylint.ts";
import { everyWay, underEslint } from "./support/ways.ts";

// All that an installed keylint writes anywhere while it looks at thousands of keys, each of which stands nowhere else: what it prints,
// every file of a home, a temporary folder and a project that are its own, the names of processes, and what Node writes when it dies.

const { files, texts, places, forms } = planted({ every: inject("all") });
/** Milliseconds that a run of a tree may take: with all texts a tree is six times as large. */
const limit = inject("all") ? 3_600_000 : 600_000;
/** So many texts are looked for at once: their traces fill a few hundred megabytes. */
const atOnce = 2_000;

interface Looked {
  /** `where: text, in which form`. */
  readonly leaks: readonly string[];
  readonly files: number;
  readonly bytes: number;
}

/** Looks through a box. A file of the project, and its copies, may hold what was planted in it, and nothing else. */
function looked(box: Box): Looked {
  const none = new Set<string>();
  const written = [...box.files()].flatMap(([path, bytes]) => {
    const text = files[/^(?:project|fixed|begun)\/(.*)$/.exec(path)?.[1] ?? ""];
    if (path === "cookies" || (text !== undefined && bytes.equals(Buffer.from(text)))) return [];
    return [{ path, bytes, allowed: text === undefined ? none : new Set(texts.filter((one) => text.includes(one))) }];
  });
  const leaks: string[] = [];
  for (let from = 0; from < texts.length; from += atOnce) {
    const traces = new Traces(texts.slice(from, from + atOnce));
    for (const { path, bytes, allowed } of written) for (const what of new Set([...traces.in(bytes, allowed), ...traces.in(Buffer.from(path))])) leaks.push(`${path}: ${what}`);
  }
  return { leaks, files: written.length, bytes: written.reduce((sum, { bytes }) => sum + bytes.length, 0) };
}

const subject = { paths: Object.keys(files), keys: texts.slice(0, 60), package: "" };

beforeAll(async () => {
  subject.package = (await installKeylint()).package;
}, limit);

const cli = (): string => join(subject.package, "dist/cli.js");

/** Throws once, at the n-th call of what programs do most with texts, with the text in the message as libraries do. */
const crashing = `
let left = Number(process.env.CRASH_AT);
for (const name of ["slice", "indexOf", "startsWith", "endsWith", "includes", "charCodeAt", "split", "replace", "trim"]) {
  const own = String.prototype[name];
  String.prototype[name] = function (...args) {
    if (--left === 0) throw Object.assign(new Error(name + " of " + this), { text: String(this) });
    return own.apply(this, args);
  };
}`;

/** What a mistake of keylint's might do with the first key that it reads. */
const leaking = `
const { createHash } = require("node:crypto");
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const own = Buffer.prototype.toString;
let key;
Buffer.prototype.toString = function (...args) {
  const text = own.apply(this, args);
  key ??= /"([A-Za-z0-9]{40})"/.exec(text)?.[1];
  return text;
};
const ways = {
  title: () => { process.title = key; },
  stderr: () => { console.error(Buffer.from(key).toString("hex")); },
  temporary: () => { writeFileSync(join(process.env.TMPDIR, "keylint-1"), Buffer.from("x" + key).toString("base64")); },
  home: () => { writeFileSync(join(process.env.HOME, ".keylint"), [...key].reverse().join("")); },
  cache: () => { writeFileSync(".git/keylint/more", createHash("sha256").update(key).digest()); },
};
process.prependListener("exit", () => { if (key) ways[process.env.LEAK](); });`;

function script(box: Box, name: string, text: string): string {
  const path = join(box.folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

describe(`${texts.length} keys and comments, each of which stands nowhere else, in ${places} places of the catalogue and ${forms} forms of files`, () => {
  test("nothing of them comes out, whatever keylint is asked to do", async () => {
    const box = new Box(files);
    await everyWay(box, subject);
    await underEslint(box, subject);
    await inAnEditor(box);
    const { leaks, ...figures } = looked(box);
    process.stdout.write(`leaks looked for: ${texts.length} texts, ${box.statuses.size + 1} runs, ${figures.files} files, ${(figures.bytes / 1e6).toFixed(1)} MB\n`);
    expect(leaks).toEqual([]);
    expect(Object.fromEntries(box.statuses)).toMatchObject({ "staged": 1, "lint": 1, "lint again": 1, "new baseline": 0, "dry run": 1, "with baseline": 0, "share": 1, "merge": 1, "stdin": 1, "verify": 1, "verify nothing": 2, "fix": 1, "init": 0, "history": 1, "since": 0, "ESLint": 1 });
  }, limit);

  test("nor when keylint crashes, and says so", async () => {
    const box = new Box(Object.fromEntries(Object.entries(files).filter((_, at) => at % 10 < 2)));
    const hook = script(box, "crash.cjs", crashing);
    const crashes = [300, 1_000, 3_000, 10_000, 30_000, 100_000];
    for (const at of crashes) await box.node(`crash ${at}`, [cli(), "--debug", "--no-cache", "--context", "all"], { env: { CRASH_AT: String(at) }, nodeArgs: ["--require", hook] });
    expect(crashes.map((at) => [at, box.statuses.get(`crash ${at}`)])).toEqual(crashes.map((at) => [at, 2]));
    expect(looked(box).leaks).toEqual([]);
  }, limit);

  test("nor when Node dies for want of memory, and reports it", async () => {
    const box = new Box(files);
    await box.node("no memory", [cli(), "--no-cache"], { nodeArgs: ["--max-old-space-size=12", "--report-on-fatalerror", "--report-uncaught-exception", `--report-directory=${box.out}`] });
    expect([...box.files()].map(([path]) => path)).toContainEqual(expect.stringMatching(/^out\/report\..*\.json$/));
    expect(looked(box).leaks).toEqual([]);
  }, limit);
});

test.each(["title", "stderr", "temporary", "home", "cache"])("this test sees a key that goes out by: %s", async (way) => {
  const box = new Box(Object.fromEntries(Object.entries(files).slice(0, 20)));
  const hook = script(box, "leak.cjs", leaking);
  mkdirSync(join(box.project, ".git/keylint"), { recursive: true });
  await box.node("lint", [cli(), "--no-cache"], { env: { LEAK: way }, nodeArgs: ["--require", hook] });
  expect(looked(box).leaks).not.toEqual([]);
});

/** What the language server sends to an editor that opens some of the files, shows each finding and asks what can be done. */
async function inAnEditor(box: Box): Promise<void> {
  const child = spawn(process.execPath, [cli(), "lsp", "--stdio"], { cwd: box.project, env: box.env });
  const sent: { readonly [stream: string]: Buffer[] } = { stdout: [], stderr: [] };
  for (const stream of ["stdout", "stderr"] as const) child[stream].on("data", (bytes: Buffer) => void sent[stream]?.push(bytes));
  const editor = new Editor(child.stdout, child.stdin, box.project);
  await editor.start();
  for (const path of subject.paths.filter((path, at) => at % 40 < 2 && existsSync(join(box.project, path)))) {
    for (const { range } of await editor.open(path)) await Promise.all([editor.hover(path, range.start.line, range.start.character), editor.actions(path, range)]);
  }
  child.kill();
  for (const [stream, bytes] of Object.entries(sent)) writeFileSync(join(box.out, `editor, ${stream}`), Buffer.concat(bytes));
}
