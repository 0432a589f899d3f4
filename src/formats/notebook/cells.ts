import type { Span } from "../../types/value.ts";

/** A cell's source: each string with its quotes, as the file writes it. */
export interface Cell {
  readonly kind: string;
  readonly source: readonly Span[];
}

export interface Notebook {
  readonly cells: readonly Cell[];
  /** The language of the kernel, as the notebook names it. */
  readonly language: string | undefined;
}

/** An object or list that is open. */
interface Open {
  readonly list: boolean;
  /** The key that holds it in the object around it. */
  readonly name: string;
  /** The key that was read last. */
  key: string;
  kind: string;
  source: Span[];
}

/** The longest key and name that is looked at. */
const maxName = 40;

/**
 * The cells of a notebook (https://nbformat.readthedocs.io/en/latest/format_description.html; before version 4 they stand in
 * worksheets). Only what is asked for is kept of the JSON; undefined when it is none. No nesting is too deep.
 */
export function readNotebook(text: string): Notebook | undefined {
  const open: Open[] = [];
  const cells: Cell[] = [];
  let language: string | undefined;
  let waiting = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at];
    const inside = open.at(-1);
    if (unit === "{" || unit === "[") open.push({ list: unit === "[", name: inside?.list === false ? inside.key : "", key: "", kind: "", source: [] });
    else if (unit === "}" || unit === "]") {
      if (inside?.list !== (unit === "]")) return undefined;
      open.pop();
      if (!inside.list && open.at(-1)?.name === "cells") cells.push({ kind: inside.kind, source: inside.source });
    } else if (unit === ":") waiting = true;
    else if (unit === '"') {
      const end = stringEnd(text, at);
      if (end === undefined) return undefined;
      const span = { start: at, end };
      if (inside && !inside.list && !waiting) inside.key = named(text, span);
      else language = value(open, text, span) ?? language;
      at = end - 1;
    }
    if (unit !== ":" && unit !== undefined && !/\s/.test(unit)) waiting = false;
  }
  return open.length === 0 && /^\s{0,1000}\{/.test(text) ? { cells, language } : undefined;
}

/** Takes a string by its place; gives the kernel's language when it is that. */
function value(open: readonly Open[], text: string, span: Span): string | undefined {
  const inside = open.at(-1);
  if (!inside) return undefined;
  const cell = inside.list ? open.at(-2) : inside;
  const isCell = open.at(inside.list ? -3 : -2)?.name === "cells";
  const key = inside.list ? inside.name : inside.key;
  if (isCell && cell && (key === "source" || key === "input")) cell.source.push(span);
  else if (isCell && !inside.list && key === "cell_type") inside.kind = named(text, span);
  const isKernel = open.length === 3 && open[1]?.name === "metadata" && ((inside.name === "kernelspec" && key === "language") || (inside.name === "language_info" && key === "name"));
  return isKernel ? named(text, span) : undefined;
}

function named(text: string, { start, end }: Span): string {
  return text.slice(start + 1, Math.min(end - 1, start + 1 + maxName));
}

/** After the closing quote. */
function stringEnd(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at + 1;
    else if (text[at] === "\n") return undefined;
  }
  return undefined;
}
