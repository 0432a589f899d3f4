import { workerData } from "node:worker_threads";
import { pathsIn } from "../cache/state.ts";
import { comparer } from "../discover/stats.ts";
import type { Comparing } from "./helpers.ts";
import { Shares } from "./shares.ts";

const { root, device, names, stats, buffer } = workerData as Comparing;
const paths = pathsIn(names);
new Shares(paths.length, buffer).work(comparer(root, device, paths, stats));
