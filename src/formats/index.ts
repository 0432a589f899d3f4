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

/** Formats of files that settings hold as texts. */
const files = [dotenv].map((format) => ({ format, matches: picomatch([...format.files], { dot: true, nocase: true }) }));

const inside: Inside = { shell, format: (name) => files.find(({ matches }) => matches(name))?.format };

/** Every format; the first whose file names fit reads a file. */
export const formats: readonly Format[] = [dotenv, python, javascript, yaml(inside), json(inside), dockerfile, shell, toml, ini, terraform];
