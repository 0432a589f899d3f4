import { bundlers } from "../rules/bundlers.ts";
import { frameworks } from "../rules/frameworks/index.ts";
import { rules } from "../rules/index.ts";
import { models } from "../rules/models/index.ts";
import { publishedKeys } from "../rules/published-keys.ts";
import { formats } from "./formats/index.ts";
import { alikeOf } from "./judge/alike.ts";
import { besideIn } from "./judge/beside.ts";
import { gather } from "./judge/gather.ts";
import { accepted, keysOf, outcomesOf } from "./judge/keys.ts";
import { missingIn, usingIn, type Asking } from "./judge/missing.ts";
import type { Judging } from "./judge/judging.ts";
import { lessonsIn } from "./judge/lessons.ts";
import { samplesIn } from "./judge/samples.ts";
import { shippingOf } from "./judge/shipped.ts";
import { readOnce } from "./judge/variables.ts";
import { askedIn, catalogue } from "./match/catalogue.ts";
import type { Candidate } from "./match/candidate.ts";
import { environmentOf } from "./match/environment.ts";
import { isTranslation } from "./match/described.ts";
import { match } from "./match/match.ts";
import { presenceIn } from "./match/presence.ts";
import { dependsIn } from "./project/depends.ts";
import { manifestsIn } from "./project/manifests.ts";
import { projectsIn } from "./project/projects.ts";
import { isExhausted } from "./resolve/flow.ts";
import { knownIn } from "./resolve/known.ts";
import { meanings } from "./resolve/meanings.ts";
import type { Outcome } from "./resolve/outcome.ts";
import { symbolsOf } from "./resolve/symbols.ts";
import { callScreen, nameScreen, screenFor, type Screen } from "./screen.ts";
import { planMade } from "./screen/made.ts";
import { scopeOf, type Settings } from "./settings.ts";
import { storeOf, type Store } from "./store.ts";
import { applyIgnores } from "./suppress.ts";
import type { Region } from "./types/finding.ts";
import type { Context, Key } from "./types/key.ts";
import type { Module } from "./types/module.ts";
import type { Report } from "./types/report.ts";
import type { Tree } from "./types/source.ts";
import { version } from "./version.ts";
import { waitingIn } from "./waiting.ts";

/** What is asked of a run. */
export interface Request extends Settings {
  readonly tree: Tree;
  /** File mode: only these are read, references followed from them. Absent: project mode, the whole tree. */
  readonly files?: readonly string[];
  /** Project mode: only findings in or under these are reported. Absent: all. */
  readonly below?: readonly string[];
  /** Shown contexts. */
  readonly contexts: readonly Context[];
  /** Honour other tools' markers. */
  readonly foreign: boolean;
  /** Where the configuration stands: relative to the root, absolute outside of it. */
  readonly configPath?: string;
  /** `yyyy-mm-dd`, for ignores that end. */
  readonly today: string;
}

/** From a tree to a report: screen, read, match, resolve, place, judge, gather, suppress. Synchronous; prints nothing. */
export function lint(request: Request): Report {
  const { tree } = request;
  const scope = scopeOf(request, { frameworks, models, publishedKeys });
  const manifests = manifestsIn(tree);
  const projects = projectsIn(tree);
  const store = storeOf(tree, formats, { manifests, projects, leaving: (module) => beside.note(module) });
  const ground = { modules: store.links, meanings: meanings(scope.models), symbols: symbolsOf(store.links, () => knownIn(askedIn(scope.frameworks), scope.models)) };
  const depends = dependsIn(tree, manifests);
  const screen = screenFor(scope.frameworks, scope.models, { packageOf: store.packageOf, importsOwn: store.importsOwn, dependsOn: depends }, isOwn(request.config) ? planMade : undefined);
  const matching = { catalogue: catalogue(scope.frameworks), presence: presenceIn(depends), ground, asking: { ...ground, modules: store.askedFor(callScreen(scope.frameworks)) } };
  const beside = besideIn(() => store.held, projects, ground);
  const judging: Judging = {
    tree, ground, published: scope.published, leastRandom: scope.leastRandom, contextOf: scope.contextOf, samples: samplesIn(tree), lessons: lessonsIn(tree), beside,
    shipping: shippingOf(bundlers, matching.catalogue, depends, ground), catalogue: matching.catalogue,
  };

  const wanted = (request.files ?? tree.paths).filter((path) => scope.includes(path) && store.format(path));
  const readable = wanted.filter((path) => !isTranslation(path));
  const environment = environmentOf(projects, matching.catalogue, ground);
  const waiting = waitingIn<Found>(store, mostWaiting);
  const [passing, using] = screened(readable, [screen, ...(request.files === undefined ? [usingIn(scope.frameworks, scope.contextOf)] : [])], tree, store);
  for (const path of passing) look(path, (module) => match(module, matching));
  supplied();
  const keys = readOnce(accepted(waiting.settled(judged)), projects, store);
  const asking: Asking = {
    matching, projects, using, paths: tree.paths.filter((path) => store.format(path)), passing: (paths, screen) => screened(paths, [screen], tree, store)[0], ask, contextOf: scope.contextOf,
  };
  const project = request.files === undefined ? { project: { keys, alike: alikeOf(keys), uses: missingIn(asking) } } : {};
  const found = gather(keys, { rules, levelOf: scope.levelOf, textOf: store.text, sheetOf: store.sheet, ...project });
  const ignores = {
    foreign: request.foreign, knownRules: rules.map(({ id }) => id), configured: scope.ignores, today: request.today, reportUnused: request.files === undefined,
    ...(request.configPath === undefined ? {} : { configPath: request.configPath }),
  };
  // All that was found meets the ignores, for one that silences a finding elsewhere is not unused.
  const ignored = applyIgnores(found, store.sheets, ignores);
  const files = request.files && new Set(request.files);
  const isReported = ({ region: { path } }: { readonly region: Region }): boolean => isBelow(path, request.below) && (files?.has(path) ?? true);
  const findings = ignored.findings.filter(isReported);

  return {
    version,
    findings: findings.filter(({ context }) => request.contexts.includes(context)),
    suppressed: ignored.suppressed.filter(({ finding }) => isReported(finding)),
    unused: ignored.unused.filter(isReported),
    failures: store.failures.filter(({ path }) => isBelow(path, request.below)).toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    hidden: count(findings.map(({ context }) => context).filter((context) => !request.contexts.includes(context))),
    counts: { files: wanted.filter((path) => isBelow(path, request.below)).length, read: store.count, keys: keys.length },
  };

  /** The values of variables that reach a slot. One of them may hand on another variable's, so there are rounds. */
  function supplied(): void {
    for (let round = 0, names = environment.fresh(); round < mostRounds && names.length > 0; round++, names = environment.fresh()) {
      const these = new Set(names.map(({ name }) => name));
      const [near] = screened(readable.filter(environment.near(names)), [nameScreen(names, scope.models)], tree, store);
      for (const path of near) look(path, (module) => environment.candidates(module, these));
    }
  }

  /** Looks for candidates in a file, and takes the variables that they are read from. */
  function look(path: string, candidatesIn: (module: Module) => readonly Candidate[]): void {
    for (const { candidate, outcomes } of waiting.add(path, () => foundIn(path, candidatesIn))) environment.add(candidate, outcomes);
  }

  function foundIn(path: string, candidatesIn: (module: Module) => readonly Candidate[]): readonly Found[] {
    return ask(path, (module) => {
      if (module.comments.some(({ text }) => text.includes("keylint-ignore"))) store.sheet(path);
      const candidates = [module, ...module.parts.map((part) => part.module)].flatMap(candidatesIn);
      if (candidates.length === 0 && module.language === "config") store.forget(path);
      const found = candidates.map((candidate) => ({ path, candidate, outcomes: outcomesOf(candidate, ground) }));
      if (isExhausted(module)) store.fail({ path, message: "its names lead on in more ways than keylint follows; split the file, or exclude it", partly: true, fatal: false });
      return found;
    });
  }

  /** When all is found, for what one file says of a key may stand in another. */
  function judged({ path, candidate, outcomes }: Found): readonly Key[] {
    return attempt(path, () => keysOf(candidate, outcomes, judging));
  }

  /** Asks a file's module. */
  function ask<T>(path: string, question: (module: Module) => readonly T[]): readonly T[] {
    const module = store.get(path);
    return module ? attempt(path, () => question(module)) : [];
  }

  /** A crash is told, and gives nothing. */
  function attempt<T>(path: string, what: () => readonly T[]): readonly T[] {
    try {
      return what();
    } catch (error) {
      store.fail({ path, message: "keylint crashed on this file; please report it with the file's kind and size", fatal: true });
      request.onCrash?.(path, error);
      return [];
    }
  }
}

/** Whether the user adds nothing to what is looked for. */
function isOwn({ slots = [], models: added = [] }: Request["config"]): boolean {
  return slots.length === 0 && added.length === 0;
}

/** A value in a slot, and what its ways end in. */
interface Found {
  readonly path: string;
  readonly candidate: Candidate;
  readonly outcomes: readonly Outcome[];
}

/** Signs of the texts of files whose candidates are held while they wait. */
const mostWaiting = 2_000_000;

/** A variable handed on more often than this is nobody's. */
const mostRounds = 4;

/**
 * The files that pass each of some screens, read once for all of them. One that cannot be read is a failure when the user named it or its
 * format is known.
 */
function screened(paths: readonly string[], screens: readonly Screen[], tree: Tree, store: Store): readonly [readonly string[], readonly string[]] {
  const passing: [string[], string[]] = [[], []];
  for (const path of paths) {
    const bytes = tree.read(path);
    if (!Buffer.isBuffer(bytes)) store.fail({ path, message: bytes.message, fatal: false });
    else for (const [at, screen] of screens.entries()) if (screen(bytes, path, store.format(path))) passing[at]?.push(path);
  }
  return passing;
}

function isBelow(path: string, folders: readonly string[] | undefined): boolean {
  return folders === undefined || folders.some((folder) => folder === "" || path === folder || path.startsWith(`${folder}/`));
}

function count(contexts: readonly Context[]): Report["hidden"] {
  const counts: Partial<{ [context in Context]: number }> = {};
  for (const context of contexts) counts[context] = (counts[context] ?? 0) + 1;
  return counts;
}
