import { load } from "../../load.ts";
import { limited } from "../../limited.ts";
import type { TSESTree } from "./tree.ts";

/** A file's tree, or the line (from 1) near which it could not be understood, or that this took too long. */
export type Parsed = { readonly program: TSESTree.Program } | { readonly line: number | undefined } | { readonly late: true };

/**
 * The tree of a text, by the ending of its path: in `.ts` files `<T>x` is a cast, in all others `<T>` opens JSX. JavaScript that
 * cannot be understood with JSX is tried without it. The parser's own message is not passed on: it may quote the text.
 */
export function parse(path: string, text: string): Parsed {
  const [first, second] = /\.[mc]?ts(\.\w+)?$/i.test(path) ? [false, undefined] : [true, /\.tsx(\.\w+)?$/i.test(path) ? undefined : false];
  const parsed = attempt(text, first);
  if (!("line" in parsed) || second === undefined) return parsed;
  const again = attempt(text, second);
  return "program" in again ? again : parsed;
}

function attempt(text: string, jsx: boolean): Parsed {
  try {
    const { parse: tree } = load("@typescript-eslint/typescript-estree");
    const program = limited(text.length, () => tree(text, {
      range: true,
      comment: true,
      jsx,
      // Without places the parser goes over the whole tree once more to take them away: half the speed on a cold start.
      loc: true,
      jsDocParsingMode: "none",
      allowInvalidAST: true,
      errorOnUnknownASTType: false,
      suppressDeprecatedPropertyWarnings: true,
    }));
    return program ? { program } : { late: true };
  } catch (error) {
    return { line: lineOf(error) };
  }
}

/** A syntax error tells its line; a stack that ran over does not. */
function lineOf(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null || !("lineNumber" in error)) return undefined;
  return typeof error.lineNumber === "number" ? error.lineNumber : undefined;
}
