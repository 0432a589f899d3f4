import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { makeMarkdown } from "../../src/formats/markdown.ts";
import type { Module } from "../../src/types/module.ts";
import { clock } from "../support/clock.ts";
import { found, literals, readers, uncovered } from "./parts-shown.ts";

const markdown = makeMarkdown(readers);

function read(text: string): Module {
  return markdown.read("README.md", text);
}

const fence = "```";

describe("file names", () => {
  const matches = picomatch([...markdown.files], { dot: true, nocase: true });
  test.each(["README.md", "a.mdx", "A.MARKDOWN"])("%s is a document", (name) => { expect(matches(name)).toBe(true); });
  test.each(["md", "a.md.txt", "a.rst", "a.mdown.js"])("%s is none", (name) => { expect(matches(name)).toBe(false); });
});

describe("code that tells something", () => {
  test.each([
    ["a fence", `${fence}python\nA = "one"\n${fence}\n`, [`A := "one"`]],
    ["tildes", `~~~~ js\nconst a = 'one';\n~~~\n~~~~~\n`, [`a := 'one'`]],
    ["a longer fence", `${fence}\`\`py\nA = """one\n${fence}\n"""\n${fence}\`\`\n`, [`A := """one\n${fence}\n"""`]],
    ["a fence that does not end", `${fence}py\nA = "one"`, [`A := "one"`]],
    ["CRLF", `x\r\n${fence}py\r\nA = "one"\r\n${fence}\r\n`, [`A := "one"`]],
    ["in a list", `1. x\n\n   ${fence}py\n   if x:\n       A = "one"\n   ${fence}\n`, [`A := "one"`]],
    ["as a list item", `- ${fence}py\n  A = "one"\n  ${fence}\n`, [`A := "one"`]],
    ["under a tab of a page", `=== "Tab"\n\n    ${fence}py\n    A = "one"\n    ${fence}\n`, [`A := "one"`]],
    ["in a quote", `> ${fence}py\n> A = "one"\n>\n> B = "two"\n> ${fence}\n`, [`A := "one"`, `B := "two"`]],
    ["a quote that ends before its fence", `> ${fence}py\n> A = "one"\nprose\n\n${fence}py\nB = "two"\n${fence}`, [`A := "one"`, `B := "two"`]],
    ["a title", `${fence}python title="app.py" {1,3}\nA = "one"\n${fence}`, [`A := "one"`]],
    ["a file's name", `${fence}js:src/app.js\nconst a = 'one'\n${fence}`, [`a := 'one'`]],
    ["attributes", `${fence}{.python .numberLines}\nA = "one"\n${fence}`, [`A := "one"`]],
    ["MyST", `${fence}{code-block} python\n:linenos:\n\nA = "one"\n${fence}`, [`A := "one"`]],
    ["MyST around", `${fence}\`{note}\n${fence}py\nA = "one"\n${fence}\n${fence}\`\n${fence}py\nB = "two"\n${fence}`, [`A := "one"`, `B := "two"`]],
    ["indented only", `x\n\n    from a import b\n    A = "one"\n\n    B = "two"\n\ny\n`, [`A := "one"`, `B := "two"`]],
    ["JavaScript that leaves out", `${fence}ts\nconst a: string = 'one';\n...\nconst b = 'two';\n${fence}`, [`a := 'one'`, `b := 'two'`]],
    ["a session of Python", `${fence}pycon\n>>> A = "one"\n>>> def f():\n...     B = "two"\n...\n>>> A\n'three'\n${fence}`, [`A := "one"`, `B := "two"`]],
    ["a page", `${fence}vue\n<script setup>\nconst a = 'one'\n</script>\n${fence}`, [`a := 'one'`]],
    ["broken code", `${fence}js\nconst = {;\nkey: "one"\n${fence}`, [`key := "one"`]],
  ])("%s", (_what, text, expected) => {
    expect(literals(read(text))).toEqual(expected);
    expect(read(text).failure).toBeUndefined();
  });

  test.each([
    ["an environment file", `${fence}env\nA=one\n${fence}`, [`A := "one" at one`]],
    ["called a shell's", `${fence}shell title=".env"\n# x\nAB=one\n\nBC=two, three\n${fence}`, [`AB := "one" at one`, `BC := "two, three" at two, three`]],
    ["without a language", `${fence}\nAB=one\nBC=two\n${fence}`, [`AB := "one" at one`, `BC := "two" at two`]],
    ["called text", `${fence}text\nexport AB=one\n${fence}`, [`AB := "one" at one`]],
    ["ini without a reader", `${fence}ini\n[x]\na = one\n${fence}`, [`a := "one" at one`]],
    ["a shell", `${fence}bash\nexport A=one\necho $A\n${fence}`, [`A := "one" at one`]],
    ["a session of a shell", `${fence}console\n$ export A=one\nB=answer\n(venv) $ export C=two\nuser@host:~/x$ export D=three\n${fence}`, [`A := "one" at one`, `C := "two" at two`, `D := "three" at three`]],
    ["the superuser's", `${fence}console\n# export A=one\nB=answer\n${fence}`, [`A := "one" at one`]],
    ["a here document", `${fence}console\n$ cat <<EOF > .env\nA=one\nEOF\nB=answer\n${fence}`, [`A := "one" at one`]],
    ["a long command", `${fence}sh\n$ export A=one\\\n  export B=two\nC=answer\n${fence}`, [`A := "one\\\\" at one\\`, `B := "two" at two`]],
    ["what PowerShell reads", `${fence}powershell\nPS C:\\x> A=one\nB=answer\n${fence}`, [`A := "one" at one`]],
    ["what JSON reads", `${fence}json\nA=one\n${fence}`, [`A := "one" at one`]],
  ])("%s", (_what, text, expected) => {
    expect(found(read(text))).toEqual(expected);
  });
});

describe("code that tells nothing", () => {
  test.each([
    ["prose", `A = "one" and \`B = "two"\`\n\nSECRET_KEY=one\n`],
    ["inline code of three", `${fence}A = "one"${fence}\nB = "two"\n`],
    ["another language", `${fence}ruby\nA = "one"\n${fence}\n`],
    ["a diagram", `${fence}mermaid\nA = "one"\n${fence}\n`],
    ["text", `${fence}text\nNote that A = "one"\n${fence}\n`],
    ["no language and no sign of one", `${fence}\nkey "one"\n${fence}\n`],
    ["a document in a document", `${fence}md\nA=one\n${fence}\n`],
    ["a heading", `# A="one"\n`],
    ["a table", `| A | "one" |\n|---|---|\n| SECRET_KEY | \`one\` |\n`],
    ["a comment", `<!--\n${fence}py\nA = "one"\n${fence}\n-->\n`],
    ["a paragraph in a list", `- x\n\n    SECRET_KEY=one\n`],
    ["a line that goes on", `x\n    SECRET_KEY=one\n`],
    ["an answer", `${fence}console\n$ python -c x\nAB=one\n${fence}`],
    ["an empty block", `${fence}py\n${fence}\n${fence}\n\n${fence}\n`],
    ["nothing", ""],
    ["binary", "\0\x01`\xff```py\0\n"],
    ["another format", `{"a": "one", "b": ["${fence}"]}\n`],
  ])("%s", (_what, text) => {
    expect(found(read(text))).toEqual([]);
  });
});

describe("one program in several blocks", () => {
  test("a later block knows what an earlier one names", () => {
    const module = read(`x\n${fence}py\nfrom flask import Flask\napp = Flask(__name__)\n${fence}\ny\n${fence}js\nconst a = 1;\n${fence}\n${fence}python\napp.secret_key = b"one"\n${fence}\n`);
    expect(module.parts.map((part) => part.module.language)).toEqual(["python", "javascript"]);
    expect(module.parts[0]?.module.top.names.get("app")).toHaveLength(1);
    expect(literals(module)).toEqual([`app.secret_key := b"one"`]);
  });

  test("a block that is not understood stands alone", () => {
    const module = read(`${fence}js\nconst a = "one";\n${fence}\n${fence}js\nconst = {{;\n${fence}\n${fence}js\nf(a); const b = "two";\n${fence}\n`);
    expect(module.parts.map((part) => [part.module.failure === undefined, part.module.bindings.length])).toEqual([[true, 2], [false, 0]]);
  });

  test("environment files stay apart", () => {
    expect(read(`${fence}env\nA=one\n${fence}\n${fence}env\nA=two\n${fence}\n`).parts).toHaveLength(2);
  });

  test.each([
    ["blocks", `${fence}py\nA = "one"\nif A:\n    f(A)\n${fence}\n`],
    ["broken blocks", `${fence}js\nconst = {{ "one"\n${fence}\n`],
    ["fences that do not match", `${fence}\n~~~\n`],
    ["quotes", `>>>>>>>> ${fence}py\n`],
    ["comments", "<!-- <!-- \n"],
    ["directives", `${fence}{note}\n`],
  ])("2,000 %s take no long time", (_what, text) => {
    const inTime = clock();
    read(text.repeat(2_000));
    inTime(5_000);
  });

  test.each([[">"], [" "], ["`"], ["~"], ["- "], ["<!--"], ["(".repeat(10)], ["a@"], ["$ "]])("a line of many %j", (unit) => {
    const line = unit.repeat(100_000);
    const inTime = clock();
    for (const text of [line, `${fence}\n${line}\n${fence}`, `${fence}console\n${line}\n${fence}`, `${fence}${line}`]) read(text);
    inTime(5_000);
  });
});

test("comments of code and of the page are told", () => {
  const module = read(`<!-- keylint-ignore a -->\n${fence}py\nA = "one" # keylint-ignore b -- why\n${fence}\n`);
  expect(module.comments.map(({ text }) => text)).toEqual(["keylint-ignore a", "keylint-ignore b -- why"]);
});

test("prose, answers, and blocks that nobody reads are covered", () => {
  const module = read(`The key is hidden1.\n\n${fence}console\n$ export A=hidden2\nhidden3\n$ ls\n${fence}\n${fence}ruby\nhidden4\n${fence}\n`);
  expect(uncovered(module)).not.toContain("hidden");
  expect(uncovered(module)).toContain("export A=");
});

test("a block of a hundred and fifty thousand lines is read", () => {
  const module = read(`${"`".repeat(3)}env\nSECRET_KEY=a\n${"A=b # c\n".repeat(150_000)}${"`".repeat(3)}\n`);
  expect(module.parts).toHaveLength(1);
  expect(module.comments).toHaveLength(150_000);
});
