import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FORMATS } from "../../../src/options/words.ts";
import { signedWith } from "../../verify/keys.ts";
import type { Box, BoxRun } from "./box.ts";
import { project } from "./folder.ts";
import { newRepository } from "./repository.ts";

/** What a box's project is for the ways to use keylint. */
export interface Subject {
  /** Paths of its files. */
  readonly paths: readonly string[];
  /** Some of its keys, to sign tokens with. */
  readonly keys: readonly string[];
  /** The installed package. */
  readonly package: string;
}

/** Runs keylint in a box in each way that it is used, from the first commit on; the project ends as it began, without some of its files. */
export async function everyWay(box: Box, { paths, keys, package: installed }: Subject): Promise<void> {
  const keylint = (title: string, args: readonly string[], options?: BoxRun): Promise<void> => box.node(title, [join(installed, "dist/cli.js"), ...args], options);
  const reports = (title: string): readonly string[] => FORMATS.filter((format) => format !== "stylish").flatMap((format) => ["--format", format, "--output", join(box.out, `${title}.${format}`)]);
  const some = paths.filter((_, at) => at % 3 === 0);
  const baseline = join(box.out, "baseline.jsonl");
  const tokens = `Cookie: ${keys.map((key, at) => `c${at}=${signedWith(Buffer.from(key))}`).join("; ")}`;
  writeFileSync(join(box.folder, "cookies"), tokens);
  const { git } = await newRepository(box.project, box.env);
  await git("add", "--all", "--force");
  await keylint("staged", ["--staged", "--context", "all", "--debug", ...reports("staged"), "--format", "stylish"]);
  await git("commit", "--quiet", "--message", "first");
  await keylint("lint", ["--context", "all", "--debug", ...reports("lint"), "--format", "stylish", "--no-color"]);
  await Promise.all([keylint("lint again", ["--context", "all", "--debug", "--color"]), keylint("named", ["--strict", "--color", "--no-cache", ...paths.slice(0, 120)])]);
  await Promise.all([keylint("new baseline", ["--baseline", baseline, "--update-baseline"]), keylint("dry run", ["--fix-dry-run", "--format", "json"])]);
  await Promise.all([keylint("with baseline", ["--baseline", baseline, "--debug"]), keylint("share", ["--shard", "1/1", ...reports("share"), "."])]);
  await keylint("merge", ["merge", "--debug", "--format", "html", join(box.out, "lint.json")]);
  await keylint("stdin", ["--stdin", "--stdin-filename", "shop.py", "--debug"], { stdin: `app.secret_key = "${keys[0] ?? ""}"\n` });
  await Promise.all([keylint("verify", ["verify", "--debug", "--history"], { stdin: tokens }), keylint("verify nothing", ["verify"], { stdin: keys[0] ?? "" })]);
  for (const copy of ["fixed", "begun"]) cpSync(box.project, box.path(copy), { recursive: true });
  await Promise.all([keylint("fix", ["--fix", "--debug"], { cwd: "fixed" }), keylint("init", ["init", "--yes"], { cwd: "begun" })]);
  await git("rm", "--quiet", ...some);
  await git("commit", "--quiet", "--message", "second");
  await Promise.all([keylint("history", ["history", "--context", "all", "--debug", ...reports("history")]), keylint("since", ["--since", "HEAD~1", "--context", "all", "--debug"])]);
}

/** Runs ESLint with the plugin over the project's programs. */
export async function underEslint(box: Box, { package: installed }: Subject): Promise<void> {
  const config = join(box.folder, "eslint.config.mjs");
  writeFileSync(config, `import { createRequire } from "node:module";\nexport default [createRequire(import.meta.url)(${JSON.stringify(join(installed, "dist/eslint.js"))}).configs.recommended];\n`);
  await box.node("ESLint", [join(project, "node_modules/eslint/bin/eslint.js"), "--config", config, "--no-warn-ignored", "."]);
}
