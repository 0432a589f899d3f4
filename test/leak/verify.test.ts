import { createHmac } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { kinds } from "../../src/verify/kinds.ts";
import { encoded } from "../verify/keys.ts";
import { exchange } from "./non-interference.ts";
import { inFolder, run, verifying, type Outputs } from "./produce.ts";
import { projects } from "./projects.ts";
import { leaksOf, sentinel } from "./sentinels.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("non-interference: keys, and the tokens that they sign, are exchanged, and every byte stays", () => {
  // The examples of rules are hundreds of projects in one, which takes minutes; each kind of file is in the fixtures.
  const fixtures = projects().slice(0, -1);
  let matches = 0;

  test.each(fixtures)("%s", (_, files) => {
    const { leaks } = exchange(verifying, files, { copies: true });
    matches += verifying(files)["stdout"]?.split(" signed this JWT. ").length ?? 0;
    expect(leaks).toEqual([]);
  });

  test("there were matches", () => {
    expect(matches).toBeGreaterThan(fixtures.length * 2);
  });
});

/** What goes in from outside: each sentinel at a place of its own. */
const s = sentinel;
const planted = Array.from({ length: 30 }, (_, at) => s(at));
const token = (key: string, payload: object = { sub: s(1), [s(2)]: s(3) }, header: object = {}): string => {
  const signed = `${encoded({ alg: "HS256", kid: s(4), ...header })}.${encoded(payload)}`;
  return `${signed}.${createHmac("sha256", key).update(signed).digest("base64url")}`;
};
/** What stands in a token, too. */
const traces = (text: string): readonly string[] => text.split(/[.=;]/).filter((part) => part.length >= 20);

/** What is told of a token, in a tree of which each file holds sentinels. */
function told(pasted: string): Outputs {
  const files = {
    "app.py": `import jwt\njwt.encode({}, "${s(10)}")  # ${s(11)}\n`,
    ".env": `${s(12)}=${s(13)}\nJWT_SECRET="${s(14)} ${s(15)}" # ${s(16)}\n${s(17)}\n`,
    ".gitignore": ".env\n",
  };
  return inFolder(files, (project, beside) => {
    writeFileSync(join(beside, "keys"), `${s(18)}\n${s(19)}`);
    writeFileSync(join(beside, "token"), pasted);
    const plain = run(project, ["verify", "--keys", "../keys"], Buffer.from(pasted));
    const debug = run(project, ["verify", "--debug", "--token-file", "../token", "--keys", "../keys"]);
    return { stdout: plain.stdout, stderr: plain.stderr, "stdout with --debug": debug.stdout, "stderr with --debug": debug.stderr };
  });
}

describe("sentinels: nothing of a token, a key or a list comes out", () => {
  test.each<[string, string, RegExp]>([
    ["a key of the tree matches", token(s(10)), /signed this JWT/],
    ["a value of an environment file matches", `Cookie: ${s(5)}=${token(`${s(14)} ${s(15)}`)}; ${s(6)}=${s(7)}`, /^JWT_SECRET in \.env:2 signed/m],
    ["a value under a name that looks drawn matches", token(s(13)), /^\*\*\* in \.env:1 signed/m],
    ["a line of a list matches", token(s(19)), /^Line 2 of \.\.\/keys signed/m],
    ["none matches", `${s(5)}=${token(s(20))}`, /None of the/],
    ["an unknown algorithm", token(s(20), {}, { alg: s(21) }), /names an algorithm/],
    ["an unknown encryption", `${encoded({ alg: s(21), enc: s(22) })}..${s(23)}.${s(24)}.${s(25)}`, /in a way that keylint does not know/],
    ["a private key", `${encoded({ alg: "RS256", kid: s(4) })}.${encoded({ [s(2)]: 1 })}.${s(23)}`, /private key \(RS256\)/],
    ["no token", `${s(23)} ${s(24)}`, /This is no token/],
    ["half of a seal", `Fe26.2*${s(23)}*${s(24)}*${s(25)}`, /sealed session/],
    ["half of two cookies", `${s(5)}.sig=${s(23)}`, /one of two cookies/],
    ["a reset of a password", `https://example.com/${s(23)}/reset/MQ/c1tksb-d41d8cd98f00b204e9800998ecf8427e/?next=${s(24)}`, /resets a password/],
    ["controls in it", `${s(23)}\u001b[31m`, /holds bytes/],
    ["too large", s(23).repeat(2_000), /more than 64 KB/],
  ])("%s", (_, pasted, saying) => {
    const outputs = told(pasted);
    expect(`${outputs["stdout"]}${outputs["stderr"]}`).toMatch(saying);
    expect(leaksOf(planted, outputs)).toEqual([]);
    for (const part of traces(pasted)) for (const text of Object.values(outputs)) expect(text).not.toContain(part.slice(0, 12));
  });

  test("a crash", () => {
    const [kind] = kinds;
    if (kind) vi.spyOn(kind, "attempts").mockImplementation(({ value }) => {
      throw new Error(`wrong ${value}\n    at ${value}`);
    });
    const outputs = told(token(s(10)));
    expect(outputs["stderr"]).toBe("keylint: it crashed, which is a mistake of keylint. Run it again with --debug to see where, and please report it.\n");
    expect(leaksOf(planted, outputs)).toEqual([]);
  });
});
