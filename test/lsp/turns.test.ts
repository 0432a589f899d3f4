import { PassThrough } from "node:stream";
import { afterEach, describe, expect, test } from "vitest";
import { CancellationTokenSource, type Diagnostic } from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { documentsOn } from "../../src/lsp/documents.ts";
import { serve } from "../../src/lsp/server.ts";
import type { Seen } from "../../src/threads/lookers.ts";
import { Editor } from "../support/editor.ts";

const ending: (() => Promise<number>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0)) expect(await end()).toBe(1);
});

const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });

describe("while a text is looked at", () => {
  /** A server whose looks end when the test says so. */
  async function slowly(): Promise<{ readonly editor: Editor; readonly looks: readonly { readonly text: string; readonly end: () => void }[]; readonly asked: (count: number) => Promise<void> }> {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const looks: { text: string; end: () => void }[] = [];
    const waiting: { readonly count: number; readonly done: () => void }[] = [];
    const look = ({ text, folder }: { readonly text: string; readonly folder: string }): Promise<Seen> => new Promise((done) => {
      looks.push({ text, end: () => { done({ root: folder, path: "app.py", findings: [], failures: [{ path: "app.py", message: text, fatal: false }] }); } });
      for (const one of waiting) if (looks.length >= one.count) one.done();
    });
    const status = serve({ input, output, now: () => 0, lookers: () => ({ look, forget: () => undefined, end: () => undefined }) });
    ending.push(() => {
      input.end();
      return status;
    });
    const editor = new Editor(output, input, "/project");
    await editor.start();
    return { editor, looks, asked: (count) => (looks.length >= count ? Promise.resolve() : new Promise((done) => void waiting.push({ count, done }))) };
  }
  const messages = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ message }) => message);

  test("a request can be cancelled", async () => {
    const { editor, asked, looks } = await slowly();
    const opened = editor.open("app.py", "a");
    const source = new CancellationTokenSource();
    const hover = editor.connection.sendRequest("textDocument/hover", { textDocument: { uri: editor.uri("app.py") }, position: { line: 0, character: 0 } }, source.token);
    await asked(1);
    source.cancel();
    await expect(hover).rejects.toMatchObject({ code: -32800 });
    looks[0]?.end();
    expect(messages(await opened)).toEqual(["Not checked in full: a."]);
  });

  test("what is found in a version that is no more is not shown, and of the versions between nobody asks", async () => {
    const { editor, asked, looks } = await slowly();
    const [first] = [editor.open("app.py", "a"), await asked(1)];
    void first;
    for (const newText of ["b", "c"]) void editor.edit("app.py", { range: at(0, 0), newText });
    const last = editor.edit("app.py", { range: at(0, 0), newText: "d" });
    // An answer to a later message: all before it have been read.
    expect(await editor.hover("other.py", 0, 0)).toBeNull();
    looks[0]?.end();
    await asked(2);
    expect(editor.now("app.py")).toEqual([]);
    looks[1]?.end();
    expect(messages(await last)).toEqual(["Not checked in full: dcba."]);
    expect(looks.map(({ text }) => text)).toEqual(["a", "dcba"]);
  });

  test("others wait for their turn, and one that somebody waits for comes first", async () => {
    const { editor, asked, looks } = await slowly();
    const opened = ["a.py", "b.py", "c.py"].map((path) => editor.open(path, path));
    await asked(1);
    const hover = editor.hover("c.py", 0, 0);
    expect(await editor.hover("other.py", 0, 0)).toBeNull();
    for (const count of [1, 2, 3]) {
      await asked(count);
      looks[count - 1]?.end();
    }
    await Promise.all([...opened, hover]);
    expect(looks.map(({ text }) => text)).toEqual(["a.py", "c.py", "b.py"]);
  });

  test("it can be closed", async () => {
    const { editor, asked, looks } = await slowly();
    void editor.open("app.py", "a");
    await asked(1);
    const hover = editor.hover("app.py", 0, 0);
    expect(await editor.close("app.py")).toEqual([]);
    expect(await hover).toBeNull();
    looks[0]?.end();
    const again = editor.open("app.py", "b");
    await asked(2);
    looks[1]?.end();
    expect(messages(await again)).toEqual(["Not checked in full: b."]);
  });
});

test("a clock that is set back leaves no text unseen", async () => {
  let time = 10_000_000;
  const told: number[] = [];
  const look = (): Promise<Seen> => {
    time += 40;
    return Promise.resolve({ root: "/project", path: "app.py", findings: [], failures: [] });
  };
  const documents = documentsOn({ look, forget: () => undefined, end: () => undefined }, {
    now: () => time, heldAs: () => ({ path: "/project/app.py", text: "", folder: "/project" }), tell: ({ version }) => void told.push(version),
  });
  for (const version of [1, 2]) {
    documents.changed(TextDocument.create("file:///project/app.py", "python", version, ""));
    await new Promise((next) => setImmediate(next));
    time = 0;
  }
  expect(told).toEqual([1, 2]);
  documents.end();
});
