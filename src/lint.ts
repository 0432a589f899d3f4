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
import type { Context } from "./types/key.ts";
import type { Marked } from "./types/mark.ts";
import type { Failure, Report } from "./types/report.ts";
import type { Sights } from "./types/sights.ts";
import { version } from "./version.ts";

export type { Request } from "./request.ts";

/** What was found in a tree, before it is said which of it is shown. */
export interface Findings extends Pick<Report, "suppressed" | "unused" | "failures" | "counts"> {
  /** In what was asked about; in all contexts. */
  readonly found: readonly Marked[];
  /** What was found too, and is silenced: `suppressed` says by what. */
  readonly silenced: readonly Marked[];
  /** The texts of files in which something was found, as they were read. */
  readonly textOf: (path: string) => string | undefined;
}

/** From a tree to a report. Synchronous; prints nothing. */
export function lint(request: Request): Report {
  return reportOf(find(request), request);
}

/** Screen, and what passes is examined; suppress. */
export function find(request: Request): Findings {
  const { tree } = request;
  const scope = scopeOf(request);
  const layout = request.layout ?? layoutOf(tree);
  const wanted = (request.files ?? tree.paths).filter((path) => scope.includes(path) && kindOf(path));
  const readable = wanted.filter((path) => !isTranslation(path));
  const sights = (request.seen ?? seenAlone)(readable, sightsIn(request, scope, layout));
  const having = (bit: number): readonly string[] => readable.filter((_, file) => ((sights[file] ?? 0) & bit) !== 0);
  const screening = { scope, layout, readable, passing: having(arriving), needing: having(needing), unreadable: having(unreadable).map((path) => unreadableIn(tree, path)) };
  const isEmpty = screening.passing.length + screening.needing.length === 0;
  const examined: Examined = isEmpty ? { findings: [], failures: screening.unreadable, sheets: new Map(), read: 0, keys: 0 } : behind.examine(request, screening);
  const ignores = {
    foreign: request.foreign, knownRules: rules.map(({ id }) => id), configured: scope.ignores, today: request.today, reportUnused: request.files === undefined,
    ...(request.configPath === undefined ? {} : { configPath: request.configPath }),
  };
  // All that was found meets the ignores, for one that silences a finding elsewhere is not unused.
  const ignored = applyIgnores(examined.findings.map(({ finding }) => finding), examined.sheets, ignores);
  const left = new Set(ignored.findings);
  const isAsked = isAskedIn(request);
  const isFound = ({ finding: { region, uses } }: Marked): boolean => isAsked(region.path) || (request.elsewhere === true && uses.some(({ path }) => isAsked(path)));

  return {
    textOf: (path) => examined.sheets.get(path)?.text,
    found: examined.findings.filter(({ finding }) => left.has(finding)).filter(isFound),
    silenced: examined.findings.filter(({ finding }) => !left.has(finding)).filter(isFound),
    suppressed: ignored.suppressed.filter(({ finding }) => isAsked(finding.region.path)),
    unused: ignored.unused.filter(({ region }) => isAsked(region.path)),
    failures: [...examined.failures, ...unlistedIn(request)].filter(({ path }) => path === "." || isBelow(path, request.below)).toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    counts: { files: wanted.filter((path) => isBelow(path, request.below)).length, read: examined.read, keys: examined.keys },
  };
}

/** What is shown of what was found: that in the contexts that were asked for; the rest is counted. */
export function reportOf({ found, silenced: _, textOf: __, ...others }: Findings, { contexts }: Pick<Request, "contexts">, stale: Report["stale"] = []): Report {
  const findings = found.map(({ finding }) => finding);
  return {
    version,
    ...others,
    findings: findings.filter(({ context }) => contexts.includes(context)),
    stale,
    hidden: count(findings.map(({ context }) => context).filter((context) => !contexts.includes(context))),
  };
}

/** Whether somebody asked what is to be found in a file. */
export function isAskedIn({ below, files }: Pick<Request, "below" | "files">): (path: string) => boolean {
  const named = files && new Set(files);
  return (path) => isBelow(path, below) && (named?.has(path) ?? true);
}

function seenAlone(paths: readonly string[], { see }: Sights): Uint8Array {
  return Uint8Array.from(paths, see);
}

/** In project mode the whole tree is asked about. */
function unlistedIn({ tree, files }: Request): readonly Failure[] {
  return files === undefined ? (tree.unlisted ?? []).map((one) => ({ ...one, fatal: false })) : [];
}

/** Why a file cannot be read. */
function unreadableIn(tree: Request["tree"], path: string): Failure {
  const bytes = tree.read(path);
  return { path, message: Buffer.isBuffer(bytes) ? "it could not be read at first, and changed meanwhile; run keylint again" : bytes.message, fatal: false };
}

/** Whether a path is one of these, or lies below one. */
export function isBelow(path: string, folders: readonly string[] | undefined): boolean {
  return folders === undefined || folders.some((folder) => folder === "" || path === folder || path.startsWith(`${folder}/`));
}

function count(contexts: readonly Context[]): Report["hidden"] {
  const counts: Partial<{ [context in Context]: number }> = {};
  for (const context of contexts) counts[context] = (counts[context] ?? 0) + 1;
  return counts;
}
