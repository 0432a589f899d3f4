import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FORMATS } from "../../src/options/words.ts";
import { folderWith, track } from "./support/folder.ts";
import { installKeylint } from "./support/keylint.ts";
import { fromNpm, proven, testWith } from "./support/tool.ts";

const files = {
  "app.py": 'from flask import Flask\n\napp = Flask(__name__)\napp.config["SECRET_KEY"] = "the ä and the 😀"\n',
  "src/server.ts": 'import session from "express-session";\n\nexport const sessions = session({ secret: process.env.SESSION_SECRET ?? "keyboard cat" });\n',
  "web/tokens.js": 'const jwt = require("jsonwebtoken");\n\nexports.tokenFor = (user) => jwt.sign({ sub: user }, "gwendolynfitzgerald77", { algorithm: "HS512" });\n',
  ".env": "SECRET_KEY=cf92f423f4deb20d2c9aed7463ee76969d0132cd60ef9ebd3d2c94fde1145794\n",
  "pyproject.toml": '[tool.keylint]\nrules = { "short-key" = "error" }\n',
};

const keylint = await installKeylint();
const project = await track(folderWith(files));

/** All formats of one run, and how it ended. */
async function lintWith(node: string): Promise<{ [format: string]: string | number }> {
  const ended = await Promise.all(FORMATS.map(async (format) => [format, await keylint.run(["--format", format], { cwd: project, node })] as const));
  return Object.fromEntries(ended.flatMap(([format, { stdout, stderr, status }]) => [[format, stdout], [`${format} status`, status], [`${format} stderr`, stderr]]));
}

/** The package "node" fetches these by an install script, which npm does not run unasked. */
const carrier = `node-${process.platform}-${process.arch}`;
const nodeOf = (folder: string): string => join(folder, "node_modules", carrier, "bin/node");

const tools = await Promise.all(["20", "22", "24"].map(async (version) => ({ version, tool: await proven(await fromNpm(`${carrier}@${version}`), (folder) => [nodeOf(folder), "--version"]) })));
const here = lintWith(process.execPath);

describe("the installed package lints Python, JavaScript, TypeScript and an environment file", () => {
  test(`under the Node that runs these tests, ${process.version}`, async () => {
    const ended = await here;
    const findings = (JSON.parse(String(ended["json"])) as { findings: { region: { path: string } }[] }).findings.map(({ region }) => region.path);
    expect(findings).toEqual([".env", "app.py", "src/server.ts", "web/tokens.js"]);
    expect(FORMATS.map((format) => [ended[`${format} status`], ended[`${format} stderr`]])).toEqual(FORMATS.map(() => [1, ""]));
  });

  for (const { version, tool } of tools) {
    testWith(tool, `under Node ${version}, with the same bytes`, async (folder) => {
      expect(await lintWith(nodeOf(folder))).toEqual(await here);
    });
  }
});
