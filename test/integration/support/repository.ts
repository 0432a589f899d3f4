import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { done, run, type Ended } from "./run.ts";

/** Somebody who commits, without settings of git of their own: a global `core.hooksPath` would turn all hooks off. */
const somebody = {
  GIT_AUTHOR_NAME: "Ada", GIT_AUTHOR_EMAIL: "ada@example.org", GIT_COMMITTER_NAME: "Ada", GIT_COMMITTER_EMAIL: "ada@example.org",
  GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1", GIT_MERGE_AUTOEDIT: "no",
};

type Environment = Readonly<{ [name: string]: string }>;

/** A git repository that somebody works in. */
export interface Repository {
  readonly folder: string;
  /** What its programs and hooks see besides the environment of this process. */
  readonly env: Environment;
  write(path: string, text: string): void;
  read(path: string): string;
  /** Runs git, which must end well; what it printed. */
  git(...args: readonly string[]): Promise<string>;
  /** Runs a program here; its exit status is the caller's to judge. */
  run(program: string, ...args: readonly string[]): Promise<Ended>;
}

/** A folder as a repository. */
export function repositoryIn(folder: string, env: Environment = {}): Repository {
  const options = { cwd: folder, env: { ...somebody, ...env } };
  return {
    folder,
    env,
    write: (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    read: (path) => readFileSync(join(folder, path), "utf8"),
    git: async (...args) => (await done("git", args, options)).stdout.trimEnd(),
    run: (program, ...args) => run(program, args, options),
  };
}

/** A new repository with the branch main and no commit. */
export async function newRepository(folder: string, env?: Environment): Promise<Repository> {
  const repository = repositoryIn(folder, env);
  await repository.git("init", "--quiet", "--initial-branch", "main");
  return repository;
}
