import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { hardcodedKey } from "../../rules/hardcoded-key.ts";
import { committedEnvFile } from "../../rules/committed-env-file.ts";
import { patched, textOf, watched } from "./keys.ts";
import { exchange, stretch } from "./non-interference.ts";
import { inMemory, type Files, type Outputs, type Produce } from "./produce.ts";
import { leaksOf, sentinel } from "./sentinels.ts";

const key = sentinel(1);
const files: Files = { "app.py": `from flask import Flask\n\napp = Flask(__name__)\napp.secret_key = "${key}"\n`, ".env": `SESSION_SECRET=${sentinel(2)}\n` };

/** What the first check finds that finds anything. */
function leaks(produce: Produce): readonly string[] {
  const checks = [() => leaksOf([key, sentinel(2)], produce(files)), () => exchange(produce, files).leaks, () => stretch(produce, files).leaks];
  for (const check of checks) {
    const found = check();
    if (found.length > 0) return found;
  }
  return [];
}

/** keylint, but a rule says more than it should. */
function talking(say: (text: string) => string): Produce {
  return (project) => patched(hardcodedKey, (check) => (asked) => {
    const problem = check(asked);
    return problem && { ...problem, what: `${problem.what} ${say(textOf(asked) ?? "")}` };
  }, () => inMemory(project));
}

/** keylint, but a finding's identity is made of the key. */
function naming(id: (text: string) => string): Produce {
  return (project) => {
    const { outputs, keys } = watched(inMemory, project);
    const text = keys.map(textOf).find((one) => one !== undefined) ?? "";
    return Object.fromEntries(Object.entries(outputs).map(([channel, out]) => [channel, out.replace(/[0-9a-f]{32}/g, id(text))]));
  };
}

/** keylint, but a reporter adds something to what it prints of one file. */
function printing(add: (text: string) => string): Produce {
  return (project) => {
    const texts: string[] = [];
    const outputs: Outputs = patched(committedEnvFile, (check) => (asked) => (texts.push(textOf(asked) ?? ""), check(asked)), () => inMemory(project));
    return { ...outputs, "stylish in colour": `${outputs["stylish in colour"]}${texts.map(add).join("\n")}` };
  };
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const bits = (text: string): number => text.length * Math.log2(new Set(text).size);

describe("whatever lets a key out is found", () => {
  test("keylint itself lets nothing out", () => {
    expect(leaks(inMemory)).toEqual([]);
  });

  test.each<[string, Produce]>([
    ["the beginning of a digest, in a message", talking((text) => sha256(text).slice(0, 8))],
    ["a digest, as a finding's identity", naming((text) => sha256(text).slice(0, 32))],
    ["a digest in base64, in a message", talking((text) => createHash("md5").update(text).digest("base64"))],
    ["a number of bits, in a message", talking((text) => `It has ${bits(text).toFixed(1)} bits.`)],
    ["a whole number of bits, in a message", talking((text) => `It has ${Math.round(bits(text))} bits.`)],
    ["the first character, in a message", talking((text) => `It begins with ${text.slice(0, 1)}.`)],
    ["the last character, from a reporter", printing((text) => text.slice(-1))],
    ["the length, in a message", talking((text) => `It has ${text.length} characters.`)],
    ["as many stars as it has characters, from a reporter", printing((text) => "*".repeat(text.length))],
    ["the key itself, encoded", printing((text) => Buffer.from(text).toString("base64"))],
    ["which characters it has", talking((text) => [...new Set(text)].sort().join(""))],
  ])("%s", (_, produce) => {
    expect(leaks(produce)).not.toEqual([]);
  });
});
