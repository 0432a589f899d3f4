import { rules } from "../rules/index.ts";
import { behind } from "./behind.ts";
import type { Examined } from "./examine.ts";
import { kindOf } from "./formats/names.ts";
import { isTranslation } from "./match/described.ts";
import { layoutOf } from "./project/layout.ts";
import type { Request } from "./request.ts";
import { scopeOf } from "./settings.ts";
import { arriving, needing, sightsIn, unreadable } from "./sights.ts";
import { applyIgnores } from "./suppress.ts";
import type { Region } from "./types/finding.ts";
import type { Context } from "./types/key.ts";
import type { Failure, Report } from "./types/report.ts";
import { version } from "./version.ts";

export type { Request } from "./request.ts";

/** From a tree to a report: screen, and what passes is examined; suppress. Synchronous; prints nothing. */
export function lint(request: Request): Report {
  const { tree } = request;
  const scope = scopeOf(request);
  const layout = layoutOf(tree);
  const wanted = (request.files ?? tree.paths).filter((path) => scope.includes(path) && kindOf(path));
  const readable = wanted.filter((path) => !isTranslation(path));
  const see = sightsIn(request, scope, layout);
  const sights = (request.seen ?? seenAlone)(readable, see);
  const having = (bit: number): readonly string[] => readable.filter((_, file) => ((sights[file] ?? 0) & bit) !== 0);
  const screening = { scope, layout, readable, passing: having(arriving), needing: having(needing), unreadable: having(unreadable).map((path) => unreadableIn(tree, path)) };
  const isEmpty = screening.passing.length + screening.needing.length === 0;
  const examined: Examined = isEmpty ? { findings: [], failures: screening.unreadable, sheets: new Map(), read: 0, keys: 0 } : behind.examine(request, screening);
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

function seenAlone(paths: readonly string[], see: (path: string) => number): Uint8Array {
  return Uint8Array.from(paths, see);
}

/** Why a file cannot be read. */
function unreadableIn(tree: Request["tree"], path: string): Failure {
  const bytes = tree.read(path);
  return { path, message: Buffer.isBuffer(bytes) ? "it could not be read at first, and changed meanwhile; run keylint again" : bytes.message, fatal: false };
}

function isBelow(path: string, folders: readonly string[] | undefined): boolean {
  return folders === undefined || folders.some((folder) => folder === "" || path === folder || path.startsWith(`${folder}/`));
}

function count(contexts: readonly Context[]): Report["hidden"] {
  const counts: Partial<{ [context in Context]: number }> = {};
  for (const context of contexts) counts[context] = (counts[context] ?? 0) + 1;
  return counts;
}
