import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { FORMATS } from "../../src/options/words.ts";
import { randomOf } from "../support/random.ts";
import { folderWith, track } from "./support/folder.ts";
import { installKeylint, type Keylint } from "./support/keylint.ts";
import { run, type Ended } from "./support/run.ts";

const key = "cf92f423f4deb20d2c9aed7463ee76969d0132cd60ef9ebd3d2c94fde1145794";
const leak = `from flask import Flask\napp = Flask(__name__)\napp.secret_key = "${key}"\n`;

/** What `leak` is when it is mended. */
const mended = leak.replace("from flask", "import os\n\nfrom flask").replace(`"${key}"`, 'os.environ["SECRET_KEY"]');

let keylint: Keylint;
let folder: string;

beforeAll(async () => {
  keylint = await installKeylint();
  folder = await track(folderWith(Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`part${at % 10}/app${at}.py`, leak]))));
});

/** A script of a shell, in which `keylint` is the command. The last line that it prints is the exit status of that. */
async function shell(script: string, cwd = folder, more: Readonly<{ [name: string]: string }> = {}): Promise<Ended> {
  const command = `keylint() { "${process.execPath}" "${join(keylint.package, "dist/cli.js")}" "$@"; }\n`;
  return run("bash", ["-c", command + script], { cwd, env: more });
}

describe("what goes to stdout", () => {
  test.each(inject("all") ? FORMATS : ["stylish", "html"])("%s: a reader that goes early is no error, and the status is that of the report", async (format) => {
    for (const reader of ["true", "head -1"]) {
      expect(await shell(`keylint --no-cache --format ${format} | ${reader} >/dev/null; echo "\${PIPESTATUS[0]}"`)).toEqual({ status: 0, stdout: "1\n", stderr: "" });
    }
  });

  test.each(inject("all") ? FORMATS : ["json"])("%s: a disk that takes a part of it makes the status 2, and that is said", async (format) => {
    for (const level of ["warning", "never"]) {
      const { stdout, stderr } = await shell(`ulimit -f 8; keylint --no-cache --fail-on ${level} --format ${format} >report; echo $?; wc -c <report; rm report`);
      expect(stdout.split("\n").map(Number)).toEqual([2, 8 * 1024, 0]);
      expect(stderr).toBe("keylint: stdout takes no more, so not all of it was written: files of that size are not allowed here (ulimit -f).\n");
    }
  });

  test.skipIf(!existsSync("/dev/full")).each(["--format json", "history", "--help", "--version", "explain short-key", "generate flask"])("%s: a disk that takes nothing of it", async (argv) => {
    const { stdout, stderr } = await shell(`keylint ${argv} >/dev/full; echo $?`);
    expect(stdout).toBe("2\n");
    expect(stderr).toContain("keylint: stdout takes no more, so not all of it was written: the disk is full.\n");
  });

  test.skipIf(!existsSync("/dev/full"))("is whole where stderr takes nothing", async () => {
    const whole = await keylint.run(["--no-cache", "--format", "json"], { cwd: folder });
    for (const [stderr, status] of [["/dev/full", "2"], ["&-", "1"]]) {
      expect((await shell(`keylint --no-cache --debug --format json 2>${stderr ?? ""} | cat; echo "\${PIPESTATUS[0]}"`)).stdout).toBe(`${whole.stdout}${status ?? ""}\n`);
    }
  });
});

describe("stdin", () => {
  test.each<[string, string, string]>([
    ["is a folder", "keylint COMMAND <.", "it is a folder, not a file"],
    ["is not open for reading", "keylint COMMAND 0>/dev/null", "it is not open for reading"],
    // A process's memory begins with what nobody may read.
    ...(existsSync("/proc/self/mem") ? [["gives an error of the disk", "keylint COMMAND </proc/$$/mem", "the disk gave an error"] satisfies [string, string, string]] : []),
  ])("that %s", async (_, script, why) => {
    for (const command of ["--stdin --stdin-filename a.py", "verify ."]) {
      const { stdout, stderr } = await shell(`${script.replace("COMMAND", command)}; echo $?`);
      expect(stdout).toBe("2\n");
      expect(stderr).toContain(`cannot be read: ${why}.`);
    }
  });

  test.each(["</dev/zero", "< <(yes)"])("that never ends: %s", async (endless) => {
    expect((await shell(`keylint --stdin --stdin-filename a.py ${endless}; echo $?`)).stdout).toMatch(/the limit is 16\.0 MB[^]*\n2\n$/);
    expect(await shell(`keylint verify . ${endless}; echo $?`)).toMatchObject({ stdout: "2\n", stderr: expect.stringContaining("has more than") as string });
  });

  test("that another program has set not to wait is waited for", async () => {
    // Node sets a pipe of its own so.
    const program = `const { spawn } = require("node:child_process");
      const feeder = spawn("bash", ["-c", "sleep 0.5; cat app.py"], { stdio: ["ignore", "pipe", "inherit"] });
      const child = spawn(process.execPath, [${JSON.stringify(join(keylint.package, "dist/cli.js"))}, "--stdin", "--stdin-filename", "b.py"], { stdio: [feeder.stdout, "inherit", "inherit"] });
      child.on("close", (status) => { process.exitCode = status; });`;
    const { status, stdout, stderr } = await run(process.execPath, ["-e", program], { cwd: await track(folderWith({ "app.py": leak })) });
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toContain("b.py:3:18");
  });
});

describe("what is written is whole, or as it was", () => {
  const small = "ulimit -f 8;";

  test("a report, on a disk that takes a part of it", async () => {
    const root = await track(folderWith(Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`app${at}.py`, leak]))));
    writeFileSync(join(root, "old.json"), "old\n");
    for (const file of ["old.json", "new.json"]) {
      const { stdout, stderr } = await shell(`${small} keylint --no-cache --format json --fail-on never --output ${file}; echo $?`, root);
      expect(stdout).toBe("2\n");
      expect(stderr).toContain(`could not be written to ${file}: files of that size are not allowed here (ulimit -f).`);
    }
    expect(readFileSync(join(root, "old.json"), "utf8")).toBe("old\n");
    expect(readdirSync(root).filter((name) => !name.endsWith(".py"))).toEqual([".git", "old.json"]);
  });

  test("what init writes, on a disk that takes nothing", async () => {
    const root = await track(folderWith({ "app.py": leak }));
    expect((await shell("ulimit -f 0; keylint init --yes | cat >/dev/null; echo \"${PIPESTATUS[0]}\"", root)).stdout).toBe("2\n");
    expect(readdirSync(root)).toEqual([".git", "app.py"]);
  });

  const ways = [["--no-cache", "--fix"], ["--format", "json"], ["--no-cache", "--format", "json", "--output", "out.json"], ["--no-cache", "--update-baseline", "--baseline", "known.jsonl"]];
  const [signals, rounds] = [["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"] as const, inject("all") ? 60 : 8];

  test(`after ${rounds} runs that were ended at any moment: old files or new ones, and the next run's report is that of an unhindered one`, async () => {
    const random = randomOf(20);
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`app${at}.py`, leak]));
    for (let round = 0; round < rounds; round++) {
      const [argv, signal] = [ways[round % ways.length] ?? [], signals[Math.floor(round / ways.length + round) % signals.length] ?? "SIGINT"];
      const root = await track(folderWith({ ...files, "out.json": "old\n" }));
      const ended = await endedBy(signal, 5 + random.below(900), root, argv);
      expect([signal, "by itself"], argv.join(" ")).toContain(ended);
      const texts = new Set(Object.keys(files).map((name) => readFileSync(join(root, name), "utf8")));
      for (const text of texts) expect([leak, mended]).toContain(text);
      const report = readFileSync(join(root, "out.json"), "utf8");
      if (report !== "old\n") expect(JSON.parse(report)).toMatchObject({ findings: { length: 12 } });
      const left = readdirSync(root).filter((name) => name.endsWith(".tmp"));
      if (signal !== "SIGKILL") expect(left, `${signal} ${argv.join(" ")}`).toEqual([]);
      expect(await keylint.run(["--format", "json"], { cwd: root })).toEqual(await keylint.run(["--format", "json", "--no-cache"], { cwd: root }));
    }
  }, 600_000);

  function endedBy(signal: NodeJS.Signals, after: number, cwd: string, argv: readonly string[]): Promise<string> {
    return new Promise((done) => {
      const child = spawn(process.execPath, [join(keylint.package, "dist/cli.js"), ...argv], { cwd, stdio: "ignore" });
      const timer = setTimeout(() => void child.kill(signal), after);
      child.on("exit", (_, by) => {
        clearTimeout(timer);
        done(by ?? "by itself");
      });
    });
  }
});

test("few files may be open: no key is passed over, and where git cannot be started it is said why", async () => {
  const root = await track(folderWith({ "app.py": leak }));
  const said = new Set<string>();
  for (let most = 16; most <= 40; most += 2) {
    const { stdout, stderr } = await shell(`ulimit -n ${most}; keylint --no-cache; echo $?`, root);
    // Node itself needs some, and dies without a word of keylint.
    if (stdout.includes("key to mend")) expect(stdout).toMatch(/\n1\n$/);
    else if (stderr.startsWith("keylint: ")) expect({ stdout, stderr }).toMatchObject({ stdout: "2\n", stderr: expect.stringContaining("too many files are open") as string });
    else expect(stdout.trim()).not.toBe("0");
    for (const sentence of stderr.match(/keylint: [^.]*\./g) ?? []) said.add(sentence);
  }
  expect(said).toContain("keylint: Git could not be started: the system gives no more files or processes.");
  expect(said).not.toContain("keylint: Git could not read this repository.");
});

test("a program that cannot be loaded is status 2, not that of findings, and no stack", async () => {
  const other = await installKeylint();
  writeFileSync(join(other.package, "dist/keylint.js"), "throw new Error('lost')");
  expect(await other.run([], { cwd: folder })).toEqual({ status: 2, stdout: "", stderr: "keylint: it ended too early, and has not said all: that is a mistake of keylint; please report it.\n" });
});
