import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection, StreamMessageReader, StreamMessageWriter,
  type CodeAction, type Diagnostic, type Hover, type InitializeResult, type Position, type ProtocolConnection, type PublishDiagnosticsParams, type Range, type RegistrationParams, type TextDocumentEdit, type TextEdit,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";

/** What an editor can do that not all can. */
const able = {
  textDocument: { hover: { contentFormat: ["markdown" as const] } },
  workspace: { workspaceFolders: true, workspaceEdit: { documentChanges: true }, didChangeWatchedFiles: { dynamicRegistration: true } },
};

/** An editor with folders open, which speaks with a server over two streams as VS Code does: with its protocol's library. */
export class Editor {
  readonly connection: ProtocolConnection;
  readonly registered: string[] = [];
  /** What the server shows to people beside the texts. */
  readonly shown: string[] = [];
  readonly #texts = new Map<string, TextDocument>();
  readonly #told = new Map<string, PublishDiagnosticsParams>();
  #waiting: { readonly uri: string; readonly isMet: (told: PublishDiagnosticsParams) => boolean; readonly done: (diagnostics: readonly Diagnostic[]) => void }[] = [];
  readonly #root: string;

  constructor(input: NodeJS.ReadableStream, output: NodeJS.WritableStream, root: string) {
    this.#root = root;
    this.connection = createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
    this.connection.onNotification("textDocument/publishDiagnostics", (told: PublishDiagnosticsParams) => {
      this.#told.set(told.uri, told);
      const met = this.#waiting.filter(({ uri, isMet }) => uri === told.uri && isMet(told));
      this.#waiting = this.#waiting.filter((one) => !met.includes(one));
      for (const { done } of met) done(told.diagnostics);
    });
    this.connection.onNotification("window/showMessage", ({ message }: { readonly message: string }) => void this.shown.push(message));
    this.connection.onRequest("client/registerCapability", ({ registrations }: RegistrationParams) => void this.registered.push(...registrations.map(({ method }) => method)));
    this.connection.listen();
  }

  async start({ folders = [""], capabilities = able }: { readonly folders?: readonly string[]; readonly capabilities?: object } = {}): Promise<InitializeResult> {
    const workspaceFolders = folders.map((folder) => ({ uri: this.uri(folder), name: folder }));
    const result: InitializeResult = await this.connection.sendRequest("initialize", { processId: null, rootUri: workspaceFolders[0]?.uri ?? null, workspaceFolders, capabilities });
    await this.connection.sendNotification("initialized", {});
    return result;
  }

  uri(path: string): string {
    return pathToFileURL(join(this.#root, path)).href;
  }

  text(path: string): string {
    return this.#of(path).getText();
  }

  /** Tells where an offset of a text is. */
  place(path: string): (offset: number) => Position {
    return (offset) => this.#of(path).positionAt(offset);
  }

  version(path: string): number {
    return this.#of(path).version;
  }

  /** Opens a file of the disk, or a text that is none yet. */
  open(path: string, text = readFileSync(join(this.#root, path), "utf8")): Promise<readonly Diagnostic[]> {
    const document = TextDocument.create(this.uri(path), "text", 1, text);
    this.#texts.set(path, document);
    const { uri, languageId, version } = document;
    return this.#after(path, () => this.connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version, text } }));
  }

  /** Changes a part of a text. Gives what is shown of this version of it. */
  edit(path: string, ...edits: readonly TextEdit[]): Promise<readonly Diagnostic[]> {
    const document = this.#of(path);
    const changes = edits.map(({ range, newText }) => ({ range, text: newText }));
    TextDocument.update(document, changes, document.version + 1);
    return this.#after(path, () => this.connection.sendNotification("textDocument/didChange", { textDocument: { uri: document.uri, version: document.version }, contentChanges: changes }));
  }

  /** Writes a text to the disk. Gives what is shown of it from then on. */
  save(path: string): Promise<readonly Diagnostic[]> {
    writeFileSync(join(this.#root, path), this.text(path));
    return this.#after(path, () => this.connection.sendNotification("textDocument/didSave", { textDocument: { uri: this.uri(path) } }));
  }

  /** Gives what is shown of a text that is closed: nothing. */
  close(path: string): Promise<readonly Diagnostic[]> {
    this.#texts.delete(path);
    return this.#after(path, () => this.connection.sendNotification("textDocument/didClose", { textDocument: { uri: this.uri(path) } }));
  }

  /** Gives another name to an open file, as editors do it: one is closed and another opened. */
  async rename(path: string, to: string): Promise<readonly Diagnostic[]> {
    const text = this.text(path);
    rmSync(join(this.#root, path));
    writeFileSync(join(this.#root, to), text);
    await this.close(path);
    const shown = this.open(to, text);
    await this.changed(path, to);
    return shown;
  }

  /** Says that files of the disk have changed. */
  changed(...paths: readonly string[]): Promise<void> {
    return this.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: paths.map((path) => ({ uri: this.uri(path), type: 2 })) });
  }

  /** What will be shown next of an open text. */
  next(path: string): Promise<readonly Diagnostic[]> {
    return this.#after(path, () => Promise.resolve());
  }

  /** What is shown now. */
  now(path: string): readonly Diagnostic[] {
    return this.#told.get(this.uri(path))?.diagnostics ?? [];
  }

  hover(path: string, line: number, character: number): Promise<Hover | null> {
    return this.connection.sendRequest("textDocument/hover", { textDocument: { uri: this.uri(path) }, position: { line, character } });
  }

  actions(path: string, range: Range, only?: readonly string[]): Promise<readonly CodeAction[]> {
    return this.connection.sendRequest("textDocument/codeAction", { textDocument: { uri: this.uri(path) }, range, context: { diagnostics: [], ...(only ? { only } : {}) } });
  }

  /** Does what an action says. */
  act(path: string, { edit }: CodeAction): Promise<readonly Diagnostic[]> {
    const [{ textDocument, edits } = { textDocument: undefined, edits: [] }] = (edit?.documentChanges ?? []) as readonly TextDocumentEdit[];
    if (textDocument?.uri !== this.uri(path) || textDocument.version !== this.version(path)) throw new Error("the action is about another text");
    // From the end, for each is told by where it is before the others.
    return this.edit(path, ...(edits as readonly TextEdit[]).toSorted((one, other) => other.range.start.line - one.range.start.line || other.range.start.character - one.range.start.character));
  }

  #of(path: string): TextDocument {
    const document = this.#texts.get(path);
    if (document === undefined) throw new Error(`${path} is not open`);
    return document;
  }

  #after(path: string, send: () => Promise<void>): Promise<readonly Diagnostic[]> {
    const version = this.#texts.get(path)?.version;
    return new Promise((done, fail) => {
      this.#waiting.push({ uri: this.uri(path), isMet: (told) => told.version === version, done });
      send().catch(fail);
    });
  }
}
