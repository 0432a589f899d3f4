import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { fixture, folderWith, project, track } from "./support/folder.ts";
import { installKeylint } from "./support/keylint.ts";
import { done, run, type Ended } from "./support/run.ts";

const readme = readFileSync(join(project, "README.md"), "utf8");
const keylint = await installKeylint();

/** A block of README.md, by the path in its first line. */
function shown(path: string): unknown {
  return parse(readme.split("```yaml\n").find((block) => block.startsWith(`# ${path}\n`))?.split("```")[0] ?? "");
}

interface Workflow {
  readonly jobs: Readonly<{ [name: string]: { readonly steps: readonly { readonly run?: string }[] } }>;
}
type Pipeline = Readonly<{ [job: string]: { readonly script: readonly string[] } }>;

const github = shown(".github/workflows/keylint-all.yml") as Workflow;
const gitlab = shown(".gitlab-ci.yml") as Pipeline;
const scripts = {
  GitHub: { lint: stepsOf("lint"), merge: stepsOf("merge"), variables: (shard: number) => ({ SHARD: String(shard), SHARDS: "4" }) },
  GitLab: { lint: gitlab["lint"]?.script ?? [], merge: gitlab["merge"]?.script ?? [], variables: (shard: number) => ({ CI_NODE_INDEX: String(shard), CI_NODE_TOTAL: "4", CI_SERVER_URL: "https://gitlab.example" }) },
};

function stepsOf(job: string): readonly string[] {
  return github.jobs[job]?.steps.flatMap(({ run: script }) => script ?? []) ?? [];
}

/** `npx` is the package that is installed here; `git clone` copies what lies in a folder of repositories, and refuses what does not. */
async function programs(repositories: string): Promise<string> {
  const bin = folderWith();
  const real = (await done("bash", ["-c", "command -v git"])).stdout.trim();
  const write = (name: string, text: string): void => {
    writeFileSync(join(bin, name), `#!/bin/bash\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  write("npx", `shift 2\nexec "${process.execPath}" "${join(keylint.package, "dist/cli.js")}" "$@"`);
  write("git", `if [ "$1" != clone ]; then exec "${real}" "$@"; fi\nfrom=\${@: -2:1} to=\${@: -1}\nname=\${from#https://*/}\nmkdir -p "$(dirname "$to")"\nexec cp -r "${repositories}/\${name%.git}" "$to"`);
  return bin;
}

describe.each(Object.entries(scripts))("README's pipeline for %s", (_name, { lint, merge, variables }) => {
  test("gives the report of one run, and says what could not be cloned", async () => {
    const repositories = folderWith();
    const names = ["acme/django", "acme/article", "acme/monorepo", "other/deployment", "other/django"];
    for (const name of names) {
      mkdirSync(join(repositories, name, ".."), { recursive: true });
      await done("cp", ["-r", fixture(name.split("/")[1] ?? ""), join(repositories, name)]);
      await track(join(repositories, name));
    }
    const bin = await programs(repositories);
    const list = [...names, "acme/gone"];
    const central = await track(folderWith({ "repositories.txt": `${list.join("\n")}\n` }));
    const bash = (script: string, shard: number): Promise<Ended> => run("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
      cwd: central, env: { PATH: `${bin}:${process.env["PATH"] ?? ""}`, GITHUB_STEP_SUMMARY: join(central, "summary.md"), ...variables(shard) },
    });
    const statuses: number[] = [];
    for (const shard of [1, 2, 3, 4]) {
      let status = 0;
      for (const script of lint) if (status === 0) ({ status } = await bash(script, shard));
      statuses.push(status);
    }
    expect(statuses.toSorted()).toEqual([0, 0, 0, 2]);
    for (const script of merge) expect((await bash(script, 1)).status).toBe(2);
    const whole = await keylint.run(["--format", "html", ...list.map((name) => `repos/${name}`)], { cwd: central });
    expect(whole.stdout).toContain("repos/acme/gone");
    expect(readFileSync(join(central, "keylint.html"), "utf8") === whole.stdout).toBe(true);
  });
});
