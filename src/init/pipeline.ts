import { created, nothing, type Holding, type Part } from "./holding.ts";
import { documentOf, entryIn } from "./yaml.ts";

const workflow = ".github/workflows/keylint.yml";
const gitlab = ".gitlab-ci.yml";

/** Where others are set up, who have no place for one more file. */
const others: readonly (readonly [file: RegExp, command: string])[] = [
  [/^azure-pipelines\.ya?ml$/, "npx --yes keylint --format junit --output keylint.xml --format stylish"],
  [/^bitbucket-pipelines\.yml$/, "npx --yes keylint"],
  [/^\.circleci\/config\.yml$/, "npx --yes keylint"],
  [/^\.travis\.yml$/, "npx --yes keylint"],
  [/^Jenkinsfile$/, "npx --yes keylint --format junit --output keylint.xml --format stylish"],
  [/^\.woodpecker(\.ya?ml$|\/)|^\.drone\.yml$|^\.buildkite\//, "npx --yes keylint"],
];

/** The run of keylint on every change, with the service that the repository is at. */
export function pipelineFor(holding: Holding): Part {
  const { paths, origin } = holding;
  const workflows = paths.filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path));
  if (workflows.length > 0 || /(^|\.)github\./.test(origin)) return onGitHub(workflows, holding);
  if (paths.includes(gitlab) || /(^|\.)gitlab\./.test(origin)) return onGitLab(holding);
  const other = paths.flatMap((path) => others.filter(([file]) => file.test(path)).map(([, command]) => `${path}: add a step with Node 20 that runs ${command}`))[0];
  return other === undefined ? { ...nothing, notes: ["Nothing here says where tests run on each change. There: npx --yes keylint."] } : { ...nothing, notes: [`${other}.`] };
}

function onGitHub(workflows: readonly string[], holding: Holding): Part {
  const known = [workflow, ...workflows].find((path) => (holding.text(path) ?? "").includes("keylint"));
  if (known !== undefined || holding.text(workflow) !== undefined) return { ...nothing, notes: [`${known ?? workflow} is there already.`] };
  return { ...nothing, changes: [created(workflow, "Each push and pull request is linted; what is found stands on the code scanning page.", workflowLines(holding))] };
}

/** The workflow of README.md. */
export function workflowLines({ branch, version }: Pick<Holding, "branch" | "version">): readonly string[] {
  return `name: keylint
on:
  push:
    branches: [${/^[\w./-]+$/.test(branch) ? branch : JSON.stringify(branch)}]
  pull_request:
permissions:
  contents: read
jobs:
  keylint:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      security-events: write # for the upload
    steps:
      - uses: actions/checkout@v7
        with: { persist-credentials: false }
      - uses: actions/setup-node@v7
        with: { node-version: 20 }
      - uses: keylint/keylint@v${version.split(".")[0] ?? "0"}
        id: keylint
      - uses: github/codeql-action/upload-sarif@v4
        # A pull request from a fork may not write, and without a report there is nothing to show.
        if: always() && steps.keylint.outputs.sarif-file != '' && (github.event.pull_request.head.repo.full_name || github.repository) == github.repository
        with:
          sarif_file: \${{ steps.keylint.outputs.sarif-file }}`.split("\n");
}

const aboutJob = "Each change is linted; what it adds stands in the merge request (Code Quality).";

function onGitLab(holding: Holding): Part {
  const before = holding.text(gitlab);
  if (before === undefined) return { ...nothing, changes: [created(gitlab, aboutJob, jobLines({}))] };
  if (before.includes("keylint")) return { ...nothing, notes: [`${gitlab} has keylint already.`] };
  const around: unknown = documentOf(before)?.toJS();
  const lines = jobLines(isTable(around) ? around : {});
  return { ...nothing, ...entryIn(holding, { file: gitlab, about: aboutJob, path: [], lines: ["", ...lines], entry: documentOf(lines.join("\n"))?.toJS() }) };
}

/** The job of README.md. What all jobs of the file get is not for this one. https://docs.gitlab.com/ci/yaml/#default */
export function jobLines(around: { readonly [key: string]: unknown }): readonly string[] {
  const { stages, default: usual } = around;
  const given = (key: string): boolean => around[key] !== undefined || (isTable(usual) && usual[key] !== undefined);
  const first: unknown = Array.isArray(stages) && !stages.includes("test") ? stages[0] : undefined;
  return [
    "keylint:",
    ...(typeof first === "string" ? [`  stage: ${/^[\w-]+$/.test(first) ? first : JSON.stringify(first)}`] : []),
    "  image: node:20",
    ...["before_script", "after_script", "services", "cache"].filter(given).map((key) => `  ${key}: []`),
    "  script:",
    "    - npx --yes keylint --format gitlab --output gl-code-quality-report.json --format stylish",
    "  artifacts:",
    "    when: always",
    "    reports:",
    "      codequality: gl-code-quality-report.json",
  ];
}

function isTable(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
