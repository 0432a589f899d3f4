import { serve } from "./lsp/server.ts";

/** What `keylint lsp` needs beside the linter: in the package a file of its own, which the first call loads. */
export const serving = { serve } as const;
