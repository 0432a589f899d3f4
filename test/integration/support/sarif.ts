import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Log, Region, Result } from "sarif";
import { done } from "./run.ts";
import { fromNpm, proven, type Tool } from "./tool.ts";

/** Microsoft's validator, when it can be installed and runs on this platform. */
export async function sarifValidator(): Promise<Tool> {
  const tool = await fromNpm("@microsoft/sarif-multitool@5.7.0");
  // Its install script would do this.
  if ("folder" in tool && existsSync(programIn(tool.folder))) chmodSync(programIn(tool.folder), 0o755);
  return proven(tool, (folder) => [programIn(folder), "--version"]);
}

function validatorIn(folder: string): string {
  return join(folder, "node_modules/@microsoft", `sarif-multitool-${process.platform}`);
}

/** The program itself: the package's own script cuts options at a semicolon. */
function programIn(folder: string): string {
  return join(validatorIn(folder), "Sarif.Multitool");
}

/**
 * What Microsoft's validator says of some SARIF files, as `FILE: RULE LEVEL …`. It exits with 0 whatever it finds, and also when it found no
 * file, so its own report and its count are read.
 */
export async function validated(folder: string, files: readonly string[], report: string): Promise<readonly string[]> {
  const { stdout } = await done(programIn(folder), ["validate", ...files, "--rule-kind", "Sarif;Ghas", "--level", "Error", "Warning", "--output", report, "--log", "ForceOverwrite"]);
  const scanned = /(\d+) files? scanned/.exec(stdout)?.[1];
  if (scanned !== String(files.length)) throw new Error(`the validator looked at ${scanned ?? "no"} of ${files.length} files`);
  return readSarif(report).runs.flatMap(({ results = [], invocations = [] }) => [...results.map(line), ...invocations.filter(({ executionSuccessful }) => !executionSuccessful).map(() => "the validator did not come to its end")]);
}

function line({ ruleId, level = "warning", locations, message }: Result): string {
  const file = locations?.[0]?.physicalLocation?.artifactLocation?.uri?.split("/").at(-1) ?? "?";
  return `${file}: ${ruleId ?? "?"} ${level} ${message.arguments?.join(" ") ?? message.text ?? ""}`;
}

/** The JSON schema that the validator brings. */
export function schemaOf(folder: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(join(validatorIn(folder), "sarif-2.1.0.json"), "utf8")) as object);
}

/** A SARIF file, a byte order mark before it or not. */
export function readSarif(file: string): Log {
  return JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, "")) as Log;
}

/** The text that a region covers, of a file in a folder. */
export function cut(folder: string, uri: string, { startLine = 0, startColumn = 1, endLine, endColumn = 1 }: Region): string {
  if (endLine !== startLine) throw new Error(`${uri}: the region is not one line`);
  const path = uri.split("/").map(decodeURIComponent).join("/");
  const line = readFileSync(join(folder, path), "utf8").replace(/^\uFEFF/, "").split(/\r\n|\n|\r/)[startLine - 1] ?? "";
  return line.slice(startColumn - 1, endColumn - 1);
}
