import type { Finding } from "../types/finding.ts";
import { few } from "../text/few.ts";
import { printable } from "../text/printable.ts";
import { besideOf } from "./beside.ts";
import { fileOf, written, type Changed, type Mending } from "./changed.ts";
import type { Run } from "./joined.ts";

/** Writes what surely mends the findings that are told, or only says what would be written; what is mended is told no more. */
export function mended({ report, notices }: Run, mending: Mending): Run {
  const isShown = mending.place.asked.options.fix === "show";
  const refusals: string[] = [];
  const refuse = (path: string, why: string): void => void refusals.push(`${printable(path)} was left as it is: ${why}.`);
  const files = [...byPath(report.findings)].flatMap(([path, findings]) => fileOf(path, findings, mending, refuse) ?? []);
  const done = isShown ? files : files.filter((file) => written(file, mending, refuse));
  const others = besideOf(done.flatMap((file) => file.mended), mending, refuse);
  const all = [...done, ...(isShown ? others : others.filter((file) => written(file, mending, refuse)))];
  const gone = new Set(done.flatMap((file) => file.mended));
  const findings = isShown ? report.findings : report.findings.filter((finding) => !gone.has(finding));
  return { report: { ...report, findings }, notices: [...notices, ...refusals, ...(all.length === 0 ? [nothing(report.findings)] : [changes(all, isShown), afterwards([...gone], report.findings.length, isShown)])] };
}

function byPath(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.edits) found.set(finding.region.path, [...(found.get(finding.region.path) ?? []), finding]);
  }
  return found;
}

function nothing(findings: readonly Finding[]): string {
  return findings.length === 0 ? "There is nothing to fix." : "Nothing was fixed: none of these findings can be mended with certainty by a change of a file. What to do stands with each.";
}

/** The files and their lines, as a difference is written. */
function changes(files: readonly Changed[], isShown: boolean): string {
  const lines = files.flatMap(({ path, lines: own }) => [printable(path), ...own.map((line) => `  ${line}`.trimEnd())]);
  return [`--fix ${isShown ? "would change" : "changed"} ${files.length === 1 ? "one file" : `${files.length} files`}:`, ...lines].join("\n");
}

/** Taking a key out of a file does not take it back from those who read it. */
function afterwards(gone: readonly Finding[], total: number, isShown: boolean): string {
  const names = [...new Set(gone.flatMap(({ variable }) => variable ?? []))];
  const left = total - gone.length;
  const lists = new Map(gone.map(({ steps }) => [steps.join("\n"), steps]));
  const steps = [...lists.values()].flatMap((list, index) => [...(index > 0 ? ["or, for another of them:"] : []), ...list.map((step, at) => `  ${at + 1}. ${step}`)]);
  return [
    `${gone.length} of ${total} ${total === 1 ? "finding" : "findings"} ${isShown ? "would be" : gone.length === 1 ? "is" : "are"} mended in the files: the program ${isShown ? "would read" : "reads"} ${few(names)} from its environment and ${isShown ? "stop" : "stops"} where that is missing.${left === 0 ? "" : ` ${left} ${left === 1 ? "is" : "are"} left to you.`}`,
    ...(gone.some(({ region }) => region.path.endsWith(".py")) ? ["In Python a variable that is set but empty counts as set: fill what the example of the environment file names."] : []),
    "What was written there stays known to everybody who has read it. So:",
    ...steps,
  ].join("\n");
}
