// What many repositories cost: each by itself, in a process of its own, and all of them in one.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { measure } from "./measure.mjs";
import { print, tell } from "./programs.mjs";
import { median, number, table } from "./table.mjs";
import { keylintCommand } from "./tools.mjs";

/** @param folder the folder that the repositories lie in, or several with commas between them */
export async function printRepositories(folder, listing, options) {
  const roots = folder.split(",").flatMap((one) => readdirSync(one, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => join(one, name)));
  const files = roots.map((root) => listing.list(root).files.length);
  const runs = [];
  for (const root of roots) {
    const run = await measure(keylintCommand(), { ...options, cwd: root });
    if (run.late || run.status !== 0) tell(`${root}: status ${run.status}${run.late ? ", ended at the limit" : ""}`);
    runs.push(run);
  }
  const whole = await measure(keylintCommand(...roots), { ...options, limit: options.limit * roots.length, cwd: roots[0] });
  const column = (name, about, digits) => [about, ...figuresOf(runs.map((run) => run[name])).map((value) => number(value, digits)), number(whole[name], digits)];
  print(`\n${roots.length} repositories, ${files.reduce((sum, count) => sum + count, 0)} files that keylint reads\n`);
  print(table([
    ["", "mean", "median", "of ten nine", "most", "sum", "all in one run"],
    ["files", ...figuresOf(files).map((value) => number(value, 0)), "-"],
    column("cpu", "CPU s", 2), column("seconds", "wall s", 2), column("megabytes", "peak MB", 0),
  ]));
  const each = runs.reduce((sum, { cpu }) => sum + cpu, 0) / runs.length;
  print(`\n10,000 repositories like these: ${number(each * 10_000 / 3600, 1)} CPU hours, one process each`);
}

/** Mean, median, what nine of ten stay below, the most, and the sum. */
function figuresOf(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const sum = values.reduce((all, value) => all + value, 0);
  return [sum / values.length, median(values), sorted[Math.ceil(sorted.length * 0.9) - 1], sorted.at(-1), sum];
}
