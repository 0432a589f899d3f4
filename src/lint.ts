import { rules } from "../rules/index.ts";
import { behind } from "./behind.ts";
import type { Examined } from "./examine.ts";
import { kinds } from "./formats/kinds.ts";
import { kindsByPath } from "./formats/names.ts";
import { isTranslation } from "./match/described.ts";
import { isRun } from "./place.ts";
import { specifiersIn } from "./project/importers.ts";
import { layoutOf, type Layout } from "./project/layout.ts";
import type { Request } from "./request.ts";
import { screened, screenFor, usesScreen, type Screen } from "./screen.ts";
import { plansMade } from "./screen/made.ts";
import { scopeOf } from "./settings.ts";
import { applyIgnores } from "./suppress.ts";
import type { Region } from "./types/finding.ts";
import type { Context } from "./types/key.ts";
import type { Failure, Report } from "./types/report.ts";
import { version } from "./version.ts";

export type { Request } from "./request.ts";

/** From a tree to a report: screen, and what passes is examined; suppress. Synchronous; prints nothing. */
export function lint(request: Request): Report {
  const { tree, config } = request;
  const scope = scopeOf(request);
  const layout = layoutOf(tree);
  const kindOf = kindsByPath(Object.values(kinds));
  const unreadable: Failure[] = [];
  const wanted = (request.files ?? tree.paths).filter((path) => scope.includes(path) && kindOf(path));
  const readable = wanted.filter((path) => !isTranslation(path));
  const isOwn = (config.slots ?? []).length === 0 && (config.models ?? []).length === 0;
  const plans = isOwn ? plansMade(() => behind.plansOf(request)) : behind.plansOf(request);
  const uses = usesScreen(plans);
  const using: Screen = (bytes, path = "") => request.files === undefined && programs.test(path) && isRun(path, scope.contextOf) && uses(bytes);
  const [passing, needing] = screened(readable, [screenFor(plans, surroundingsIn(layout)), using] as const, { tree, kindOf, fail: (failure) => unreadable.push(failure) });
  const isEmpty = passing.length + needing.length === 0;
  const examined: Examined = isEmpty ? { findings: [], failures: unreadable, sheets: new Map(), read: 0, keys: 0 } : behind.examine(request, { scope, layout, kindOf, readable, passing, needing, unreadable });
  const ignores = {
    foreign: request.foreign, knownRules: rules.map(({ id }) => id), configured: scope.ignores, today: request.today, reportUnused: request.files === undefined,
    ...(request.configPath === undefined ? {} : { configPath: request.configPath }),
  };
  // All that was found meets the ignores, for one that silences a finding elsewhere is not unused.
  const ignored = applyIgnores(examined.findings, examined.sheets, ignores);
  const files = request.files && new Set(request.files);
  const isReported = ({ region: { path } }: { readonly region: Region }): boolean => isBelow(path, request.below) && (files?.has(path) ?? true);
  const findings = ignored.findings.filter(isReported);

  return {
    version,
    findings: findings.filter(({ context }) => request.contexts.includes(context)),
    suppressed: ignored.suppressed.filter(({ finding }) => isReported(finding)),
    unused: ignored.unused.filter(isReported),
    failures: examined.failures.filter(({ path }) => isBelow(path, request.below)).toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    hidden: count(findings.map(({ context }) => context).filter((context) => !request.contexts.includes(context))),
    counts: { files: wanted.filter((path) => isBelow(path, request.below)).length, read: examined.read, keys: examined.keys },
  };
}

/** Files that hold programs. */
const programs = /\.(pyw?|ipynb|[cm]?[jt]sx?)$/i;

/** What the screen asks of a tree. */
function surroundingsIn({ packages, imported, depends }: Layout): Parameters<typeof screenFor>[1] {
  return {
    packageOf: (path) => packages.of(path),
    importsOwn: (path, bytes) => specifiersIn(bytes.toString("latin1")).some((from) => {
      const target = from.startsWith(".") ? imported(from, { path, language: "javascript" }) : undefined;
      return target !== undefined && packages.entry(target) === packages.of(path);
    }),
    dependsOn: depends,
  };
}

function isBelow(path: string, folders: readonly string[] | undefined): boolean {
  return folders === undefined || folders.some((folder) => folder === "" || path === folder || path.startsWith(`${folder}/`));
}

function count(contexts: readonly Context[]): Report["hidden"] {
  const counts: Partial<{ [context in Context]: number }> = {};
  for (const context of contexts) counts[context] = (counts[context] ?? 0) + 1;
  return counts;
}
