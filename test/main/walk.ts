import { execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { randomOf, type Random } from "../support/random.ts";

/** How a walk runs keylint: what it printed, and its exit status. */
export type RunKeylint = (root: string, argv: readonly string[]) => { readonly status: number; readonly stdout: string; readonly stderr: string };

export interface Walk {
  readonly root: string;
  readonly seed: number;
  readonly steps: number;
  readonly run: RunKeylint;
  readonly env: NodeJS.ProcessEnv;
  /** Something that happens before a step's runs: a run that is ended, for one. */
  readonly before?: (random: Random) => void;
  readonly log?: (text: string) => void;
}

/** What a walk came to: steps after which the reports were not the same, and how often an earlier report was printed again. */
export interface Walked {
  readonly wrong: readonly string[];
  readonly again: number;
}

/** A work tree that is changed by lot. */
interface Place {
  readonly root: string;
  readonly random: Random;
  readonly step: number;
  git(...args: readonly string[]): string;
  /** A tracked file that is there. */
  file(): string;
  put(path: string, text: string): void;
}

/** Keys of words, so that rules speak of them, and one that differs with each step. */
const keyIn = ({ step, random }: Place): string => random.of(["keyboard cat", "dev", "changeme", `keylint fixture ${step}`]) ?? "";
const leakIn = (place: Place): string => `from flask import Flask\napp = Flask(__name__)\napp.secret_key = "${keyIn(place)}"\n`;

/** What people and programs do to a work tree. Each is told by its name. */
const changes: Readonly<{ [name: string]: (place: Place) => void }> = {
  "a line is added": ({ root, file, step }) => appendFileSync(join(root, file()), `\n# ${step}\n`),
  "a key is added": (place) => appendFileSync(join(place.root, place.file()), `\napp.secret_key = "${keyIn(place)}"\n`),
  "a program is written": (place) => place.put(`made/app${place.step}.py`, leakIn(place)),
  "a variable is set": (place) => place.put(place.random.of([".env", "deploy/.env", "compose.env"]) ?? "", `SECRET_KEY=${keyIn(place)}\nJWT_SECRET=${keyIn(place)}\n`),
  "a variable is read": ({ put, step }) => put(`made/read${step}.py`, 'import os\nfrom flask import Flask\napp = Flask(__name__)\napp.secret_key = os.environ["SECRET_KEY"]\n'),
  "a file is removed": ({ root, file }) => rmSync(join(root, file())),
  "a file is renamed": ({ root, file, step }) => renameSync(join(root, file()), join(root, `moved${step}.py`)),
  "a folder is renamed": ({ root, file, step }) => {
    const folder = file().split("/")[0] ?? "";
    if (lstatSync(join(root, folder)).isDirectory()) renameSync(join(root, folder), join(root, `folder${step}`));
  },
  "a file gets other bytes of the same size, and its old time": ({ root, file }) => {
    const path = join(root, file());
    const { atimeMs, mtimeMs } = lstatSync(path);
    writeFileSync(path, readFileSync(path).map((byte) => (byte === 97 ? 98 : byte)));
    utimesSync(path, atimeMs / 1000, mtimeMs / 1000);
  },
  "a file is put in the place of another": ({ root, file }) => renameSync(join(root, file()), join(root, file())),
  "a link takes a folder's place": ({ root, file, git }) => {
    const folder = dirname(file());
    if (folder === "." || !lstatSync(join(root, folder)).isDirectory()) return;
    const hidden = join(git("rev-parse", "--absolute-git-dir"), "moved");
    rmSync(hidden, { recursive: true, force: true });
    renameSync(join(root, folder), hidden);
    symlinkSync(hidden, join(root, folder));
  },
  "a file's mode changes": ({ root, file, random }) => chmodSync(join(root, file()), random.of([0o600, 0o644, 0o755]) ?? 0),
  "git ignores more": ({ root, file, random }) => appendFileSync(join(root, random.of([".gitignore", ".git/info/exclude"]) ?? ""), `\n${random.of(["*.env", "made/", file()])}\n`),
  "git ignores nothing": ({ root }) => [".gitignore", ".git/info/exclude"].forEach((name) => rmSync(join(root, name), { force: true })),
  "a package gets a name": ({ root, random }) => writeFileSync(join(root, "package.json"), JSON.stringify({ name: random.of(["app", "jsonwebtoken", "express-session"]), dependencies: { express: "1", ...(random.below(2) === 0 ? { jsonwebtoken: "9" } : {}) } })),
  "what is required changes": ({ put, random }) => put("requirements.txt", random.of(["flask\n", "django\npyjwt\n", "", "fastapi\nitsdangerous\n"]) ?? ""),
  "the configuration changes": ({ put, random }) => put("keylint.config.json", random.of([
    "{}", '{"rules": {"hardcoded-key": "off"}}', '{"exclude": ["made"]}', '{"overrides": [{"files": ["**/*.py"], "context": "test"}]}', '{"limits": {"fileBytes": 2000}}', '{"limits": {"files": 20}}',
    '{"slots": [{"id": "own", "label": "own", "at": [{"env": "JWT_SECRET"}]}]}', '{"publishedKeys": "published.txt"}', '{"nonsense": 1}',
  ]) ?? ""),
  "the list of published keys changes": (place) => place.put("published.txt", `${keyIn(place)}\n`),
  "all is added": ({ git }) => git("add", "--all"),
  "all is committed": ({ git, step }) => (git("add", "--all"), git("commit", "--quiet", "--allow-empty", "--message", String(step))),
  "another commit is checked out": ({ git, random }) => git("checkout", "--quiet", "--force", "--detach", random.of(git("rev-list", "--all", "--max-count=200").trim().split("\n")) ?? "HEAD"),
  "all is as it was committed": ({ git }) => (git("reset", "--quiet", "--hard"), git("clean", "-qfd")),
  "a file is no longer tracked": ({ git, file }) => git("rm", "--quiet", "--cached", "--", file()),
  "git is told not to look": ({ git, file, random }) => git("update-index", random.of(["--assume-unchanged", "--skip-worktree"]) ?? "", "--", file()),
  "another repository is made inside": ({ root, git, step }) => git("init", "--quiet", join(root, `inner${step}`)),
};

/** The ways in which keylint is run. */
const ways: readonly (readonly string[])[] = [[], ["--context", "all"], ["--no-ignore"], ["--no-foreign-ignores"], ["--no-config"], ["made"]];

/** Changes a repository by lot, step by step, and compares the reports with and without the cache, byte for byte. The work tree is not what it was afterwards. */
export function walk({ root, seed, steps, run, env, before, log = () => undefined }: Walk): Walked {
  const random = randomOf(seed);
  const git = (...args: readonly string[]): string => execFileSync("git", ["-C", root, ...args], { env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 28 }).trim();
  const wrong: string[] = [];
  let again = 0;
  for (let step = 0; step < steps; step++) {
    const name = random.of(Object.keys(changes)) ?? "";
    const place = { root, random, step, git, file: () => fileIn(root, git, random), put: (path: string, text: string) => put(root, path, text) };
    try {
      changes[name]?.(place);
    } catch {
      // Not everything can be done at any time: what is left of it is a change, too.
    }
    before?.(random);
    const way = random.of(ways) ?? [];
    const plain = run(root, ["--format", "json", ...way, "--no-cache"]);
    for (let time = 0; time < 2; time++) {
      const cached = run(root, ["--format", "json", ...way, "--debug"]);
      if (cached.stderr.includes("nothing was changed")) again++;
      const isSame = plain.status === cached.status && plain.stdout === cached.stdout && cached.stderr.includes(plain.stderr.trim().split("\n")[0] ?? "");
      if (!isSame) wrong.push(`step ${step}, run ${time + 1}: ${name}; keylint ${way.join(" ")}`);
    }
    log(`\r${step + 1}/${steps}, ${wrong.length} wrong, ${again} again `);
  }
  return { wrong, again };
}

function fileIn(root: string, git: (...args: readonly string[]) => string, random: Random): string {
  const files = git("ls-files").split("\n").filter((path) => /\.(py|[jt]sx?|json|ya?ml|toml|env|md)$/.test(path) && existsSync(join(root, path)) && lstatSync(join(root, path)).isFile());
  return random.of(files) ?? "none.py";
}

function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
