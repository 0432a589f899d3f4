import type { Context } from "./types/key.ts";

/** What is known of where a value would be used. */
export interface Surroundings {
  readonly path: string;
  /** Classes and functions around it. */
  readonly within: readonly string[];
  /** The words of each guard over it, and whether the guard's test holds. */
  readonly guards: readonly { readonly words: readonly string[]; readonly holds: boolean }[];
}

/** What only a build server runs; a file that deploys or publishes is not among them. */
const pipelines = /^(\.github\/(workflows|actions)\/|\.circleci\/|\.gitlab\/|\.buildkite\/|\.semaphore\/|(.*\/)?(\.gitlab-ci|\.travis|azure-pipelines|bitbucket-pipelines|\.drone|\.?appveyor|cloudbuild|\.woodpecker|\.cirrus|codefresh|buildspec)[^/]*\.ya?ml$|(.*\/)?Jenkinsfile|(.*\/)?ci\/[^/]*\.(ya?ml|env)$)/i;
/** `.env.production.local` is what runs in production on one machine. */
const producing = /(^|[-_.])(prod|production)([-_.]|$)/;
const deploying = /deploy|release|publish|prod|(^|[-_.])cd([-_.]|$)/i;

/** Folder names and file names that say what the code in them is for, each as words between separators. First match wins. */
const roles: readonly { readonly context: Context; readonly folders: RegExp; readonly files: RegExp }[] = [
  {
    context: "test",
    folders: /^(tests?|testing|__tests__|specs?|e2e|__mocks__|mocks?|fixtures?|testdata|test[-_].+|.+[-_]tests?|cypress|playwright|integration[-_]tests?)$/,
    files: /^(tests?|conftest|test[-_].+|.+[-_.](tests?|testing|spec|e2e|e2e-spec|mock)|tests?settings|settings[-_]tests?|(ci|settings[-_]ci|ci[-_]settings)(?=\.py)|jest\.(setup|config)|vitest\.(setup|config))\.[a-z]+$|^\.?env[-_.](tests?|testing|ci|e2e)(\..+)?$|^tests?\.env$/,
  },
  {
    context: "docs",
    folders: /^(docs?|documentation|docs_src)$/,
    files: /\.(md|mdx|rst|adoc|txt)$/,
  },
  {
    context: "example",
    folders: /^(examples?|samples?|demos?|tutorials?|playgrounds?|snippets|templates?|boilerplates?|quickstarts?|starters?|example[-_].+|.+[-_](examples?|samples?|demos?))$/,
    files: /(^|[-_.])(examples?|samples?|templates?|tpl|dist|demo|tutorial)([-_.]|$)/,
  },
  {
    context: "development",
    folders: /^(dev|development|local|localhost|devenv|\.devcontainer|sandbox)$/,
    files: /(^|[-_.])(dev|devel|develop|development|local|localhost|localdev)([-_.]|$)/,
  },
];

/** Class names: `DevelopmentConfig`, `TestSettings`. */
const classes: readonly (readonly [Context, RegExp])[] = [
  ["test", /(^|[a-z0-9_])Test(s|ing)?([A-Z_]|$)|(^|_)(test|TEST)(s|S|ing|ING)?([A-Z_]|config|settings|$)/],
  ["development", /(^|[a-z0-9_])(Dev|Development|Develop|Local|Debug)([A-Z_]|$)|(^|_)(dev|development|develop|local|debug)([A-Z_]|config|settings|environment|$)/],
  ["production", /^prod/i],
];

const words: readonly (readonly [Context, RegExp])[] = [
  ["test", /^(test|testing|is_?test(ing)?|vitest|jest_worker_id|pytest_current_test)$/i],
  ["development", /^(debug|dev|is_?dev|development|is_?development|develop|local|is_?local|debug_mode|dev_mode)$/i],
  ["production", /^(prod|production|is_?prod|is_?production)$/i],
];

/** The context that a value is used in, and why when it is not production. */
export function placeOf({ path, within, guards }: Surroundings): { context: Context; because?: string } {
  return byPath(path) ?? byClass(within) ?? byGuard(guards) ?? { context: "production" };
}

/** Whether code in these classes and functions runs in production only: `ProductionConfig`. */
export function isProductionOnly(within: readonly string[]): boolean {
  return within.some((name) => /^prod/i.test(name));
}

function byPath(path: string): { context: Context; because: string } | undefined {
  const parts = path.toLowerCase().split("/");
  const file = parts.pop() ?? "";
  if (pipelines.test(path) && !deploying.test(file)) return { context: "test", because: "only the build server uses it" };
  for (const { context, folders, files } of roles) {
    const folder = parts.find((part) => folders.test(part));
    if (folder !== undefined) return { context, because: `the folder is called ${folder}` };
    if (file.length < 200 && files.test(file) && !(context === "development" && producing.test(file))) return { context, because: "of the file's name" };
  }
  return undefined;
}

function byClass(within: readonly string[]): { context: Context; because?: string } | undefined {
  for (const name of within) {
    const found = classes.find(([, pattern]) => name.length < 200 && pattern.test(name));
    if (found) return found[0] === "production" ? { context: "production" } : { context: found[0], because: `it stands in ${name}` };
  }
  return undefined;
}

function byGuard(guards: Surroundings["guards"]): { context: Context; because: string } | undefined {
  for (const { words: said, holds } of guards) {
    const found = words.find(([, pattern]) => said.some((word) => pattern.test(word)));
    if (!found) continue;
    const turned = said.includes("not") === holds;
    if (found[0] === "production" && turned) return { context: "development", because: "it is used outside production only" };
    if (found[0] !== "production" && !turned) return { context: found[0], because: `it is used under a check for ${found[0]}` };
  }
  return undefined;
}
