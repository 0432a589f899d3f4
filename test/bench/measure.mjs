// Runs programs and measures them, in rounds: in each round every program once, so that a slow minute of the machine meets all of them.
import { spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { tell } from "./programs.mjs";

const TIMER = "/usr/bin/time";

/** Whether GNU time is there, which alone tells the peak memory of a program: of its largest process, when it starts others. */
export const HAS_TIMER = spawnSync(TIMER, ["--version"], { encoding: "utf8" }).stdout?.includes("GNU") ?? false;

/** The status by which shells say that a program could not be started. */
const NO_PROGRAM = 127;

/** The processes of the run that is going on, to be ended with the bench itself. */
let running;

for (const [name, number] of [["SIGINT", constants.signals.SIGINT], ["SIGTERM", constants.signals.SIGTERM]]) {
  process.once(name, () => {
    endGroup(running);
    process.exit(128 + number);
  });
}

function endGroup(child) {
  try {
    if (child?.pid) process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has just ended by itself.
  }
}

/**
 * One run of a program, to its end or to the limit.
 *
 * Not by `spawnSync`: at the limit that ends one process, and a tool that works with several would go on beside the next one.
 * @param options `cwd`; `stdin`: a file; `limit` in seconds; `work`: a folder for notes; `plain`: without GNU time, whose own start is felt where little is measured.
 * @returns `seconds`; `cpu`: those of all cores, of the programs that it starts too; `megabytes`: the peak, NaN where it is not known; `status`, also of a program that a signal ended, as shells count; `late`: ended at the limit.
 */
export async function measure(command, { cwd, stdin, limit, work, plain = false }) {
  const notes = join(work, "time");
  const timed = HAS_TIMER && !plain;
  const [program, ...args] = timed ? [TIMER, "-q", "-f", "%M %U %S", "-o", notes, ...command] : command;
  const [input, errors] = [stdin === undefined ? "ignore" : openSync(stdin, "r"), openSync(join(work, "errors"), "w")];
  const start = performance.now();
  const { status, late } = await ended(spawn(program, args, { cwd, detached: true, stdio: [input, "ignore", errors] }), limit);
  const seconds = (performance.now() - start) / 1000;
  for (const descriptor of [input, errors]) if (descriptor !== "ignore") closeSync(descriptor);
  const [kilobytes, user, system] = timed && !late && status !== NO_PROGRAM ? readFileSync(notes, "utf8").trim().split("\n").at(-1).split(" ").map(Number) : [];
  return { seconds, cpu: user + system, megabytes: (kilobytes ?? Number.NaN) / 1024, status, late };
}

function ended(child, limit) {
  running = child;
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    endGroup(child);
  }, limit * 1000);
  return new Promise((resolve) => {
    const end = (status) => {
      clearTimeout(timer);
      running = undefined;
      resolve({ status, late });
    };
    child.on("error", () => end(NO_PROGRAM));
    child.on("exit", (code, signal) => end(code ?? 128 + constants.signals[signal]));
  });
}

/** What a failed run said of it at last, for the person who reads along: the line that speaks of an error, behind which a stack may stand. */
function lastWords(work) {
  const lines = readFileSync(join(work, "errors"), "utf8").trim().split("\n");
  return (lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1)).slice(0, 200);
}

/** How often a program runs: less often the longer it takes (in seconds), and not again when it has failed or met the limit. */
function roundsFor({ runs, fine }, most) {
  if (runs.some(({ late, status }) => late || !fine.includes(status))) return 1;
  const longest = Math.max(0, ...runs.map(({ seconds }) => seconds));
  return longest > 120 ? 1 : longest > 20 ? Math.min(3, most) : most;
}

/**
 * Runs all subjects in rounds. Each is a `name`, a `command`, the statuses that are `fine`, and what `measure` is told of it.
 * @returns the subjects, each with its `runs`.
 */
export async function race(subjects, { rounds, limit, work }) {
  const racing = subjects.map((subject) => ({ ...subject, runs: [] }));
  for (let round = 0; round < rounds; round++) {
    for (const one of racing.filter((subject) => round < roundsFor(subject, rounds))) {
      const run = await measure(one.command, { limit, work, ...one });
      one.runs.push(run);
      const failure = run.late || one.fine.includes(run.status) ? "" : `, status ${run.status}: ${lastWords(work)}`;
      if (!one.plain) tell(`round ${round + 1}, ${one.name}: ${run.seconds.toFixed(2)} s${failure}`);
    }
  }
  return racing;
}
