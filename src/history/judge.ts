import { apartIn, filesOf, snapshotOf, type Repository } from "../discover/objects.ts";
import { find } from "../lint.ts";
import { lastName } from "../text/names.ts";
import type { Environment } from "../match/environment.ts";
import type { Request } from "../request.ts";
import type { Finding, Region } from "../types/finding.ts";
import type { Failure } from "../types/report.ts";
import type { Tree } from "../types/source.ts";
import type { Sighting } from "./lives.ts";

/** What is to be judged, as plain data: a thread may do it. */
export interface Task extends Pick<Request, "config" | "contexts" | "foreign" | "today" | "publishedKeys" | "configPath"> {
  readonly repository: Repository;
  /** The commit whose programs say which variables hold keys. Absent: there is none yet. */
  readonly head?: string;
  readonly noIgnore: boolean;
  /** Under which keys are known again, in whatever thread they are judged. Kept nowhere but in memory, so digests under it may be whole. */
  readonly salt: string;
}

/** What was found in a version of a file. */
export interface Judged {
  readonly sightings: readonly Sighting[];
  readonly failures: readonly Failure[];
}

export interface Judge {
  /** Names of the variables that programs of HEAD read keys from; found when they are asked for first. */
  names(): readonly string[];
  /** A version of a file, by itself. Variables count when the names were asked for before, and one of them stands in it. */
  judge(path: string, bytes: Buffer): Judged;
}

/** Whether one of these names stands in a file; a chart's value by its last part. */
export function isNamedIn(bytes: Uint8Array, names: readonly string[]): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return names.some((name) => buffer.includes(lastName(name)));
}

/** Judges files one by one. `onCrash`, `onKey`: as in a Request. */
export function judgeFor(task: Task, told: Pick<Request, "onCrash" | "onKey"> = {}): Judge {
  const { repository: { root }, head, noIgnore, salt, ...asked } = task;
  let environment: Environment | undefined;
  let known: readonly string[] | undefined;
  return {
    names() {
      if (known || head === undefined) return (known ??= []);
      const files = filesOf(task.repository, head);
      const tree = snapshotOf(task.repository, files, { noIgnore, apart: apartIn(task.repository, files), fileBytes: task.config.limits?.fileBytes });
      find({ ...asked, tree, onEnvironment: (one) => void (environment = one) });
      return (known = environment?.all().map(({ name }) => name) ?? []);
    },
    judge(path, bytes) {
      const request: Request = { ...asked, ...told, tree: aloneIn(root, path, bytes), files: [path], seen: () => Uint8Array.of(1), ...(environment && isNamedIn(bytes, known ?? []) ? { environment } : {}) };
      const { found, silenced, suppressed, failures } = find(request);
      const literal = [...found, ...silenced].filter(({ mark }) => mark.isText);
      const sightings = literal.map(({ finding, mark }): Sighting => {
        const by = suppressed.find((one) => one.finding === finding);
        return { finding: withoutOthers(finding), value: mark.digest(salt), ...(by ? { silenced: { by: by.by, ...(by.reason === undefined ? {} : { reason: by.reason }) } } : {}) };
      });
      return { sightings, failures };
    },
  };
}

/** Of other files that lie on the way of a key, only HEAD's state is known. */
function withoutOthers(finding: Finding): Finding {
  const isHere = ({ path }: Region): boolean => path === finding.region.path;
  return { ...finding, trail: finding.trail.filter(isHere), uses: finding.uses.filter(isHere) };
}

/** A tree of one file. */
function aloneIn(root: string, path: string, bytes: Buffer): Tree {
  const is = (other: string): boolean => other === path;
  return { root, paths: [path], has: is, tracked: is, read: (other) => (is(other) ? bytes : { message: "only one file is looked at" }) };
}
