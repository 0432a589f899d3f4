// Looks for files on which keylint crashes, hangs, or says what is not so: `npm run fuzz -- [--minutes N] [--seed N] [--formats a,b]`.
// Each format is looked at until so many minutes of the processor have brought no new branch, and a signal ends it with what it has by then.
// What is found is made small and kept in test/fuzz/found.
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { parseArgs } from "node:util";
import { watchBranches } from "./branches.mjs";
import { keep, small } from "./found.mjs";
import { encoded, mutated } from "./mutate.mjs";
import { opened } from "./seeds.mjs";

const { values } = parseArgs({ options: { minutes: { type: "string", default: "1" }, seed: { type: "string", default: "1" }, formats: { type: "string" } } });
const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
if (!(minutes > 0) || !Number.isSafeInteger(seed)) throw new Error("--minutes takes a number above 0, --seed a whole one");

// Before keylint is loaded: see there.
const branches = await watchBranches();
const keylint = createRequire(import.meta.url)(resolve("dist/keylint.js"));
const { seeds: all, rules, checkerOf, generated, keysIn, randomOf } = await opened();
const check = checkerOf(keylint, rules);
/** After so many inputs it is asked which branches are new. */
const batch = 20;
/** Inputs that are kept beside the seeds, for each format. */
const mostKept = 2_000;
/** One of so many inputs is made as long as files are at most, for its time. */
const longEach = 50;

/** Inputs `{ files, hidden? }`: what a generator has made, as it is; and that, a seed or what has led to a new branch, changed by lot. */
function inputsOf(format, kept, random) {
  return generated(format, random.below(2 ** 31), batch).map((made, at) => {
    if (at % 2 === 0) return { tree: made, files: encodedTree(made, { below: () => 23 }), hidden: keysIn(made) };
    const tree = { ...(random.below(3) === 0 ? made : random.of(kept) ?? made) };
    const path = random.of(Object.keys(tree));
    tree[path] = mutated(tree[path], random.of(Object.values(random.of(kept) ?? made)), random);
    return { tree, files: encodedTree(tree, random) };
  });
}

/** Minutes of the processor that this process has had: on a busy machine those of the clock say little. */
function minutesSpent() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 60e6;
}

function encodedTree(tree, random) {
  return Object.fromEntries(Object.entries(tree).map(([path, text]) => [path, encoded(text, random)]));
}

let failed = 0;
let stopped = false;
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => (stopped = true));
for (const [format, seeds] of [...all].sort(([one], [other]) => (one < other ? -1 : 1))) {
  if (values.formats !== undefined && !values.formats.split(",").includes(format)) continue;
  const random = randomOf(seed);
  const kept = [...seeds];
  const wrongs = new Set();
  let [count, last, since] = [0, minutesSpent(), 0];
  const before = branches.count;
  while (!stopped && minutesSpent() - last < minutes) {
    const made = inputsOf(format, kept, random);
    for (const { files, hidden } of made) {
      const way = ++count % longEach === 0 ? check.growing : check;
      const wrong = way(files, hidden);
      if (wrong === undefined || wrongs.has(wrong.slice(0, 160))) continue;
      wrongs.add(wrong.slice(0, 160));
      failed++;
      const least = small(files, (less) => way(less, hidden)?.startsWith(wrong.slice(0, 12)));
      console.log(`${format}: ${wrong.split("\n").slice(0, 4).join("\n  ")}\n  ${keep(format, least)}`);
    }
    since += batch;
    // Only between turns of its loop Node tells of a signal.
    await setImmediate();
    if (await branches.fresh() === 0) continue;
    [last, since] = [minutesSpent(), 0];
    if (kept.length < seeds.length + mostKept) kept.push(...made.map(({ tree }) => tree));
  }
  console.log(`${format}: ${count} inputs, ${kept.length - seeds.length} kept, ${branches.count - before} branches (${branches.count} in all), ${since} inputs and ${(minutesSpent() - last).toFixed(1)} minutes since the last new one, ${wrongs.size} wrong`);
  if (stopped) break;
}
process.exitCode = failed === 0 ? 0 : 1;
