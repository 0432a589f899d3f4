import { join } from "node:path";
import { expect, test } from "vitest";
import type { Judge, Judged, Task } from "../../src/history/judge.ts";
import { judgesOn } from "../../src/threads/judges.ts";
import { folderWith } from "../discover/repository.ts";

/** A thread's program: it judges all but one path. */
const program = `const { parentPort } = require("node:worker_threads");
parentPort.postMessage({ names: ["BLUE"] });
parentPort.on("message", ({ number, path }) => {
  if (path === "endless.py") for (;;);
  parentPort.postMessage({ number, sightings: [], failures: [{ path, message: "there", fatal: false }] });
});`;

const saying = (path: string, message: string, fatal = false): Judged => ({ sightings: [], failures: [{ path, message, fatal }] });
const here: Judge = { names: () => ["BLUE"], judge: (path) => saying(path, "here") };
const task: Task = { repository: { root: "/", env: {} }, config: {}, contexts: ["production"], foreign: true, today: "2026-01-31", noIgnore: false, salt: "" };

test("a version on which the thread does not come to an end is said, and those behind it are judged all the same", async () => {
  const set = new Set<() => void>();
  const judges = judgesOn(join(folderWith({ "program.js": program }), "program.js"), task, () => here, (act) => (set.add(act), () => void set.delete(act)));
  const judged = async (path: string) => (await judges.judge(path, Buffer.from("x"))).verdict;
  try {
    expect(await judges.names()).toEqual(["BLUE"]);
    expect(await judged("one.py")).toMatchObject(saying("one.py", "there"));
    expect([...set], "a thread that has nothing to judge is not waited for").toEqual([]);
    const [endless, ...others] = ["endless.py", ...Array.from({ length: 12 }, (_, at) => `two${at}.py`)].map(judged);
    for (const act of set) act();
    expect(await endless).toEqual(saying("endless.py", "keylint did not come to an end on one of its versions within 5 minutes; please report that", true));
    expect(await Promise.all(others)).toEqual(others.map((_, at) => saying(`two${at}.py`, "here")));
    expect(await judged("three.py")).toEqual(saying("three.py", "here"));
    expect(set.size).toBe(0);
  } finally {
    judges.end();
  }
});
