// What a run costs when little or nothing was changed since the last one, beside `git status`.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sample, shuffled } from "./growth.mjs";
import { race } from "./measure.mjs";
import { print } from "./programs.mjs";
import { figures, median, number, table } from "./table.mjs";
import { keylintCommand } from "./tools.mjs";

/** Files of the sample. */
const SIZE = 100_000;

/** Pairs of runs: both take a part of a second. */
const ROUNDS = 15;

/** Times keylint on a sample of an input, and prints a table. The first run, and one after an edit, are made once in each round. */
export async function printCache(input, cache, options) {
  const { root } = sample(input, shuffled(input.paths), SIZE, cache);
  const edited = join(root, "keylint-bench.py");
  const keylint = { name: "keylint", cwd: root, command: keylintCommand().filter((word) => word !== "--no-cache"), fine: [0], plain: true };
  const status = { name: "git status", cwd: root, command: ["git", "status", "--porcelain"], fine: [0], plain: true };
  const once = async (subject) => (await race([subject], { ...options, rounds: 1 }))[0].runs[0].seconds;
  rmSync(join(root, ".git/keylint"), { recursive: true, force: true });
  const first = await once(keylint);
  const pairs = await race([status, keylint], { ...options, rounds: Math.max(ROUNDS, options.rounds) });
  writeFileSync(edited, "edited = True\n");
  const afterEdit = await once(keylint);
  rmSync(edited);
  const without = await once({ ...keylint, command: keylintCommand() });
  const more = median(pairs[0].runs.map((run, at) => pairs[1].runs[at].seconds - run.seconds));
  print(`\nCache: keylint on ${SIZE.toLocaleString("en")} files of the input ${input.name}\n`);
  print(table([
    ["run", "seconds"],
    ["git status", number(figures(pairs[0]).seconds)],
    ["keylint, nothing changed", number(figures(pairs[1]).seconds)],
    ["more than git status, median of pairs", number(more)],
    ["keylint, the first time", number(first)],
    ["keylint, one file new", number(afterEdit)],
    ["keylint --no-cache", number(without)],
  ]));
}
