import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith } from "../discover/repository.ts";
import { clock } from "../support/clock.ts";
import { key, leak, leakInJavaScript, told } from "./keylint.ts";

const megabyte = 1024 * 1024;

/** Writes a part again and again, so that no test holds all of it. */
function fill(file: string, head: string, part: string, size: number): void {
  const descriptor = openSync(file, "w");
  const chunk = Buffer.from(part.repeat(Math.ceil(megabyte / part.length)));
  writeSync(descriptor, head);
  for (let written = 0; written < size; written += chunk.length) writeSync(descriptor, chunk);
  closeSync(descriptor);
}

describe("a large file is said, quickly, and the others are read", () => {
  test.each([
    ["a line of 100 MB", "large.py", leak, "x", 100, "the limit is 16.0 MB"],
    ["100 MB of lines", "large.js", leakInJavaScript, "let x = 1;\n", 100, "the limit is 16.0 MB"],
    ["20 MB of minified JavaScript", "large.js", leakInJavaScript, "function a(b){return b?c(b):d}", 20, "the limit is 16.0 MB"],
    ["15 MB of minified JavaScript", "large.js", leakInJavaScript, "function a(b){return b?c('b'):d}", 14, "too large to be parsed as JavaScript"],
    ["a line of 15 MB in quotes", "large.py", `${leak}x = "`, "x", 14, "too large to be parsed as Python"],
  ])("%s", (_what, name, head, part, size, message) => {
    const root = folderWith({ "good.py": leak });
    fill(join(root, name), head, part, size * megabyte);
    const [inTime, before] = [clock(), process.memoryUsage().rss];
    const { status, findings, failures, stdout } = told(root);
    inTime(5_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * megabyte);
    expect(status).toBe(1);
    expect(findings).toContain("good.py:3 hardcoded-key error");
    expect(failures).toEqual([expect.stringContaining(message)]);
    expect(stdout).not.toContain(key);
  });
});
