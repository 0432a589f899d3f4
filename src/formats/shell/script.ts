import type { ModuleBuilder } from "../builder.ts";
import { readCommands } from "./commands.ts";
import { tellFish } from "./fish.ts";
import { tellHeredocs } from "./heredocs.ts";
import { tellCommand } from "./meanings.ts";
import { Reading } from "./reading.ts";
import { coverWords, tellAssigned } from "./telling.ts";

interface Piece {
  readonly start: number;
  /** Only what it writes into files counts. */
  readonly quiet?: boolean;
  /** It is the text of a heredoc itself. */
  readonly inner?: boolean;
}

/** Tells what a piece of a script sets. */
export function tellScript(builder: ModuleBuilder, reading: Reading, { start, quiet = false, inner = false }: Piece): void {
  readCommands(reading, start, {
    comment: (span) => builder.comment(reading.text.slice(span.start, span.end).replace(/^#+/, "").trim(), span),
    passed: (span) => builder.cover(span),
    command: (command) => {
      coverWords(builder, command.words);
      if (!quiet) tellAssigned(builder, command.words);
      if (reading.dialect.name === "fish" && tellFish(builder, command)) return;
      tellCommand(builder, command, quiet);
      if (quiet && !inner && command.words.length === 0) {
        // `RUN <<EOF` of a Dockerfile: the text is the script.
        for (const { body } of command.heredocs) tellScript(builder, new Reading(reading.text, reading.dialect, reading.scope, body.end), { start: body.start, quiet, inner: true });
      } else tellHeredocs(reading, builder, command);
    },
  });
}
