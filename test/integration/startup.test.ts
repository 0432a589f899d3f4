import { expect, test } from "vitest";
import { installKeylint } from "./support/keylint.ts";
import { done } from "./support/run.ts";

const pairs = 15;
/** The goal is 1.5. Machines that run tests are noisy, so only what is far off fails. */
const bound = 2.5;

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

test(`keylint --version takes less than ${bound} times as long as a Node that does nothing`, async () => {
  const keylint = await installKeylint();
  const ratios: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const nothing = await millisecondsOf(() => done(process.execPath, ["-e", "0"]));
    ratios.push((await millisecondsOf(() => keylint.run(["--version"]))) / nothing);
  }
  process.stdout.write(`keylint --version: ${median(ratios).toFixed(2)} times node -e 0, the median of ${pairs} pairs\n`);
  expect(median(ratios)).toBeLessThan(bound);
});
