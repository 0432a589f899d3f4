import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../rules/index.ts";
import { loadConfig } from "../src/config/index.ts";
import type { Finding } from "../src/types/finding.ts";
import type { Failure, Report } from "../src/types/report.ts";
import { lintFiles } from "./support/lint.ts";

const root = join(import.meta.dirname, "../fixtures");
/** What must be reported, and what a reviewer would want besides and keylint does not see yet; neither is part of the project. */
const ledgers = { expected: "expected.txt", wanted: "wanted.txt" };
const projects = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

/** Lints a fixture as a repository of its own, all of it tracked by git, with its own configuration. */
function lintProject(folder: string): Report {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = names.filter((name) => !Object.values(ledgers).some((ledger) => name === join(folder, ledger))).map((name) => [name.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(name)] as const);
  const { config } = loadConfig({ from: folder, scope: folder, ruleIds: rules.map(({ id }) => id) });
  return lintFiles(Object.fromEntries(files), { config });
}

/** A report as lines that a reviewer reads: place, rules, level, context, and whose key it is. */
function linesOf({ findings, failures }: Report): string {
  return [...findings.map(findingLine), ...failures.map(failureLine)].join("");
}

function findingLine({ region: { path, line, column }, rule, rules: [, ...others], level, context, slot }: Finding): string {
  const also = others.length === 0 ? "" : ` (also ${others.join(", ")})`;
  return `${path}:${line}:${column} ${rule}${also} ${level} ${context} ${slot}\n`;
}

function failureLine({ path, message }: Failure): string {
  return `${path} not checked in full: ${message}\n`;
}

describe("each project in fixtures/ gives the report that it must give", () => {
  test.each(projects.filter((name) => !name.startsWith("clean-")))("%s", async (name) => {
    const folder = join(root, name);
    await expect(linesOf(lintProject(folder))).toMatchFileSnapshot(join(folder, ledgers.expected));
  });

  test.each(projects.filter((name) => existsSync(join(root, name, ledgers.wanted))))("%s: what is wanted is still missing; a line that is found now moves to expected.txt", (name) => {
    const wanted = readFileSync(join(root, name, ledgers.wanted), "utf8").trimEnd().split("\n");
    const found = linesOf(lintProject(join(root, name))).split("\n");
    expect(wanted.filter((line) => found.includes(line))).toEqual([]);
  });

  test.each(projects.filter((name) => name.startsWith("clean-")))("%s stays silent", (name) => {
    expect(linesOf(lintProject(join(root, name)))).toBe("");
  });
});
