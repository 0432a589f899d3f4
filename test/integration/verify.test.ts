import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { others } from "../verify/keys.ts";
import { folderWith, project } from "./support/folder.ts";
import { installKeylint, type Keylint } from "./support/keylint.ts";
import { done, run } from "./support/run.ts";
import { fromNpm, fromPip, pythonOf, type Tool } from "./support/tool.ts";

/** A token that a framework has made just now. */
interface Made {
  readonly by: string;
  readonly kind: string;
  readonly key: string;
  readonly token: string;
}

const python = ["flask==3.1.*", "itsdangerous==2.2.*", "flask-login==0.6.*", "flask-wtf==1.*", "flask-session==0.8.*", "cachelib", "flask-security", "django==5.2.*", "starlette==1.*", "pyjwt==2.*", "python-jose==3.*", "cryptography", "tornado==6.*", "pyramid==2.*", "setuptools<81", "webob==1.8.*", "bottle==0.13.*"];
const javascript = [
  // Next.js stands beside next-auth and is not needed to make its tokens.
  "--legacy-peer-deps",
  "express@5", "express-session@1", "cookie-parser@1", "cookie-session@2", "koa@3", "keygrip@1", "cookies@0.9", "jsonwebtoken@9", "jose@6", "iron-session@8", "@hapi/iron@7", "h3@2", "next-auth@4", "@auth/core@0.41", "fastify@5",
  "@fastify/cookie@11", "@fastify/session@11", "hono@4",
  ...(inject("all") ? ["@remix-run/node@2", "better-auth@1", "@auth0/nextjs-auth0@4", "next@15", "react@19", "react-dom@19"] : []),
];

/** What a program of ours makes with the frameworks. What it cannot make it tells on stderr, and leaves out. */
async function madeBy(tool: Tool, command: (folder: string) => readonly [string, ...string[]]): Promise<readonly Made[]> {
  if ("missing" in tool) return [];
  const [program, ...args] = command(tool.folder);
  const { stdout } = await run(program, args);
  return stdout.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line) as Made);
}

const [fromPython, fromNode] = await Promise.all([fromPip(...python), fromNpm(...javascript)]);
const older = inject("all") ? [await fromPip("django==3.0.*"), await fromPip("django==3.1.*"), await fromPip("django==4.2.*")] : [];
const tokens = [
  ...(await madeBy(fromPython, (folder) => [pythonOf(folder), "-B", "-W", "ignore", join(project, "test/integration/verify/tokens.py")])),
  ...(await madeBy(fromPython, (folder) => [pythonOf(folder), "-B", "-W", "ignore", join(project, "test/integration/verify/tokens_django.py")])),
  ...(await Promise.all(older.map((tool, at) => madeBy(tool, (folder) => [pythonOf(folder), "-B", "-W", "ignore", join(project, "test/integration/verify/tokens_django.py"), String(1230 + 10 * at)])))).flat(),
  ...(await madeBy(fromNode, (folder) => [process.execPath, join(project, "test/integration/verify/tokens.mjs"), folder])),
];

/** A sealed session takes some milliseconds for each key. */
const many = others(1_000);
const around = ({ kind }: Made): readonly string[] => (kind === "iron" && !inject("all") ? many.slice(0, 100) : many);

let keylint: Keylint;
let answers: readonly (readonly [status: number, text: string])[];

beforeAll(async () => {
  keylint = await installKeylint();
  const asked = tokens.flatMap((made) => [[made.token, [...around(made).slice(0, -30), made.key, ...around(made).slice(-30)]], [made.token, around(made)]]);
  const file = join(folderWith(), "asked.json");
  writeFileSync(file, JSON.stringify(asked));
  const start = performance.now();
  answers = JSON.parse((await done(process.execPath, [join(project, "test/integration/verify/driver.mjs"), keylint.home, file])).stdout) as typeof answers;
  process.stdout.write(`${tokens.length} tokens of ${new Set(tokens.map(({ by }) => by)).size} packages, each tried twice with up to 1,001 keys: ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
});

describe("tokens that frameworks have made just now", () => {
  for (const [name, tool] of [["Python", fromPython], ["Node", fromNode]] as const) if ("missing" in tool) test.skip(`those for ${name} [not run: ${tool.missing}]`);

  test.each(tokens.map((made, at) => ({ ...made, at })))("$by, $kind ($at): its key is found among the others, and without it none is", (made) => {
    const [found, none] = [answers[made.at * 2], answers[made.at * 2 + 1]];
    expect(found).toEqual([1, expect.stringMatching(new RegExp(`^KEY_${around(made).length - 29} in \\.env:\\d+ (?:signed|encrypted) this `))]);
    expect(none).toEqual([0, expect.stringMatching(/^None of the (?:100|1,000) keys found here signed this token /)]);
  });

  test("there are ten frameworks and more, where they can be had", () => {
    const least = [fromPython, fromNode].filter((tool) => "folder" in tool).length * 12;
    expect(new Set(tokens.map(({ by }) => by)).size).toBeGreaterThanOrEqual(least);
  });
});

test("from a pipe, as a person asks", async () => {
  const [made] = tokens;
  if (!made) return;
  const folder = folderWith({ "app.py": `from flask import Flask\napp = Flask(__name__)\napp.secret_key = "${made.key}"\n`, token: made.token });
  const { stdout, stderr, status } = await run("bash", ["-c", `"${process.execPath}" "${join(keylint.package, "dist/cli.js")}" verify <token`], { cwd: folder });
  expect({ stdout: stdout.slice(0, 55), stderr, status }).toEqual({ stdout: "secret_key in app.py:3 signed this Flask session cookie", stderr: "", status: 1 });
});
