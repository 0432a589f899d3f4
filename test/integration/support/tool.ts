import { join } from "node:path";
import { inject, test } from "vitest";
import { folderWith } from "./folder.ts";
import { done, run, type Ended } from "./run.ts";

/** Software of others, installed into a folder of its own, or why it could not be had. keylint is never one. */
export type Tool = { readonly folder: string } | { readonly missing: string };

/** Packages of npm, `name@version`, in `node_modules` of the tool's folder. Their install scripts do not run. */
export async function fromNpm(...packages: readonly string[]): Promise<Tool> {
  const folder = folderWith({ "package.json": "{}" });
  const ended = await run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...packages], { cwd: folder });
  return toolOf(folder, "npm", packages, ended, /npm error code (\w+)/);
}

/** Packages for Python in a virtual environment, whose program is `bin/python`. */
export async function fromPip(...packages: readonly string[]): Promise<Tool> {
  const folder = folderWith();
  const made = await run("python3", ["-m", "venv", folder]).catch(() => undefined);
  if (made?.status !== 0) return { missing: "python3 -m venv makes no environment here" };
  const ended = await run(pythonOf(folder), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...packages]);
  return toolOf(folder, "pip", packages, ended, /ERROR: (No matching distribution|Could not find a version)/);
}

/** A program of Go, `module/path@version`, built into `bin` of the tool's folder. */
export async function fromGo(program: string): Promise<Tool> {
  const folder = folderWith();
  const ended = await run("go", ["install", program], { env: { GOBIN: join(folder, "bin") } }).catch(() => undefined);
  return ended === undefined ? { missing: "there is no go here" } : toolOf(folder, "go", [program], ended, /(dial tcp|no required module|unknown revision|requires go)/);
}

/** A program of our own in Go, which is built with packages, `module/path@version`, as `bin/main` of the tool's folder. */
export async function builtWithGo(program: string, ...packages: readonly string[]): Promise<Tool> {
  const folder = folderWith({ "main.go": program, "go.mod": "module main\n" });
  const go = (...args: readonly string[]): Promise<Ended | undefined> => run("go", args, { cwd: folder }).catch(() => undefined);
  const got = await go("get", ...packages);
  const ended = got?.status === 0 ? await go("build", "-o", "bin/main", ".") : got;
  return ended === undefined ? { missing: "there is no go here" } : toolOf(folder, "go", packages, ended, /(dial tcp|no required module|unknown revision|requires go)/);
}

/** The interpreter of a virtual environment. */
export function pythonOf(folder: string): string {
  return join(folder, "bin/python");
}

/** The reason is a word of the installer's, not its whole message, which could name this machine's registry. */
function toolOf(folder: string, installer: string, packages: readonly string[], { status, stderr }: Ended, reason: RegExp): Tool {
  if (status === 0) return { folder };
  return { missing: `${installer} could not install ${packages.join(", ")}: ${reason.exec(stderr)?.[1] ?? `exit status ${status}`}` };
}

/** The tool when this call of it ends well; else why not. The call must not involve keylint. */
export async function proven(tool: Tool, command: (folder: string) => readonly [program: string, ...args: string[]]): Promise<Tool> {
  if ("missing" in tool) return tool;
  const [program, ...args] = command(tool.folder);
  try {
    await done(program, args);
    return tool;
  } catch (error) {
    return { missing: `${program.slice(tool.folder.length + 1)} ${args.join(" ")} does not run here: ${error instanceof Error && "code" in error ? String(error.code) : "it fails"}` };
  }
}

/** Without what takes too long for every change, unless that is asked for (--all). */
export function affordable<T extends { readonly long?: boolean }>(all: readonly T[]): readonly T[] {
  return all.filter(({ long = false }) => !long || inject("all"));
}

/** A test that needs a tool; skipped by name when it could not be had. `timeout` in milliseconds, where the usual one is too short. */
export function testWith(tool: Tool, title: string, body: (folder: string) => void | Promise<void>, timeout?: number): void {
  if ("folder" in tool) test(title, { ...(timeout === undefined ? {} : { timeout }) }, () => body(tool.folder));
  else test.skip(`${title} [not run: ${tool.missing}]`);
}
