import { join } from "node:path";
import { expect, test } from "vitest";
import { parseOptions } from "../../src/options.ts";
import { lookersOn } from "../../src/threads/lookers.ts";
import { folderWith } from "../discover/repository.ts";

/** A thread's program: a text says what becomes of it. */
const program = `const { parentPort } = require("node:worker_threads");
parentPort.on("message", ({ path, text }) => {
  if (text === "endless") for (;;);
  if (text === "crash") throw new Error("lost");
  parentPort.postMessage({ root: "/", path, findings: [], failures: [] });
});`;

/** A limit whose time comes when the test says so. */
function byHand() {
  const acts: (() => void)[] = [];
  let off = 0;
  return { acts, off: () => off, limit: (act: () => void) => (acts.push(act), () => void off++) };
}

const failed = (message: string) => ({ root: "/x", path: "a.py", findings: [], failures: [{ path: "a.py", message, fatal: true }] });
const seen = { root: "/", path: "/x/a.py", findings: [], failures: [] };

test("a text on which the thread does not come to an end is said, and the next one is looked at", async () => {
  const hand = byHand();
  const lookers = lookersOn(join(folderWith({ "program.js": program }), "program.js"), { options: parseOptions([], () => true), env: {} }, hand.limit);
  const look = (text: string) => lookers.look({ path: "/x/a.py", text, folder: "/x" });
  try {
    expect(await look("one")).toEqual(seen);
    const endless = look("endless");
    hand.acts[1]?.();
    expect(await endless).toEqual(failed("keylint did not come to an end on it within a minute; please report that"));
    expect(await look("two")).toEqual(seen);
    expect(await look("crash")).toMatchObject(failed("it takes more memory than keylint lsp allows itself, or keylint crashed on it"));
    expect(await look("three")).toEqual(seen);
    expect([hand.acts.length, hand.off()], "no limit is left behind").toEqual([5, 5]);
  } finally {
    lookers.end();
  }
});
