import { printable } from "../text/printable.ts";
import type { Report } from "../types/report.ts";
import { UsageError } from "../usage-error.ts";
import { reportIn } from "./json-report.ts";
import { sarifIn, type ReadSarif } from "./sarif-report.ts";
import { Misshapen } from "./shape.ts";

/** Lists and objects in a document at most. The largest report has fewer; one that is made of empty lists would take minutes and all memory. */
const mostParts = 4_000_000;

/** A report as it was read: of which of the two formats it is, its file as typed. */
export type ReadFile = { readonly file: string } & ({ readonly report: Report } | { readonly sarif: ReadSarif });

/**
 * A report of keylint's out of its bytes. Whoever wrote it, what comes out has the shape of a report and holds nothing beside it.
 * @throws UsageError that says what is wrong with it, and quotes nothing of it
 */
export function readReport(file: string, bytes: Buffer): ReadFile {
  const document = parsed(file, bytes);
  try {
    if (has(document, "runs")) return { file, sarif: sarifIn(document) };
    if (has(document, "tool") && has(document, "findings")) return { file, report: reportIn(document) };
  } catch (error) {
    if (!(error instanceof Misshapen)) throw error;
    throw new UsageError(`${printable(file)} is no report that keylint can merge: ${error.message}. Make it again with keylint ${has(document, "runs") ? "--format sarif" : "--format json"} --output FILE.`);
  }
  throw new UsageError(`${printable(file)} is no report of keylint's. Make one with keylint --format json --output FILE, or --format sarif.`);
}

function has(document: unknown, name: string): boolean {
  return typeof document === "object" && document !== null && Object.hasOwn(document, name);
}

function parsed(file: string, bytes: Buffer): unknown {
  if (partsIn(bytes) > mostParts) throw new UsageError(`${printable(file)} is no report of keylint's: it holds more lists and objects than any report.`);
  try {
    return JSON.parse(bytes.toString("utf8").replace(/^\uFEFF/, ""));
  } catch {
    throw new UsageError(`${printable(file)} is not JSON${bytes.length === 0 ? ": it is empty" : ""}. Perhaps the run that wrote it was ended too early; make it again with keylint --format json --output FILE.`);
  }
}

/** Opening brackets, those in texts too. */
function partsIn(bytes: Buffer): number {
  if (bytes.length <= mostParts) return 0;
  let count = 0;
  for (const byte of bytes) if (byte === 0x5b || byte === 0x7b) count += 1;
  return count;
}
