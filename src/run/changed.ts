import { isUtf8 } from "node:buffer";
import { lstatSync } from "node:fs";
import { join } from "node:path";
import { behind } from "../behind.ts";
import { explainWriting, readerIn } from "../discover/read.ts";
import type { Request } from "../request.ts";
import type { Finding } from "../types/finding.ts";
import type { Place } from "./asked.ts";
import { mayReplace, replaceFile } from "./replace.ts";

/** What is asked when findings are to be mended. */
export interface Mending {
  readonly request: Request;
  readonly place: Place;
  /** The texts as they were read when the findings were made. */
  readonly textOf: (path: string) => string | undefined;
}

/** A file as it is to be. */
export interface Changed {
  readonly path: string;
  /** As it is now; absent when there is none. */
  readonly now?: Buffer;
  readonly bytes: Buffer;
  /** What changes, for a user: a line each, with every literal and comment covered. */
  readonly lines: readonly string[];
  /** The findings that it mends. */
  readonly mended: readonly Finding[];
}

/** Is told which file was left as it is, and why. */
export type Refuse = (path: string, why: string) => void;

const mark = Buffer.from([0xef, 0xbb, 0xbf]);

/** A file with all that surely mends its findings; undefined where it is left as it is. */
export function fileOf(path: string, findings: readonly Finding[], { request, textOf }: Mending, refuse: Refuse): Changed | undefined {
  const now = readerIn(request.tree.root)(path);
  const read = textOf(path);
  if (!Buffer.isBuffer(now)) return void refuse(path, now.message);
  const isMarked = now.subarray(0, 3).equals(mark);
  const body = isMarked ? now.subarray(3) : now;
  if (!isUtf8(body)) return void refuse(path, "it is not written in UTF-8");
  if (read === undefined || body.toString("utf8") !== read) return void refuse(path, "it has changed since it was read; run keylint again");
  const plan = behind.planOf(path, read, findings);
  if ("refused" in plan) return void refuse(path, plan.refused);
  const lines = plan.shown.flatMap(({ from, before, to, after }) => [...before.map((text, at) => `${from + at} - ${text}`), ...after.map((text, at) => `${to + at} + ${text}`)]);
  return { path, now, bytes: Buffer.concat([...(isMarked ? [mark] : []), Buffer.from(plan.text)]), lines, mended: plan.mended };
}

/** Writes it, if it may be written and is still what it was. */
export function written({ path, now, bytes }: Changed, { request: { tree } }: Mending, refuse: Refuse): boolean {
  const file = join(tree.root, path);
  try {
    if (now === undefined) return replaceFile(file, bytes), true;
    const stats = lstatSync(file);
    if (!mayReplace(file, stats)) return refuse(path, "it may not be written"), false;
    const again = readerIn(tree.root)(path);
    if (!Buffer.isBuffer(again) || !again.equals(now)) return refuse(path, "it has changed since it was read; run keylint again"), false;
    replaceFile(file, bytes, stats.mode & 0o7777, stats);
    return true;
  } catch (error) {
    return refuse(path, `it cannot be written: ${explainWriting(error)}`), false;
  }
}
