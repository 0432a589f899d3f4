import { expect, test } from "vitest";
import { progressOn } from "../src/progress.ts";

function terminal(isTTY: boolean): { readonly written: string[]; readonly clock: { now: number }; readonly progress: ReturnType<typeof progressOn> } {
  const [written, clock]: [string[], { now: number }] = [[], { now: 0 }];
  return { written, clock, progress: progressOn({ stderr: { isTTY, write: (text) => void written.push(text) }, now: () => clock.now }) };
}

test("a long run says how far it is, now and then, and takes it away", () => {
  const { written, clock, progress } = terminal(true);
  for (const now of [0, 999, 1_000, 1_050, 1_099, 1_100]) {
    clock.now = now;
    progress.tell(now < 1_100 ? "screened" : "examined", 45_000, 113_239);
  }
  progress.end();
  expect(written).toEqual(["\r\x1b[Kkeylint: 45,000 of 113,239 files looked at", "\r\x1b[Kkeylint: 45,000 of 113,239 files with possible keys read", "\r\x1b[K"]);
});

test("a short run and one without a terminal say nothing", () => {
  const [short, piped] = [terminal(true), terminal(false)];
  short.progress.tell("screened", 1, 2);
  piped.clock.now = 60_000;
  piped.progress.tell("screened", 1, 2);
  for (const { progress, written } of [short, piped]) {
    progress.end();
    expect(written).toEqual([]);
  }
});
