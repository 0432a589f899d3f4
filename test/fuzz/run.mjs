// Looks for files on which keylint crashes, hangs, or says what is not so: `npm run fuzz -- [--minutes N] [--seed N] [--formats a,b] [--corpus FOLDER]`.
// Each format is looked at until so many minutes of the processor have brought no new branch of what reads it, and a signal ends it with what
// it has by then. Of the rest of the program, which judges what was read, all formats reach the same: how long nothing of it was new is told.
// With a folder for its corpus, a run goes on where the last one was ended. What is found is made small and kept in test/fuzz/found.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { parseArgs } from "node:util";
import { watchBranches } from "./branches.mjs";
import { corpusIn } from "./corpus.mjs";
import { keep, small } from "./found.mjs";
import { encoded, mutated } from "./mutate.mjs";
import { opened } from "./seeds.mjs";

const { values } = parseArgs({ options: { minutes: { type: "string", default: "1" }, seed: { type: "string", default: "1" }, formats: { type: "string" }, corpus: { type: "string" } } });
const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
if (!(minutes > 0) || !Number.isSafeInteger(seed)) throw new Error("--minutes takes a number above 0, --seed a whole one");

// Before keylint is loaded: see there.
const branches = await watchBranches();
const keylint = createRequire(import.meta.url)(resolve("dist/keylint.js"));
const { seeds: all, rules, checkerOf, generated, keysIn, randomOf } = await opened();
const check = checkerOf(keylint, rules);
const corpus = corpusIn(values.corpus, digestOf("dist"));
const formats = [...all.keys()].sort((one, other) => (one < other ? -1 : 1));
/** After so many inputs it is asked which branches are new. */
const batch = 20;
/** One of so many inputs is made as long as files are at most, for its time: it takes as long as hundreds of others. */
const longEach = 200;
/** By this lot a text is written as UTF-8. */
const plain = 23;
const told = new Set();

let failed = 0;
let stopped = false;
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => (stopped = true));
const pasts = new Map();
for (const format of formats) pasts.set(format, await begun(format));
for (const format of formats) if (!stopped && (values.formats?.split(",").includes(format) ?? true)) await fuzz(format, pasts.get(format));
process.exitCode = failed === 0 ? 0 : 1;

/** Looks at a format's seeds and at what earlier runs have kept: what these reach is not new. */
async function begun(format) {
  const seeds = all.get(format).map((tree) => inputOf(tree, encodedTree(tree, { below: () => plain })));
  const past = corpus.read(format);
  for (const input of [...seeds, ...past.kept]) if (!stopped) lookAt(format, input);
  await branches.fresh();
  return { ...past, seeds };
}

async function fuzz(format, { seeds, kept, inputs, quiet, still }) {
  const random = randomOf(seed + inputs);
  const [start, before] = [minutesSpent(), branches.count];
  let [lastRead, last, written, wrongs] = [start - quiet, start - still, start, 0];
  const write = () => corpus.write(format, { inputs, quiet: minutesSpent() - lastRead, still: minutesSpent() - last, kept });
  while (!stopped && minutesSpent() - lastRead < minutes) {
    const made = inputsOf(format, [...seeds, ...kept], random, inputs);
    for (const input of made) if (lookAt(format, input)) wrongs++;
    inputs += made.length;
    // Only between turns of its loop Node tells of a signal.
    await setImmediate();
    const fresh = await branches.fresh();
    if (fresh.length > 0) {
      kept = [...kept, ...await leadingTo(fresh, format, made)];
      last = minutesSpent();
      if (fresh.some(({ reads }) => reads)) lastRead = last;
    }
    if (minutesSpent() - written > 1) {
      write();
      written = minutesSpent();
    }
  }
  write();
  console.log(`${format}: ${inputs} inputs, ${kept.length} kept, ${branches.count - before} new branches of ${branches.count}, ${(minutesSpent() - lastRead).toFixed(1)} minutes since the last one of a reader and ${(minutesSpent() - last).toFixed(1)} since any, ${wrongs} wrong`);
}

/** Of inputs those that reach branches none before them has reached. */
async function leadingTo(fresh, format, inputs) {
  const leading = [];
  for (const input of inputs) {
    if (fresh.length === 0) break;
    lookAt(format, input);
    const left = await branches.unreached(fresh);
    if (left.length < fresh.length) leading.push(input);
    fresh = left;
  }
  return leading;
}

/** Whether something is wrong with an input of which nobody has been told: tells it, and keeps the least that shows it. */
function lookAt(format, { files, hidden, long }) {
  const way = long ? check.growing : check;
  const wrong = way(files, hidden);
  if (wrong === undefined || told.has(`${format}: ${wrong.slice(0, 160)}`)) return false;
  told.add(`${format}: ${wrong.slice(0, 160)}`);
  failed++;
  const least = small(files, (less) => way(less, hidden)?.startsWith(wrong.slice(0, 12)));
  console.log(`${format}: ${wrong.split("\n").slice(0, 4).join("\n  ")}\n  ${keep(format, least)}`);
  return true;
}

/** Inputs: what a generator has made, as it is; and that, a seed or what has led to a new branch, changed by lot. */
function inputsOf(format, known, random, count) {
  return generated(format, random.below(2 ** 31), batch).map((made, at) => {
    const long = (count + at + 1) % longEach === 0;
    if (at % 2 === 0) return { ...inputOf(made, encodedTree(made, { below: () => plain }), long), hidden: keysIn(made) };
    const tree = { ...(random.below(3) === 0 ? made : random.of(known)?.tree ?? made) };
    const path = random.of(Object.keys(tree));
    tree[path] = mutated(tree[path], random.of(Object.values(random.of(known)?.tree ?? made)), random);
    return inputOf(tree, encodedTree(tree, random), long);
  });
}

function inputOf(tree, files, long = false) {
  return { tree, files, long };
}

function encodedTree(tree, random) {
  return Object.fromEntries(Object.entries(tree).map(([path, text]) => [path, encoded(text, random)]));
}

/** Of the program that is looked at. */
function digestOf(folder) {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).sort()) if (name.endsWith(".js")) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}

/** Minutes of the processor that this process has had: on a busy machine those of the clock say little. */
function minutesSpent() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 60e6;
}
