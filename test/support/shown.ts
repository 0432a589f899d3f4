import { createHash } from "node:crypto";
import type { Request } from "../../src/lint.ts";
import type { Finding } from "../../src/types/finding.ts";
import { lintFiles } from "./lint.ts";

/** File name to text, in which `@1` to `@9` stand for random-looking keys. */
export type Project = Readonly<{ [path: string]: string }>;

/** A key that no rule but those about its place speaks of. */
export function keyOf(number: number): string {
  return createHash("sha256").update(`keylint fixture ${number}`).digest("hex");
}

/** A project with its keys put in. */
export function filled(project: Project): Project {
  return Object.fromEntries(Object.entries(project).map(([path, text]) => [path, text.replace(/@([1-9])/g, (_, digit: string) => keyOf(Number(digit)))]));
}

/** The findings of a project, and each as one line: `place token rule name`, and `in context` when it is not production. */
export function shown(project: Project, more: Partial<Request> = {}): readonly string[] {
  const files = filled(project);
  return findingsIn(project, more).map((finding) => line(finding, files));
}

/** As `shown`, with the way that each finding's key takes, as `path:line note`. */
export function shownWithTrail(project: Project): readonly string[] {
  const files = filled(project);
  return findingsIn(project).map((finding) => [line(finding, files), ...finding.trail.map((step) => `${step.path}:${step.line} ${step.note}`)].join(" > "));
}

/** The findings of a project. A file that could not be read or understood makes the test fail. */
export function findingsIn(project: Project, more: Partial<Request> = {}): readonly Finding[] {
  const { findings, failures } = lintFiles(filled(project), more);
  if (failures.length > 0) throw new Error(failures.map(({ path, message }) => `${path}: ${message}`).join("\n"));
  return findings;
}

function line(finding: Finding, files: Project): string {
  const { region: { path, line: number }, rule, name, context } = finding;
  return `${path}:${number} ${tokenOf(finding, files)} ${rule} ${name}${context === "production" ? "" : ` in ${context}`}`;
}

/** The text that the finding's region covers, with the keys taken out again. */
function tokenOf({ region: { path, line: number, column, endColumn } }: Finding, files: Project): string {
  const text = (files[path] ?? "").split("\n")[number - 1]?.slice(column - 1, endColumn - 1) ?? "";
  return [1, 2, 3, 4, 5, 6, 7, 8, 9].reduce((all, digit) => all.replaceAll(keyOf(digit), `@${digit}`), text);
}
