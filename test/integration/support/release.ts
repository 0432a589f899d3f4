import { join } from "node:path";
import { copySources, folderWith, project } from "./folder.ts";
import { newRepository, repositoryIn, type Repository } from "./repository.ts";
import { done, type Ended } from "./run.ts";

/** 2027-01-31, the day of each release here. */
const epoch = "1801353600";

/** A clone of keylint whose maintainer makes releases, and what it is published to. */
export interface Maintained {
  readonly clone: Repository;
  /** The bare repository that the clone pushes to. */
  readonly published: Repository;
}

/** keylint as it is in the work tree, as the one commit of a clone, pushed to a repository of its own. */
export async function maintained(): Promise<Maintained> {
  const clone = await newRepository(folderWith(), { SOURCE_DATE_EPOCH: epoch });
  await copySources(clone.folder);
  return publishedFrom(clone);
}

/** Commits all that is in a new repository, and pushes it to a bare one. */
export async function publishedFrom(clone: Repository): Promise<Maintained> {
  await clone.git("add", "--all");
  await clone.git("commit", "--quiet", "--message", "The source");
  const published = repositoryIn(folderWith());
  await published.git("init", "--quiet", "--bare", "--initial-branch", "main");
  await clone.git("remote", "add", "origin", published.folder);
  await clone.git("push", "--quiet", "--set-upstream", "origin", "main");
  return { clone, published };
}

/** Says in the changes what comes, unless something is said there, and commits that. */
export async function announce(clone: Repository): Promise<void> {
  const changes = clone.read("CHANGELOG.md");
  if (/^## Unreleased$/m.test(changes)) return;
  clone.write("CHANGELOG.md", changes.replace(/^## /m, "## Unreleased\n\n- Something new.\n\n## "));
  await clone.git("commit", "--quiet", "--message", "Something new", "CHANGELOG.md");
}

/** Runs the release script. */
export function release(clone: Repository, ...args: readonly string[]): Promise<Ended> {
  return clone.run("bash", ".ci/release", ...args);
}

/** The command with which a release says that it is published. */
export function pushCommand({ stdout }: Ended): string {
  return /^git push .*$/m.exec(stdout)?.[0] ?? "exit 1";
}

/** Announces, releases and publishes a version. Throws when one of that fails. */
export async function publish({ clone }: Maintained, version: string): Promise<Ended> {
  await announce(clone);
  const ended = await release(clone, version);
  if (ended.status !== 0) throw new Error(`.ci/release ${version} exited with ${ended.status}\n${ended.stdout}${ended.stderr}`);
  await done("bash", ["-c", pushCommand(ended)], { cwd: clone.folder });
  return ended;
}

/** Commits that the bundle which the tests have built is taken as it is: a release is made in the same way, half a minute sooner. */
export async function withBundle(clone: Repository): Promise<void> {
  const { devDependencies: _, ...manifest } = JSON.parse(clone.read("package.json")) as { readonly devDependencies: object; readonly version: string };
  clone.write("package.json", JSON.stringify({ ...manifest, scripts: { build: `cp -r ${join(project, "dist")} dist` } }));
  clone.write("package-lock.json", JSON.stringify({ version: manifest.version, lockfileVersion: 3, packages: { "": { version: manifest.version } } }));
  await clone.git("commit", "--quiet", "--all", "--message", "The bundle is built");
}
