import { relative, resolve, sep } from "node:path";
import { rules } from "../../rules/index.ts";
import { loadConfig, type LoadedConfig } from "../config/index.ts";
import { pathIn, type DiskTree, type ScopeRoot, type TreeOptions } from "../discover/index.ts";
import type { Repository } from "../discover/objects.ts";
import { FILE_BYTES, readerIn, readNamed } from "../discover/read.ts";
import { findRepository } from "../discover/repository.ts";
import type { Options } from "../options.ts";
import type { Request } from "../request.ts";
import { printable } from "../text/printable.ts";
import { startHelpers } from "../threads/helpers.ts";
import { Shares } from "../threads/shares.ts";
import type { Tree } from "../types/source.ts";
import { UsageError } from "../usage-error.ts";
import type { World } from "../world.ts";

/** What is told of while a run goes on. */
export interface Told extends Pick<Request, "onCrash" | "onProgress"> {
  /** What --debug says. */
  readonly onNote?: (text: string) => void;
}

/** What the user asked for, and where. */
export interface Asked {
  readonly options: Options;
  readonly world: World;
  readonly told: Told;
}

/** Where a request comes from. */
export interface Place {
  readonly scope: ScopeRoot;
  readonly loaded: LoadedConfig;
  readonly asked: Asked;
}

/** The configuration of a scope. Throws UsageError for a wrong one. */
export function configOf(from: string, scope: string, { options, world }: Asked): LoadedConfig {
  return loadConfig({
    from, scope, ruleIds: rules.map(({ id }) => id), none: options.noConfig,
    ...(options.config === undefined ? {} : { file: resolve(world.cwd, options.config) }),
  });
}

export function treeOptions({ options: { noIgnore }, world }: Asked, { config }: LoadedConfig): TreeOptions {
  return { noIgnore, env: world.env, limits: config.limits ?? {} };
}

/** The repository that a folder lies in. Throws UsageError where there is none. */
export function repositoryFor(option: string, folder: string, env: NodeJS.ProcessEnv): Repository {
  const found = findRepository(folder, env);
  if ("root" in found) return found;
  throw new UsageError(`${option} asks git what it holds. ${found.what} ${found.todo}`.trimEnd());
}

/** What is asked of a tree's linting, whatever its files are. */
export function requestOf(tree: Tree, loaded: LoadedConfig, asked: Asked): Request {
  const { publishedKeys } = loaded.config;
  return { tree, ...wishesOf(tree.root, loaded, asked), ...asked.told, ...(publishedKeys === undefined ? {} : { publishedKeys: linesOf(publishedKeys, tree.root, asked.options) }) };
}

/** What of it no file but the configuration says. */
export type Wishes = Pick<Request, "config" | "contexts" | "mends" | "foreign" | "today" | "configPath">;

export function wishesOf(root: string, { config, file }: LoadedConfig, { options, world }: Asked): Wishes {
  return {
    config: options.noIgnore ? withoutExclude(config) : config,
    contexts: options.contexts,
    mends: options.fix !== undefined || options.outputs.some(({ format }) => telling.includes(format)),
    foreign: !options.noForeignIgnores,
    today: new Date(world.now()).toISOString().slice(0, 10),
    ...(file === undefined ? {} : { configPath: pathIn(root, file) ?? file }),
  };
}

/** Reports that tell how a finding is surely mended. */
const telling: readonly string[] = ["json", "sarif", "html"];

/** Several threads look at the files of a large tree on the disk, each at its share. */
export function seenIn(tree: DiskTree, { config }: LoadedConfig, { onProgress }: Told): NonNullable<Request["seen"]> {
  return (paths, { see }) => {
    const shares = new Shares(paths.length);
    const numbers = new Map<string, number>();
    const end = startHelpers("helper.js", shares, () => {
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
