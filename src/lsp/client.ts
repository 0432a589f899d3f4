import type { InitializeParams } from "vscode-languageserver/node";
import { Folders } from "./folders.ts";

/** What the editor says that it can do, and the folders that it has open. */
export interface Client {
  readonly folders: Folders;
  /** Hovers may be written in Markdown. */
  readonly hasMarkdown: boolean;
  /** A change can say of which version of a text it is. */
  readonly hasVersions: boolean;
  /** It tells of files that change when it is asked to. */
  readonly watches: boolean;
  /** It tells of folders that are opened and closed. */
  readonly tellsFolders: boolean;
}

export function clientOf({ capabilities: { textDocument, workspace }, workspaceFolders, rootUri }: Pick<InitializeParams, "capabilities"> & Partial<InitializeParams>): Client {
  return {
    folders: new Folders(workspaceFolders?.map(({ uri }) => uri) ?? [rootUri ?? ""]),
    hasMarkdown: textDocument?.hover?.contentFormat?.includes("markdown") ?? false,
    hasVersions: workspace?.workspaceEdit?.documentChanges ?? false,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    tellsFolders: workspace?.workspaceFolders ?? false,
  };
}
