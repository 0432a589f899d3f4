import type { Format, Module } from "../../types/module.ts";
import type { Span } from "../../types/value.ts";
import { ModuleBuilder } from "../builder.ts";
import type { Readers } from "../documents/code.ts";
import { formatsOf } from "../documents/languages.ts";
import { Piece } from "../piece.ts";
import { embedBlocks, type Block } from "../documents/programs.ts";
import { literal, opaque } from "../expansions.ts";
import { readNotebook, type Cell } from "./cells.ts";
import { linesOf, type Line } from "./lines.ts";
import { kinds } from "../kinds.ts";

/** Notebooks of Jupyter: the code of all cells as one program. Outputs and texts say nothing. */
export function makeNotebook(readers: Readers): Format {
  return {
    ...kinds.notebook,
    read(path, text): Module {
      const builder = new ModuleBuilder(path, "config", text);
      const notebook = readNotebook(text);
      if (!notebook) return builder.finish("could not be read as a notebook: it is no whole JSON; save it again with Jupyter");
      const kernel = notebook.language ?? "python";
      const blocks = notebook.cells.flatMap((cell) => (cell.kind === "code" ? (blockOf(builder, cell, kernel, readers) ?? []) : []));
      embedBlocks(builder, blocks);
      return builder.finish();
    },
  };
}

function blockOf(builder: ModuleBuilder, cell: Cell, kernel: string, readers: Readers): Block | undefined {
  const lines = linesOf(cell.source);
  const first = lines.findIndex(({ text }) => text.trim() !== "");
  const [, magic, argument = ""] = /^%%([\w!]{1,20})(?:[ \t]{1,20}([^\r\n]{0,200}))?/.exec(lines[first]?.text ?? "") ?? [];
  const word = magic === undefined ? kernel : magicLanguage(magic, argument.trim(), kernel);
  const id = formatsOf(word)?.find((one) => readers.has(one));
  const reader = id === undefined ? undefined : readers.get(id);
  if (!reader) return undefined;
  const program = magic === undefined ? lines : lines.slice(first + 1);
  const piece = Piece.joined(id === "python" ? program.map((line) => withoutMagic(builder, line)) : program.map((line) => line.piece));
  return piece.length === 0 ? undefined : { reader, piece, sure: true };
}

/** Magics of cells that leave them Python: https://ipython.readthedocs.io/en/stable/interactive/magics.html#cell-magics. */
const keeping: ReadonlySet<string> = new Set(["capture", "time", "timeit", "prun", "python", "python3", "pypy", "memit", "debug"]);

/** Magics of cells that a shell reads. */
const shells: ReadonlySet<string> = new Set(["!", "sx", "system", "bash", "sh"]);

/** The language of a cell that begins with a magic, as a word. */
function magicLanguage(magic: string, argument: string, kernel: string): string {
  if (keeping.has(magic)) return kernel;
  if (shells.has(magic)) return "shell";
  if (magic === "script") return argument.split(/\s/, 1)[0] ?? "";
  // A file's ending is a word for its language: `%%writefile app.py`.
  return magic === "writefile" || magic === "file" ? argument.slice(argument.lastIndexOf(".") + 1) : magic;
}

/** A line that is IPython's own is no Python; the variables that it sets are told. */
function withoutMagic(builder: ModuleBuilder, line: Line): Piece {
  const [, indent, sign] = /^([ \t]{0,200})(?:[A-Za-z_][\w, ]{0,199}=[ \t]{0,10})?(%{1,2}(?=[A-Za-z])|!(?![=])|\?)/.exec(line.text) ?? [];
  if (indent === undefined || sign === undefined) return line.piece;
  if (sign === "%") environment(builder, line);
  const piece = new Piece();
  piece.fill(`${indent}pass\n`, line.piece.at(0));
  return piece;
}

/** `%env NAME=value`, `%env NAME value`: https://ipython.readthedocs.io/en/stable/interactive/magics.html#magic-env. */
function environment(builder: ModuleBuilder, { text, piece }: Line): void {
  const [head, name] = /^[ \t]{0,200}%(?:set_)?env[ \t]{1,20}([A-Za-z_]\w{0,200})(?:[ \t]{0,20}=[ \t]{0,20}|[ \t]{1,20})/.exec(text) ?? [];
  if (head === undefined || name === undefined) return;
  const value = text.slice(head.length).trimEnd();
  if (value === "") return;
  const place = (start: number, end: number): Span => ({ start: piece.at(start), end: piece.at(end - 1) + 1 });
  const span = place(head.length, head.length + value.length);
  const named = head.indexOf(name);
  // `$x` and `{x}` are what Python has under that name.
  builder.variable(name, /[${]/.test(value) ? opaque(span) : literal(value, span), place(named, named + name.length));
}
