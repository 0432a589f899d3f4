import { proposed } from "./init/proposal.ts";
import { baselineFile } from "./init/settings.ts";

/** What `keylint init` needs beside the linter: in the package a file of its own, which the first call loads. No class crosses the line. */
export const starting = { proposed, baselineFile } as const;
