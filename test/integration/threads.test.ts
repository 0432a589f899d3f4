import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { folderWith, track } from "./support/folder.ts";
import { installKeylint, type Keylint } from "./support/keylint.ts";

const key = "cf92f423f4deb20d2c9aed7463ee76969d0132cd60ef9ebd3d2c94fde1145794";

/** More files than one thread looks at alone, a key in every thousandth. */
const files = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`part${at % 40}/file${at}.py`, at % 1_000 === 7 ? `SECRET_KEY = "${key}"\n` : `def add${at}(a, b):\n    return a + b\n`]));

let keylint: Keylint;
let folder: string;
let alone: Awaited<ReturnType<Keylint["run"]>>;

beforeAll(async () => {
  keylint = await installKeylint();
  folder = folderWith(files);
  await track(folder);
  const other = await installKeylint();
  writeFileSync(join(other.package, "dist/helper.js"), "");
  alone = await other.run(["--no-cache", "--format", "json"], { cwd: folder });
});

describe("a large tree on several threads", () => {
  test("has the findings of one thread", async () => {
    expect(alone).toMatchObject({ status: 1, stderr: "" });
    expect(alone.stdout.match(/"rule": "hardcoded-key"/g)).toHaveLength(5);
    expect(await keylint.run(["--no-cache", "--format", "json"], { cwd: folder })).toEqual(alone);
  });

  const taking = "Atomics.add(new Int32Array(require('node:worker_threads').workerData.buffer, 0, 1), 0, 5);";
  test.each([
    ["throws", `${taking} throw new Error("lost");`],
    ["ends", `${taking} process.exit(3);`],
    ["hangs", `${taking} for (;;);`],
    ["has no memory left", `${taking} const all = []; for (;;) all.push(new Array(1e6).fill(1.5));`],
    ["is no program", "("],
  ])("loses nothing when a helper takes files and %s", async (_, program) => {
    const other = await installKeylint();
    writeFileSync(join(other.package, "dist/helper.js"), program);
    expect(await other.run(["--no-cache", "--format", "json"], { cwd: folder })).toEqual(alone);
  });
});

describe("versions of files, judged on a thread of their own", () => {
  const history = ["history", "--no-cache", "--format", "json"];
  let repository: string;
  let own: Awaited<ReturnType<Keylint["run"]>>;

  beforeAll(async () => {
    repository = folderWith({ "app.py": `SECRET_KEY = "${key}"\n`, ".env": "BLUE=1\n" });
    await track(repository);
    const git = (...args: readonly string[]): Buffer => execFileSync("git", ["-C", repository, "-c", "user.name=a", "-c", "user.email=a@example.org", ...args]);
    git("commit", "--quiet", "--message", "first");
    for (let at = 0; at < 20; at++) {
      writeFileSync(join(repository, "app.py"), `SECRET_KEY = "${key.slice(at % 5)}"\n`);
      git("commit", "--quiet", "--all", "--allow-empty", "--message", "next");
    }
    const other = await installKeylint();
    rmSync(join(other.package, "dist/judge.js"));
    own = await other.run(history, { cwd: repository });
  });

  test("has the findings of one thread", async () => {
    expect(own).toMatchObject({ status: 1, stderr: "" });
    expect(own.stdout.match(/"atHead"/g)).toHaveLength(5);
    expect(await keylint.run(history, { cwd: repository })).toEqual(own);
  });

  test.each([
    ["throws", 'throw new Error("lost");'],
    ["ends", "process.exit(3);"],
    ["ends later", 'require("node:worker_threads").parentPort.on("message", () => process.exit(3));'],
    ["has no memory left", "const all = []; for (;;) all.push(new Array(1e6).fill(1.5));"],
    ["is no program", "("],
    ["has judged some and ends", (own: string) => `${own}\nlet count = 0; require("node:worker_threads").parentPort.on("message", () => { if (++count === 3) setImmediate(() => process.exit(3)); });`],
  ])("loses nothing when the thread %s", async (_, program) => {
    const other = await installKeylint();
    const file = join(other.package, "dist/judge.js");
    writeFileSync(file, typeof program === "string" ? program : program(readFileSync(file, "utf8")));
    expect(await other.run(history, { cwd: repository })).toEqual(own);
  });
});
