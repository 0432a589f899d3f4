import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { key, keylint, leak, stagedProject, told } from "./keylint.ts";

export const file = "keylint-baseline.jsonl";
export const found = (path: string, line = 3): string => `${path}:${line} hardcoded-key error`;
export const other = leak.replace(key, key.toUpperCase());

export const check = (root: string, ...more: readonly string[]) => told(root, ["--baseline", file, ...more]);
/** Begins with a salt under which the keys of these tests have different tags: by lot, one in 256 pairs would not. */
export const update = (root: string, ...more: readonly string[]) => {
  if (!existsSync(join(root, file))) write(root, file, `{"keylint":"baseline","version":1,"salt":"${"0".repeat(32)}"}\n`);
  return told(root, ["--baseline", file, "--update-baseline", ...more]);
};
export const prune = (root: string, ...more: readonly string[]) => keylint(root, ["baseline", "prune", "--baseline", file, ...more]);

export function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

export function read(root: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** The file without its first line, the tags left out: they depend on a salt. */
export function entries(root: string): readonly string[] {
  return read(root).trimEnd().split("\n").slice(1).map((line) => line.replace(/,"tag":"[0-9a-f]{2}"/, ""));
}

export const entry = (path: string, slot = "flask/secret-key", name = "secret_key", n = 1): string => JSON.stringify({ path, slot, name, n });

/** A repository with a baseline of what is in it. */
export function accepted(files: Readonly<{ [path: string]: string }>): string {
  const root = stagedProject(files);
  expect(update(root).status).toBe(0);
  return root;
}
