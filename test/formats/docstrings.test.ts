import { describe, expect, test } from "vitest";
import { withDocstrings } from "../../src/formats/docstrings.ts";
import { makeMarkdown } from "../../src/formats/markdown.ts";
import { python } from "../../src/formats/python/index.ts";
import { makeRst } from "../../src/formats/rst.ts";
import type { Module } from "../../src/types/module.ts";
import { clock } from "../support/clock.ts";
import { readers, uncovered } from "./parts-shown.ts";

const documented = withDocstrings(python, { rst: makeRst(readers), markdown: makeMarkdown(readers) });

function read(text: string): Module {
  return documented.read("app.py", text);
}

/** The literals of docstrings, as the file writes them. */
function shown(text: string): readonly string[] {
  const module = read(text);
  return module.parts.flatMap((part) => part.module.bindings.map(({ value: { span } }) => module.text.slice(span.start, span.end)));
}

describe("docstrings that show code", () => {
  test.each([
    ["a module's", `"""Text::\n\n    A = "one"\n\nx\n"""\n`, [`"one"`]],
    ["a class's", `class C:\n    """Text.\n\n    Text::\n\n        A = "one"\n        B = "two"\n\n    x\n    """\n`, [`"one"`, `"two"`]],
    ["a first line's", `def f():\n    """Text::\n\n        A = "one"\n\n    Text.\n    """\n`, [`"one"`]],
    ["a session", `def f():\n    """\n    >>> A = "one"\n    'two'\n    """\n`, [`"one"`]],
    ["a directive", `def f():\n    '''\n    .. code-block:: js\n\n        const a = 'one'\n    '''\n`, [`'one'`]],
    ["Markdown", `def f():\n    """\n    Text\n\n    \`\`\`python\n    A = "one"\n    \`\`\`\n    """\n`, [`"one"`]],
    ["raw", `def f():\n    r"""Text::\n\n        A = "one\\\\n"\n    """\n`, [`"one\\\\n"`]],
    ["several", `"""x::\n\n  A = "one"\n"""\ndef f():\n    """x::\n\n      B = "two"\n    """\n`, [`"one"`, `"two"`]],
  ])("%s", (_what, text, expected) => {
    expect(shown(text)).toEqual(expected);
    expect(read(text).parts.every(({ role }) => role === "docs")).toBe(true);
  });

  test("nothing of it is the program's", () => {
    const text = `def f():\n    """Text::\n\n        A = "one"  # keylint-ignore x\n    """\n\nB = "two"\n`;
    const [alone, module] = [python.read("app.py", text), read(text)];
    expect([module.bindings.length, module.top.names.size, module.language]).toEqual([alone.bindings.length, alone.top.names.size, "python"]);
    expect(module.comments.map((comment) => comment.text)).toContain("keylint-ignore x");
    expect(uncovered(module)).toBe(uncovered(alone));
  });
});

describe("docstrings that tell nothing", () => {
  test.each([
    ["no code", `"""A = "one" """\n`],
    ["prose with colons", `"""x: A::B = "one"."""\n`],
    ["escapes", `"""x::\n\n  A = "one\\n"\n"""\n`],
    ["a text that is no docstring", `x = """x::\n\n  A = "one"\n"""\n`],
    ["a comment", `# x::\n#\n#   A = "one"\n`],
    ["a file that is not understood", `"""x::\n\n  A = "one"\n"""\nclass {%:\n`],
  ])("%s", (_what, text) => {
    expect(shown(text)).toEqual([]);
  });
});

test("2,000 of them take no long time", () => {
  const inTime = clock();
  read(Array.from({ length: 2_000 }, (_, n) => `def f${n}():\n    """x::\n\n        A = "one"\n    """\n`).join(""));
  inTime(8_000);
});
