import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { load } from "../../load.ts";
import type { Format, Module } from "../../types/module.ts";
import { ModuleBuilder } from "../builder.ts";
import { readLexically } from "../lexical.ts";
import { Expressions, spanOf } from "./expressions.ts";
import { Statements } from "./statements.ts";

/**
 * Longer texts are read lexically: people do not write them, and the parser takes 2.3 s and 436 MB for 1.4 MB (measured with
 * @typescript-eslint/parser 8.73 on Node 20).
 */
const maxLength = 512 * 1024;

/** JavaScript and TypeScript in all their endings. */
export const javascript: Format = {
  id: "javascript",
  files: ["*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}"],
  read,
};

function read(path: string, text: string): Module {
  if (text.length > maxLength) return readLexically(path, text, "javascript", "is larger than 512 KB, so it was read lexically: keys that take several steps are not seen");
  const parsed = parse(path, text);
  if (typeof parsed === "number") return readLexically(path, text, "javascript", `could not be parsed as JavaScript near line ${parsed}, so it was read lexically: keys that take several steps are not seen`);
  const builder = new ModuleBuilder(path, "javascript", text);
  for (const comment of parsed.comments ?? []) builder.comment(comment.value, { start: comment.range[0], end: comment.range[1] });
  try {
    new Statements(builder, new Expressions(builder)).block(parsed.body);
  } catch (error) {
    if (error instanceof RangeError) return readLexically(path, text, "javascript", "is nested too deeply to be understood, so it was read lexically");
    throw error;
  }
  return builder.finish();
}

/** The tree, or the line near which the text could not be understood. The parser's own message is not passed on: it may quote. */
function parse(path: string, text: string): TSESTree.Program | number {
  const { parse: parseText } = load("@typescript-eslint/typescript-estree");
  const plain = /\.[mc]?ts$/.test(path);
  const attempts = plain ? [false] : /\.tsx$/.test(path) ? [true] : [true, false];
  let line = 1;
  for (const jsx of attempts) {
    try {
      return parseText(text, { range: true, comment: true, jsx, errorOnUnknownASTType: false, allowInvalidAST: true, filePath: jsx ? "file.tsx" : "file.ts", suppressDeprecatedPropertyWarnings: true });
    } catch (error) {
      line = lineOf(error) ?? line;
    }
  }
  return line;
}

function lineOf(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null || !("lineNumber" in error)) return undefined;
  return typeof error.lineNumber === "number" ? error.lineNumber : undefined;
}

export { spanOf };
