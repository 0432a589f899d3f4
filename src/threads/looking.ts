import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { chunksOf } from "../chunks.ts";
import type { lookerFor as made } from "../run/looker.ts";
import type { Asking, Task } from "./lookers.ts";

const { lookerFor } = chunksOf(require).require(join(__dirname, "keylint.js")) as { lookerFor: typeof made };
const { options, env } = workerData as Task;
const looker = lookerFor(options, env);
parentPort?.on("message", (asked: Asking) => {
  if (asked === "forget") looker.forget();
  else parentPort?.postMessage(looker.look(asked));
});
