import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { blobsIn } from "../../src/cache/blobs.ts";

const week = 7 * 24 * 3_600_000;
const now = 3_000 * week;
const id = (number: number, by = "sha1"): string => createHash(by).update(String(number)).digest("hex");

/** A folder in memory. */
function folder() {
  const files = new Map<string, Buffer>();
  return {
    files, mark: "here", writes: 0,
    read: (name: string) => files.get(name),
    write(name: string, parts: readonly Buffer[]) {
      files.set(name, Buffer.concat([...parts]));
      this.writes++;
      return undefined;
    },
  };
}

function numbers(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

describe("objects that are known to hold nothing", () => {
  test("are known at once and after they were kept, and no others are", () => {
    const place = folder();
    for (const [from, to] of [[0, 1], [1, 3_000], [3_000, 3_001], [3_001, 9_000]] as const) {
      const blobs = blobsIn(place, "plan", now);
      for (const one of numbers(from, to)) blobs.add("python", id(one));
      expect(numbers(0, to).filter((one) => !blobs.has("python", id(one)))).toEqual([]);
      expect(blobs.save()).toBeUndefined();
    }
    const blobs = blobsIn(place, "plan", now);
    expect(numbers(0, 9_000).filter((one) => !blobs.has("python", id(one)))).toEqual([]);
    expect(numbers(9_000, 18_000).filter((one) => blobs.has("python", id(one)))).toEqual([]);
    expect(blobs.has("javascript", id(5)), "of another kind").toBe(false);
    expect(place.files.get("blobs")?.length).toBeLessThan(9_000 * 22 + 500);
  });

  test("are told apart at the ends and where names are not spread", () => {
    const place = folder();
    const odd = ["00".repeat(20), "ff".repeat(20), ...numbers(0, 300).map((one) => `00000000${one.toString(16).padStart(32, "0")}`), ...numbers(0, 300).map((one) => `ffffffff${one.toString(16).padStart(32, "0")}`)];
    const blobs = blobsIn(place, "plan", now);
    for (const one of odd) blobs.add("settings", one);
    blobs.save();
    const again = blobsIn(place, "plan", now);
    expect(odd.filter((one) => !again.has("settings", one))).toEqual([]);
    expect(["01".repeat(20), `00000000${"f".repeat(32)}`, "7f".repeat(20)].filter((one) => again.has("settings", one))).toEqual([]);
  });

  test("may have long names beside short ones", () => {
    const place = folder();
    const blobs = blobsIn(place, "plan", now);
    blobs.add("python", id(1));
    blobs.add("python", id(1, "sha256"));
    blobs.save();
    const again = blobsIn(place, "plan", now);
    expect([id(1), id(1, "sha256"), id(2), id(2, "sha256")].map((one) => again.has("python", one))).toEqual([true, true, false, false]);
  });

  test("are unknown when something else is looked for, in another folder, and when a byte was changed", () => {
    const place = folder();
    const blobs = blobsIn(place, "plan", now);
    blobs.add("python", id(1));
    blobs.save();
    expect(blobsIn(place, "another plan", now).has("python", id(1))).toBe(false);
    expect(blobsIn({ ...place, mark: "elsewhere" }, "plan", now).has("python", id(1))).toBe(false);
    const whole = place.files.get("blobs") ?? Buffer.alloc(0);
    for (const at of whole.keys()) {
      place.files.set("blobs", Buffer.from(whole.map((byte, one) => (one === at ? byte ^ 1 : byte))));
      expect(blobsIn(place, "plan", now).has("python", id(1)), `byte ${at}`).toBe(false);
    }
  });

  test("go when nobody has used them for half a year, and stay when somebody has", () => {
    const place = folder();
    const first = blobsIn(place, "plan", now);
    for (const one of [1, 2]) first.add("python", id(one));
    first.save();
    const later = blobsIn(place, "plan", now + 20 * week);
    later.has("python", id(1));
    later.save();
    const last = blobsIn(place, "plan", now + 40 * week);
    expect([1, 2].map((one) => last.has("python", id(one)))).toEqual([true, false]);
  });

  test("are written only when there is something new", () => {
    const place = folder();
    const blobs = blobsIn(place, "plan", now);
    blobs.add("python", id(1));
    blobs.save();
    const again = blobsIn(place, "plan", now);
    again.add("python", id(1));
    again.save();
    expect(place.writes).toBe(1);
  });
});
