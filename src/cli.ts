#!/usr/bin/env node
import { existsSync } from "node:fs";
import { join } from "node:path";
import { answer } from "./answer.ts";
import { chunksOf } from "./chunks.ts";
import { isFile, readAll, writeAll } from "./discover/descriptor.ts";
import { explain, explainWriting, MOST_BYTES } from "./discover/read.ts";
import { systemCode } from "./discover/system.ts";
import type * as keylint from "./index.ts";
import type { Out, World } from "./world.ts";

/** Whether something could not be written. Who has closed a pipe early, as `keylint | head` does, wants no more of it: that is no error. */
let isLost = false;

/** Node's stream would not ask how much of a text a file has taken. `lost`: told once when it takes no more. */
function out(stream: NodeJS.WriteStream & { readonly fd: number }, lost: (error: unknown) => void = () => undefined): Out {
  let isOpen = true;
  const fail = (error: unknown): void => {
    if (!isOpen) return;
    isOpen = false;
    if (systemCode(error) === "EPIPE") return;
    isLost = true;
    if (process.exitCode !== undefined) process.exitCode = 2;
    lost(error);
  };
  stream.on("error", fail);
  if (stream.isTTY || !isFile(stream.fd)) return { write: (text) => void stream.write(text), isTTY: stream.isTTY };
  return { write: (text) => { if (isOpen) attempt(() => { writeAll(stream.fd, text); }, fail); }, isTTY: false };
}

function attempt(act: () => void, fail: (error: unknown) => void): void {
  try {
    act();
  } catch (error) {
    fail(error);
  }
}

// Of what stderr does not take nobody can be told.
const stderr = out(process.stderr);

const world: World = {
  argv: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  stdout: out(process.stdout, (error) => { stderr.write(`keylint: stdout takes no more, so not all of it was written: ${explainWriting(error)}.\n`); }),
  stderr,
  // More is no text for keylint, and it may never end.
  stdin: () => readAll(0, MOST_BYTES + 1),
  // Only what listens asks: making it of stdin would read from it.
  get streams() {
    return { input: process.stdin, output: process.stdout };
  },
  now: Date.now,
};

// Node would end with 1, which says that keys were found; and what it prints could quote what was read.
process.on("uncaughtException", (error) => {
  stderr.write(`keylint: it ended too early, and has not said all: ${systemCode(error) !== undefined ? explain(error) : "that is a mistake of keylint; please report it"}.\n`);
  process.exit(2);
});

const status = answer(world, existsSync) ?? (chunksOf(require).require(join(__dirname, "keylint.js")) as typeof keylint).main(world);
if (typeof status === "number") end(status);
else void status.then(end);

function end(code: number): void {
  process.exitCode = isLost ? 2 : code;
  // Node would wait for what V8 still does in the background, a tenth of the time of a short run. What a slow pipe has not taken yet is waited for.
  setImmediate(() => {
    if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
  });
}
