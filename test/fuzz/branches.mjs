// Which parts of the built package have run: https://chromedevtools.github.io/devtools-protocol/v8/Profiler/#method-takePreciseCoverage
import { Session } from "node:inspector/promises";

/** Starts to watch. `fresh` tells how many parts have run for the first time since it was asked last; `count` of all. */
export async function watchBranches() {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: false, detailed: true });
  const known = new Set();
  return {
    get count() {
      return known.size;
    },
    async fresh() {
      const before = known.size;
      const { result } = await session.post("Profiler.takePreciseCoverage");
      for (const { url, functions } of result) {
        if (!/keylint\/(keylint|behind)\.js$|dist\/(keylint|behind)\.js$/.test(url)) continue;
        for (const { ranges } of functions) for (const { startOffset, endOffset, count } of ranges) if (count > 0) known.add(`${url.endsWith("behind.js") ? "b" : "k"}${startOffset}-${endOffset}`);
      }
      return known.size - before;
    },
  };
}
