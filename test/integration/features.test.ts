import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { flaskPrograms, javascriptPrograms, otherPython, withKey, withoutKey, type FeatureProgram } from "../support/features.ts";
import { run } from "./support/run.ts";
import { affordable, fromNpm, fromPip, pythonOf, testWith } from "./support/tool.ts";

/** Long enough for all of them. */
const key = "d9f36f45a2e7d0f8d2c5a1c0e6b47f6e8a3b1c9d7e5f4a2b0c8d6e4f2a1b3c5d";

const grounds = affordable([
  { name: "Flask, its extensions and Django", language: "python", packages: ["flask==3.*", "flask-wtf==1.*", "flask-login==0.6.*", "flask-debugtoolbar==0.16.*", "flask-jwt-extended==4.*", "django>=5,<7"], programs: flaskPrograms, long: false },
  { name: "other frameworks for Python", language: "python", packages: ["quart==0.20.*", "quart-auth==0.11.*", "tornado==6.*", "starlette<1", "fastapi<1", "fastapi-csrf-protect==1.*", "itsdangerous==2.*"], programs: otherPython, long: true },
  {
    name: "sessions and tokens for Node", language: "javascript", programs: javascriptPrograms, long: true,
    packages: [
      "express-session@1", "cookie-session@2", "passport-jwt@4", "express-jwt@8", "client-sessions@0.8", "fastify@5", "@fastify/cookie@11", "@fastify/session@11", "@fastify/jwt@10",
      "@fastify/secure-session@8", "koa@3", "koa-session@7", "koa-generic-session@2", "@hapi/hapi@21", "@hapi/yar@11",
    ],
  },
]);

const tools = await Promise.all(grounds.map(({ language, packages }) => (language === "python" ? fromPip(...packages) : fromNpm(...packages))));

/** How a program ends with a text in the place of its key. */
async function statusOf({ beside }: FeatureProgram, code: string, language: string, folder: string): Promise<number> {
  const file = language === "python" ? "run.py" : "run.mjs";
  writeFileSync(join(folder, file), beside?.program ?? code);
  if (beside) writeFileSync(join(folder, beside.file), code);
  const { status } = await run(language === "python" ? pythonOf(folder) : process.execPath, [file], { cwd: folder, env: { KEY: key } });
  return status;
}

describe.each(grounds.map((ground, at) => ({ ...ground, tool: tools[at] ?? { missing: "nothing" } })))("$name refuse to work without a key", ({ tool, language, programs }) => {
  for (const program of programs) {
    testWith(tool, `${program.framework} ${program.features.join(", ")}`, async (folder) => {
      expect(await statusOf(program, withKey(program), language, folder), "with a key").toBe(0);
      expect(await statusOf(program, withoutKey(program), language, folder), "without a key").not.toBe(0);
    });
  }
});
