import type { Format, Module } from "../../types/module.ts";
import { ModuleBuilder } from "../builder.ts";
import { readBatch } from "./batch.ts";
import { dialects, type Dialect, type DialectName } from "./dialects.ts";
import { readPowerShell } from "./powershell.ts";
import { Reading } from "./reading.ts";
import { tellScript } from "./script.ts";
import { kinds } from "../kinds.ts";

const endings: { readonly [ending: string]: DialectName } = { fish: "fish", bat: "batch", cmd: "batch", ps1: "powershell", psm1: "powershell" };

/** Scripts of shells, and the commands of a Procfile. */
export const shell: Format = {
  ...kinds.shell,
  read: (path, text) => {
    const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
    return name.startsWith("procfile") ? readProcfile(path, text) : readShell(path, text, endings[name.slice(name.lastIndexOf(".") + 1)] ?? "posix");
  },
};

/** Reads a script in a dialect; other formats read with it what stands in their files. Never throws; takes linear time. */
export function readShell(path: string, text: string, dialect: DialectName = "posix"): Module {
  const builder = new ModuleBuilder(path, "config", text);
  if (text.includes("\0")) return builder.finish("looks binary, so it was not read as a script");
  if (dialect === "batch") readBatch(builder);
  else if (dialect === "powershell") readPowerShell(builder);
  else tellScript(builder, new Reading(text, dialects[dialect], builder.top), { start: 0 });
  return builder.finish();
}

/** Each line is `name: command`. */
function readProcfile(path: string, text: string): Module {
  const builder = new ModuleBuilder(path, "config", text);
  const posix: Dialect = dialects.posix;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const comment = /^[ \t]{0,40}#/.test(line);
    const start = index + (/^[\w-]{1,100}:/.exec(line)?.[0].length ?? 0);
    if (comment) builder.comment(line.trim().replace(/^#+/, "").trim(), { start: index, end: index + line.length });
    else if (start > index) tellScript(builder, new Reading(text, posix, builder.top, index + line.length), { start });
  }
  return builder.finish();
}
