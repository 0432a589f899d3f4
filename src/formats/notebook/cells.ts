import { jsonTree } from "../json/tree.ts";
import type { Mapping, Node, Scalar } from "../settings/node.ts";

/** A cell's source, a line or more in each text. */
export interface Cell {
  readonly kind: string | undefined;
  readonly source: readonly Scalar[];
}

export interface Notebook {
  readonly cells: readonly Cell[];
  /** The language of the kernel, as the notebook names it. */
  readonly language: string | undefined;
}

/**
 * The cells of a notebook (https://nbformat.readthedocs.io/en/latest/format_description.html; before version 4 they stand in
 * worksheets). Undefined when it is no whole JSON.
 */
export function readNotebook(text: string): Notebook | undefined {
  const { roots: [root], isWhole } = jsonTree(text);
  if (!isWhole || root?.kind !== "mapping") return undefined;
  const holders = [root, ...itemsOf(root, "worksheets")];
  const metadata = mappingOf(root, "metadata");
  return {
    cells: holders.flatMap((holder) => itemsOf(holder, "cells")).map((cell) => ({ kind: textOf(cell, "cell_type"), source: [...textsOf(cell, "source"), ...textsOf(cell, "input")] })),
    language: textOf(mappingOf(metadata, "kernelspec"), "language") ?? textOf(mappingOf(metadata, "language_info"), "name"),
  };
}

function valueOf(mapping: Mapping | undefined, wanted: string): Node | undefined {
  return mapping?.entries.find(({ name }) => name === wanted)?.value;
}

function mappingOf(mapping: Mapping | undefined, name: string): Mapping | undefined {
  const value = valueOf(mapping, name);
  return value?.kind === "mapping" ? value : undefined;
}

function itemsOf(mapping: Mapping, name: string): readonly Mapping[] {
  const value = valueOf(mapping, name);
  return value?.kind === "sequence" ? value.items.filter((item) => item.kind === "mapping") : [];
}

function textsOf(mapping: Mapping, name: string): readonly Scalar[] {
  const value = valueOf(mapping, name);
  const all = value?.kind === "sequence" ? value.items : value ? [value] : [];
  return all.filter((item): item is Scalar => item.kind === "scalar" && item.isText);
}

function textOf(mapping: Mapping | undefined, name: string): string | undefined {
  return mapping && textsOf(mapping, name)[0]?.text;
}
