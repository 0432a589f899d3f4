import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { expect } from "vitest";
import { Box } from "./support/box.ts";
import { project } from "./support/folder.ts";
import { installKeylint } from "./support/keylint.ts";
import { run } from "./support/run.ts";
import { testWith, type Tool } from "./support/tool.ts";
import { everyWay } from "./support/ways.ts";

// What whole runs ask the system for, as strace tells it: https://man7.org/linux/man-pages/man1/strace.1.html

/** Programs started, connections, and all that changes a file system. */
const watched = "trace=execve,execveat,%net,open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,rmdir,truncate,chmod,fchmodat,chown,lchown,fchownat,io_uring_setup,ptrace";
const tracing = (file: string): readonly string[] => ["strace", "--seccomp-bpf", "-f", "-qq", "-s", "4096", "-e", watched, "-o", file];

/** What a run did. */
interface Calls {
  /** Names of the programs that were started. */
  readonly programs: readonly string[];
  /** Calls about connections, each with the kind that was asked for. */
  readonly connections: readonly string[];
  /** What was made, changed or removed: paths from the box, or whole ones outside of it. */
  readonly changed: readonly string[];
}

function callsIn(trace: string, cwd: string, box: string): Calls {
  const [programs, connections, changed] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const line of trace.split("\n")) {
    const [, name = "", given = ""] = /^\d+\s+(\w+)\((.*)/.exec(line) ?? [];
    const paths = [...given.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, path = ""]) => resolve(cwd, path));
    if (name === "" || line.includes(" = -1 ")) continue;
    if (name.startsWith("exec")) programs.add(/[^/]+$/.exec(paths[0] ?? "")?.[0] ?? "");
    else if (/^(socket|socketpair|connect|bind|listen|accept4?|io_uring_setup|ptrace)$/.test(name)) connections.add(`${name} ${/AF_\w+/.exec(given)?.[0] ?? ""}`);
    else if (/^open/.test(name) ? /O_(WRONLY|RDWR|CREAT|TRUNC|APPEND)/.test(given) : !/^(send|recv|shutdown|get|set)/.test(name)) {
      for (const path of paths) changed.add(path.startsWith(`${box}/`) ? relative(box, path) : path);
    }
  }
  return { programs: [...programs].sort(), connections: [...connections].sort(), changed: [...changed].sort() };
}

/** Where a run may write, by its title, besides what was asked for with --output. */
const places: Readonly<{ [title: string]: RegExp }> = {
  "new baseline": /^out\/baseline\.jsonl/,
  "fix": /^fixed\/(?!\.git\/)/,
  "init": /^begun\/(?!\.git\/(?!hooks\/))/,
};
/** What was opened to be thrown away, the cache, and what this test itself has each process write. */
const everywhere = /^(\/dev\/null$|(project|fixed|begun)\/\.git\/keylint(\/|$)|titles\/)/;

const tried = await run("strace", [...tracing("/dev/null").slice(1), process.execPath, "--version"]).catch(() => undefined);
const strace: Tool = tried?.status === 0 ? { folder: "" } : { missing: "strace traces nothing here" };

function filesIn(folder: string): { [path: string]: string } {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(all.map((path) => [relative(folder, path), readFileSync(path, "utf8")]));
}

testWith(strace, "in whatever way keylint is used: no connection but a child's pipes, no program but git, nothing written but the cache and what was asked for", async () => {
  const files = filesIn(join(project, "fixtures/article"));
  const box = new Box(files, tracing);
  await everyWay(box, { paths: Object.keys(files), keys: ["keyboard cat", "nobody has this"], package: (await installKeylint()).package });
  const strange = [...box.statuses.keys()].flatMap((title) => {
    const cwd = box.path(title === "fix" ? "fixed" : title === "init" ? "begun" : "project");
    const { programs, connections, changed } = callsIn(readFileSync(join(box.folder, "traces", title), "utf8"), cwd, box.folder);
    const others = changed.filter((path) => !everywhere.test(path) && places[title]?.test(path) !== true && !path.startsWith(`out/${title}.`));
    return [...programs.filter((name) => !["node", "git"].includes(name)), ...connections.filter((call) => call !== "socketpair AF_UNIX"), ...others].map((what) => `${title}: ${what}`);
  });
  expect([...box.statuses.values()].filter((status) => status === -1)).toEqual([]);
  expect(strange).toEqual([]);
  expect(box.statuses.size).toBeGreaterThan(15);
});

testWith(strace, "this test sees a connection, a program and a file", async () => {
  const box = new Box({}, tracing);
  const program = 'require("node:net").connect(9, "127.0.0.1").on("error", () => {}); require("node:child_process").execFileSync("true"); require("node:fs").writeFileSync("x", "");';
  await box.node("strange", ["--eval", program]);
  expect(callsIn(readFileSync(join(box.folder, "traces/strange"), "utf8"), box.project, box.folder)).toMatchObject({
    programs: expect.arrayContaining(["true"]), connections: expect.arrayContaining(["socket AF_INET"]), changed: expect.arrayContaining(["project/x"]),
  });
});
