import { cpSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, project } from "../support/folder.ts";
import { announce, publishedFrom, pushCommand, release, type Maintained } from "../support/release.ts";
import { newRepository, type Repository } from "../support/repository.ts";
import type { Ended } from "../support/run.ts";

const changes = "# Changelog\n\n## Unreleased\n\n- A hook.\n\n## 1.2.3\n\n- The first.\n";
const lock = { name: "small", version: "1.2.3", lockfileVersion: 3, requires: true, packages: { "": { name: "small", version: "1.2.3" } } };

/** A package whose build takes no time, with the project's release script. */
async function small(build = "mkdir dist && cp program.js dist && echo left > dist/.npmignore"): Promise<Maintained> {
  const manifest = { name: "small", version: "1.2.3", files: ["dist"], bin: { small: "dist/program.js" }, scripts: { build }, devDependencies: {} };
  const files = { "package.json": JSON.stringify(manifest, undefined, 2), "package-lock.json": JSON.stringify(lock, undefined, 2), "CHANGELOG.md": changes, "README.md": "rev: v1.2.3\nuses: keylint/keylint@v1\n", "program.js": "1;\n", ".gitignore": "dist/\nnode_modules\n" };
  const folder = folderWith(files);
  for (const script of ["release", "rebuild"]) cpSync(join(project, ".ci", script), join(folder, ".ci", script));
  return publishedFrom(await newRepository(folder, { SOURCE_DATE_EPOCH: "1801353600" }));
}

/** All that a release may change. */
async function stateOf({ git }: Repository): Promise<object> {
  return { refs: await git("for-each-ref"), head: await git("rev-parse", "--symbolic-full-name", "HEAD"), status: await git("status", "--porcelain"), trees: await git("worktree", "list", "--porcelain") };
}

describe("a release", () => {
  test("is a tagged commit with what npm ships of dist/ and without scripts, development dependencies and lock; the next one is the source with the new version", async () => {
    const { clone } = await small();
    const { status, stderr } = await release(clone, "2.0.0");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect((await clone.git("log", "--format=%D", "--reverse")).split("\n")).toEqual(["origin/main", "tag: v2.0.0", "HEAD -> main"]);
    expect(await clone.git("cat-file", "-t", "v2.0.0")).toBe("tag");
    expect((await clone.git("ls-tree", "-r", "--name-only", "v2.0.0")).split("\n")).toEqual([".ci/rebuild", ".ci/release", ".gitignore", "CHANGELOG.md", "README.md", "dist/program.js", "package.json", "program.js"]);
    expect(JSON.parse(await clone.git("show", "v2.0.0:package.json"))).toEqual({ name: "small", version: "2.0.0", files: ["dist"], bin: { small: "dist/program.js" } });
    expect(await clone.git("diff", "--stat", "origin/main", "main")).toMatch(/CHANGELOG.md .*README.md .*package-lock.json .*package.json .* 4 files changed/s);
    expect(JSON.parse(clone.read("package.json"))).toMatchObject({ version: "2.0.0", scripts: { build: expect.any(String) }, devDependencies: {} });
    expect(JSON.parse(clone.read("package-lock.json"))).toMatchObject({ version: "2.0.0", packages: { "": { version: "2.0.0" } } });
    expect(clone.read("CHANGELOG.md")).toContain("## 2.0.0 (2027-01-31)\n\n- A hook.\n\n## 1.2.3\n");
    expect(clone.read("README.md")).toBe("rev: v2.0.0\nuses: keylint/keylint@v2\n");
    expect({ status: await clone.git("status", "--porcelain"), trees: (await clone.git("worktree", "list")).split("\n").length, built: existsSync(join(clone.folder, "dist")) }).toEqual({ status: "", trees: 1, built: false });
  });

  test("is not pushed; the command that it prints pushes main, the tag and the branch of the major version, and so does the next one's", async () => {
    const { clone, published } = await small();
    for (const version of ["1.9.0", "1.10.0"]) {
      await announce(clone);
      const before = await published.git("for-each-ref");
      const ended = await release(clone, version);
      expect(await published.git("for-each-ref")).toBe(before);
      expect(await clone.run("bash", "-c", pushCommand(ended))).toMatchObject({ status: 0 });
      expect(await published.git("rev-parse", "v1", "main", "main^")).toBe(await clone.git("rev-parse", `v${version}^{commit}`, "main", `v${version}^{commit}`));
    }
    expect(await published.git("tag")).toBe("v1.10.0\nv1.9.0");
  });
});

describe("a release that is built once more", () => {
  const rebuild = (clone: Repository, into: string): Promise<Ended> => clone.run("bash", join(clone.folder, ".ci/rebuild"), "v2.0.0", into);

  test("is packed, when it holds what its source gives", async () => {
    const { clone } = await small();
    await release(clone, "2.0.0");
    const into = folderWith();
    expect(await rebuild(clone, into)).toMatchObject({ status: 0, stdout: "small-2.0.0.tgz holds, byte for byte, what its source gives and what v2.0.0 holds: 2 files.\n" });
    expect({ packed: readdirSync(into), trees: (await clone.git("worktree", "list")).split("\n").length }).toEqual({ packed: ["small-2.0.0.tgz"], trees: 1 });
  });

  test.each([["changed", "dist/program.js"], ["added", "dist/more.js"]])("is refused when a file was %s by whoever released it", async (_, path) => {
    const { clone } = await small();
    await release(clone, "2.0.0");
    await tampered(clone, path);
    const into = folderWith();
    const { status, stderr } = await rebuild(clone, into);
    expect({ status, packed: readdirSync(into) }).toEqual({ status: 1, packed: [] });
    expect(stderr).toContain(`v2.0.0 does not hold what its source gives; look at 1 files, such as ${path}. Nothing is packed.`);
  });

  test("is refused without its tag, and without its source", async () => {
    const { clone } = await small();
    expect(await rebuild(clone, folderWith())).toMatchObject({ status: 1, stderr: "There is no tag v2.0.0 here. Fetch it with: git fetch --tags\n" });
    await clone.git("tag", "v2.0.0");
    expect(await rebuild(clone, folderWith())).toMatchObject({ status: 1, stderr: "No commit follows v2.0.0, and that one would be its source. Fetch main.\n" });
  });
});

/** The same release with other bytes in a file, and its source behind it. */
async function tampered({ git, write }: Repository, path: string): Promise<void> {
  await git("switch", "--quiet", "--detach", "v2.0.0");
  write(path, "console.log('another');\n");
  await git("add", "--force", path);
  await git("commit", "--quiet", "--amend", "--no-edit");
  await git("tag", "--force", "--annotate", "v2.0.0", "--message", "2.0.0");
  const after = (await git("commit-tree", "main^{tree}", "-p", "v2.0.0^{commit}", "-m", "The source")).trim();
  await git("switch", "--quiet", "main");
  await git("reset", "--quiet", "--hard", after);
}

describe("a release is refused, and says what to do", () => {
  test.each<[string, (clone: Repository, published: Repository) => unknown, readonly string[], string]>([
    ["without a version", () => undefined, [], "bash .ci/release 1.2.3"],
    ["of what is no version", () => undefined, ["v2.0.0"], "three numbers without a v"],
    ["of a version before the last", () => undefined, ["1.2.2"], "1.2.2 comes before 1.2.3"],
    ["of a version that has a tag", ({ git }) => git("tag", "v2.0.0"), ["2.0.0"], "There is a tag v2.0.0"],
    ["of a version that others have tagged", ({ git }, published) => git("push", "--quiet", published.folder, "main:refs/tags/v2.0.0"), ["2.0.0"], "There is a tag v2.0.0"],
    ["of another branch", ({ git }) => git("switch", "--quiet", "--create", "other"), ["2.0.0"], "this is other. Run: git switch main"],
    ["of no branch", ({ git }) => git("switch", "--quiet", "--detach"), ["2.0.0"], "Run: git switch main"],
    ["beside changes that are not committed", ({ write }) => write("README.md", "new"), ["2.0.0"], "git stash --include-untracked"],
    ["beside a new file", ({ write }) => write("new.js", "new"), ["2.0.0"], "git stash --include-untracked"],
    ["behind what others have pushed", behind, ["2.0.0"], "main is behind origin/main, commits: 1. Run: git pull --rebase"],
    ["when the remote cannot be reached", ({ git }) => git("remote", "set-url", "origin", "nowhere"), ["2.0.0"], "git fetch --quiet --tags origin has failed"],
    ["without a part of changes to come", (clone) => withChanges(clone, "# Changelog\n\n## 1.2.3\n\n- The first.\n"), ["2.0.0"], 'nothing under "## Unreleased"'],
    ["with an empty part of changes to come", (clone) => withChanges(clone, "## Unreleased\n\n## 1.2.3\n\n- The first.\n"), ["2.0.0"], 'nothing under "## Unreleased"'],
    ["of a version whose changes are listed", () => undefined, ["1.2.3"], "CHANGELOG.md has a part for 1.2.3 already"],
  ])("%s", async (_, change, args, message) => {
    const { clone, published } = await small("exit 99");
    await change(clone, published);
    await clone.run("git", "fetch", "--quiet", "--tags");
    const before = await stateOf(clone);
    const { status, stdout, stderr } = await release(clone, ...args);
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: "", stderr: expect.stringContaining(message) });
    expect(await stateOf(clone)).toEqual(before);
  });
});

async function behind(clone: Repository): Promise<void> {
  await clone.git("commit", "--quiet", "--allow-empty", "--message", "Others'");
  await clone.git("push", "--quiet");
  await clone.git("reset", "--quiet", "--hard", "HEAD~");
}

async function withChanges(clone: Repository, text: string): Promise<void> {
  clone.write("CHANGELOG.md", text);
  await clone.git("commit", "--quiet", "--all", "--message", "Changes");
}

describe("a release that fails midway leaves everything as it was, and says so", () => {
  test("when the build fails", async () => {
    const { clone } = await small("echo the build is broken && exit 7");
    const before = await stateOf(clone);
    const { status, stderr } = await release(clone, "2.0.0");
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/the build is broken.*npm run build has failed.*Nothing was released/s) });
    expect(await stateOf(clone)).toEqual(before);
  });

  test("when main has moved while it was made", async () => {
    const { clone } = await small('mkdir dist && cp program.js dist && git -C "$CLONE" commit --quiet --allow-empty --message Late');
    const { status, stderr } = await clone.run("env", `CLONE=${clone.folder}`, "bash", ".ci/release", "2.0.0");
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/git merge .* has failed.*Nothing was released/s) });
    expect(await clone.git("log", "--format=%s")).toBe("Late\nThe source");
    expect({ tags: await clone.git("tag"), status: await clone.git("status", "--porcelain"), trees: (await clone.git("worktree", "list")).split("\n").length }).toEqual({ tags: "", status: "", trees: 1 });
  });

  test("when it is interrupted", async () => {
    const ended = join(folderWith(), "pid");
    const { clone } = await small(`kill -TERM $(cat ${ended})`);
    const before = await stateOf(clone);
    const { status, stderr } = await clone.run("bash", "-c", `echo $$ >${ended}; exec bash .ci/release 2.0.0`);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining("Nothing was released") });
    expect(await stateOf(clone)).toEqual(before);
  });
});
