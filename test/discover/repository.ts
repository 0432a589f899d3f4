import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** Git without the settings of this machine and its user. */
export const hermetic: NodeJS.ProcessEnv = {
  PATH: process.env["PATH"],
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CEILING_DIRECTORIES: realpathSync.native(tmpdir()),
  GIT_AUTHOR_NAME: "a", GIT_AUTHOR_EMAIL: "a@example.org", GIT_COMMITTER_NAME: "a", GIT_COMMITTER_EMAIL: "a@example.org",
};

/** A new folder with these files, removed after the test. */
export function folderWith(files: Readonly<{ [path: string]: string | Buffer }> = {}): string {
  const root = realpathSync.native(mkdtempSync(join(tmpdir(), "keylint-test-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

export function git(root: string, ...args: readonly string[]): string {
  return execFileSync("git", ["-C", root, ...args], { env: hermetic, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** A new repository in which these files are committed. */
export function repositoryWith(files: Readonly<{ [path: string]: string | Buffer }>): string {
  const root = folderWith(files);
  git(root, "init", "--quiet");
  git(root, "add", "--all");
  git(root, "commit", "--quiet", "--allow-empty", "--message", "first");
  return root;
}
