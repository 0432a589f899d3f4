import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith } from "./support/folder.ts";
import { installKeylint } from "./support/keylint.ts";
import type { Ended } from "./support/run.ts";
import { affordable, fromNpm, proven, testWith } from "./support/tool.ts";

const typescript = `import session from "express-session";

interface Options { readonly name: string }

export const sessions = <T extends Options>({ name }: T) => session({ name, secret: "keyboard cat" satisfies string });
`;

/** Lints a file of a folder that has keylint, and perhaps a TypeScript of the user's, in its node_modules. */
async function lintIn(folder?: string): Promise<Ended> {
  const keylint = await installKeylint(folder);
  const source = folderWith({ "server.ts": typescript });
  return keylint.run(["--format", "json", "server.ts"], { cwd: source });
}

const compiler = (folder: string): string => join(folder, "node_modules/typescript/bin/tsc");
const tools = await Promise.all(affordable([{ version: "5.9" }, { version: "6", long: true }, { version: "7", long: true }]).map(async ({ version }) => ({ version, tool: await proven(await fromNpm(`typescript@${version}`), (folder) => [process.execPath, compiler(folder), "--version"]) })));
const alone = lintIn();

describe("the installed package lints a TypeScript file", () => {
  test("beside no TypeScript", async () => {
    const { stdout, stderr, status } = await alone;
    expect(JSON.parse(stdout)).toMatchObject({ findings: [{ rule: "published-key", region: { path: "server.ts", line: 5 } }], failures: [] });
    expect({ stderr, status }).toEqual({ stderr: "", status: 1 });
  });

  for (const { version, tool } of tools) {
    testWith(tool, `beside TypeScript ${version}, with the same bytes`, async (folder) => {
      const ended = await lintIn(folder);
      const manifest = JSON.parse(readFileSync(join(folder, "node_modules/typescript/package.json"), "utf8")) as { version: string };
      expect(`${manifest.version}.`.startsWith(`${version}.`)).toBe(true);
      expect(ended).toEqual(await alone);
    });
  }
});
