import { lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { rules } from "../rules/index.ts";
import { loadConfig, UsageError, type LoadedConfig } from "./config/index.ts";
import { findScope, isSkipped, openTree, pathIn, type DiskTree, type ScopeRoot, type TreeOptions } from "./discover/index.ts";
import { explain, FILE_BYTES, readerIn, tooLarge } from "./discover/read.ts";
import { startHelpers } from "./threads/helpers.ts";
import { lint, type Request } from "./lint.ts";
import type { Options } from "./options.ts";
import { Shares } from "./threads/shares.ts";
import { printable } from "./text/printable.ts";
import type { Finding, Region } from "./types/finding.ts";
import type { Failure, Report } from "./types/report.ts";
import type { Tree, Unreadable } from "./types/source.ts";
import { version } from "./version.ts";
import type { World } from "./world.ts";

/** What the user named, as an absolute path. */
interface Target {
  readonly typed: string;
  readonly path: string;
  readonly folder: boolean;
}

/** What is told of while a run goes on. */
export type Told = Pick<Request, "onCrash" | "onProgress">;

export interface Run {
  readonly report: Report;
  /** What could not be done as usual: sentences for stderr. */
  readonly notices: readonly string[];
}

/** Lints what the command line names: each scope by itself, their reports joined. Throws UsageError for a wrong configuration. */
export function runLint(options: Options, world: World, told: Told): Run {
  const typed = options.stdin !== undefined ? [] : options.paths.length > 0 ? options.paths : ["."];
  const targets = typed.map((one) => targetOf(one, world.cwd));
  const missing = targets.filter((target): target is Failure => "message" in target);
  const present = targets.filter((target): target is Target => "typed" in target);
  const scopes = byScope(present, world);
  const runs = [...scopes.values()].map((inside) => lintScope(inside, options, world, told));
  if (options.stdin !== undefined) runs.push(lintStdin(options.stdin, options, world, told));
  return { report: joined(runs.map(({ report }) => report), missing), notices: [...new Set(runs.flatMap(({ notices }) => notices))] };
}

interface Inside {
  readonly scope: ScopeRoot;
  readonly targets: readonly Target[];
}

/** Targets by the scope that they lie in; git is asked once for each folder. */
function byScope(targets: readonly Target[], world: World): ReadonlyMap<string, Inside> {
  const roots = new Map<string, ScopeRoot>();
  const scopes = new Map<string, Inside>();
  for (const target of targets) {
    const folder = target.folder ? target.path : dirname(target.path);
    const at = `${target.folder}\0${folder}`;
    const scope = roots.get(at) ?? (target.folder ? findScope(folder, world.env) : scopeOfFile(folder, world));
    roots.set(at, scope);
    const known = scopes.get(scope.root)?.targets ?? [];
    scopes.set(scope.root, { scope, targets: [...known, target] });
  }
  return scopes;
}

/** A file that no git repository holds belongs to the current directory, when it lies there: references and the configuration do too. */
function scopeOfFile(folder: string, { cwd, env }: World): ScopeRoot {
  const scope = findScope(folder, env);
  return scope.git || pathIn(findScope(cwd, env).root, folder) === undefined ? scope : findScope(cwd, env);
}

function targetOf(typed: string, cwd: string): Target | Failure {
  const path = resolve(cwd, typed);
  const fail = (message: string): Failure => ({ path: typed, message, fatal: true });
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return fail("there is no such file or folder; check the path");
    if (!stat.isDirectory() && !stat.isFile()) return fail("this is neither a file nor a folder; name one of these");
    return { typed, path, folder: stat.isDirectory() };
  } catch (error) {
    return fail(`it cannot be looked at: ${explain(error)}`);
  }
}

/** One scope: project mode when a folder is among the targets, else file mode. */
function lintScope({ scope, targets }: Inside, options: Options, world: World, told: Told): Run {
  const { root } = scope;
  const inner = targets.flatMap((target) => {
    const path = target.folder ? target.path : realpathSync.native(target.path);
    const found = pathIn(root, path);
    return found === undefined ? [] : [{ ...target, inner: found }];
  });
  const outside = targets.filter(({ path }) => !inner.some((one) => one.path === path));
  const only = targets.length === 1 ? targets[0] : undefined;
  const loaded = configOf(only?.folder ? only.path : root, root, options, world);
  const named = options.noIgnore ? inner.filter(({ folder }) => !folder).map((target) => target.inner) : [];
  const tree = openTree(root, { ...treeOptions(options, loaded, world), named, scope });
  const below = inner.map((target) => target.inner);
  const mode = inner.some(({ folder }) => folder) ? { below } : { files: [...new Set(below)].filter((path) => tree.has(path)) };
  const report = lint({ ...request(tree, loaded, options, world, told), ...mode });
  const files = new Set(inner.filter(({ folder }) => !folder).map((target) => target.inner));
  const failures = report.failures.map((failure) => (files.has(failure.path) && !failure.partly ? { ...failure, fatal: true } : failure));
  return { report: fromCwd({ ...report, failures }, scope, world), notices: [...outside.map(leadsOut), ...tree.notices] };
}

function leadsOut({ typed }: Target): string {
  return `${printable(typed)} is a link that leads out of the scanned tree; keylint does not follow it.`;
}

/** Where there is no git, paths are relative to the current directory. */
function fromCwd(report: Report, { root, git }: ScopeRoot, world: World): Report {
  const prefix = git ? "" : relative(world.cwd, root).split(sep).join("/");
  return prefix === "" ? report : moved(report, (path) => (isAbsolute(path) ? path : `${prefix}/${path}`));
}

function configOf(from: string, scope: string, options: Options, world: World): LoadedConfig {
  return loadConfig({
    from, scope, ruleIds: rules.map(({ id }) => id), none: options.noConfig,
    ...(options.config === undefined ? {} : { file: resolve(world.cwd, options.config) }),
  });
}

function treeOptions({ noIgnore }: Options, { config }: LoadedConfig, world: World): TreeOptions {
  return { noIgnore, env: world.env, limits: config.limits ?? {} };
}

function request(tree: DiskTree, { config, file }: LoadedConfig, options: Options, world: World, told: Told): Request {
  return {
    tree, ...told,
    config: options.noIgnore ? withoutExclude(config) : config,
    contexts: options.contexts,
    foreign: !options.noForeignIgnores,
    today: new Date(world.now()).toISOString().slice(0, 10),
    seen: seenIn(tree, config, told),
    ...(file === undefined ? {} : { configPath: pathIn(tree.root, file) ?? file }),
    ...(config.publishedKeys === undefined ? {} : { publishedKeys: linesOf(config.publishedKeys, tree.root, options) }),
  };
}

/** Several threads look at the files of a large tree, each at its share. */
function seenIn(tree: DiskTree, config: Request["config"], { onProgress }: Told): NonNullable<Request["seen"]> {
  return (paths, see) => {
    const shares = new Shares(paths.length);
    const numbers = new Map<string, number>();
    const end = startHelpers(shares, () => {
      tree.paths.forEach((path, number) => numbers.set(path, number));
      return { root: tree.root, paths: tree.paths, fileBytes: config.limits?.fileBytes ?? FILE_BYTES, files: Uint32Array.from(paths, (path) => numbers.get(path) ?? 0), config, buffer: shares.buffer };
    });
    const seeHere = (file: number): number => see(paths[file] ?? "");
    shares.work(seeHere, (done) => onProgress?.("screened", done, paths.length));
    shares.finish(seeHere);
    end();
    return shares.found;
  };
}

function withoutExclude(config: Request["config"]): Request["config"] {
  const { exclude: _, ...rest } = config;
  return rest;
}

/** The user's list. One that the repository's own configuration names must be a plain file in the repository. */
function linesOf(file: string, root: string, { config }: Options): readonly string[] {
  const bytes = config === undefined ? readerIn(root)(relative(root, file).split(sep).join("/")) : readNamed(file);
  if (Buffer.isBuffer(bytes)) return bytes.toString("utf8").split(/\r?\n/).filter((line) => line !== "");
  throw new UsageError(`The list of published keys, ${printable(relative(root, file))}, cannot be read: ${bytes.message}. Correct publishedKeys in the configuration.`);
}

function readNamed(file: string): Buffer | Unreadable {
  try {
    return readFileSync(file);
  } catch {
    return { message: "it is missing or must not be read" };
  }
}

/** One text from stdin, under the name that the user gave, among the files of its scope. A file of that name is not looked at. */
function lintStdin(name: string, options: Options, world: World, told: Told): Run {
  const path = resolve(world.cwd, name);
  const scope = scopeOfFile(existingFolder(dirname(path)), world);
  const inner = pathIn(scope.root, path);
  if (inner === undefined) throw new UsageError(`--stdin-filename ${printable(name)} lies outside the project; name a path inside it.`);
  const loaded = configOf(scope.root, scope.root, options, world);
  const disk = openTree(scope.root, { ...treeOptions(options, loaded, world), scope });
  const bytes = textOfStdin(world, loaded);
  const tree: Tree = { ...disk, has: (one) => one === inner || disk.has(one), read: (one) => (one === inner ? bytes : disk.read(one)), paths: disk.has(inner) ? disk.paths : [...disk.paths, inner].sort() };
  const report = lint({ ...request(disk, loaded, options, world, told), tree, files: options.noIgnore || !isIgnored(inner, path, disk) ? [inner] : [] });
  const failures = report.failures.map((failure) => (failure.path === inner && !failure.partly ? { ...failure, fatal: true } : failure));
  return { report: fromCwd({ ...report, failures }, scope, world), notices: disk.notices };
}

function textOfStdin(world: World, { config: { limits } }: LoadedConfig): Buffer | Unreadable {
  const limit = limits?.fileBytes ?? FILE_BYTES;
  try {
    const bytes = world.stdin();
    return bytes.length > limit ? tooLarge(bytes.length, limit) : bytes;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "an error";
    throw new UsageError(`stdin cannot be read (${code}).`);
  }
}

/** A file that is on the disk and not listed is ignored. */
function isIgnored(inner: string, path: string, disk: DiskTree): boolean {
  return isSkipped(inner) || (!disk.has(inner) && (lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false));
}

function existingFolder(folder: string): string {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() || dirname(folder) === folder ? folder : existingFolder(dirname(folder));
}

function moved(report: Report, move: (path: string) => string): Report {
  const region = <R extends Region>(one: R): R => ({ ...one, path: move(one.path) });
  const finding = (one: Finding): Finding => ({
    ...one, region: region(one.region), trail: one.trail.map(region), uses: one.uses.map(region), ...(one.elsewhere === undefined ? {} : { elsewhere: one.elsewhere.map(region) }),
  });
  return {
    ...report,
    findings: report.findings.map(finding),
    suppressed: report.suppressed.map((one) => ({ ...one, finding: finding(one.finding) })),
    unused: report.unused.map((one) => ({ ...one, region: region(one.region) })),
    failures: report.failures.map((one) => ({ ...one, path: move(one.path) })),
  };
}

function joined(reports: readonly Report[], missing: readonly Failure[]): Report {
  const hidden: { [context: string]: number } = {};
  for (const report of reports) for (const [context, count] of Object.entries(report.hidden)) hidden[context] = (hidden[context] ?? 0) + count;
  const sum = (of: (report: Report) => number): number => reports.reduce((total, report) => total + of(report), 0);
  return {
    version,
    findings: reports.flatMap(({ findings }) => findings),
    suppressed: reports.flatMap(({ suppressed }) => suppressed),
    unused: reports.flatMap(({ unused }) => unused),
    failures: [...missing, ...reports.flatMap(({ failures }) => failures)],
    hidden,
    counts: { files: sum(({ counts }) => counts.files), read: sum(({ counts }) => counts.read), keys: sum(({ counts }) => counts.keys) },
  };
}
