import type { Candidate } from "../match/candidate.ts";
import { placeOf, type Placement } from "../place.ts";
import { moduleAt, partAt } from "../resolve/links.ts";
import type { Outcome } from "../resolve/outcome.ts";
import type { Tree } from "../types/source.ts";
import { placesUnder } from "./guarded.ts";
import type { Judging } from "./judging.ts";
import { isOfRunner } from "./runner.ts";

/** Where a key is used, and why. `isOpen`: nothing says that, so it is production, if the program does not refuse it there. */
interface Context {
  readonly place: Placement;
  readonly isOpen: boolean;
}

/** As the configuration says, or by the file that it stands in, what is around it and what the program says of it. */
export function contextOf({ flow }: Pick<Candidate, "flow">, outcome: Outcome, judging: Judging): Context {
  const { path } = outcome.place;
  const configured = judging.contextOf(path);
  if (configured) return said(configured === "production" ? { context: configured } : { context: configured, because: "the configuration says so" });
  if (partAt(outcome.place, judging.ground.modules)?.role === "docs") return said({ context: "docs", because: "it stands in documentation" });
  const place = placeOf({ path: runPath(path, judging), within: [...outcome.within, ...flow.within], guards: placesUnder(outcome.guards, judging.ground) });
  if (place.context !== "production") return said(place);
  const home = moduleAt(outcome.place, judging.ground.modules);
  if (home && isOfRunner(home, judging.ground)) return said({ context: "test", because: "only the runner of tests can load it" });
  return judging.lessons(path) ? said({ context: "example", because: "it is one of the numbered steps of a tutorial" }) : { place, isOpen: true };
}

function said(place: Placement): Context {
  return { place, isOpen: false };
}

/** The path without what only looks like a sample: a chart's templates, and samples that the repository itself installs. */
function runPath(path: string, { tree, samples, ground }: Judging): string {
  if (isChart(path, tree)) return path.replace(/(^|\/)templates\//, "$1");
  const start = path.lastIndexOf("/") + 1;
  const plain = path.slice(0, start) + path.slice(start).replace(/[-_.]?(examples?|samples?|templates?|tpl|dist|demo)(?=[-_.]|$)/i, "");
  return plain !== path && ground.modules.get(path)?.language === "env" && samples.isInstalled(path) ? plain : path;
}

/** A Helm chart's templates are what is deployed: https://helm.sh/docs/topics/charts/ */
function isChart(path: string, tree: Tree): boolean {
  const [, folder] = /^(.*?)(?:^|\/)templates\//.exec(path) ?? [];
  return folder !== undefined && tree.has(folder === "" ? "Chart.yaml" : `${folder}/Chart.yaml`);
}
