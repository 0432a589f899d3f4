import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { folderWith, git } from "../discover/repository.ts";
import { key, leak, leakInJavaScript, type Files } from "./keylint.ts";

/** Files of a repository, by its number: each kind of thing that a report tells stands in some of them. */
function filesOf(number: number): Files {
  return {
    "app.py": leak,
    ...(number % 2 === 0 ? { "tests/test_app.py": leak, "docs/app.py": leak } : {}),
    ...(number % 3 === 0 ? { "web/server.js": leakInJavaScript, "old.py": `${leak.trimEnd()}  # keylint-ignore hardcoded-key -- rotated\n`, "unused.py": "# keylint-ignore short-key\n" } : {}),
    ...(number % 4 === 0 ? { "broken.py": `${leak}x = (\n`, "dev/settings.py": `SECRET_KEY = "${key}"\n` } : {}),
    ...(number % 5 === 0 ? { "keylint.config.json": '{"rulez": {}}' } : {}),
  };
}

/** A folder in which twelve repositories lie in `repos`, one of them hard to spell, and beside them two folders that no git holds. */
export function twelve(): string {
  const root = folderWith();
  names.forEach((name, number) => put(join(root, "repos", name), filesOf(number), true));
  for (const name of ["plain/one", "plain/one-b"]) put(join(root, name), { "app.py": leak }, false);
  return root;
}

export const names: readonly string[] = ["api", "shop", "web.old", "auth-service", "ümlaut [x]", "b", "a b", "B", "docs", "mobile", "tools", "worker"];

/** What the command line names: all of them, and two that are missing. */
export const paths: readonly string[] = [...names.map((name) => `repos/${name}`), "plain/one", "repos/gone", "plain/one-b", "also gone"];

export function put(root: string, files: Files, isRepository: boolean): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  if (!isRepository) return;
  git(root, "init", "--quiet");
  git(root, "add", "--all");
}
