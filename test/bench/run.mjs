// Times keylint as a whole process on a git repository, beside ripgrep for two words on the same files: `npm run bench -- FOLDER [RUNS]`.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";

const [folder = ".", runs = "7"] = process.argv.slice(2);
const root = resolve(folder);
const keylint = resolve(import.meta.dirname, "../../dist/cli.js");
const timer = "/usr/bin/time";

function print(text) {
  process.stdout.write(`${text}\n`);
}

function versionOf(command, ...args) {
  const { status, stdout } = spawnSync(command, [...args, "--version"], { encoding: "utf8" });
  return status === 0 ? stdout.split("\n")[0] : undefined;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** One run of a program: its seconds, and where GNU time is installed its peak memory in MB. Findings give status 1, which is no failure here. */
function measure({ command, seconds, megabytes }, notes) {
  const timed = existsSync(timer);
  const [program = "", ...args] = timed ? [timer, "-f", "%M", "-o", notes, ...command] : command;
  const start = performance.now();
  const { status } = spawnSync(program, args, { cwd: root, stdio: "ignore" });
  seconds.push((performance.now() - start) / 1000);
  if (status === null || status > 1) throw new Error(`${command.join(" ")} ended with ${status}`);
  const kilobytes = timed ? Number(readFileSync(notes, "utf8").trim().split("\n").at(-1)) : Number.NaN;
  megabytes.push(kilobytes / 1024);
}

function subjects(list) {
  const made = (name, version, command) => {
    if (version === undefined) print(`${name} is not installed: left out`);
    return version === undefined ? [] : [{ name, version, command, seconds: [], megabytes: [] }];
  };
  return [
    ...made("keylint", versionOf(process.execPath, keylint), [process.execPath, keylint, "--context", "all", "--fail-on", "never", "."]),
    ...made("ripgrep", versionOf("rg"), ["sh", "-c", `xargs -0 rg --no-messages --count --ignore-case -e 'secret|jwt' -- <'${list}' || true`]),
  ];
}

const work = mkdtempSync(join(tmpdir(), "keylint-bench-"));
try {
  const files = execFileSync("git", ["-C", root, "ls-files", "-z"], { maxBuffer: 1 << 30 }).toString().split("\0").filter((path) => path !== "" && statSync(join(root, path), { throwIfNoEntry: false })?.isFile());
  const list = join(work, "files");
  writeFileSync(list, files.join("\0"));
  const bytes = files.reduce((sum, path) => sum + statSync(join(root, path)).size, 0);
  print(`${files.length} files, ${(bytes / 1e6).toFixed(1)} MB; ${cpus().length} cores, Node ${process.versions.node}`);
  const all = subjects(list);
  for (const one of all) measure(one, join(work, "time"));
  for (const one of all) one.seconds.length = one.megabytes.length = 0;
  for (let run = 0; run < Number(runs); run++) for (const one of all) measure(one, join(work, "time"));
  const [first] = all;
  for (const { name, version, seconds, megabytes } of all) {
    const ratio = first && first.name !== name ? `, keylint takes ${(median(first.seconds) / median(seconds)).toFixed(1)} times as long` : "";
    print(`${name} (${version}): median ${median(seconds).toFixed(2)} s, least ${Math.min(...seconds).toFixed(2)} s, peak ${median(megabytes).toFixed(0)} MB${ratio}`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
