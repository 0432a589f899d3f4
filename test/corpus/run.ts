import { spawnSync } from "node:child_process";
import type { Run } from "./main.ts";

/** The child says its own peak memory in kilobytes, on a fourth stream: this needs no other program. */
const PEAK = `data:text/javascript,import { writeSync } from "node:fs"; process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));`;

/** Milliseconds after which a run counts as hanging. */
const PATIENCE = 900_000;

interface Document {
  readonly tool: { readonly version: string };
  readonly findings: Run["findings"];
  readonly failures: readonly unknown[];
  readonly counts: { readonly files: number };
}

/**
 * The built command on a folder, all contexts, as a process of its own.
 * @throws when it does not end by itself or writes no report. A file that it could not understand, or crashed on, is in its report.
 */
export function runKeylint(command: string, folder: string): Run {
  const start = performance.now();
  const { error, status, signal, output } = spawnSync(process.execPath, ["--import", PEAK, command, "--context", "all", "--fail-on", "never", "--format", "json", "."], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    timeout: PATIENCE,
    maxBuffer: 1 << 30,
  });
  const seconds = (performance.now() - start) / 1000;
  const [, report = "", said = "", peak = ""] = output ?? [];
  if (error) throw new Error(`keylint did not end in ${folder}: ${error.message}`, { cause: error });
  if (status === null || !report) throw new Error(`keylint ended with ${status ?? signal} in ${folder}: ${said?.trim() ?? ""}`);
  const { tool, findings, failures, counts } = JSON.parse(report) as Document;
  return { status, version: tool.version, findings, files: counts.files, failures: failures.length, seconds, megabytes: Number(peak) / 1024 };
}
