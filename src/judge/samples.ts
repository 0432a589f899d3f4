import { contextOfPath } from "../place.ts";
import type { Tree } from "../types/source.ts";

/** Files that can load or copy another file: programs, scripts, images, what builds and deploys. Not prose. */
const loaders = /(^|\/)((Dockerfile|Containerfile)[^/]{0,60}|Makefile|justfile|Procfile|package\.json|[^/]{1,120}\.(m?[jt]s|cjs|py|sh|bash|ya?ml))$/;
const largest = 512 * 1024;

/** What the repository itself does with a sample environment file (`.env.example`). */
export interface Samples {
  /** It speaks of it in its programs: then a stand-in may be the key that one of them runs with. */
  isUsed(path: string): boolean;
  /** It copies it to where the program reads it, or loads it: then what stands in it is what the program runs with. */
  isInstalled(path: string): boolean;
}

/** Files are looked through once for each name, when the first question about it comes. */
export function samplesIn(tree: Tree): Samples {
  const known = new Map<string, { readonly isUsed: boolean; readonly isInstalled: boolean }>();
  let programs: readonly string[] | undefined;
  const of = (path: string): { readonly isUsed: boolean; readonly isInstalled: boolean } => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const before = known.get(name);
    if (before) return before;
    programs ??= tree.paths.filter((one) => loaders.test(one) && contextOfPath(one) !== "test");
    const uses = programs.flatMap((other) => usesIn(tree.read(other), name));
    const found = { isUsed: uses.length > 0, isInstalled: uses.includes("install") };
    known.set(name, found);
    return found;
  };
  return { isUsed: (path) => of(path).isUsed, isInstalled: (path) => of(path).isInstalled };
}

/** Whether a line, up to the name, only speaks of the file: a comment, a message. A command of its own on the line copies it all the same: `echo n | cp -i`. */
function speaks(line: string): boolean {
  if (/^\s*(#|\/\/|\*)/.test(line)) return true;
  const own = line.slice(Math.max(line.lastIndexOf(";"), line.lastIndexOf("|"), line.lastIndexOf("&")) + 1);
  return /echo|print|console\.|throw|raise|error/i.test(line) && !/^\s*(sudo\s+)?(cp|mv|install|ln)\s/.test(own);
}

/** Words of a line, before the name, that copy a file or load it: of commands, programs, images, compose. */
const installing = /\b(?:cp|mv|ln|install|cat|source|copy|copyFile|copyFileSync|copy2|copyfile|rename|renameSync|env[-_]?file|envFilePath|load_?dotenv|loadEnvFile|read_env|dotenv_path)\b/i;
/** The same at the beginning of a command: `COPY .env.example .env`, `. ./.env.example`. */
const beginning = /^(?:copy|add|\.)\s/i;

function installs(line: string): boolean {
  const command = line.slice(Math.max(line.lastIndexOf(";"), line.lastIndexOf("|"), line.lastIndexOf("&")) + 1).trimStart();
  return installing.test(line) || beginning.test(command) || (/\bdotenv\b/.test(line) && /\bpath\b/.test(line));
}

/** What makes the keys of a copy anew: `sed "s/changeme/$(openssl rand -hex 32)/"`. */
const renewing = /openssl\s+rand|urandom|token_hex|token_urlsafe|randomBytes|get_random_secret_key|uuidgen|pwgen|generate_key/;

function usesIn(bytes: ReturnType<Tree["read"]>, name: string): readonly ("install" | "use")[] {
  if (!Buffer.isBuffer(bytes) || bytes.length > largest) return [];
  const uses: ("install" | "use")[] = [];
  for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) {
    const [before, after] = [bytes[at - 1], bytes[at + name.length]].map((byte) => String.fromCharCode(byte ?? 32));
    const start = bytes.lastIndexOf(10, at) + 1;
    const line = bytes.subarray(start, at).toString("latin1");
    // The name with nothing that would make it a part of another name.
    if (!/[\s"'`/=]/.test(before ?? " ") || !/[\s"'`,;)\\]/.test(after ?? " ") || speaks(line)) continue;
    const said = /^\s*-\s*["']?[./\w-]*$/.test(line) ? listOver(bytes, start) + line : line;
    uses.push(installs(said) && !renewing.test(bytes.toString("latin1")) ? "install" : "use");
  }
  return uses;
}

/** What an item of a YAML list belongs to: the last line above it that is no item. */
function listOver(bytes: Buffer, start: number): string {
  const lines = bytes.subarray(Math.max(0, start - 600), start).toString("latin1").split("\n");
  return lines.findLast((line) => !/^\s*(-|#|$)/.test(line)) ?? "";
}
