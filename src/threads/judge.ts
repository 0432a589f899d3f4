import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { chunksOf } from "../chunks.ts";
import type { Task } from "../history/judge.ts";
import type { past as loaded } from "../past.ts";
import type { Given, Said } from "./judges.ts";

const { past } = chunksOf(require).require(join(__dirname, "past.js")) as { past: typeof loaded };
const judge = past.judgeFor(workerData as Task);
const say = (said: Said): void => parentPort?.postMessage(said);
say({ names: judge.names() });
parentPort?.on("message", ({ number, path, bytes }: Given) => { say({ number, ...judge.judge(path, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) }); });
