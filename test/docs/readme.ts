import { readFileSync } from "node:fs";
import schema from "../../src/config/schema.json" with { type: "json" };
import { main } from "../../src/main.ts";
import { helpText } from "../../src/help.ts";
import { readLabels } from "../corpus/labels.ts";
import { figuresTable, type FigureRow } from "../corpus/page.ts";
import { code, table } from "./parts.ts";

const root = new URL("../..", import.meta.url).pathname;

/** What `--help` prints, as a block. */
export function helpBlock(): string {
  return fenced(helpText);
}

/** The report over fixtures/article as a terminal without colours shows it, cut to the first findings and the summary. */
export function exampleBlock(findings: number): string {
  const output = run(["fixtures/article"]);
  const blocks = output.split(/^(?=fixtures\/article\/\S+:\d+:\d+ {2}(?:error|warning|note) )/m);
  const summary = output.trimEnd().split("\n").at(-1) ?? "";
  return fenced(`$ npx keylint fixtures/article\n${blocks.slice(0, findings).join("")}[…]\n\n${summary}\n`);
}

/** What --fix would do in a part of fixtures/article, to the end of the list of files. */
export function fixBlock(): string {
  const output = run(["--fix-dry-run", "fixtures/article/fallback"], "stderr");
  return fenced(`$ npx keylint --fix-dry-run fixtures/article/fallback\n${output}`);
}

/** What the command line prints. Git is asked as on any machine; nothing else of the environment counts. */
function run(argv: readonly string[], stream: "stdout" | "stderr" = "stdout"): string {
  const out: string[] = [];
  const shown = { write: (text: string) => void out.push(text), isTTY: false };
  const silent = { write: () => undefined, isTTY: false };
  main({
    argv, cwd: root, env: { PATH: process.env["PATH"] },
    stdout: stream === "stdout" ? shown : silent,
    stderr: stream === "stderr" ? shown : silent,
    stdin: () => Buffer.alloc(0),
    now: () => Date.UTC(2026, 0, 1),
  });
  return out.join("");
}

/** The figures of the last measured run on the labels of this project; test/corpus/README.md says how they are made. */
export function figuresBlock(): string {
  const labels = readLabels(readFileSync(`${root}test/corpus/labels.jsonl`, "utf8"), "labels.jsonl");
  const { version, rows } = JSON.parse(readFileSync(`${root}test/corpus/figures.json`, "utf8")) as { readonly version: string; readonly rows: readonly FigureRow[] };
  return `${labels.length} labels in ${new Set(labels.map(({ repo }) => repo)).size} repositories, keylint ${version}:\n\n${figuresTable(rows)}`;
}

interface Property {
  readonly description?: string;
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<{ [name: string]: Property }>;
  readonly items?: Property;
}

/** Every key of the configuration's schema, in its own words. */
export function configTable(): string {
  const rows = Object.entries<Property>(schema.properties).filter(([key]) => key !== "$schema");
  return table(["key", "what it says", "form"], rows.map(([key, property]) => [code(key), property.description ?? "", formOf(property)]));
}

function formOf({ $ref, type, properties, items }: Property): string {
  const named: { readonly [ref: string]: string } = { "#/$defs/levels": "{rule: off, note, warning or error}", "#/$defs/patterns": "list of patterns", "#/$defs/slot": "slots", "#/$defs/model": "models" };
  if ($ref !== undefined) return named[$ref] ?? $ref;
  if (properties) return `{${Object.keys(properties).join(", ")}}`;
  if (items) return `list of ${formOf(items)}`;
  return type === "string" ? "text" : type === "integer" ? "whole number" : (type ?? "");
}

function fenced(text: string): string {
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\``;
}
