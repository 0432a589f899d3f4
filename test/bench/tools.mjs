// The tools that are timed: keylint as built, and the rivals that tools.json names, each in a folder of the cache.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { print, run, tell, versionOf } from "./programs.mjs";

/** By name: the pinned version, how it is installed, its program, the statuses that are no failure, and the one language that it reads. */
const RIVALS = JSON.parse(readFileSync(join(import.meta.dirname, "tools.json"), "utf8"));

/** The tools' names, in the order of the tables. */
export const TOOLS = ["keylint", ...Object.keys(RIVALS)];

/** keylint's program, as `npm run build` leaves it. */
export const KEYLINT = resolve(import.meta.dirname, "../../dist/cli.js");

/** How each client installs one tool into a folder; returns the program's path. Scripts of npm packages do not run. */
const INSTALLERS = {
  cargo: (tool, folder) => {
    run("cargo", ["install", "--quiet", "--locked", "--version", tool.version, "--root", folder, tool.package]);
    return join(folder, "bin", tool.program);
  },
  go: (tool, folder) => {
    run("go", ["install", `${tool.package}@v${tool.version}`], { env: { ...process.env, GOBIN: folder } });
    return join(folder, tool.program);
  },
  pip: (tool, folder) => {
    run("python3", ["-m", "venv", folder]);
    run(join(folder, "bin/python"), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", `${tool.package}==${tool.version}`]);
    return join(folder, "bin", tool.program);
  },
  npm: (tool, folder) => {
    run("npm", ["install", "--silent", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder, `${tool.package}@${tool.version}`, ...(tool.with ?? [])]);
    return join(folder, "node_modules/.bin", tool.program);
  },
};

/**
 * What each tool is called with, in the repository's folder: a scan of the whole work tree without its history, as its manual has it,
 * on all cores where it can, and nothing sent: found secrets are not tried against the services that they may be for. ripgrep is
 * the floor: what reading the files and looking for two words takes; it is given the list, in few calls. Semgrep and gitleaks pass
 * over some files by rules of their own (tests; lock files), which is left as it is.
 */
const COMMANDS = {
  ripgrep: (program) => ["xargs", "-0", "-s", "1000000", program, "--no-messages", "--count", "--ignore-case", "-e", "secret|jwt", "--"],
  gitleaks: (program) => [program, "dir", ".", "--no-banner", "--redact", "--log-level", "error"],
  betterleaks: (program) => [program, "dir", ".", "--no-banner", "--redact", "--log-level", "error"],
  kingfisher: (program, folder) => [program, "scan", ".", "--git-history", "none", "--no-validate", "--no-update-check", "--quiet", "--rule-cache-dir", join(folder, "rules")],
  secretlint: (program) => [process.execPath, program, "--secretlintrcJSON", JSON.stringify({ rules: [{ id: "@secretlint/secretlint-rule-preset-recommend" }] }), "**/*"],
  "detect-secrets": (program) => [program, "scan", "--no-verify", "."],
  semgrep: (program) => [program, "scan", "--config", join(import.meta.dirname, "semgrep.yml"), "--metrics", "off", "--disable-version-check", "--quiet", "."],
  bandit: (program) => [program, "-r", ".", "-t", "B105,B106,B107", "--quiet"],
  ruff: (program) => [program, "check", ".", "--select", "S105,S106,S107", "--no-cache", "--isolated", "--output-format", "concise"],
};

/** keylint on a whole repository, or on the files that are named. */
export function keylintCommand(...files) {
  return [process.execPath, KEYLINT, "--context", "all", "--fail-on", "never", "--no-cache", ...(files.length > 0 ? files : ["."])];
}

/** gitleaks on a history, if it is there or can be installed. */
export function gitleaksOn(what, cache) {
  const { version } = RIVALS["gitleaks"];
  try {
    return [installed(RIVALS["gitleaks"], join(cache, "tools", `gitleaks-${version}`)), what, ".", "--no-banner", "--redact", "--log-level", "error"];
  } catch {
    return undefined;
  }
}

/** The tools of these names that are there or can be installed. One that cannot be is left out, and a line says so and why. */
export function prepareTools(names, cache) {
  return names.flatMap((name) => {
    if (name === "keylint") return [{ name, version: versionOf(process.execPath, [KEYLINT, "--version"]) ?? "not built", command: keylintCommand(), fine: [0] }];
    const { version, reads, fine } = RIVALS[name];
    const folder = join(cache, "tools", `${name}-${version}`);
    const found = { name, reads, fine, listed: name === "ripgrep" };
    try {
      return [{ ...found, version, command: COMMANDS[name](installed(RIVALS[name], folder), folder) }];
    } catch (error) {
      print(`${name} ${version}: left out, it could not be installed: ${error.message}`);
      return name === "ripgrep" ? ripgrepOfTheSystem(found, folder) : [];
    }
  });
}

/** The path of a tool's program; installed when a complete installation is not in the folder yet. */
function installed(tool, folder) {
  const note = join(folder, "installed");
  if (existsSync(note)) return readFileSync(note, "utf8");
  tell(`installing ${tool.package} ${tool.version} with ${tool.by}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const program = INSTALLERS[tool.by](tool, folder);
  if (!existsSync(program)) throw new Error(`${program} is missing after the installation`);
  writeFileSync(note, program);
  return program;
}

/** Without the floor the tables say little, so that any ripgrep will do. */
function ripgrepOfTheSystem(found, folder) {
  const version = versionOf("rg")?.split(" ")[1];
  return version === undefined ? [] : [{ ...found, version, command: COMMANDS.ripgrep("rg", folder) }];
}
