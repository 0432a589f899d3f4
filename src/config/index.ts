import { realpathSync, statSync, type Stats } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { decode } from "../discover/decode.ts";
import { explain, readerIn } from "../discover/read.ts";
import { standing } from "../discover/stats.ts";
import { innerOf } from "../text/inside.ts";
import { printable } from "../text/printable.ts";
import type { Config } from "../types/config.ts";
import { rebase } from "./rebase.ts";
import schema from "./schema.json" with { type: "json" };
import { tableIn } from "./table.ts";
import { UsageError } from "../usage-error.ts";
import { hint, type Schema, validate, within } from "./validate.ts";


export interface ConfigRequest {
  /** The folder that is linted, absolute; it exists. The search goes from here upward. */
  readonly from: string;
  /** The scope's root, absolute and without links: the search ends here. Without git it is the folder that was named, and only that is looked at. */
  readonly scope: string;
  /** `--config FILE`: this file and no other. */
  readonly file?: string;
  /** `--no-config`: none. */
  readonly none?: boolean;
  /** The rules that there are. */
  readonly ruleIds: readonly string[];
}

/** A checked configuration, and the file (absolute) that it came from. */
export interface LoadedConfig {
  readonly config: Config;
  readonly file?: string;
}

/** In one folder the first of these that speaks of keylint counts. */
const NAMES = ["keylint.config.json", "pyproject.toml", "package.json"];

/** Bytes of a configuration that are read at most: 1 MB. */
const CONFIG_BYTES = 1024 * 1024;

/** Mistakes that are said at most; the rest are counted. */
const MISTAKES = 10;

/**
 * The configuration of a run: the file that was named, else the nearest at or above the folder that is linted, else an empty one.
 * @throws UsageError when the file cannot be read or something in it is wrong: all of it at once.
 */
export function loadConfig(request: ConfigRequest): LoadedConfig {
  if (request.none) return { config: {} };
  if (request.file !== undefined) return loadNamed(request, resolve(request.file));
  for (let folder = realpathSync.native(request.from); !isOutside(request.scope, folder); folder = dirname(folder)) {
    for (const name of NAMES) {
      const found = loadFound(request, join(folder, name));
      if (found) return found;
    }
    if (dirname(folder) === folder) break;
  }
  return { config: {} };
}

/** The user's own file: it may lie anywhere and be a link, and its patterns start at the scope's root. */
function loadNamed(request: ConfigRequest, file: string): LoadedConfig {
  const shown = show(request, file);
  const stats = looked(shown, () => statSync(file, { throwIfNoEntry: false }));
  if (!stats?.isFile()) throw new UsageError(`${shown}: there is no such configuration file.`);
  const table = tableIn(basename(file), textOf(file, shown, stats.size), shown);
  if (table === undefined) throw new UsageError(`${shown}: it has no ${basename(file).endsWith(".toml") ? "[tool.keylint] table" : '"keylint" key'}.`);
  return { config: absolute(checked(table, shown, request.ruleIds), dirname(file)), file };
}

/** A file of the scanned tree: no link, no files named outside of the tree. */
function loadFound(request: ConfigRequest, file: string): LoadedConfig | undefined {
  const shown = show(request, file);
  const stats = looked(shown, () => standing(file));
  if (!stats?.isFile()) return undefined;
  const table = tableIn(basename(file), textOf(file, shown, stats.size), shown);
  if (table === undefined) return undefined;
  const config = checked(table, shown, request.ruleIds);
  const folder = dirname(file);
  for (const key of ["publishedKeys", "baseline"] as const) {
    const value = config[key];
    if (value !== undefined && isOutside(request.scope, resolve(folder, value))) throw new UsageError(`${shown}: ${key}: the file must lie in the scanned tree.`);
  }
  return { config: rebase(absolute(config, folder), relative(resolve(request.scope), folder).replaceAll(sep, "/")), file };
}

/** Nothing may be linted as if there were no configuration. */
function looked(shown: string, look: () => Stats | undefined): Stats | undefined {
  try {
    return look();
  } catch (error) {
    throw new UsageError(`${shown}: whether there is such a configuration cannot be told: ${explain(error)}.`);
  }
}

function isOutside(root: string, file: string): boolean {
  return innerOf(resolve(root), file) === undefined;
}

function textOf(file: string, shown: string, size: number): string {
  if (size > CONFIG_BYTES) throw new UsageError(`${shown}: a configuration cannot have more than 1 MB.`);
  const real = realpathSync.native(file);
  const bytes = readerIn(dirname(real), CONFIG_BYTES)(basename(real));
  if (!Buffer.isBuffer(bytes)) throw new UsageError(`${shown}: the configuration cannot be read: ${bytes.message}.`);
  const decoded = decode(bytes);
  if ("failure" in decoded) throw new UsageError(`${shown}: the configuration ${decoded.failure}.`);
  return decoded.text;
}

/** A file's name for a user: relative to the scope when it lies there. */
function show(request: ConfigRequest, file: string): string {
  return printable(isOutside(request.scope, file) ? (request.file ?? file) : relative(resolve(request.scope), file).replaceAll(sep, "/"));
}

function checked(table: unknown, shown: string, ruleIds: readonly string[]): Config {
  const mistakes = validate(schema as Schema, table);
  if (mistakes.length === 0) mistakes.push(...unknownRules(table as Config, ruleIds));
  if (mistakes.length === 0) return table as Config;
  const more = mistakes.length > MISTAKES ? [`and ${mistakes.length - MISTAKES} more`] : [];
  throw new UsageError([...mistakes.slice(0, MISTAKES), ...more].map((mistake) => `${shown}: ${mistake}`).join("\n"));
}

function unknownRules(config: Config, ruleIds: readonly string[]): string[] {
  const named = [
    ...Object.keys(config.rules ?? {}).map((rule) => ({ rule, place: within("rules", rule) })),
    ...(config.overrides ?? []).flatMap((override, index) =>
      Object.keys(override.rules ?? {}).map((rule) => ({ rule, place: within(`overrides[${index}].rules`, rule) }))),
    ...(config.ignore ?? []).map(({ rule }, index) => ({ rule, place: `ignore[${index}].rule` })),
  ];
  return named.filter(({ rule }) => !ruleIds.includes(rule)).map(({ rule, place }) => {
    const near = hint(rule, ruleIds);
    return `${place}: there is no such rule${near || `; the rules are ${ruleIds.join(", ")}`}`;
  });
}

function absolute(config: Config, folder: string): Config {
  return {
    ...config,
    ...(config.publishedKeys === undefined ? {} : { publishedKeys: resolve(folder, config.publishedKeys) }),
    ...(config.baseline === undefined ? {} : { baseline: resolve(folder, config.baseline) }),
  };
}
