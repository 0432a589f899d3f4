import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { folderWith, track } from "../support/folder.ts";
import { installKeylint } from "../support/keylint.ts";
import { done, run, type Ended } from "../support/run.ts";
import type { Application, Texts } from "./application.ts";
import type { Language } from "./languages.ts";

const keylint = installKeylint();

/** Leaked, mended, without its variables, with new keys, and mended once more: each step must go as a user is told that it goes. */
export async function mendedInDeed(application: Application, language: Language, packages: string): Promise<void> {
  const { files, keys, build = [] } = application;
  const variables = Object.keys(keys);
  const fresh = Object.fromEntries(variables.map((variable) => [variable, randomBytes(32).toString("hex")]));
  const folder = await track(folderWith({ ".gitignore": "node_modules\n__pycache__\n/dist\n.next\n", ...files }));
  const attack = attackOn(folder, application, language, packages);
  const built = async (): Promise<void> => {
    for (const [program = "", ...args] of build) await done(program, args, { cwd: folder });
  };
  const [old = {}, young = {}] = await attack.forged(keys, fresh);

  await built();
  expect(await attack.met({}, old), "before, with the leaked key").toEqual([all(variables, true)]);

  const mended = await (await keylint).run(["--fix"], { cwd: folder });
  expect(mended, "--fix").toMatchObject({ status: 0, stdout: expect.stringMatching(/^No leaked or weak keys in \d+ files?\.\n$/) });
  expect(Object.values(keys).filter((key) => (mended.stdout + mended.stderr).includes(key)), "keys that are printed").toEqual([]);
  const paths = await changedIn(folder);
  if (language.check) await done(...language.check(packages, paths.filter((path) => language.files.test(path))), { cwd: folder });

  await built();
  for (const variable of variables) expect(await attack.stopped(without(variable, fresh)), `without ${variable}`).toContain(variable);
  expect(await attack.met(fresh, young, old), "what the new key signs, and what the leaked one signs").toEqual([all(variables, true), all(variables, false)]);

  const texts = textsOf(folder, [...paths, ".env.example"]);
  expect(await (await keylint).run(["--fix"], { cwd: folder }), "--fix once more").toMatchObject({ status: 0, stderr: "keylint: There is nothing to fix.\n" });
  expect(textsOf(folder, [...(await changedIn(folder)), ".env.example"])).toEqual(texts);
}

interface Attack {
  /** What is forged with keys. */
  readonly forged: (...keys: readonly Texts[]) => Promise<readonly Texts[]>;
  /** Whether the application, started in an environment, takes what is forged. */
  readonly met: (env: Texts, ...forged: readonly Texts[]) => Promise<readonly object[]>;
  /** What it says, in capitals, when it does not start in an environment; nothing when it does. */
  readonly stopped: (env: Texts) => Promise<string>;
}

/** The attack as a program beside the packages. */
function attackOn(folder: string, { attack, keys }: Application, language: Language, packages: string): Attack {
  const file = join(folderWith({ [language.file]: language.program(attack) }), language.file);
  language.prepare?.(packages, [folder, dirname(file)]);
  const start = (work: "forge" | "meet", texts: readonly Texts[], env: Texts): Promise<Ended> =>
    run(language.runner(packages), [file, work, JSON.stringify(texts)], { cwd: folder, env: { ...language.env(folder), ...env } });
  const answers = async (work: "forge" | "meet", texts: readonly Texts[], env: Texts = {}): Promise<object[]> => {
    const { status, stdout, stderr } = await start(work, texts, env);
    if (status !== 0) throw new Error(`${work} ended with ${status}\n${stdout}${stderr}`);
    return JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "") as object[];
  };
  return {
    forged: async (...texts) => (await answers("forge", texts)) as Texts[],
    met: (env, ...forged) => answers("meet", forged, env),
    stopped: async (env) => {
      const { status, stderr } = await start("meet", [keys], env);
      return status === 0 ? "" : stderr.toUpperCase();
    },
  };
}

function without(variable: string, { [variable]: _, ...others }: Texts): Texts {
  return others;
}

function all(variables: readonly string[], isTaken: boolean): object {
  return Object.fromEntries(variables.map((variable) => [variable, isTaken]));
}

/** The files that are not as they were committed. */
async function changedIn(folder: string): Promise<readonly string[]> {
  return (await done("git", ["diff", "--name-only"], { cwd: folder })).stdout.trimEnd().split("\n");
}

function textsOf(folder: string, paths: readonly string[]): object {
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
