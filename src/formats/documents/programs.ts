import type { Format } from "../../types/module.ts";
import type { Span } from "../../types/value.ts";
import type { ModuleBuilder } from "../builder.ts";
import { Piece } from "../piece.ts";

/** A piece of a file, and who reads it. */
export interface Block {
  readonly reader: Format;
  readonly piece: Piece;
  /** The file says which language it is, or it shows plainly. If not, it counts only when its reader understands it. */
  readonly sure: boolean;
}

/** Languages whose blocks are one program: what a block names, a later one uses. In the others each stands for itself. */
const programs: ReadonlySet<string> = new Set(["python", "javascript", "shell", "fish", "powershell", "cmd"]);

/** Reads the blocks of a file, and covers what stands around those that were read. */
export function embedBlocks(builder: ModuleBuilder, blocks: readonly Block[]): void {
  const groups = new Map<Format, Block[]>();
  for (const block of blocks) {
    const group = groups.get(block.reader);
    if (group) group.push(block);
    else groups.set(block.reader, [block]);
  }
  const read = [...groups].flatMap(([reader, group]) => (programs.has(reader.id) ? embedProgram(builder, reader, group) : group.filter((block) => embedAlone(builder, block))));
  coverAround(builder, read.flatMap(({ piece }) => piece.spans));
}

/** All blocks as one program. Those that their reader does not understand are left out of it, and read by themselves. */
function embedProgram(builder: ModuleBuilder, reader: Format, blocks: readonly Block[]): readonly Block[] {
  if (embedJoined(builder, reader, blocks)) return blocks;
  const modules = new Map(blocks.map((block) => [block, reader.read(builder.path, block.piece.text)]));
  const understood = blocks.filter((block) => modules.get(block)?.failure === undefined);
  const joined = understood.length < blocks.length && embedJoined(builder, reader, understood);
  const done = new Set(joined ? understood : []);
  return blocks.filter((block) => done.has(block) || embedAlone(builder, block, modules.get(block)));
}

/** Whether they were understood as one text. */
function embedJoined(builder: ModuleBuilder, reader: Format, blocks: readonly Block[]): boolean {
  if (blocks.length < 2) return blocks.length === 0;
  const whole = Piece.joined(blocks.map(({ piece }) => piece));
  const module = reader.read(builder.path, whole.text);
  if (module.failure === undefined) builder.embed(module, (offset) => whole.at(offset));
  return module.failure === undefined;
}

/** Whether it counts. `module`: what its reader has made of it. */
function embedAlone(builder: ModuleBuilder, { reader, piece, sure }: Block, module = reader.read(builder.path, piece.text)): boolean {
  const counts = sure || module.failure === undefined;
  if (counts) builder.embed(module, (offset) => piece.at(offset));
  return counts;
}

/** What stands outside of blocks, and lines in them that nobody reads, may be anything: a program's output with a key in it. */
function coverAround(builder: ModuleBuilder, read: readonly Span[]): void {
  let from = 0;
  const cover = (to: number): void => {
    // Indentation, prompts, and the signs of JSON between two lines of a block say nothing.
    if (to > from && !/^[\s>$%",\\[\]]*$/.test(builder.text.slice(from, to))) builder.cover({ start: from, end: to });
  };
  for (const { start, end } of read.toSorted((a, b) => a.start - b.start)) {
    cover(start);
    from = Math.max(from, end);
  }
  cover(builder.text.length);
}
