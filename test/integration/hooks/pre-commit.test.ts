import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { folderWith } from "../support/folder.ts";
import { maintained, publish, withBundle, type Maintained } from "../support/release.ts";
import { newRepository, type Repository } from "../support/repository.ts";
import { done } from "../support/run.ts";
import { affordable, fromPip, testWith } from "../support/tool.ts";
import { blocked, commit, passed, readmeBlock, scenariosFor, stage, withKey, withoutKey } from "./scenarios.ts";

/** The newest, one that is a year old (it installs hooks of Node in another way: npm pack in the clone), and the one that is no Python. */
const programs = affordable([
  { package: "pre-commit==4.7.0", program: "pre-commit", prepare: "install-hooks", update: "autoupdate", long: false },
  { package: "pre-commit==4.4.0", program: "pre-commit", prepare: "install-hooks", update: "autoupdate", long: true },
  { package: "prek==0.5.11", program: "prek", prepare: "prepare-hooks", update: "update", long: true },
]);

/** Time for a release, on a busy machine. */
const patience = 240_000;
let keylint: Maintained;

beforeAll(async () => {
  keylint = await maintained();
  await publish(keylint, "9.9.0");
}, patience);

const grounds = await Promise.all(programs.map(async (program) => ({ ...program, tool: await fromPip(program.package), home: folderWith() })));

type Ground = (typeof grounds)[number];

/** Runs pre-commit or prek in a repository. */
function call({ tool, program }: Ground, repository: Repository, ...args: readonly string[]): ReturnType<Repository["run"]> {
  return repository.run(join("folder" in tool ? tool.folder : "", "bin", program), ...args);
}

/** A repository with README's configuration, whose hook is installed. The project's address leads to the repository of this test, and npm has neither a registry nor a cache. */
async function prepare(ground: Ground): Promise<Repository> {
  const { clone, published } = keylint;
  const env = {
    PRE_COMMIT_HOME: ground.home, PREK_HOME: ground.home, npm_config_offline: "true", npm_config_cache: join(ground.home, "npm"),
    GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: `url.file://${published.folder}.insteadOf`, GIT_CONFIG_VALUE_0: "https://github.com/keylint/keylint",
  };
  const repository = await newRepository(folderWith(), env);
  await stage(repository, { ".pre-commit-config.yaml": readmeBlock("# .pre-commit-config.yaml", await clone.git("show", "v9.9.0:README.md")) });
  expect(await call(ground, repository, "install")).toMatchObject({ status: 0 });
  return repository;
}

/** The packages that npm has put anywhere below a folder, with their versions. */
function installed(folder: string): readonly string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => /(^|\/)node_modules\/[^/.][^/]*$/.test(path));
  return paths.map((path) => (JSON.parse(readFileSync(join(folder, path, "package.json"), "utf8")) as { name: string; version: string })).map(({ name, version }) => `${name} ${version}`).toSorted();
}

describe("the tagged commit", () => {
  test("ships what the package ships", async () => {
    const folder = join(folderWith(), "clone");
    await done("git", ["-c", "core.autocrlf=true", "clone", "--quiet", "--branch", "v9.9.0", keylint.published.folder, folder]);
    const { stdout } = await done("npm", ["pack", "--dry-run", "--json"], { cwd: folder });
    const [packed] = Object.values(JSON.parse(stdout) as { [name: string]: { readonly files: readonly { readonly path: string }[] } });
    expect(packed?.files.map(({ path }) => path)).toEqual(inject("packed").files.map(({ path }) => path));
    // Also where git gives other files the line ends of Windows.
    for (const path of ["dist/cli.js", "dist/keylint.js", "dist/words.txt"]) expect((await done("git", ["hash-object", "--no-filters", path], { cwd: folder })).stdout.trim()).toBe(await keylint.clone.git("rev-parse", `v9.9.0:${path}`));
  });
});

describe.each(grounds)("$package", (ground) => {
  testWith(ground.tool, "installs the hook from the tagged commit, without a registry: one package, nothing built", async () => {
    const repository = await prepare(ground);
    const start = performance.now();
    expect(await call(ground, repository, ground.prepare)).toMatchObject({ status: 0 });
    process.stdout.write(`${ground.package} installs the hook in ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
    expect(installed(ground.home)).toEqual(["keylint 9.9.0"]);
  });

  for (const [title, scenario] of scenariosFor(true)) testWith(ground.tool, title, () => scenario({ prepare: () => prepare(ground) }));

  testWith(ground.tool, "run --all-files and run --from-ref --to-ref look at what is committed", async () => {
    const repository = await prepare(ground);
    await stage(repository, { "app.py": withKey });
    await repository.git("commit", "--quiet", "--no-verify", "--message", "Past the hook");
    await stage(repository, { "other.py": withKey });
    await repository.git("commit", "--quiet", "--no-verify", "--message", "Once more");
    const all = await call(ground, repository, "run", "--all-files");
    expect(all).toMatchObject({ status: 1, stdout: expect.stringMatching(/^ *app\.py:4:\d+ .*^ *other\.py:4:\d+ /ms) });
    expect(all.stdout.match(/keys to mend/g)).toHaveLength(1);
    const last = await call(ground, repository, "run", "--from-ref", "HEAD~", "--to-ref", "HEAD");
    expect(last).toMatchObject({ status: 1, stdout: expect.stringMatching(/^ *other\.py:4:\d+ /m) });
    expect(last.stdout).not.toContain("app.py");
  });
});

describe("after the next release", () => {
  beforeAll(async () => {
    await withBundle(keylint.clone);
    await publish(keylint, "9.10.0");
  }, patience);

  describe.each(grounds)("$package", (ground) => {
    testWith(ground.tool, `${ground.update} takes its tag, and the hook works on`, async () => {
      const repository = await prepare(ground);
      await repository.git("commit", "--quiet", "--no-verify", "--message", "The hook");
      expect(await call(ground, repository, ground.update)).toMatchObject({ status: 0 });
      expect(await repository.git("diff", "--unified=0")).toMatch(/\n- +rev: v9\.9\.0\n\+ +rev: v9\.10\.0$/);
      await stage(repository, { ".pre-commit-config.yaml": repository.read(".pre-commit-config.yaml"), "app.py": withKey });
      expect(await commit(repository)).toEqual(blocked);
      await stage(repository, { "app.py": withoutKey });
      expect(await commit(repository)).toEqual(passed);
      expect(installed(ground.home)).toContain("keylint 9.10.0");
    });
  });
});
