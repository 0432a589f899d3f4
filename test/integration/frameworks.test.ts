import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { frameworks } from "../../rules/frameworks/index.ts";
import type { Slot } from "../../src/types/slot.ts";
import type { Claim, Ground } from "./frameworks/claim.ts";
import { javascript } from "./frameworks/javascript.ts";
import { cookies } from "./frameworks/javascript-cookies.ts";
import { applications, tokens } from "./frameworks/javascript-tokens.ts";
import { python } from "./frameworks/python.ts";
import { smaller } from "./frameworks/python-smaller.ts";
import { run } from "./support/run.ts";
import { affordable, fromNpm, fromPip, pythonOf, testWith, type Tool } from "./support/tool.ts";

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

/** Writes a claim's code, or another code of it, as a program. */
function programOf({ slot, way = "" }: Claim, code: string, { language }: Ground, folder: string): string {
  const file = join(folder, `${slot.replace("/", "-")}${way}${digestOf(code)}.${language === "python" ? "py" : "mjs"}`);
  const key = language === "python" ? 'import os\nkey = os.environ["KEY"]' : "const key = process.env.KEY;";
  writeFileSync(file, `${key}\n${code}\n`);
  return file;
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

/** The trials of a claim, with what the framework did. */
async function metBy(claim: Claim, code: string, trials: readonly Trial[], ground: Ground, folder: string): Promise<Readonly<{ [title: string]: Verdict }>> {
  const file = programOf(claim, code, ground, folder);
  const found: (readonly [string, Verdict])[] = [];
  for (const { title, key } of trials) found.push([title, await meet(ground.language === "python" ? pythonOf(folder) : process.execPath, file, folder, key)]);
  return Object.fromEntries(found);
}

function claimedOf(trials: readonly Trial[]): Readonly<{ [title: string]: Verdict }> {
  return Object.fromEntries(trials.map(({ title, claimed }) => [title, claimed]));
}

/** Of a slot that only warns of short keys: one just below its least length, which it warns of, and one that is long enough. */
function warningsOf({ min = 0, unit = "bytes", encoding }: Slot): readonly Trial[] {
  return [
    { title: `${min - 1} ${unit}`, key: keyOf(min - 1, encoding), claimed: "refused" },
    { title: `${min} ${unit}`, key: keyOf(min, encoding), claimed: "accepted" },
  ];
}

/** What each ground stands on, installed two at a time: more only wait for each other. */
async function installed(): Promise<readonly Tool[]> {
  const found: Tool[] = [];
  const from = async (start: number): Promise<void> => {
    for (let at = start; at < grounds.length; at += 2) {
      const { language = "python", packages = [] } = grounds[at] ?? {};
      found[at] = await (language === "python" ? fromPip(...packages) : fromNpm(...packages));
    }
  };
  await Promise.all([from(0), from(1)]);
  return found;
}

const grounds = affordable([...python, ...smaller, ...javascript, ...tokens, ...cookies, ...applications]);
const tools = await installed();

describe.each(grounds.map((ground, at) => ({ ...ground, tool: tools[at] ?? { missing: "nothing" } })))("$name take and refuse keys as rules/frameworks/ says", ({ tool, ...ground }) => {
  for (const claim of ground.claims) {
    const { slot: name, way, code, without, warned } = claim;
    const title = `${name}${way === undefined ? "" : `, ${way}`}`;
    const slot = slots.get(name);
    const trials = slot ? trialsOf(slot) : [];
    testWith(tool, title, async (folder) => {
      expect(slot).toBeDefined();
      expect(await metBy(claim, code, trials, ground, folder)).toEqual(claimedOf(trials));
    });
    if (without !== undefined) {
      const none: readonly Trial[] = [{ title: "none", key: "", claimed: "refused" }];
      testWith(tool, `${title}: without a key`, async (folder) => expect(await metBy(claim, without, none, ground, folder)).toEqual(claimedOf(none)));
    }
    if (warned !== undefined && slot) {
      testWith(tool, `${title}: warns of a short key`, async (folder) => expect(await metBy(claim, warned, warningsOf(slot), ground, folder)).toEqual(claimedOf(warningsOf(slot))));
    }
  }

  test("no slot of these frameworks is left out", () => {
    const met = [...ground.claims.map(({ slot }) => slot), ...Object.keys(ground.beyond ?? {})];
    const ids = new Set(met.map((slot) => slot.split("/")[0]));
    expect([...slots.keys()].filter((slot) => ids.has(slot.split("/")[0])).sort()).toEqual([...new Set(met)].sort());
  });
});
