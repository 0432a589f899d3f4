// What keylint history takes beside git itself, which is asked for the same blobs in the same order, and beside gitleaks on the same commits.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, delimiter, join, resolve } from "node:path";
import { execFileSync } from "node:child_process";
import { race } from "./measure.mjs";
import { print } from "./programs.mjs";
import { figures, median, number, table } from "./table.mjs";
import { gitleaksOn, KEYLINT } from "./tools.mjs";

const command = [process.execPath, KEYLINT, "history", "--fail-on", "never", "--no-cache"];

/** @param folders git repositories, with or without a work tree, commas between them */
export async function printHistory(folders, options) {
  const rows = [];
  for (const root of folders.split(",").map((folder) => resolve(folder))) rows.push(await rowOf(root, options));
  print(`\nHistory: keylint history --no-cache, git cat-file --batch for the same blobs, gitleaks on the same commits\n`);
  print(table([["repository", "commits", "blobs", "cat-file s", "through a pipe s", "keylint s", "to cat-file", "to the pipe", "CPU s", "peak MB", "gitleaks s", "peak MB"], ...rows]));
}

async function rowOf(root, options) {
  const list = join(options.work, "blobs");
  const ids = blobsOf(root, list, options.work);
  const git = ["git", "cat-file", "--batch", "--buffer"];
  const leaks = gitleaksOn("git", options.cache);
  const [plain, piped, keylint, gitleaks] = await race([
    { name: "git cat-file", cwd: root, command: git, stdin: list, fine: [0] },
    { name: "git cat-file | cat", cwd: root, command: ["sh", "-c", `${git.join(" ")} | cat >/dev/null`], stdin: list, fine: [0] },
    { name: "keylint history", cwd: root, command, fine: [0] },
    ...(leaks ? [{ name: "gitleaks", cwd: root, command: leaks, fine: [0, 1] }] : []),
  ], options);
  const ratio = (of) => median(keylint.runs.map((run, at) => run.seconds / of.runs[at % of.runs.length].seconds));
  const commits = execFileSync("git", ["-C", root, "rev-list", "--all", "--count"], { encoding: "utf8" }).trim();
  const [own, other] = [figures(keylint), gitleaks && figures(gitleaks)];
  return [
    basename(root), commits, String(ids), number(figures(plain).seconds), number(figures(piped).seconds), number(own.seconds), number(ratio(plain)), number(ratio(piped)), number(own.cpu), number(own.megabytes, 0),
    ...(other ? [number(other.seconds), number(other.megabytes, 0)] : ["-", "-"]),
  ];
}

/** The names of the blobs that keylint asks git for, in its order: a git is put before the real one, which writes down what cat-file is asked. */
function blobsOf(root, list, work) {
  const folder = join(work, "bin");
  mkdirSync(folder, { recursive: true });
  const real = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
  writeFileSync(join(folder, "git"), `#!/bin/sh\ncase "$*" in *"cat-file --batch --buffer"*) tee -a '${list}' | '${real}' "$@";; *) exec '${real}' "$@";; esac\n`);
  chmodSync(join(folder, "git"), 0o755);
  writeFileSync(list, "");
  execFileSync(command[0], [...command.slice(1), "--output", join(work, "history.txt")], { cwd: root, env: { ...process.env, PATH: `${folder}${delimiter}${process.env["PATH"]}` }, stdio: "ignore" });
  // HEAD's files are asked for beside.
  const ids = [...new Set(readFileSync(list, "utf8").trim().split("\n"))];
  writeFileSync(list, `${ids.join("\n")}\n`);
  return ids.length;
}
