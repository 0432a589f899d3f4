import type { Context } from "./types/key.ts";

/** What is known of where a value would be used. */
export interface Surroundings {
  readonly path: string;
  /** Classes and functions around it. */
  readonly within: readonly string[];
  /** What the guards over it say, one after the other; nothing where they speak of something else. */
  readonly guards: readonly (Placement | undefined)[];
}

/** A context, and why it is that one when it is not production. */
export interface Placement {
  readonly context: Context;
  readonly because?: string;
}

/** What only a build server runs; a file that deploys or publishes is not among them. */
const pipelines = /^(\.github\/(workflows|actions)\/|\.circleci\/|\.gitlab\/|\.buildkite\/|\.semaphore\/|(.*\/)?(\.gitlab-ci|\.travis|azure-pipelines|bitbucket-pipelines|\.drone|\.?appveyor|cloudbuild|\.woodpecker|\.cirrus|codefresh|buildspec)[^/]*\.ya?ml$|(.*\/)?Jenkinsfile|(.*\/)?\.?ci\/[^/]*\.(ya?ml|env|sh)$)/i;
/** `.env.production.local` is what runs in production on one machine. */
const producing = /(^|[-_.])(prod|production)([-_.]|$)/;
const deploying = /deploy|publish|prod|(^|[-_.])cd([-_.]|$)/i;

/** Folder names and file names that say what the code in them is for, each as words between separators. First match wins. */
const roles: readonly { readonly context: Context; readonly folders: RegExp; readonly files: readonly RegExp[] }[] = [
  {
    context: "test",
    folders: /^(tests?|testing|__tests__|specs?|e2e|__mocks__|mocks?|fixtures?|testdata|test[-_].+|.+[-_]tests?|cypress|playwright|\.jest|benchmarks?|integration[-_]tests?)$/,
    files: [
      /^(tests?|conftest|test[-_].+|.+[-_.](tests?|testing|test-d|tst|spec|e2e|e2e-spec|mock)|smoke[-_]?tests?([-_.].+)?|tests?settings|settings[-_]tests?)\.[a-z]+$/,
      /^(ci|settings[-_]ci|ci[-_]settings)\.py[a-z]*$|^(jest|vitest)\.(setup|config)\.[a-z]+$/,
      /^\.?env[-_.](tests?|testing|ci|e2e)(\..+)?$|^tests?\.env$|^(pytest|tox)\.ini$|^noxfile\.py$/,
    ],
  },
  {
    context: "docs",
    folders: /^(docs?|documentation|docs_src)$/,
    files: [/\.(md|mdx|rst|adoc|txt)$/],
  },
  {
    context: "example",
    folders: /^(examples?|samples?|demos?|tutorials?|playgrounds?|snippets|templates?|boilerplates?|quickstarts?|starters?|example[-_].+|.+[-_](examples?|samples?|demos?))$/,
    files: [/(^|[-_.])(examples?|samples?|templates?|tpl|dist|demo|tutorial)([-_.]|$)/],
  },
  {
    context: "development",
    folders: /^(dev|development|local|localhost|devenv|\.devcontainer|sandbox)$/,
    files: [/(^|[-_.])(dev|devel|develop|development|local|localhost|localdev)([-_.]|$)/],
  },
];

/** Class names: `DevelopmentConfig`, `TestSettings`. */
const classes: readonly (readonly [Context, RegExp])[] = [
  ["test", /(^|[a-z0-9_])Test(s|ing)?([A-Z_]|$)|(^|_)(test|TEST)(s|S|ing|ING)?([A-Z_]|config|settings|$)|^(tool:)?pytest/],
  ["development", /(^|[a-z0-9_])(Dev|Development|Develop|Local|Debug)([A-Z_]|$)|(^|_)(dev|development|develop|local|debug)([A-Z_]|config|settings|environment|$)/],
  ["production", /^prod/i],
];

/** What a test says in words. One that speaks of development and of tests is about both. */
const words: readonly (readonly [Context, RegExp])[] = [
  ["development", /^_{0,2}(is_?)?(in_?)?(dev|devel|develop|development|debug|local|localhost)(_?(mode|env|environment|server))?_{0,2}$|^(app|django|flask)_?debug$|^runserver$/i],
  ["test", /^_{0,2}(is_?)?(in_?)?(test|tests|testing)(_?(mode|env|environment))?_{0,2}$|^(pytest|vitest|jest|mocha|jest_worker_id|pytest_current_test)$/i],
  ["production", /^_{0,2}(is_?)?(in_?)?(prod|production)(_?(mode|env|environment))?_{0,2}$/i],
];

/** The context that a value is used in, and why when it is not production. */
export function placeOf({ path, within, guards }: Surroundings): Placement {
  return byPath(path) ?? byClass(within) ?? guards.find((place) => place !== undefined) ?? { context: "production" };
}

/** The context of a file by its path alone. */
export function contextOfPath(path: string): Context {
  return placeOf({ path, within: [], guards: [] }).context;
}

/** Whether code in these classes and functions runs in production only: `ProductionConfig`. */
export function isProductionOnly(within: readonly string[]): boolean {
  return within.some((name) => /^prod/i.test(name));
}

function byPath(path: string): Placement | undefined {
  const parts = path.toLowerCase().split("/");
  const file = parts.pop() ?? "";
  if (pipelines.test(path) && !deploying.test(file)) return { context: "test", because: "only the build server uses it" };
  for (const { context, folders, files } of roles) {
    const folder = parts.find((part) => folders.test(part));
    if (folder !== undefined) return { context, because: `the folder is called ${folder}` };
    if (file.length < 200 && files.some((pattern) => pattern.test(file)) && !(context === "development" && producing.test(file))) return { context, because: "of the file's name" };
  }
  return undefined;
}

function byClass(within: readonly string[]): Placement | undefined {
  for (const name of within) {
    const found = classes.find(([, pattern]) => name.length < 200 && pattern.test(name));
    if (found) return found[0] === "production" ? { context: "production" } : { context: found[0], because: `it stands in ${name}` };
  }
  return undefined;
}

/** Where code runs that stands under a test of these words, which holds or not; undefined when that can be in production. */
export function placeUnder(said: readonly string[], holds: boolean): Placement | undefined {
  const found = words.find(([, pattern]) => said.some((word) => word.length < 60 && pattern.test(word)));
  if (!found || (found[0] === "production") === holds) return undefined;
  return found[0] === "production" ? { context: "development", because: "it is used outside production only" } : { context: found[0], because: `it is used under a check for ${found[0]}` };
}

/** Whether a file holds a program, by its name. */
export function isProgram(path: string): boolean {
  return /\.(pyw?|ipynb|[cm]?[jt]sx?)$/i.test(path);
}

/** Whether a file is of what runs: neither a test nor a document. `contextOf`: what the configuration says of a path. */
export function isRun(path: string, contextOf: (path: string) => Context | undefined): boolean {
  const context = contextOf(path) ?? contextOfPath(path);
  return context !== "test" && context !== "docs";
}
