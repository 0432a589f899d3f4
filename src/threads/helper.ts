import { workerData } from "node:worker_threads";
import { listed } from "../discover/index.ts";
import type { Task } from "./helpers.ts";
import { layoutOf } from "../project/layout.ts";
import { scopeOf } from "../settings.ts";
import { Shares } from "./shares.ts";
import { sightsIn } from "../sights.ts";

const { root, fileBytes, paths, files, config, buffer } = workerData as Task;
// Whether git tracks a file is nothing that is seen in it.
const tree = listed(root, paths, new Set(), fileBytes);
const { see } = sightsIn({ tree, config }, scopeOf({ config }), layoutOf(tree));
new Shares(files.length, buffer).work((file) => see(paths[files[file] ?? 0] ?? ""));
