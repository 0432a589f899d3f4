import type { CancellationToken, CodeAction, CodeActionParams, Connection, Hover, HoverParams, InitializeResult, TextDocuments } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { load } from "../load.ts";
import type { Held, Lookers, Seen } from "../threads/lookers.ts";
import { version } from "../version.ts";
import { actionsFor, fixAll } from "./actions.ts";
import { clientOf, type Client } from "./client.ts";
import { diagnosticsIn } from "./diagnostics.ts";
import { documentsOn, type Documents } from "./documents.ts";
import { pathOf } from "./folders.ts";
import { hoverAt } from "./hover.ts";
import type { Read } from "./text.ts";

/** What the server stands on. */
export interface Serving {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly lookers: () => Lookers;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * A language server over two streams: https://microsoft.github.io/language-server-protocol/. It shows what `keylint --stdin` finds in
 * the text that the editor holds, saved or not. Gives the exit status when the editor has gone: 0 after it has said so.
 */
export function serve({ input, output, lookers, now }: Serving): Promise<number> {
  const { createConnection, StreamMessageReader, StreamMessageWriter, TextDocuments } = load("vscode-languageserver/node");
  const connection = createConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
  const server = new Server(connection, new TextDocuments(TextDocument), lookers(), now);
  return new Promise((ended) => {
    const end = (): void => { ended(server.end()); };
    connection.onExit(end);
    input.once("end", end).once("close", end);
    connection.listen();
  });
}

/** What it answers when an editor introduces itself. */
const answer: InitializeResult = {
  serverInfo: { name: "keylint", version },
  capabilities: {
    positionEncoding: "utf-16",
    textDocumentSync: { openClose: true, change: 2, save: true },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: ["quickfix", fixAll] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
};

/** A key may stand in one file and be used in another, so the editor is asked to tell of all that change. */
const watching = { id: "files", method: "workspace/didChangeWatchedFiles", registerOptions: { watchers: [{ globPattern: "**/*" }] } };

/** Files that change often and hold no key. */
const often = /\/(\.git|node_modules|\.venv|__pycache__)\//;

/** MessageType.Error */
const errorMessage = 1;

class Server {
  readonly #connection: Connection;
  readonly #texts: TextDocuments<TextDocument>;
  readonly #documents: Documents;
  #client: Client = clientOf({ capabilities: {} });
  /** What is wrong in a folder, as it was said last. */
  readonly #told = new Map<string, string>();
  #isEnding = false;

  constructor(connection: Connection, texts: TextDocuments<TextDocument>, lookers: Lookers, now: () => number) {
    this.#connection = connection;
    this.#texts = texts;
    this.#documents = documentsOn(lookers, { now, heldAs: (document) => this.#heldAs(document), tell: (document, held, seen) => { this.#tell(document, held, seen); } });
    connection.onInitialize((params) => {
      this.#client = clientOf(params);
      return answer;
    });
    connection.onInitialized(() => { this.#listenToFolders(); });
    connection.onShutdown(() => { this.#isEnding = true; });
    connection.onHover((params, token) => this.#unlessCancelled(token, () => this.#hover(params)));
    connection.onCodeAction((params, token) => this.#unlessCancelled(token, () => this.#actions(params, token)));
    connection.onDidChangeWatchedFiles(({ changes }) => { if (changes.some(({ uri }) => !often.test(uri))) this.#documents.outdated(); });
    this.#listenToTexts();
  }

  /** Gives the exit status. */
  end(): number {
    this.#documents.end();
    this.#connection.dispose();
    return this.#isEnding ? 0 : 1;
  }

  #listenToTexts(): void {
    this.#texts.onDidChangeContent(({ document }) => { this.#documents.changed(document); });
    this.#texts.onDidSave(() => { this.#documents.outdated(); });
    this.#texts.onDidClose(({ document: { uri } }) => {
      this.#documents.closed(uri);
      this.#say("textDocument/publishDiagnostics", { uri, diagnostics: [] });
    });
    this.#texts.listen(this.#connection);
  }

  #listenToFolders(): void {
    const { folders, watches, tellsFolders } = this.#client;
    if (watches) this.#connection.sendRequest("client/registerCapability", { registrations: [watching] }).catch(() => undefined);
    if (!tellsFolders) return;
    this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      folders.change(added, removed);
      this.#documents.outdated();
    });
  }

  /** An editor that has gone hears nothing. */
  #say(method: string, params: object): void {
    this.#connection.sendNotification(method, params).catch(() => undefined);
  }

  #heldAs(document: TextDocument): Held | undefined {
    const path = pathOf(document.uri);
    return path === undefined ? undefined : { path, text: document.getText(), folder: this.#client.folders.around(path) };
  }

  #tell(document: TextDocument, { folder }: Held, seen: Seen): void {
    const mistake = "mistake" in seen ? seen.mistake : "";
    if (mistake !== "" && this.#told.get(folder) !== mistake) this.#say("window/showMessage", { type: errorMessage, message: `keylint: ${mistake}` });
    this.#told.set(folder, mistake);
    const { uri, version: number } = document;
    this.#say("textDocument/publishDiagnostics", { uri, version: number, diagnostics: "mistake" in seen ? [] : diagnosticsIn({ document, seen }) });
  }

  /** What was found in the newest version of a text, and that version, which no later change reaches. */
  async #read(uri: string): Promise<Read | undefined> {
    const seen = await this.#documents.seen(uri);
    const document = this.#texts.get(uri);
    if (seen === undefined || "mistake" in seen || document === undefined) return undefined;
    return { document: TextDocument.create(uri, document.languageId, document.version, document.getText()), seen };
  }

  async #hover({ textDocument: { uri }, position }: HoverParams): Promise<Hover | null> {
    const read = await this.#read(uri);
    return read === undefined ? null : hoverAt(read, position, this.#client.hasMarkdown);
  }

  async #actions(params: CodeActionParams, token: CancellationToken): Promise<CodeAction[] | null> {
    const read = await this.#read(params.textDocument.uri);
    const held = read && this.#heldAs(read.document);
    if (read === undefined || held === undefined) return null;
    return [...await actionsFor(read, params, { hasVersions: this.#client.hasVersions, tried: (text) => this.#documents.tried({ ...held, text }, token) })];
  }

  /** What a request gives; as soon as the editor no longer wants it, that it was cancelled. */
  #unlessCancelled<Result>(token: CancellationToken, find: () => Promise<Result>): Promise<Result> {
    const { LSPErrorCodes, ResponseError } = load("vscode-languageserver/node");
    return new Promise((done, fail) => {
      token.onCancellationRequested(() => { fail(new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.")); });
      find().then(done, fail);
    });
  }
}
