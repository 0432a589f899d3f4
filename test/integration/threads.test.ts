import { writeFileSync } from "node:fs";
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
  keylint = await installKeylint(folderWith({ "package.json": "{}" }));
  folder = folderWith(files);
  await track(folder);
  const other = await installKeylint(folderWith({ "package.json": "{}" }));
  writeFileSync(join(other.package, "dist/helper.js"), "");
  alone = await other.run(["--format", "json"], { cwd: folder });
}, 120_000);

describe("a large tree on several threads", () => {
  test("has the findings of one thread", async () => {
    expect(alone).toMatchObject({ status: 1, stderr: "" });
    expect(alone.stdout.match(/"rule": "hardcoded-key"/g)).toHaveLength(5);
    expect(await keylint.run(["--format", "json"], { cwd: folder })).toEqual(alone);
  });

  const taking = "Atomics.add(new Int32Array(require('node:worker_threads').workerData.buffer, 0, 1), 0, 5);";
  test.each([
    ["throws", `${taking} throw new Error("lost");`],
    ["ends", `${taking} process.exit(3);`],
    ["hangs", `${taking} for (;;);`],
    ["has no memory left", `${taking} const all = []; for (;;) all.push(new Array(1e6).fill(1.5));`],
    ["is no program", "("],
  ])("loses nothing when a helper takes files and %s", async (_, program) => {
    const other = await installKeylint(folderWith({ "package.json": "{}" }));
    writeFileSync(join(other.package, "dist/helper.js"), program);
    expect(await other.run(["--format", "json"], { cwd: folder })).toEqual(alone);
  }, 60_000);
});
