import { verify } from "./verify/verify.ts";

/** What `keylint verify` needs beside the linter: in the package a file of its own, which the first call loads. No class crosses the line. */
export const verifying = { verify } as const;
