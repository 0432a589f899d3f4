import { exampleNames } from "../fix/example.ts";
import { appended, created, nothing, type Holding, type Part } from "./holding.ts";
import { managerOf } from "./packages.ts";

/** The file of what is known already, when there is one to be made. */
export const baselineFile = "keylint-baseline.jsonl";

/** The configuration: it names the baseline, where keys are found today. Without any, none is needed. */
export function configurationFor(holding: Holding): Part {
  const { findings, isConfigured, text } = holding;
  if (isConfigured) return { ...nothing, notes: ["keylint is configured already."] };
  if (findings === 0) return { ...nothing, notes: ["Nothing that is found today makes keylint fail, so neither a baseline nor a configuration is needed."] };
  const about = `${findings === 1 ? "The key that is found today is" : `The ${findings} keys that are found today are`} known from then on, and only new ones fail; keylint --no-baseline tells ${findings === 1 ? "it" : "them"}.`;
  const project = managerOf(holding) === undefined ? text("pyproject.toml") : undefined;
  if (project !== undefined) return { ...nothing, changes: [appended("pyproject.toml", about, project, ["", "[tool.keylint]", `baseline = "${baselineFile}"`])] };
  const schema = managerOf(holding) === undefined ? [] : ['  "$schema": "./node_modules/keylint/dist/schema.json",'];
  return { ...nothing, changes: [created("keylint.config.json", about, ["{", ...schema, `  "baseline": "${baselineFile}"`, "}"])] };
}

/** What git is to ignore: the file that keys go to, where the repository has an example of it. */
export function ignoredFor({ paths, text, takesEnv }: Holding): Part {
  const example = exampleNames.find((name) => paths.includes(name));
  if (!takesEnv || example === undefined) return nothing;
  const about = `${example} shows what .env holds: git no longer takes .env itself.`;
  return { ...nothing, changes: [appended(".gitignore", about, text(".gitignore"), [".env"])] };
}
