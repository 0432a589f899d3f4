import type { Format, Module, Part } from "../types/module.ts";
import type { Span } from "../types/value.ts";
import { Piece } from "./piece.ts";
import { placed } from "./placed.ts";

/** Who reads the two ways in which docstrings show code. */
interface Documents {
  readonly rst: Format;
  readonly markdown: Format;
}

/** Python whose docstrings are read too: what they show is documentation, wherever the file stands. */
export function withDocstrings(python: Format, documents: Documents): Format {
  return {
    ...python,
    read(path, text): Module {
      const module = python.read(path, text);
      if (module.failure !== undefined) return module;
      const parts = module.comments.flatMap(({ span, text: inner }) => partsOf(module, span, inner, documents));
      if (parts.length === 0) return module;
      return { ...module, parts: [...module.parts, ...parts], comments: [...module.comments, ...parts.flatMap((part) => part.module.comments)] };
    },
  };
}

/** A docstring is told as a comment whose token begins with no `#`. The whole of it is covered already. */
function partsOf(module: Module, span: Span, inner: string, { rst, markdown }: Documents): readonly Part[] {
  if (module.text[span.start] === "#" || inner === "") return [];
  const fenced = inner.includes("```");
  if (!fenced && !inner.includes("::") && !inner.includes(">>>")) return [];
  const start = module.text.indexOf(inner, span.start);
  const prefix = /^[A-Za-z]{0,3}/.exec(module.text.slice(span.start, span.start + 3))?.[0] ?? "";
  // With escapes the code is not what stands there.
  if (start < 0 || (inner.includes("\\") && !/r/i.test(prefix))) return [];
  const piece = new Piece();
  piece.fill(indentBefore(module.text, span.start), start);
  piece.add(inner, start);
  const { parts } = placed((fenced ? markdown : rst).read(module.path, piece.text), module, (offset) => piece.at(offset)).module;
  return parts.map((part) => ({ ...part, role: "docs" }));
}

/** The blanks that the line of an offset begins with: a docstring's first line is as far in as its quotes. */
function indentBefore(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  return /^[ \t]{0,400}/.exec(text.slice(start, Math.min(offset, start + 400)))?.[0] ?? "";
}
