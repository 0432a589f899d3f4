import type { Worker } from "node:worker_threads";
import { load, placeBeside } from "../load.ts";
import type { Settings } from "../settings.ts";
import type { Shares } from "./shares.ts";

/** What a helper is told: the tree, the numbers of those of its files that are looked at, and where what is found goes. */
export interface Task {
  readonly root: string;
  readonly fileBytes: number;
  readonly paths: readonly string[];
  readonly files: Uint32Array;
  readonly config: Settings["config"];
  readonly buffer: SharedArrayBuffer;
}

/** Fewer files are looked at before a helper has started. */
const leastFiles = 3_000;

/** More threads wait for the disk and for memory. */
const mostThreads = 4;

/** Megabytes of memory for a helper's values: five times what the largest file and a hundred thousand paths take. */
const mostMemory = 512;

/**
 * Starts threads that take shares of a task as this one does. What becomes of them does not matter: one that cannot be started or ends
 * too early leaves its share undone. Gives what ends them.
 */
export function startHelpers({ count }: Shares, task: () => Task): () => void {
  const program = count < leastFiles ? undefined : placeBeside("helper.js");
  if (program === undefined) return () => undefined;
  const workerData = task();
  const workers = Array.from({ length: Math.min(load("node:os").availableParallelism(), mostThreads) - 1 }, () => started(program, workerData));
  return () => workers.forEach((worker) => void worker?.terminate());
}

function started(program: string, workerData: Task): Worker | undefined {
  try {
    const worker = new (load("node:worker_threads").Worker)(program, { workerData, stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: mostMemory } });
    worker.on("error", () => undefined).unref();
    return worker;
  } catch {
    return undefined;
  }
}
