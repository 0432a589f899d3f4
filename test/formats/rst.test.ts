import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { makeRst } from "../../src/formats/rst.ts";
import type { Module } from "../../src/types/module.ts";
import { clock } from "../support/clock.ts";
import { found, literals, readers, uncovered } from "./parts-shown.ts";

const rst = makeRst(readers);

function read(text: string): Module {
  return rst.read("docs/index.rst", text);
}

describe("file names", () => {
  const matches = picomatch([...rst.files], { dot: true, nocase: true });
  test.each(["README.rst", "A.RST", "a.rest"])("%s is a document", (name) => { expect(matches(name)).toBe(true); });
  test.each(["rst", "a.txt", "a.rst.py", "a.md"])("%s is none", (name) => { expect(matches(name)).toBe(false); });
});

describe("code that tells something", () => {
  test.each([
    ["a directive", `.. code-block:: python\n\n    A = "one"\n\nx\n`, [`A := "one"`]],
    ["its other names", `.. code:: py\n\n   A = "one"\n\n.. sourcecode:: js\n\n   const a = 'two'\n`, [`A := "one"`, `a := 'two'`]],
    ["options", `.. code-block:: python\n    :caption: \`\`a.py\`\`\n    :linenos:\n\n    A = "one"\n`, [`A := "one"`]],
    ["a literal block", `x::\n\n    A = "one"\n\n    B = "two"\n\ny\n`, [`A := "one"`, `B := "two"`]],
    ["alone in its line", `x\n\n::\n\n  import os\n  A = "one"\n`, [`A := "one"`]],
    ["without a blank line", `x::\n  import os\n  A = "one"\n`, [`A := "one"`]],
    ["in a list", `#. x::\n\n     A = "one"\n\n#. y\n`, [`A := "one"`]],
    ["in a paragraph of a list", `#. x\n\n   y::\n\n    A = "one"\n\n   z\n`, [`A := "one"`]],
    ["in tabs", `.. tabs::\n\n   .. group-tab:: A\n\n      .. code-block:: python\n\n         A = "one"\n\n   .. group-tab:: B\n\n      .. code-block:: python\n\n         B = "two"\n`, [`A := "one"`, `B := "two"`]],
    ["a session", `>>> A = "one"\n'one'\n>>> B = "two"\n\nx\n`, [`A := "one"`, `B := "two"`]],
    ["a session in a block", `x::\n\n    >>> def f():\n    ...     A = "one"\n    'two'\n`, [`A := "one"`]],
    ["CRLF and tabs", `x::\r\n\r\n\tA = "one"\r\n\tB = "two"\r\n`, [`A := "one"`, `B := "two"`]],
    ["over several lines", `x::\n\n    app.config.update(\n        A="one",\n    )\n    B = """\n    two"""\n`, [`B := """\n    two"""`]],
    ["several blocks as one program", `x::\n\n    from a import b\n\ny::\n\n    b.c = "one"\n`, [`b.c := "one"`]],
    ["the document's language", `.. highlight:: js\n\nx::\n\n    a.b = 'one'\n`, [`a.b := 'one'`]],
  ])("%s", (_what, text, expected) => {
    expect(literals(read(text))).toEqual(expected);
    expect(read(text).failure).toBeUndefined();
  });

  test.each([
    ["a shell's script", `.. code-block:: bash\n\n    export A='one'\n`, [`A := "one" at 'one'`]],
    ["variables in a literal block", `x ::\n\n    export AB='one'\n    export BC=two\n`, [`AB := "one" at 'one'`, `BC := "two" at two`]],
    ["a session of a shell", `.. code-block:: text\n\n   $ export A="one"\n   $ flask run\n    * Running=yes\n`, [`A := "one" at "one"`]],
    ["of fish", `.. code-block:: text\n\n   $ set -x A "one"\n   $ B=two\n    * Running=yes\n`, [`B := "two" at two`]],
    ["of Windows", `.. code-block:: text\n\n   > set A="one"\n   > B=two\n    * Running=yes\n`, [`B := "two" at two`]],
    ["of PowerShell", `.. code-block:: text\n\n   > $env:A = "one"\n   > B=two\n    * Running=yes\n`, [`B := "two" at two`]],
    ["JSON in a literal block", `x::\n\n    {\n      "key": "one",\n      B=two\n    }\n`, [`B := "two" at two`]],
    ["a prompt", `.. prompt:: bash $\n\n    export A=one\n`, [`A := "one" at one`]],
  ])("%s", (_what, text, expected) => {
    expect(found(read(text))).toEqual(expected);
  });
});

describe("code that tells nothing", () => {
  test.each([
    ["prose", `A = "one" and \`\`B = "two"\`\`\n\nSECRET_KEY = "one"\n`],
    ["a quote", `x\n\n    A = "one"\n`],
    ["another language", `.. code-block:: ruby\n\n    A = "one"\n`],
    ["a block that is no program", `x::\n\n    A = "one" or what you like\n`],
    ["a tree of folders", `x::\n\n    app/\n    ├── A="one"\n`],
    ["text", `.. code-block:: none\n\n    Note that A = "one"\n`],
    ["a comment", `.. x\n   y::\n\n      A = "one"\n\n   .. code-block:: python\n\n      B = "two"\n`],
    ["an answer", `.. code-block:: none\n\n    $ python -c x\n\n    A='one'\n`],
    ["a directive that shows nothing", `.. note::\n\n    A = "one"\n`],
    ["a block without lines", `x::\n\ny\n\n.. code-block:: python\n\ny\n`],
    ["a target", `.. _x: http://a\n.. |y| image:: b\n`],
    ["nothing", ""],
    ["binary", "\0\x01::\0\n\n  \0"],
    ["a definition", `SECRET_KEY\n    A = "one"\n`],
  ])("%s", (_what, text) => {
    expect(found(read(text))).toEqual([]);
  });
});

test.each(["x::\n\n  A = 'one'\n", ".. x\n", "::\n", ".. code-block:: js\n\n  {{\n\n", " ::\n  ::\n   ::\n", ">>> A\n\n", "1. x::\n"])("2,000 of %j take no long time", (unit) => {
  const inTime = clock();
  read(unit.repeat(2_000));
  inTime(5_000);
});

test("blocks that go ever deeper", () => {
  const inTime = clock();
  read(Array.from({ length: 1_000 }, (_, depth) => `${" ".repeat(depth)}x::\n`).join(""));
  read(Array.from({ length: 1_000 }, (_, depth) => `${" ".repeat(depth)}.. note::\n`).join(""));
  inTime(2_000);
});

test("comments are told, and what is not read is covered", () => {
  const module = read(`hidden1\n\n.. hidden2\n\nx::\n\n    SHOWN = "hidden3"  # hidden4\n\nx::\n\n    hidden5 what more\n`);
  expect(module.comments.map(({ text }) => text)).toEqual(["hidden2", "hidden4"]);
  expect(uncovered(module)).not.toContain("hidden");
  expect(uncovered(module)).toContain("SHOWN = ");
});
