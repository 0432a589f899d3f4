import type { AST } from "toml-eslint-parser";
import { load } from "../../load.ts";
import type { Format, Module } from "../../types/module.ts";
import { ModuleBuilder } from "../builder.ts";
import { readTables } from "../ini/tables.ts";
import { Tables } from "../tables/tables.ts";
import { TomlWalk } from "./walk.ts";
import { kinds } from "../kinds.ts";

/** Larger ones are data, and are read by their lines. */
const largest = 1_000_000;

/** TOML: https://toml.io/en/v1.0.0 */
export const toml: Format = {
  ...kinds.toml,
  read,
};

function read(path: string, text: string): Module {
  const builder = new ModuleBuilder(path, "config", text);
  if (text.includes("\0")) return builder.finish("looks binary, so it was not read as TOML");
  const tables = new Tables(builder, isWrangler(path) ? ["env"] : []);
  const tree = parsed(text);
  if (tree) new TomlWalk(builder, tables).walk(tree);
  else if (!readTables(builder, "toml", tables)) return builder.finish("is not valid TOML, and none of its lines says a setting");
  return builder.finishSettings();
}

/** https://developers.cloudflare.com/workers/wrangler/configuration/: `[env.production]` is a worker, not a list of variables. */
function isWrangler(path: string): boolean {
  return path.slice(path.lastIndexOf("/") + 1).toLowerCase().startsWith("wrangler.");
}

/** The parser throws at what is no TOML, and at what nests too deep or is too long for its stack. */
function parsed(text: string): AST.TOMLProgram | undefined {
  if (text.length > largest) return undefined;
  try {
    return load("toml-eslint-parser").parseTOML(text);
  } catch {
    return undefined;
  }
}
