import { UsageError } from "../usage-error.ts";

export function topicOf(words: readonly string[], exists: (path: string) => boolean): { topic?: string } {
  const topic = words[1];
  if (words.length > 2) throw new UsageError(`keylint explain takes one rule or framework: keylint explain short-key.${orFolder("explain", exists)}`);
  return topic === undefined ? {} : { topic };
}

export function frameworkOf(words: readonly string[], exists: (path: string) => boolean): { topic?: string } {
  const topic = words[1];
  if (words.length > 2) throw new UsageError(`keylint generate takes one framework: keylint generate flask.${orFolder("generate", exists)}`);
  return topic === undefined ? {} : { topic };
}

export function requirePrune(words: readonly string[], exists: (path: string) => boolean): void {
  if (words.length === 2 && words[1] === "prune") return;
  throw new UsageError(`keylint baseline takes the word prune, which removes stale entries: keylint baseline prune.${orFolder("baseline", exists)}`);
}

export function requireAlone(words: readonly string[], why: string, exists: (path: string) => boolean): void {
  const [command = ""] = words;
  if (words.length > 1) throw new UsageError(`keylint ${command} takes no files: ${why}.${orFolder(command, exists)}`);
}

/** The reports to merge. */
export function reportsOf(words: readonly string[], exists: (path: string) => boolean): readonly string[] {
  if (words.length > 1) return words.slice(1);
  throw new UsageError(`keylint merge takes the reports to make one of: keylint merge reports/*.json.${orFolder("merge", exists)}`);
}

function orFolder(name: string, exists: (path: string) => boolean): string {
  return exists(name) ? ` To lint the file or folder of that name, write ./${name}.` : "";
}
