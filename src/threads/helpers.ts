import type { Worker } from "node:worker_threads";
import { load, placeBeside } from "../load.ts";
import type { Settings } from "../settings.ts";
import type { Shares } from "./shares.ts";

/** What a helper that screens is told: the tree, the numbers of those of its files that are looked at, and where what is found goes. */
export interface Task {
  readonly root: string;
  readonly fileBytes: number;
  readonly paths: readonly string[];
  readonly files: Uint32Array;
  readonly config: Settings["config"];
  readonly buffer: SharedArrayBuffer;
}

/** What a helper that only compares is told: files as they were noted, and the names of them and of folders behind them, as the cache keeps these. */
export interface Comparing {
  readonly root: string;
  readonly device: number;
  readonly names: Uint8Array;
  readonly stats: Float64Array;
  readonly buffer: SharedArrayBuffer;
}

/** The helpers' programs, and as many files as are looked at before one has started. */
const programs = {
  "helper.js": { least: 3_000 },
  "comparing.js": { least: 10_000 },
} as const;

/** More threads wait for the disk and for memory. */
const mostThreads = 4;

/** Megabytes of memory for a helper's values: five times what the largest file and a hundred thousand paths take. */
const mostMemory = 512;

/**
 * Starts threads that take shares of a task as this one does. What becomes of them does not matter: one that cannot be started or ends
 * too early leaves its share undone. Gives what ends them.
 */
export function startHelpers(file: keyof typeof programs, { count }: Shares, task: () => Task | Comparing): () => void {
  const program = count < programs[file].least ? undefined : placeBeside(file);
  if (program === undefined) return () => undefined;
  const workerData = task();
  const workers = Array.from({ length: Math.min(load("node:os").availableParallelism(), mostThreads) - 1 }, () => started(program, workerData));
  return () => workers.forEach((worker) => void worker?.terminate());
}

function started(program: string, workerData: Task | Comparing): Worker | undefined {
  try {
    const worker = new (load("node:worker_threads").Worker)(program, { workerData, stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: mostMemory } });
    worker.on("error", () => undefined).unref();
    return worker;
  } catch {
    return undefined;
  }
}
