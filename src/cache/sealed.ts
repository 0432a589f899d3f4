import { load } from "../load.ts";

/** What a file of the cache is bound to: what it is for, who wrote it, and the folder that it lies in. */
export interface Seal {
  readonly kind: string;
  readonly build: string;
  readonly folder: string;
}

/** A file's bytes: a line that says what it is, with a checksum of all that follows, and numbers and texts beside it as JSON. */
export function sealed(seal: Seal, about: object, body: readonly Buffer[]): readonly Buffer[] {
  const line = lineOf(seal);
  const text = JSON.stringify(about);
  // Numbers must stand in memory as a processor wants them.
  const length = Buffer.byteLength(line) + sumLength + 1 + Buffer.byteLength(text) + 1;
  const head = Buffer.from(`${text}${" ".repeat((8 - (length % 8)) % 8)}\n`);
  return [Buffer.from(`${line}${sumOf([head, ...body])}\n`), head, ...body];
}

/** What stands in a file, when all of it is as it was written, for this purpose, by this keylint, in this folder. */
export function opened(seal: Seal, bytes: Buffer): { readonly about: unknown; readonly body: Buffer } | undefined {
  const line = Buffer.from(lineOf(seal));
  const start = line.length + sumLength + 1;
  if (!bytes.subarray(0, line.length).equals(line)) return undefined;
  const rest = bytes.subarray(start);
  if (bytes.toString("latin1", line.length, start) !== `${sumOf([rest])}\n`) return undefined;
  const end = rest.indexOf(10);
  return { about: JSON.parse(rest.toString("utf8", 0, end)), body: rest.subarray(end + 1) };
}

const sumLength = 64;

function lineOf({ kind, build, folder }: Seal): string {
  return `${JSON.stringify({ keylint: "cache", format: 1, kind, build, folder })} `;
}

function sumOf(parts: readonly Buffer[]): string {
  const hash = load("node:crypto").createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}
