/** How a program is told variables. */
export interface Setter {
  readonly programs: readonly string[];
  /** Words that must stand together among the first ones. */
  readonly words?: readonly string[];
  /** `pairs`: `NAME=value`, each a word. `name`: `NAME value`, the last two words behind these. */
  readonly takes?: "pairs" | "name";
  /** Options with one `NAME=value`. */
  readonly options?: readonly string[];
  /** Options with pairs between commas. */
  readonly lists?: readonly string[];
  /** Options with pairs in all words up to the next option. */
  readonly many?: readonly string[];
  /** Options with the value of the name that stands alone. */
  readonly body?: readonly string[];
  /** Behind its options may stand a command that it runs. */
  readonly runs?: true;
}

const containers = ["docker", "podman", "nerdctl", "docker-compose", "podman-compose"];
const clusters = ["kubectl", "oc", "microk8s.kubectl", "k3s"];
const names = { takes: "name" } as const;
const pairs = { takes: "pairs" } as const;

/** Programs that set variables for others. */
export const setters: readonly Setter[] = [
  // https://docs.docker.com/reference/cli/docker/container/run/#env
  { programs: containers, options: ["-e", "--env", "--build-arg", "--env-add"], runs: true },
  // https://kubernetes.io/docs/reference/kubectl/generated/kubectl_create/kubectl_create_secret_generic/
  { programs: clusters, words: ["create"], options: ["--from-literal"] },
  { programs: clusters, words: ["run"], options: ["--env"], runs: true },
  { programs: clusters, words: ["set", "env"], ...pairs, options: ["-e", "--env"] },
  // https://devcenter.heroku.com/articles/config-vars
  { programs: ["heroku", "gigalixir"], words: ["config:set"], ...pairs },
  { programs: ["heroku"], words: ["config:add"], ...pairs },
  // https://dokku.com/docs/configuration/environment-variables/
  { programs: ["dokku"], words: ["config:set"], ...pairs },
  // https://fly.io/docs/flyctl/secrets-set/
  { programs: ["fly", "flyctl"], words: ["secrets", "set"], ...pairs },
  { programs: ["fly", "flyctl"], words: ["secret", "set"], ...pairs },
  { programs: ["fly", "flyctl"], options: ["-e", "--env"] },
  // https://docs.cloud.google.com/run/docs/configuring/services/environment-variables
  { programs: ["gcloud"], lists: ["--set-env-vars", "--update-env-vars"] },
  // https://learn.microsoft.com/cli/azure/webapp/config/appsettings
  { programs: ["az"], many: ["--settings", "--slot-settings", "--env-vars", "--set-env-vars", "--replace-env-vars", "--environment-variables", "--secure-environment-variables"] },
  // https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/eb3-setenv.html
  { programs: ["eb"], words: ["setenv"], ...pairs },
  // https://docs.railway.com/reference/cli-api#variables
  { programs: ["railway"], words: ["variables", "set"], ...pairs },
  { programs: ["railway"], words: ["variable", "set"], ...pairs },
  { programs: ["railway"], words: ["variables"], options: ["--set"] },
  // https://cli.github.com/manual/gh_secret_set
  { programs: ["gh"], words: ["secret", "set"], body: ["-b", "--body"] },
  { programs: ["gh"], words: ["variable", "set"], body: ["-b", "--body"] },
  // https://supabase.com/docs/reference/cli/supabase-secrets-set
  { programs: ["supabase"], words: ["secrets", "set"], ...pairs },
  { programs: ["doppler"], words: ["secrets", "set"], ...pairs },
  { programs: ["vercel"], options: ["-e", "--env"] },
  // https://cli.netlify.com/commands/env/#envset
  { programs: ["netlify", "ntl"], words: ["env:set"], ...names },
  // https://cli.cloudfoundry.org/en-US/v8/set-env.html
  { programs: ["cf"], words: ["set-env"], ...names },
  { programs: ["sst"], words: ["secret", "set"], ...names },
  { programs: ["systemctl"], words: ["set-environment"], ...pairs },
  { programs: ["launchctl"], words: ["setenv"], ...names },
  // https://learn.microsoft.com/windows-server/administration/windows-commands/setx
  { programs: ["setx", "setenv"], ...names },
];

/** Builtins that set variables of the script itself. */
export const declaring: ReadonlySet<string> = new Set(["export", "declare", "typeset", "readonly", "local"]);

/** Programs that run the command behind them, and their options that take a word. */
export const wrapping: ReadonlyMap<string, readonly string[]> = new Map([
  ["sudo", ["-u", "-g", "-h", "-p"]], ["doas", ["-u"]], ["env", ["-u", "-C"]], ["nice", ["-n"]], ["timeout", ["-k", "-s"]],
  ["exec", ["-a"]], ["nohup", []], ["time", []], ["command", []], ["builtin", []],
  // https://github.com/kentcdodds/cross-env
  ["cross-env", []], ["cross-env-shell", []],
]);

/** Words of a grammar before a command. */
export const reserved: ReadonlySet<string> = new Set(["if", "then", "elif", "else", "while", "until", "do", "!", "{", "begin", "and", "or", "not"]);

const steps: ReadonlySet<string> = new Set([
  "build", "builds", "collectstatic", "compress", "compilemessages", "makemessages", "compilescss", "migrate", "makemigrations", "compile", "precompile",
  "test", "tests", "pytest", "check", "lint", "format", "typecheck", "generate", "mkdocs", "sphinx", "tox", "nox", "jest", "vitest", "mocha", "cypress",
  "playwright", "coverage", "mypy", "pylint", "flake8", "ruff", "eslint", "tsc", "webpack", "install", "ci",
]);

/** Whether a command only builds, migrates or tests: the variables that it is given live no longer than that. */
export function isStep(words: readonly (string | undefined)[]): boolean {
  return words.slice(0, 8).some((word) => {
    if (word === undefined || word.length > 400 || word.startsWith("-")) return false;
    const name = word.slice(word.lastIndexOf("/") + 1).replace(/^assets:/, "");
    return steps.has(/^[a-z\d]*/.exec(name)?.[0] ?? "") && !/^[a-z\d]*=/.test(name);
  });
}

/** Programs that a container is told to run; what stands before them may be options, of which keylint does not know all. */
export const runners: ReadonlySet<string> = new Set([
  "python", "python3", "manage.py", "django-admin", "pytest", "tox", "nox", "poetry", "pipenv", "uv", "npm", "npx", "yarn", "pnpm", "bun", "node", "bundle", "rails", "rake", "make",
]);

/** Values that say that they only serve a build. */
const stands = /^[^a-z\d]{0,20}(?:dummy[a-z]{0,40}|(?:build|placeholder|fake|temp|temporary|tmp|unused|not[-_ ]?used|not[-_ ]?needed|collectstatic|change-?me-during-build|ignored?|only[-_ ]?for[-_ ]?build|for[-_ ]?build)(?:key|value|secret|time|only|token|string)?)(?![a-z\d])/i;

/** Whether a text is plainly there only for a build. */
export function isBuildDummy(text: string): boolean {
  return text.length < 300 && stands.test(text);
}
