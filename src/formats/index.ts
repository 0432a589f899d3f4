import type { Format } from "../types/module.ts";
import { dockerfile } from "./dockerfile/index.ts";
import { dotenv } from "./dotenv/index.ts";
import { ini } from "./ini/index.ts";
import { javascript } from "./javascript/index.ts";
import { withDocstrings } from "./docstrings.ts";
import { makeMarkdown } from "./markdown.ts";
import { makeMarkup } from "./markup.ts";
import { byName } from "./names.ts";
import { makeNotebook } from "./notebook/index.ts";
import { makeRst } from "./rst.ts";
import { json } from "./json.ts";
import { python } from "./python/index.ts";
import type { Inside } from "./settings/walk.ts";
import { readShell, shell } from "./shell/index.ts";
import { terraform } from "./terraform/index.ts";
import { toml } from "./toml/index.ts";
import { yaml } from "./yaml.ts";

/** What settings hold as texts: lines of a shell, and files under their names. */
const inside: Inside = { shell, format: byName(() => formats) };

const [settings, data, pages] = [yaml(inside), json(inside), makeMarkup(javascript)];

/** What documents and notebooks hold: each format by the name that they have for it. */
const readers: ReadonlyMap<string, Format> = new Map([
  ...[dotenv, python, javascript, settings, data, dockerfile, shell, toml, ini, terraform].map((format) => [format.id, format] as const),
  ["markup", pages],
  ["fish", { ...shell, read: (path, text) => readShell(path, text, "fish") }],
  ["powershell", { ...shell, read: (path, text) => readShell(path, text, "powershell") }],
  ["cmd", { ...shell, read: (path, text) => readShell(path, text, "batch") }],
]);

const [markdown, rst] = [makeMarkdown(readers), makeRst(readers)];

/** Every format; the first whose file names fit reads a file. */
export const formats: readonly Format[] = [
  dotenv, withDocstrings(python, { rst, markdown }), javascript, settings, data, dockerfile, shell, toml, ini, terraform, pages, markdown, rst, makeNotebook(readers),
];
