// How keylint's time and memory grow with the repository: samples of one input, each larger one with all of the smaller.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bytesOf, commitAll, moveFiles, nameFor, warmUp } from "./inputs.mjs";
import { race } from "./measure.mjs";
import { print, tell } from "./programs.mjs";
import { duration, figures, isFinished, number, table } from "./table.mjs";
import { keylintCommand } from "./tools.mjs";

/** Numbers of files. */
const SIZES = [10_000, 20_000, 50_000, 100_000];

/** Files that stay together at most: a package, or where it has more than these, one of its folders. */
const UNIT = 500;

/** Parts of a repository that belong together, so that the imports of a sample still lead somewhere. */
function unitsOf(paths, depth = 1) {
  if (depth > 1 && paths.length <= UNIT) return [paths];
  const folders = new Map();
  for (const path of paths) {
    const parts = path.split("/");
    const folder = parts.length > depth + 1 ? parts[depth] : "";
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  return [...folders].flatMap(([folder, inside]) => (folder === "" ? [inside] : unitsOf(inside, depth + 1)));
}

/** All paths in an order that is the same each time and mixes the packages: whatever number is taken from its start, the mix is the same. */
export function shuffled(paths) {
  const keyed = unitsOf(paths).map((unit) => ({ unit, key: createHash("sha256").update(unit[0]).digest("hex") }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).flatMap(({ unit }) => unit);
}

/** A git repository with the first `size` of the paths, in the cache; its files are the input's own where the disk allows it. */
export function sample(input, paths, size, cache) {
  const chosen = paths.slice(0, size);
  const root = join(cache, "inputs", nameFor(`sample-${size}`, input.root, chosen));
  if (!existsSync(root)) {
    tell(`making ${root}`);
    const making = join(cache, "making");
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { recursive: true });
    moveFiles(chosen, input.root, making, linkOrCopy);
    commitAll(making);
    renameSync(making, root);
  }
  return { name: String(chosen.length), root, files: chosen.length, bytes: bytesOf(root, chosen) };
}

function linkOrCopy(from, to) {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Times keylint on samples of an input and prints the curve. */
export async function printGrowth(input, cache, options) {
  warmUp(input);
  const paths = shuffled(input.paths);
  const samples = SIZES.filter((size) => size <= paths.length).map((size) => sample(input, paths, size, cache));
  const measured = await race(samples.map((one) => ({ ...one, cwd: one.root, command: keylintCommand(), fine: [0] })), options);
  const rows = measured.map((one) => ({ ...one, figures: figures(one) }));
  print(`\nGrowth: keylint on samples of the input ${input.name}\n`);
  print(table([
    ["files", "MB", "runs", "median s", "least s", "ms for 1000 files", "ms for 1 MB", "peak MB"],
    ...rows.map(({ name, bytes, files, figures: own }) => [
      name, number(bytes / 1e6, 1), own.count, duration(own, options.limit), duration(own, options.limit, own.least),
      ...(isFinished(own) ? [(own.seconds * 1e6) / files, (own.seconds * 1e9) / bytes] : [Number.NaN, Number.NaN]).map((value) => number(value, 1)),
      number(own.megabytes, 0),
    ]),
  ]));
  printSlope(rows.filter(({ figures: own }) => isFinished(own)));
}

/** What a file costs in the largest sample that was finished beside what it costs in the smallest: 1 where the time grows as the files do. */
function printSlope(finished) {
  const [small, large] = [finished[0], finished.at(-1)];
  if (small === large) return print("\nFewer than two samples were finished, so there is no curve.");
  const perFile = large.figures.seconds / large.files / (small.figures.seconds / small.files);
  const perByte = large.figures.seconds / large.bytes / (small.figures.seconds / small.bytes);
  print(`\nFrom ${small.name} to ${large.name} files: time for a file × ${number(perFile)}, time for a byte × ${number(perByte)}, memory × ${number(large.figures.megabytes / small.figures.megabytes)}`);
}
