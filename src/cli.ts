#!/usr/bin/env node
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { answer } from "./answer.ts";
import { chunksOf } from "./chunks.ts";
import type * as keylint from "./index.ts";
import type { Out, World } from "./world.ts";

function out(stream: NodeJS.WriteStream): Out {
  // `keylint | head` closes the pipe early: that is no error of ours.
  stream.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? (process.exitCode ?? 0) : 2));
  return { write: (text) => void stream.write(text), isTTY: stream.isTTY };
}

const world: World = {
  argv: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  stdout: out(process.stdout),
  stderr: out(process.stderr),
  stdin: () => readFileSync(0),
  // Only what listens asks: making it of stdin would read from it.
  get streams() {
    return { input: process.stdin, output: process.stdout };
  },
  now: Date.now,
};

const status = answer(world, existsSync) ?? (chunksOf(require).require(join(__dirname, "keylint.js")) as typeof keylint).main(world);
if (typeof status === "number") end(status);
else void status.then(end);

function end(code: number): void {
  process.exitCode = code;
  // Node would wait for what V8 still does in the background, a tenth of the time of a short run. What a slow pipe has not taken yet is waited for.
  setImmediate(() => {
    if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
  });
}
