import type { Format, Module } from "../../types/module.ts";
import type { Value } from "../../types/value.ts";
import { ModuleBuilder } from "../builder.ts";
import { readEntries, type Entry } from "./entries.ts";
import { expand, literal, opaque } from "../expansions.ts";
import { kinds } from "../kinds.ts";

/** Environment files in their many names. */
export const dotenv: Format = {
  ...kinds.env,
  read,
};

/**
 * Values that say where the key is, or that only a tool can open: https://github.com/dotenvx/dotenvx,
 * https://github.com/getsops/sops, https://developer.1password.com/docs/cli/secret-reference-syntax/.
 */
const sealed = /^(?:encrypted:|ENC\[|op:\/\/)/;

function read(path: string, text: string): Module {
  const builder = new ModuleBuilder(path, "env", text);
  if (isBinary(text)) return builder.finish("looks binary, so it was not read as an environment file; exclude it if it is encrypted");
  const shell = path.slice(path.lastIndexOf("/") + 1).toLowerCase().startsWith(".envrc");
  readEntries(text, shell, {
    comment: (span) => builder.comment(text.slice(span.start, span.end).replace(/^#+/, "").trim(), span),
    entry: (entry) => take(builder, entry),
  });
  return builder.finishSettings();
}

/** Units looked at to tell whether a file is text, and how many controls in a hundred a text may have. */
const sample = 2_048;
const mostControls = 10;

function isBinary(text: string): boolean {
  const begin = text.slice(0, sample);
  const controls = begin.replace(/[^\0-\x08\x0e-\x1a\x7f-\x9f\ufffd]+/g, "").length;
  return text.includes("\0") || controls * 100 > begin.length * mostControls;
}

function take(builder: ModuleBuilder, entry: Entry): void {
  const { name, nameSpan, inner } = entry;
  const value = valueOf(builder, entry);
  builder.define(name, value, nameSpan);
  builder.variable(name, value, nameSpan);
  builder.show(nameSpan);
  if (inner.end > inner.start) builder.cover(inner);
}

function valueOf(builder: ModuleBuilder, { writing, token, inner, head }: Entry): Value {
  const { text } = builder;
  if (token.start === token.end) return literal("", head);
  if (writing === "command" || isCommand(text.slice(inner.start, inner.start + 3), text[inner.end - 1])) return opaque(token);
  if (sealed.test(text.slice(inner.start, inner.start + 16))) return opaque(token);
  if (writing === "single" || writing === "raw") return literal(text.slice(inner.start, inner.end), token);
  return expand({ builder, escaped: writing === "double" }, inner, token);
}

/** `$(openssl rand -hex 32)`: a program's output, for whoever reads the file with a shell. */
function isCommand(begin: string, last: string | undefined): boolean {
  return last === ")" && /^\$\([a-z./]/i.test(begin);
}
