// Looks for files on which keylint crashes, hangs, or says what is not so: `npm run fuzz -- [--minutes N] [--seed N] [--formats a,b]`.
// Each format is looked at until so many minutes have brought no new branch. What is found is made small and kept in test/fuzz/found.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { watchBranches } from "./branches.mjs";
import { encoded, mutated } from "./mutate.mjs";
import { opened } from "./seeds.mjs";

const { values } = parseArgs({ options: { minutes: { type: "string", default: "1" }, seed: { type: "string", default: "1" }, formats: { type: "string" } } });
const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
if (!(minutes > 0) || !Number.isSafeInteger(seed)) throw new Error("--minutes takes a number above 0, --seed a whole one");

const keylint = createRequire(import.meta.url)(resolve("dist/keylint.js"));
const { seeds: all, rules, checkerOf, randomOf } = await opened();
const check = checkerOf(keylint, rules);
const branches = await watchBranches();
const found = resolve("test/fuzz/found");
/** After so many inputs it is asked which branches are new. */
const batch = 20;
/** Inputs that are kept beside the seeds, for each format. */
const mostKept = 2_000;

/** The shortest part of a file on which the same is wrong, as far as halves, quarters and so on can be taken out. */
function small(path, bytes, wrong) {
  const kind = wrong.slice(0, 12);
  for (let size = bytes.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at < bytes.length;) {
      const without = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + size)]);
      if (check(path, without)?.startsWith(kind)) bytes = without;
      else at += size;
    }
    if (bytes.length > 4_000 && size < 64) break;
  }
  return bytes;
}

let failed = 0;
for (const [format, seeds] of [...all].sort(([one], [other]) => (one < other ? -1 : 1))) {
  if (values.formats !== undefined && !values.formats.split(",").includes(format)) continue;
  const random = randomOf(seed);
  const inputs = [...seeds];
  const wrongs = new Set();
  let [count, last] = [0, Date.now()];
  while (Date.now() - last < minutes * 60_000) {
    const made = Array.from({ length: batch }, () => ({ path: random.of(inputs).path, text: mutated(random.of(inputs).text, random.of(inputs).text, random) }));
    for (const { path, text } of made) {
      count++;
      const bytes = encoded(text, random);
      const wrong = check(path, bytes);
      if (wrong === undefined || wrongs.has(wrong.slice(0, 160))) continue;
      wrongs.add(wrong.slice(0, 160));
      failed++;
      const kept = small(path, bytes, wrong);
      const name = `${format}-${createHash("sha256").update(kept).digest("hex").slice(0, 8)}${extname(path) || `-${path}`}`;
      mkdirSync(found, { recursive: true });
      writeFileSync(join(found, name), kept);
      console.log(`${format}: ${wrong.split("\n").slice(0, 4).join("\n  ")}\n  ${name} (${kept.length} bytes, as ${path})`);
    }
    if (await branches.fresh() === 0) continue;
    last = Date.now();
    if (inputs.length < seeds.length + mostKept) inputs.push(...made);
  }
  console.log(`${format}: ${count} files, ${inputs.length - seeds.length} kept, ${branches.count} branches in all, ${wrongs.size} wrong`);
}
process.exitCode = failed === 0 ? 0 : 1;
