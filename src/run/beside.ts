import { behind } from "../behind.ts";
import { readerIn } from "../discover/read.ts";
import { isIgnored } from "../discover/standing.ts";
import { layoutOf } from "../project/layout.ts";
import { folderOf, joined } from "../text/paths.ts";
import type { Finding } from "../types/finding.ts";
import type { Changed, Mending, Refuse } from "./changed.ts";

/** What goes with mended findings: the example of an environment file names the variables, and git ignores the environment file. */
export function besideOf(findings: readonly Finding[], mending: Mending, refuse: Refuse): readonly Changed[] {
  const { projects } = layoutOf(mending.request.tree);
  const names = new Map<string, Set<string>>();
  for (const { region, variable } of findings) {
    // Compose reads the environment file beside it: https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file
    const project = /\.ya?ml$/i.test(region.path) ? folderOf(region.path) : projects.of(region.path);
    if (variable !== undefined) names.set(project, (names.get(project) ?? new Set()).add(variable));
  }
  const examples = [...names].flatMap(([project, variables]) => exampleIn(project, [...variables], mending, refuse) ?? []);
  return [...examples, ...ignoresFor([...names.keys()], mending, refuse)];
}

function exampleIn(project: string, names: readonly string[], mending: Mending, refuse: Refuse): Changed | undefined {
  const { request: { tree } } = mending;
  const path = behind.exampleNames.map((name) => joined(project, name)).find((one) => tree.has(one)) ?? joined(project, ".env.example");
  const now = textIn(path, mending, refuse);
  if (now === undefined) return undefined;
  const text = behind.withNames(path, now.toString("utf8"), names);
  return text === undefined ? undefined : changedTo(path, now, text);
}

/** Where git would take an environment file in, its list of ignored files gets it. */
function ignoresFor(projects: readonly string[], mending: Mending, refuse: Refuse): readonly Changed[] {
  const { request: { tree }, place: { scope, asked: { world } } } = mending;
  if (!scope.git) return [];
  const open = projects.filter((project) => !tree.tracked(joined(project, ".env")) && !isIgnored(scope.root, joined(project, ".env"), world.env));
  if (open.length === 0) return [];
  const now = textIn(".gitignore", mending, refuse);
  return now === undefined ? [] : [changedTo(".gitignore", now, behind.withIgnored(now.toString("utf8"), ".env"))];
}

/** What stands in a file, nothing where there is none; undefined where it cannot be read. */
function textIn(path: string, { request: { tree } }: Mending, refuse: Refuse): Buffer | undefined {
  const bytes = readerIn(tree.root)(path);
  if (Buffer.isBuffer(bytes)) return bytes;
  if (bytes.message.startsWith("it does not exist")) return Buffer.alloc(0);
  refuse(path, bytes.message);
  return undefined;
}

function changedTo(path: string, now: Buffer, text: string): Changed {
  // What stands there may be written in any way.
  const added = text.slice(now.toString("utf8").length);
  return { path, ...(now.length === 0 ? {} : { now }), bytes: Buffer.concat([now, Buffer.from(added)]), lines: added.trim().split(/\r?\n/).map((line) => `+ ${line}`), mended: [] };
}
