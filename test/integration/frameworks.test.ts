import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { frameworks } from "../../rules/frameworks/index.ts";
import type { Slot } from "../../src/types/slot.ts";
import type { Claim, Ground } from "./frameworks/claim.ts";
import { javascript } from "./frameworks/javascript.ts";
import { python } from "./frameworks/python.ts";
import { run } from "./support/run.ts";
import { fromNpm, fromPip, pythonOf, testWith } from "./support/tool.ts";

type Verdict = "accepted" | "refused";

/** A key of a length, and what our data says that the framework does with it. */
interface Trial {
  readonly title: string;
  readonly key: string;
  readonly claimed: Verdict;
}

const slots: ReadonlyMap<string, Slot> = new Map(frameworks.flatMap(({ id, slots: inside }) => inside.map((slot) => [`${id}/${slot.id}`, slot] as const)));

/** What a slot that names no length is tried with. */
const plenty = 64;

/** An empty key, one just below the least length, each length that is said to be right, and one above the only right ones. */
function trialsOf({ empty = "accepted", short = "accepted", min, exact, unit = "bytes", encoding }: Slot): readonly Trial[] {
  const right = exact ?? [min ?? plenty];
  const least = exact?.[0] ?? min;
  const trial = (length: number, claimed: Verdict): Trial => ({ title: `${length} ${unit}`, key: keyOf(length, encoding), claimed });
  return [
    { title: "empty", key: "", claimed: empty },
    ...(least === undefined ? [] : [trial(least - 1, short)]),
    ...right.map((length) => trial(length, "accepted")),
    ...(exact ? [trial(Math.max(...exact) + 1, "refused")] : []),
  ];
}

function keyOf(length: number, encoding: Slot["encoding"] | "ascii" = "ascii"): string {
  const text = createHash("sha512").update("keylint fixture 700").digest("hex").slice(0, length);
  const encoded = Buffer.from(text).toString(encoding);
  // Python wants the padding.
  return encoding === "base64url" ? encoded.padEnd(Math.ceil(encoded.length / 4) * 4, "=") : encoded;
}

/** What the framework does with a key: the code ends, or it throws. */
async function meet(program: string, file: string, folder: string, key: string): Promise<Verdict> {
  const { status } = await run(program, [file], { cwd: folder, env: { KEY: key } });
  return status === 0 ? "accepted" : "refused";
}

/** Writes a claim's code as a program. */
function programOf({ code, slot, way = "" }: Claim, { language }: Ground, folder: string): string {
  const file = join(folder, `${slot.replace("/", "-")}${way}.${language === "python" ? "py" : "mjs"}`);
  const key = language === "python" ? 'import os\nkey = os.environ["KEY"]' : "const key = process.env.KEY;";
  writeFileSync(file, `${key}\n${code}\n`);
  return file;
}

const grounds = [...python, ...javascript].filter(({ long = false }) => !long || inject("all"));
const tools = await Promise.all(grounds.map(({ language, packages }) => (language === "python" ? fromPip(...packages) : fromNpm(...packages))));

describe.each(grounds.map((ground, at) => ({ ...ground, tool: tools[at] ?? { missing: "nothing" } })))("$name take and refuse keys as rules/frameworks/ says", ({ tool, ...ground }) => {
  for (const claim of ground.claims) {
    testWith(tool, `${claim.slot}${claim.way === undefined ? "" : `, ${claim.way}`}`, async (folder) => {
      const slot = slots.get(claim.slot);
      expect(slot).toBeDefined();
      const trials = slot ? trialsOf(slot) : [];
      const file = programOf(claim, ground, folder);
      const found: (readonly [string, Verdict])[] = [];
      for (const { title, key } of trials) found.push([title, await meet(ground.language === "python" ? pythonOf(folder) : process.execPath, file, folder, key)]);
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(trials.map(({ title, claimed }) => [title, claimed])));
    });
  }

  test("no slot of these frameworks is left out", () => {
    const met = [...ground.claims.map(({ slot }) => slot), ...Object.keys(ground.beyond ?? {})];
    const ids = new Set(met.map((slot) => slot.split("/")[0]));
    expect([...slots.keys()].filter((slot) => ids.has(slot.split("/")[0])).sort()).toEqual([...new Set(met)].sort());
  });
});
