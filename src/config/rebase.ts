import type { Config } from "../types/config.ts";

/**
 * Puts the configuration file's folder (relative to the scope's root, `""` for the root itself) before its patterns, so that all
 * patterns of a run are relative to the root.
 */
export function rebase(config: Config, folder: string): Config {
  if (folder === "") return config;
  const move = (pattern: string): string => under(folder, pattern);
  return {
    ...config,
    ...(config.include === undefined ? {} : { include: config.include.map(move) }),
    ...(config.exclude === undefined ? {} : { exclude: config.exclude.map(move) }),
    ...(config.overrides === undefined ? {} : { overrides: config.overrides.map((entry) => ({ ...entry, files: entry.files.map(move) })) }),
    ...(config.ignore === undefined ? {} : { ignore: config.ignore.map((entry) => ({ ...entry, path: move(entry.path) })) }),
  };
}

/** A pattern without a slash but at its end means a name in any folder: in any folder below this one. */
function under(folder: string, pattern: string): string {
  const plain = pattern.replace(/^\.\//, "").replace(/^\//, "");
  const anywhere = plain === pattern && !plain.slice(0, -1).includes("/");
  return `${literally(folder)}/${anywhere && !plain.startsWith("**") ? "**/" : ""}${plain}`;
}

/** A folder's name as a pattern that means just it. */
function literally(folder: string): string {
  return folder.replace(/[\\*?[\]{}()!+@|$^]/g, "\\$&");
}
