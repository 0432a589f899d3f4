import { describe, expect, test } from "vitest";
import { Shares } from "../../src/threads/shares.ts";

/** What is found in a file. A file that nobody has done has 0. */
const find = (file: number): number => 1 + (file % 7);

const wanted = (count: number): readonly number[] => Array.from({ length: count }, (_, file) => find(file));

describe("shares", () => {
  test.each([0, 1, 255, 256, 257, 5_000])("%d files are all done by one", (count) => {
    const shares = new Shares(count);
    shares.work(find);
    expect([...shares.found]).toEqual(wanted(count));
  });

  test("two take turns, and no file is done twice", () => {
    const [one, both] = [new Shares(5_000), [] as number[]];
    const other = new Shares(5_000, one.buffer);
    let turn = 0;
    one.work((file) => {
      both.push(file);
      // The other one works while this one is in its second share.
      if (turn++ === 300) other.work((his) => (both.push(his), find(his)));
      return find(file);
    });
    expect(both.length).toBe(5_000);
    expect([...one.found]).toEqual(wanted(5_000));
  });

  test("what another one took and did not do is done in the end", () => {
    const shares = new Shares(5_000);
    const dying = new Shares(5_000, shares.buffer);
    expect(() => { dying.work((file) => { if (file === 100) throw new Error("out of memory"); return find(file); }); }).toThrow("memory");
    shares.work(find);
    expect([...shares.found]).not.toEqual(wanted(5_000));
    shares.finish(find);
    expect([...shares.found]).toEqual(wanted(5_000));
  });

  test("it tells how many files were taken", () => {
    const told: number[] = [];
    new Shares(600).work(find, (files) => void told.push(files));
    expect(told).toEqual([256, 512, 600]);
  });
});
