import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { chunksOf } from "../chunks.ts";
import type { Asking, LookerFor, Task } from "./lookers.ts";

const { lookerFor } = chunksOf(require).require(join(__dirname, "keylint.js")) as { lookerFor: LookerFor };
const { options, env } = workerData as Task;
const looker = lookerFor(options, env);
parentPort?.on("message", (asked: Asking) => {
  if (asked === "forget") looker.forget();
  else parentPort?.postMessage(looker.look(asked));
});
