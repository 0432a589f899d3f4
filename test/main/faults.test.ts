import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openDesk } from "../../src/run/desk.ts";
import { parseOptions } from "../../src/options.ts";
import { silentIn } from "../../src/run/silent.ts";
import { hermetic } from "../discover/repository.ts";
import { accepted, file } from "./baselines.ts";
import { key, keylint, leak, stagedProject } from "./keylint.ts";

const isRoot = userInfo().uid === 0;
const read = (root: string, path: string): string => readFileSync(join(root, path), "utf8");
const left = (root: string): readonly string[] => readdirSync(root).filter((name) => name.endsWith(".tmp"));

describe("--output", () => {
  const json = ["--format", "json", "--output"];

  test("leaves a link where it is, and the permissions of the file that it leads to", () => {
    const root = stagedProject({ "app.py": leak, "reports/old.json": "old\n" });
    chmodSync(join(root, "reports/old.json"), 0o640);
    symlinkSync("reports/old.json", join(root, "out.json"));
    expect(keylint(root, [...json, "out.json"])).toMatchObject({ status: 1, stderr: "" });
    expect(JSON.parse(read(root, "reports/old.json"))).toMatchObject({ findings: [{}] });
    expect(statSync(join(root, "reports/old.json")).mode & 0o777).toBe(0o640);
  });

  test("goes where a link leads to that is no file yet", () => {
    const root = stagedProject({ "app.py": leak });
    symlinkSync("new.json", join(root, "out.json"));
    expect(keylint(root, [...json, "out.json"]).status).toBe(1);
    expect(JSON.parse(read(root, "new.json"))).toMatchObject({ findings: [{}] });
  });

  test.skipIf(!existsSync("/dev/full"))("to a device that takes nothing is status 2, whatever was found", () => {
    const { status, stderr } = keylint(stagedProject({ "app.py": leak }), [...json, "/dev/full", "--fail-on", "never"]);
    expect(status).toBe(2);
    expect(stderr).toBe("keylint: The report could not be written to /dev/full: the disk is full. Give --output a file that can be written.\n");
  });

  test.skipIf(isRoot)("into a folder in which nothing may be put: a file that is there is written all the same, a new one is not [not as root, who may]", () => {
    const root = stagedProject({ "app.py": leak, "out/old.json": "old\n" });
    chmodSync(join(root, "out"), 0o555);
    expect(keylint(root, [...json, "out/old.json"])).toMatchObject({ status: 1, stderr: "" });
    expect(keylint(root, [...json, "out/new.json"])).toMatchObject({ status: 2, stderr: expect.stringContaining("permission denied: the user who runs keylint may not write there") as string });
    chmodSync(join(root, "out"), 0o755);
    expect(JSON.parse(read(root, "out/old.json"))).toMatchObject({ findings: [{}] });
  });

  test("takes away what a killed run has left beside it, and only that", () => {
    const root = stagedProject({ "app.py": leak });
    const names = ["out.json.0123456789ab.tmp", "out.json.ab0123456789.tmp", "out.json.mine.tmp", "other.json.0123456789ab.tmp"];
    for (const name of names) {
      writeFileSync(join(root, name), "half");
      utimesSync(join(root, name), new Date(), new Date(Date.now() - (name.includes(".ab") ? 60_000 : 11 * 60_000)));
    }
    keylint(root, [...json, "out.json"]);
    expect(left(root), "the second may be another run's, the others are not its own").toEqual([...names.slice(1)].sort());
  });
});

describe("a baseline that is not as it was written", () => {
  const files = { "a.py": leak, "b.py": leak.replaceAll(key, key.slice(1)), "c.py": leak.replaceAll(key, key.slice(2)) };

  /** Its salt, and those that come of it, are none under which the new key has the tag of a known one: by lot, one in eighty would be. */
  function acceptedAndNew(): string {
    const root = accepted(files);
    writeFileSync(join(root, "new.py"), leak.replaceAll(key, key.slice(3)));
    return root;
  }

  /** Told is the new key in any case: nothing that was written here knows it. Or the baseline is no longer one, which is said. */
  function check(root: string, bytes: Buffer): void {
    writeFileSync(join(root, file), bytes);
    const { status, stdout, stderr } = keylint(root, ["--no-cache", "--baseline", file]);
    if (status === 1) expect(stdout).toContain("new.py:3:18");
    else expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: "", stderr: expect.stringMatching(/^keylint: keylint-baseline\.jsonl.+\n$/) as string });
  }

  test("accepts nothing that it did not hold, wherever it ends", () => {
    const root = acceptedAndNew();
    const whole = readFileSync(join(root, file));
    for (let end = 0; end < whole.length; end += 3) check(root, whole.subarray(0, end));
  });

  test("accepts nothing that it did not hold, whichever byte is another", () => {
    const root = acceptedAndNew();
    const whole = readFileSync(join(root, file));
    for (let at = 0; at < whole.length; at += 2) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << at % 8);
      check(root, bytes);
    }
  });
});

test("a configuration is read as a whole, or it is said where it ends", () => {
  const root = stagedProject({ "app.py": leak });
  const text = '{"rules": {"short-key": "off"}, "ignore": [{"rule": "hardcoded-key", "path": "app.py"}]}';
  for (let end = 0; end < text.length; end++) {
    writeFileSync(join(root, "keylint.config.json"), text.slice(0, end));
    expect(keylint(root, ["--no-cache"]), text.slice(0, end)).toMatchObject({ status: 2, stdout: "", stderr: expect.stringMatching(/^keylint: keylint\.config\.json:1:\d+: /) as string });
  }
});

test("what is known of a folder is asked again when the clock was set back", () => {
  const root = stagedProject({ "app.py": leak });
  let time = Date.UTC(2026, 5, 15);
  const desk = openDesk({ options: parseOptions(["--stdin", "--stdin-filename", "app.py"], () => false), world: { ...silentIn({ cwd: root, env: hermetic }), now: () => time }, told: {} });
  const found = (): readonly string[] => desk.look(join(root, "app.py"), Buffer.from(leak))?.report.findings.map(({ rule }) => rule) ?? [];
  expect(found()).toEqual(["hardcoded-key"]);
  writeFileSync(join(root, "keylint.config.json"), '{"rules": {"hardcoded-key": "off"}}');
  expect(found(), "for a moment it is believed").toEqual(["hardcoded-key"]);
  time -= 86_400_000;
  expect(found()).toEqual([]);
});
