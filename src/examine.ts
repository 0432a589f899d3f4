import { bundlers } from "../rules/bundlers.ts";
import { rules } from "../rules/index.ts";
import { beliefsOf, type Beliefs } from "./beliefs.ts";
import { mendsFor } from "./fix/mend.ts";
import { formats } from "./formats/index.ts";
import { kindOf } from "./formats/names.ts";
import { alikeOf } from "./judge/alike.ts";
import { besideIn } from "./judge/beside.ts";
import { gather } from "./judge/gather.ts";
import { accepted, keysOf, outcomesOf, settled, type Found } from "./judge/keys.ts";
import { missingIn, type Asking } from "./judge/missing.ts";
import type { Judging } from "./judge/judging.ts";
import { lessonsIn } from "./judge/lessons.ts";
import { samplesIn } from "./judge/samples.ts";
import { shippingOf } from "./judge/shipped.ts";
import { readOnce } from "./judge/variables.ts";
import { askedIn, catalogue } from "./match/catalogue.ts";
import type { Candidate } from "./match/candidate.ts";
import { environmentOf } from "./match/environment.ts";
import { match } from "./match/match.ts";
import { memo } from "./memo.ts";
import { presenceIn } from "./match/presence.ts";
import type { Layout } from "./project/layout.ts";
import { isExhausted } from "./resolve/flow.ts";
import { knownIn } from "./resolve/known.ts";
import { meanings } from "./resolve/meanings.ts";
import { symbolsOf } from "./resolve/symbols.ts";
import type { Request } from "./request.ts";
import { callScreen, nameScreen, screened } from "./screen.ts";
import type { Scope } from "./settings.ts";
import { storeOf } from "./store.ts";
import type { Marked } from "./types/mark.ts";
import type { Module } from "./types/module.ts";
import type { Failure } from "./types/report.ts";
import type { Sheet } from "./types/sheet.ts";

/** A tree behind the screen. */
export interface Screening {
  readonly scope: Scope;
  readonly layout: Layout;
  /** The files that are looked at, and those of them where a key can arrive, where something may need one, and that could not be read. */
  readonly readable: readonly string[];
  readonly passing: readonly string[];
  readonly needing: readonly string[];
  readonly unreadable: readonly Failure[];
}

/** What was found, before anything silences it. */
export interface Examined {
  readonly findings: readonly Marked[];
  readonly failures: readonly Failure[];
  /** What is shown of files, those with ignores among them. */
  readonly sheets: ReadonlyMap<string, Sheet>;
  /** How many files were read, and how many keys stand in them. */
  readonly read: number;
  readonly keys: number;
}

/** From files that passed the screen to findings: read, match, resolve, place, judge, gather. */
export function examine(request: Request, { scope, layout, readable, passing, needing, unreadable }: Screening): Examined {
  const { tree } = request;
  const { projects, depends } = layout;
  const { frameworks, models, published, leastRandom } = beliefsOf(request);
  const store = storeOf({ tree, layout, formats, kindOf, leaving: (module) => beside.note(module), onCrash: request.onCrash });
  for (const failure of unreadable) store.fail(failure);
  const ground = { modules: store.links, meanings: meaningsOf(models), symbols: symbolsOf(store.links, () => knownOf(frameworks)(models)) };
  const matching = { catalogue: catalogueOf(frameworks), presence: presenceIn(depends), ground, asking: { ...ground, modules: store.askedFor(callScreen(frameworks)) } };
  const beside = besideIn(() => store.held, projects, ground);
  const judging: Judging = {
    tree, ground, published, leastRandom, contextOf: scope.contextOf, samples: samplesIn(tree), lessons: lessonsIn(tree),
    shipping: shippingOf(bundlers, matching.catalogue, depends, ground), catalogue: matching.catalogue,
  };
  const environment = environmentOf(projects, matching.catalogue, ground);
  const found: { readonly path: string; readonly one: Found }[] = [];
  for (const [done, path] of passing.entries()) {
    request.onProgress?.("examined", done, passing.length);
    look(path, (module) => match(module, matching));
  }
  supplied();
  elsewhere();
  request.onEnvironment?.(environment);
  const keys = readOnce(accepted(found.flatMap(({ path, one }) => attempt(path, () => settled(one, beside, ground)))), projects, store);
  const asking: Asking = {
    matching, projects, using: needing, paths: tree.paths.filter((path) => kindOf(path)), read: tree.read, ask, contextOf: scope.contextOf,
  };
  const alike = alikeOf(keys);
  const project = request.files === undefined ? { project: { keys, alike, uses: missingIn(asking) } } : {};
  const mends = request.mends ? { mend: mendsFor(keys, { ground, projects, alike, attempt, readFor: environment.readFor }) } : {};
  const findings = gather(keys, { rules, levelOf: scope.levelOf, textOf: store.text, sheetOf: store.sheet, ...mends, ...project });
  // Whoever keeps the environment keeps the store: what is asked of a module later reads it again.
  if (request.onEnvironment) store.clear();
  return { findings, failures: store.failures, sheets: store.sheets, read: store.count, keys: keys.length };

  /** The values of variables that reach a slot. One of them may hand on another variable's, so there are rounds. */
  function supplied(): void {
    for (let round = 0, names = environment.fresh(); round < mostRounds && names.length > 0; round++, names = environment.fresh()) {
      const these = new Set(names.map(({ name }) => name));
      const near = screened(readable.filter(environment.near(names)), nameScreen(names, models), tree, kindOf);
      for (const path of near) look(path, (module) => environment.candidates(module, these));
    }
  }

  /** The values of variables that reach a slot elsewhere. */
  function elsewhere(): void {
    const { environment: known } = request;
    const names = new Set(known?.all().map(({ name }) => name));
    if (known && names.size > 0) for (const path of passing) look(path, (module) => known.candidates(module, names));
  }

  /** Finds the keys in a file, and takes the variables that they are read from. */
  function look(path: string, candidatesIn: (module: Module) => readonly Candidate[]): void {
    ask(path, (module) => {
      if (module.comments.some(({ text }) => text.includes("keylint-ignore"))) store.sheet(path);
      const candidates = [module, ...module.parts.map((part) => part.module)].flatMap(candidatesIn);
      if (candidates.length === 0 && module.language === "config") store.forget(path);
      const ways = candidates.map((candidate) => ({ candidate, outcomes: outcomesOf(candidate, ground) }));
      if (isExhausted(module)) store.fail({ path, message: "its names lead on in more ways than keylint follows; split the file, or exclude it", partly: true, fatal: false });
      for (const { candidate, outcomes } of ways) {
        environment.add(candidate, outcomes);
        for (const one of attempt(path, () => keysOf(candidate, outcomes, judging))) {
          found.push({ path, one });
          request.onKey?.(one.key);
        }
      }
      return [];
    });
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

const catalogueOf = memo(catalogue);
const meaningsOf = memo(meanings);
const knownOf = memo((frameworks: Beliefs["frameworks"]) => memo((models: Beliefs["models"]) => knownIn(askedIn(frameworks), models)));

/** A variable handed on more often than this is nobody's. */
const mostRounds = 4;
