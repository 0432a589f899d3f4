// Which branches of the built package have run: https://chromedevtools.github.io/devtools-protocol/v8/Profiler/#method-takePreciseCoverage
import { Session } from "node:inspector/promises";

/**
 * Starts to watch; called before the package is loaded, since V8 counts no branch of a function that is compiled already. `fresh` tells how
 * many branches have run for the first time since it was asked last; `count` of all.
 */
export async function watchBranches() {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: false, detailed: true });
  /** By function, the places at which a branch starts, and whether it has run. V8 tells of a branch only where it runs and what is around it does not, or the reverse. */
  const known = new Map();
  let count = 0;

  function look(branches, start, ran) {
    if (ran && branches.get(start) !== true) count++;
    branches.set(start, ran || branches.get(start) === true);
  }

  return {
    get count() {
      return count;
    },
    async fresh() {
      const before = count;
      const { result } = await session.post("Profiler.takePreciseCoverage");
      for (const { url, functions } of result) {
        const file = /(?:keylint|dist)\/(keylint|behind)\.js$/.exec(url)?.[1];
        if (file === undefined) continue;
        for (const { ranges } of functions) {
          const name = `${file} ${ranges[0].startOffset}-${ranges[0].endOffset}`;
          const branches = known.get(name) ?? new Map();
          known.set(name, branches);
          for (const { startOffset } of ranges) if (!branches.has(startOffset)) branches.set(startOffset, false);
          for (const start of branches.keys()) look(branches, start, ranAt(ranges, start));
        }
      }
      return count - before;
    },
  };
}

/** Whether what is at a place has run: the innermost range around it says so, and ranges stand from the outside in. */
function ranAt(ranges, place) {
  return ranges.findLast(({ startOffset, endOffset }) => startOffset <= place && place < endOffset).count > 0;
}
