// Calls of other programs, and lines for the person who reads along.
import { spawnSync } from "node:child_process";

/** One line on the standard output: the report. */
export function print(text = "") {
  process.stdout.write(`${text}\n`);
}

/** One line on the standard error: what is being done, for a wait of minutes. */
export function tell(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Runs a program to its end and returns what it printed.
 * @throws an Error with the last lines that it printed as errors, when it is not installed or ends with another status than 0.
 */
export function run(program, args, options = {}) {
  const { error, status, signal, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "pipe"], ...options });
  if (error) throw new Error(`${program}: ${error.code === "ENOENT" ? "not installed" : error.message}`);
  if (status !== 0) throw new Error(`${program} ended with ${status ?? signal}: ${lastLines(stderr)}`);
  return stdout;
}

function lastLines(text) {
  return text.trim().split("\n").slice(-3).map((line) => (line.length > 300 ? `${line.slice(0, 300)}…` : line)).join(" / ");
}

/** The first line that a program prints of its version, or undefined when it does not run. */
export function versionOf(program, args = ["--version"]) {
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
  return status === 0 ? stdout.trim().split("\n")[0] : undefined;
}
