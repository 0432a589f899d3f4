// Which branches of the built package have run: https://chromedevtools.github.io/devtools-protocol/v8/Profiler/#method-takePreciseCoverage
import { readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { SourceMap } from "node:module";

/** @typedef {{ name: string, start: number, reads: boolean }} Branch The name is the function's; `reads` where it is of a format's reader. */

/** Where formats are read; what was read is judged elsewhere. */
const readers = /(?:^|\/)src\/formats\//;

/**
 * Starts to watch; called before the package is loaded, since V8 counts no branch of a function that is compiled already. `fresh` gives the
 * branches that have run for the first time since it was asked last, `unreached` those of given ones that have not run since then, and
 * `count` is of all.
 */
export async function watchBranches() {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: false, detailed: true });
  const placed = { keylint: placesIn("dist/keylint.js"), behind: placesIn("dist/behind.js") };
  /** By function. */
  const known = new Map();
  let count = 0;

  /** Pairs of a function's name and its ranges that have run since this was asked last. */
  async function taken() {
    const { result } = await session.post("Profiler.takePreciseCoverage");
    return result.flatMap(({ url, functions }) => {
      const file = /(?:keylint|dist)\/(keylint|behind)\.js$/.exec(url)?.[1];
      return file === undefined ? [] : functions.map(({ ranges }) => [`${file} ${ranges[0].startOffset}-${ranges[0].endOffset}`, ranges]);
    });
  }

  /** The path of the file in which a function is written. */
  function sourceOf(name) {
    const [file, start] = name.split(/[ -]/);
    return placed[file](Number(start));
  }

  return {
    get count() {
      return count;
    },
    /** @returns {Promise<Branch[]>} */
    async fresh() {
      const fresh = [];
      for (const [name, ranges] of await taken()) {
        const seen = known.get(name) ?? { ways: new Map(), branches: new Map(), reads: readers.test(sourceOf(name)) };
        known.set(name, seen);
        const ran = ranIn(seen, ranges);
        fresh.push(...ran.fresh.map((start) => ({ name, start, reads: seen.reads })));
        count += ran.count;
      }
      return fresh;
    },
    /** @param {Branch[]} given */
    async unreached(given) {
      const ran = new Map(await taken());
      return given.filter(({ name, start }) => !ran.has(name) || !ranAt(ran.get(name), start));
    },
  };
}

/** What gives the source of a place in a built file. The map beside it is made by `.ci/build.mjs --maps`. */
function placesIn(path) {
  const map = new SourceMap(JSON.parse(readFileSync(`${path}.map`, "utf8")));
  const lines = readFileSync(path, "utf8").split("\n");
  const starts = [0];
  for (const line of lines) starts.push(starts.at(-1) + line.length + 1);
  return (place) => {
    const line = starts.findLastIndex((start) => start <= place);
    return map.findEntry(line, place - starts[line]).originalSource ?? "";
  };
}

/** Ways to run a function that are kept: some have as many as there are inputs. */
const mostWays = 200;

/**
 * Of a function the branches that have run for the first time: `count`, and where those begin that are `fresh`, without the ones of which
 * V8 tells only now. It tells of a branch where it runs and what is around it does not, or the reverse; so one that it has not told of may
 * have run before.
 */
function ranIn({ ways, branches }, ranges) {
  const way = JSON.stringify(ranges);
  if (ways.has(way)) return { count: 0, fresh: [] };
  let count = 0;
  const fresh = [];
  for (const start of new Set([...branches.keys(), ...ranges.map(({ startOffset }) => startOffset)])) {
    const before = branches.get(start) ?? [...ways.values()].some((one) => ranAt(one, start));
    const ran = before || ranAt(ranges, start);
    if (ran && branches.get(start) !== true) count++;
    if (ran && !before) fresh.push(start);
    branches.set(start, ran);
  }
  if (ways.size < mostWays) ways.set(way, ranges);
  return { count, fresh };
}

/** Whether what is at a place has run: the innermost range around it says so, and ranges stand from the outside in. */
function ranAt(ranges, place) {
  return ranges.findLast(({ startOffset, endOffset }) => startOffset <= place && place < endOffset).count > 0;
}
