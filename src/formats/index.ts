import picomatch from "picomatch";
import type { Format } from "../types/module.ts";
import { dockerfile } from "./dockerfile/index.ts";
import { dotenv } from "./dotenv/index.ts";
import { ini } from "./ini/index.ts";
import { javascript } from "./javascript/index.ts";
import { json } from "./json.ts";
import { python } from "./python/index.ts";
import type { Inside } from "./settings/walk.ts";
import { shell } from "./shell/index.ts";
import { terraform } from "./terraform/index.ts";
import { toml } from "./toml/index.ts";
import { yaml } from "./yaml.ts";

/** What settings hold as texts: lines of a shell, and files under their names. */
const inside: Inside = { shell, format: (name) => named.find(({ matches }) => matches(name))?.format };

/** Every format; the first whose file names fit reads a file. */
export const formats: readonly Format[] = [dotenv, python, javascript, yaml(inside), json(inside), dockerfile, shell, toml, ini, terraform];

const named = formats.map((format) => ({ format, matches: picomatch([...format.files], { dot: true, nocase: true }) }));
