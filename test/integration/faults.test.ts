import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { FORMATS } from "../../src/options/words.ts";
import { folderWith, track } from "./support/folder.ts";
import { installKeylint, type Keylint } from "./support/keylint.ts";
import { run, type Ended } from "./support/run.ts";

const key = "cf92f423f4deb20d2c9aed7463ee76969d0132cd60ef9ebd3d2c94fde1145794";
const leak = `from flask import Flask\napp = Flask(__name__)\napp.secret_key = "${key}"\n`;

let keylint: Keylint;
let folder: string;

beforeAll(async () => {
  keylint = await installKeylint();
  folder = await track(folderWith(Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`part${at % 10}/app${at}.py`, leak]))));
}, 120_000);

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
  test.each([
    ["is a folder", "keylint COMMAND <.", "it is a folder, not a file"],
    ["is not open for reading", "keylint COMMAND 0>/dev/null", "it is not open for reading"],
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
