import { expect } from "vitest";

/**
 * Milliseconds that the work below takes on the machine for which the bounds of tests were set: 50,000 elif of test/main/shapes.test.ts took some 3 s
 * there, and take 9 s where it takes 180 to 210.
 */
const there = 60;

/** Work of the kinds that a linter does: texts are cut into words, counted by name, sorted and forgotten. */
function work(): number {
  const counts = new Map<string, number[]>();
  for (let round = 0; round < 24; round++) {
    const text = Array.from({ length: 6_000 }, (_, index) => `name_${(index * 7_919 + round) % 4_001} = "${index}"`).join("\n");
    for (const { 1: name = "", index } of text.matchAll(/(\w+) = /g)) counts.set(name, [...(counts.get(name) ?? []), index]);
  }
  return [...counts].sort(([, one], [, other]) => other.length - one.length).length;
}

function since(start: NodeJS.CpuUsage): number {
  return process.cpuUsage(start).user / 1_000;
}

/** How many times slower than that machine this one is now; 1 when it is faster. */
function slowness(): number {
  const start = process.cpuUsage();
  work();
  return Math.max(1, since(start) / there);
}

/** Starts a clock; what it gives says that not more than so many milliseconds of this process have gone by, whatever else runs and however slow the machine is. */
export function clock(): (milliseconds: number) => void {
  const start = process.cpuUsage();
  return (milliseconds) => {
    const spent = since(start);
    if (spent >= milliseconds) expect(spent / slowness()).toBeLessThan(milliseconds);
  };
}
