import type { Format, Module } from "../../types/module.ts";
import { ModuleBuilder } from "../builder.ts";
import { Tables } from "../tables/tables.ts";
import type { Style } from "./lines.ts";
import { readTables } from "./tables.ts";
import { kinds } from "../kinds.ts";

/** Settings in lines and sections: of Python's configparser, Java's properties, systemd's units, supervisor, uwsgi, tox. */
export const ini: Format = {
  ...kinds.ini,
  read,
};

/** Texts for people, by language: https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/ResourceBundle.html */
const bundles = /(?:messages?|labels?|translations?|strings|i18n|applicationresources)\.properties$|_[a-z]{2}(?:_[a-z]{2})?\.properties$|(?:^|\/)(?:i18n|locales?|lang)\/[^/]*\.properties$/i;

function read(path: string, text: string): Module {
  const builder = new ModuleBuilder(path, "config", text);
  if (text.includes("\0")) return builder.finish("looks binary, so it was not read as settings");
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  if (bundles.test(path) || (name.includes(".conf") && !isSettings(text))) return builder.finish();
  readTables(builder, styleOf(name, text), new Tables(builder));
  return builder.finishSettings();
}

function styleOf(name: string, text: string): Style {
  if (/\.properties(?:[._-]|$)/.test(name)) return "properties";
  // A drop-in of a unit is called `override.conf`.
  return /\.(?:service|container)(?:[._-]|$)/.test(name) || /^\[(?:Service|Container)\][ \t]*$/m.test(text) ? "unit" : "ini";
}

/** Units of a file that are looked at to tell its kind. */
const sample = 20_000;

/** nginx, Apache, Redis and many more write other things in `*.conf`: most lines must be sections or `name = value`. */
function isSettings(text: string): boolean {
  let [settings, others] = [0, 0];
  for (const [line] of text.slice(0, sample).matchAll(/[^\r\n]+/g)) {
    if (/^[ \t]*(?:[#;]|$)/.test(line)) continue;
    if (/(?:;|\{|^\s{0,200}\}|[ \t]\})$/.test(line.slice(-200).trimEnd()) && !/^[\w.-]{1,200}[ \t]{0,20}=[ \t]{0,20}["']/.test(line)) others++;
    else if (/^(?:\[[^\]]{1,300}\]|[\w.\-/@]{1,200}[ \t]{0,80}(?:=|:[ \t]))/.test(line)) settings++;
    else if (!/^[ \t]/.test(line)) others++;
  }
  return settings > others;
}
