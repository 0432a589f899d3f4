import type { ModuleBuilder } from "../builder.ts";
import { dotenv } from "../dotenv/index.ts";
import type { Command, Heredoc } from "./commands.ts";
import type { Piece, Word } from "./pieces.ts";
import { textOf } from "./pieces.ts";
import type { Reading } from "./reading.ts";
import { isEnvironmentFile } from "./targets.ts";
import { tellLines } from "./telling.ts";
import { quotedPieces } from "./words.ts";

/** Tells the variables in the texts that a command writes into environment files. Other texts are covered, and not read. */
export function tellHeredocs(reading: Reading, builder: ModuleBuilder, { words, targets, heredocs }: Command): void {
  const last = heredocs.at(-1);
  if (!last) return;
  const program = textOf(words[0] ?? { span: { start: 0, end: 0 }, pieces: [] });
  const files = program === "tee" || program === "sudo" ? [...targets, ...words.slice(1)] : targets;
  const meant = files.some((file) => isEnvironmentFile(reading.text, file));
  for (const heredoc of heredocs) {
    if (meant && heredoc === last) tellFile(reading, builder, heredoc);
    else builder.cover(heredoc.body);
  }
}

/** The text of an environment file inside a script; in one that is not quoted the script's variables stand. */
export function tellFile(reading: Reading, builder: ModuleBuilder, { body, expands }: Heredoc): void {
  const text = reading.text.slice(body.start, body.end);
  if (!expands || !/[$`]/.test(text)) {
    builder.embed(dotenv.read(".env", text), (offset) => body.start + offset);
    return;
  }
  builder.cover(body);
  const pieces: Piece[] = [];
  quotedPieces(reading, body, undefined, pieces, 0);
  const word: Word = { span: body, pieces };
  tellLines(builder, word, /\r?\n/g);
}
