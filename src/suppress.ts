import { matcher } from "./discover/patterns.ts";
import { foreignMarker } from "./suppress/foreign.ts";
import { ignoresIn, linesOf, type Ignore } from "./suppress/inline.ts";
import { commentLinesOf } from "./suppress/comment-lines.ts";
import { nearest } from "./text/nearest.ts";
import { shownNames } from "./text/drawn.ts";
import type { Finding, Region } from "./types/finding.ts";
import type { Sheet } from "./types/sheet.ts";
import type { Suppressed, UnusedIgnore } from "./types/report.ts";

export { foreignMarker } from "./suppress/foreign.ts";
export { ignoresIn, type Ignore } from "./suppress/inline.ts";

/** An entry of the configuration's `ignore`. All that is given must fit. */
export interface ConfiguredIgnore {
  /** The leading rule. */
  readonly rule: string;
  /** A pattern over paths. */
  readonly path: string;
  /** The key's name, as reported. */
  readonly name?: string;
  readonly reason?: string;
  /** The last day on which it holds, `yyyy-mm-dd`. */
  readonly until?: string;
}

export interface Ignoring {
  /** Honour other tools' markers. */
  readonly foreign: boolean;
  readonly knownRules: readonly string[];
  readonly configured: readonly ConfiguredIgnore[];
  /** `yyyy-mm-dd`. */
  readonly today: string;
  readonly reportUnused: boolean;
  /** Where the configuration stands, relative to the scope's root. Default `keylint.config.json`. */
  readonly configPath?: string;
}

export interface Ignored {
  /** What is left. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly unused: readonly UnusedIgnore[];
}

/** What can silence a finding, and what came of it. */
interface Silencer {
  readonly by: "keylint-ignore" | "config";
  readonly reason?: string;
  readonly rules: readonly string[];
  readonly region: Region;
  readonly ended: boolean;
  /** For users, of a rule that it names and that silenced nothing. */
  message(rule: string | undefined, leading: readonly string[]): string;
  /** Leading rules of the findings that it speaks of. */
  readonly met: Set<string>;
}

/** The silencers that speak of a finding's place, whatever they name. */
type Speaking = (finding: Finding) => readonly Silencer[];

/**
 * Takes away the findings that somebody has looked at and accepted. An ignore works when it names the leading rule, and silences the
 * whole finding: an inline one on the finding's line or, alone on its lines, before it. Names that silence nothing are told.
 */
export function applyIgnores(findings: readonly Finding[], modules: ReadonlyMap<string, Sheet>, ignoring: Ignoring): Ignored {
  const [inline, inlineSilencers] = inlineOf(modules, ignoring);
  const [configured, configuredSilencers] = configuredOf(ignoring);
  const left: Finding[] = [];
  const suppressed: Suppressed[] = [];
  for (const finding of findings) {
    const speaking = [...inline(finding), ...configured(finding)];
    for (const { met } of speaking) met.add(finding.rule);
    const silencer = speaking.find(({ ended, rules }) => !ended && rules.includes(finding.rule));
    const by = silencer?.by ?? markerOf(finding, modules, ignoring);
    if (by === undefined) left.push(finding);
    else suppressed.push({ finding, by, ...(silencer?.reason === undefined ? {} : { reason: silencer.reason }) });
  }
  return { findings: left, suppressed, unused: ignoring.reportUnused ? unusedOf([...inlineSilencers, ...configuredSilencers]) : [] };
}

function markerOf({ region }: Finding, modules: ReadonlyMap<string, Sheet>, { foreign }: Ignoring): string | undefined {
  const module = foreign ? modules.get(region.path) : undefined;
  return module && foreignMarker(module, region.line);
}

function inlineOf(modules: ReadonlyMap<string, Sheet>, { knownRules }: Ignoring): [Speaking, readonly Silencer[]] {
  const byPlace = new Map<string, Silencer[]>();
  const all: Silencer[] = [];
  for (const module of modules.values()) {
    for (const ignore of ignoresIn(module)) {
      const silencer = inlineSilencer(ignore, module, knownRules);
      all.push(silencer);
      for (const line of linesOf(ignore, module)) {
        const place = `${line}:${module.path}`;
        const there = byPlace.get(place);
        if (there) there.push(silencer);
        else byPlace.set(place, [silencer]);
      }
    }
  }
  return [({ region }) => byPlace.get(`${region.line}:${region.path}`) ?? [], all];
}

function inlineSilencer({ path, span, rules, reason }: Ignore, module: Sheet, knownRules: readonly string[]): Silencer {
  const { line, column } = commentLinesOf(module).lines.position(span.start);
  return {
    by: "keylint-ignore",
    ...(reason === undefined ? {} : { reason: shownNames(reason) }),
    rules,
    region: { path, line, column, endLine: line, endColumn: column + span.end - span.start },
    ended: false,
    message: (rule, leading) => inlineMessage(rule, leading, knownRules),
    met: new Set(),
  };
}

/** The word itself is not said: it comes from the scanned file. */
function inlineMessage(rule: string | undefined, leading: readonly string[], knownRules: readonly string[]): string {
  const [lead] = leading;
  if (rule === undefined) return `it names no rule. Write keylint-ignore ${lead ?? "RULE"} -- and the reason.`;
  if (!knownRules.includes(rule)) {
    const meant = rule.length <= 80 ? nearest(rule, knownRules) : undefined;
    return meant === undefined ? "it names a rule that does not exist. keylint explain lists the rules." : `it names a rule that does not exist. The nearest is ${meant}.`;
  }
  if (lead === undefined) return `no finding of ${rule} stands here. Remove it.`;
  return `${rule} does not lead here: ${lead} does, and an ignore must name that one.`;
}

function configuredOf(ignoring: Ignoring): [Speaking, readonly Silencer[]] {
  const entries = ignoring.configured.map((entry) => ({ entry, matches: matcher([entry.path]), silencer: configuredSilencer(entry, ignoring) }));
  const speaking: Speaking = ({ region, name }) =>
    entries.filter(({ entry, matches }) => (entry.name === undefined || entry.name === name) && matches(region.path)).map(({ silencer }) => silencer);
  return [speaking, entries.map(({ silencer }) => silencer)];
}

function configuredSilencer(entry: ConfiguredIgnore, { today, knownRules, configPath = "keylint.config.json" }: Ignoring): Silencer {
  const { rule, path, name, reason, until } = entry;
  const ended = until !== undefined && until < today;
  const subject = shownNames(`the entry for ${rule}${name === undefined ? "" : ` of ${name}`} in ${path}`);
  return {
    by: "config",
    ...(reason === undefined ? {} : { reason: shownNames(reason) }),
    rules: [rule],
    region: { path: configPath, line: 1, column: 1, endLine: 1, endColumn: 2 },
    ended,
    message: (_, leading) => `${subject} ${ended ? `ended on ${shownNames(until)}. Remove it, or give it a later date.` : configuredMessage(rule, leading, knownRules)}`,
    met: new Set(),
  };
}

function configuredMessage(rule: string, [lead]: readonly string[], knownRules: readonly string[]): string {
  if (!knownRules.includes(rule)) {
    const meant = nearest(rule.slice(0, 80), knownRules);
    return `names a rule that does not exist.${meant === undefined ? "" : ` The nearest is ${meant}.`}`;
  }
  return lead === undefined ? "silences nothing. Remove it." : `silences nothing: ${lead} leads there, and an ignore must name that one.`;
}

/** One note for each rule named that silenced nothing; sorted by place. */
function unusedOf(silencers: readonly Silencer[]): readonly UnusedIgnore[] {
  const unused = silencers.flatMap(({ rules, ended, met, region, message }) => {
    const idle: readonly (string | undefined)[] = rules.length === 0 ? [undefined] : rules.filter((rule) => ended || !met.has(rule));
    return idle.map((rule) => ({ region, message: message(rule, [...met]) }));
  });
  return unused.sort((a, b) => (a.region.path === b.region.path ? a.region.line - b.region.line || a.region.column - b.region.column : a.region.path < b.region.path ? -1 : 1));
}
