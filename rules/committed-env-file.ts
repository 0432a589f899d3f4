import type { Rule } from "../src/kit.ts";

export const committedEnvFile: Rule = {
  id: "committed-env-file",
  summary: "The key stands in an environment file that git tracks",
  level: "error",
  severity: 7.5,
  cwe: [540, 538],
  why: "Whoever can read the repository, or ever could, has the key.",
  steps: [
    "Replace the key first: taking the file out of git does not make it secret again, for clones, forks, caches and logs keep it.",
    "Take the file out of git with git rm --cached, and add it to .gitignore.",
    "Keep the old key for old sessions only if no stranger could ever read the repository, and only until what it signed has expired.",
    "Then, if you must, purge the history with git filter-repo.",
  ],
  check({ name, origin, envFile, length }) {
    if (!envFile || origin.making.kind !== "literal" || length === 0) return undefined;
    return {
      what: `${name} stands in an environment file that git tracks.`,
      fix: "Replace the key, remove the file from git and add it to .gitignore.",
    };
  },
};
