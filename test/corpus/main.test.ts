import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { main, type Run } from "./main.ts";

const root = mkdtempSync(join(tmpdir(), "keylint-corpus-"));
afterAll(() => rmSync(root, { recursive: true }));

function put(path: string, text: string): string {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  return join(root, path);
}

function label(repo: string, line: number): string {
  return JSON.stringify({ repo, path: "app.py", line, verdict: "finding", category: "weak", context: "production", framework: "flask", sink: "SECRET_KEY", why: "a word" });
}

put("acme+shop/.git", "");
put("acme+shop/app.py", "");
put("acme+bare/app.py", "");
const labels = put("labels.jsonl", [label("acme/shop", 3), label("acme/shop", 9), label("acme/gone", 1)].join("\n"));
const found: Run = { version: "1.2.3", findings: [{ rule: "short-key", context: "production", evidence: "api", region: { path: "app.py", line: 3, column: 1 } }], files: 1, failures: 0, status: 0, seconds: 1, megabytes: 50 };

function run(...argv: string[]): { readonly status: number; readonly out: string; readonly err: string; readonly linted: readonly string[] } {
  const out: string[] = [];
  const err: string[] = [];
  const linted: string[] = [];
  const lint = (folder: string): Run => {
    linted.push(folder);
    return found;
  };
  const status = main({ argv, lint, stdout: (text) => out.push(text), stderr: (text) => err.push(text) });
  return { status, out: out.join(""), err: err.join(""), linted };
}

describe("the command", () => {
  test("lints each repository that the labels name and that is there, and prints the page", () => {
    const { status, out, err, linted } = run(labels, root);
    expect(status).toBe(0);
    expect(linted).toEqual([join(root, "acme+shop")]);
    expect(out).toContain("| production and example | 2 | 1 | 1 | 0 | 0 | 0 | 0 | 1.000 | 0.500 | 0.667 |");
    expect(err).toBe(`acme/gone: 1 of the labels left out, no such files in ${join(root, "acme+gone")}\nacme/shop\n`);
  });

  test("--json writes the figures, and what is wrong", () => {
    const file = join(root, "figures.json");
    run(labels, root, "--json", file);
    const { version, labels: name, rows, wrong } = JSON.parse(readFileSync(file, "utf8")) as { version: string; labels: string; rows: { hit?: number }[]; wrong: { kind: string; line: number }[] };
    expect([version, name, rows[0]?.hit]).toEqual(["1.2.3", "labels.jsonl", 1]);
    expect(wrong.map(({ kind, line }) => `${kind} ${line}`)).toEqual(["missed 9"]);
  });

  test.each([
    ["without arguments", [], "usage: npm run corpus -- LABELS.jsonl ROOT"],
    ["without a root", [labels], "usage: "],
    ["with an unknown option", [labels, root, "--fast"], "--fast"],
    ["without the file", [join(root, "none.jsonl"), root], "none.jsonl cannot be read: ENOENT"],
    ["with a file that holds no labels", [put("bad.jsonl", "{}"), root], 'bad.jsonl:1: has no text at "path"'],
    ["with a root that has none of them", [labels, join(root, "acme+shop")], "no labelled file in"],
    ["with a folder that is no repository", [put("bare.jsonl", label("acme/bare", 1)), root], "acme+bare is no git repository of its own"],
  ])("%s: status 2, and what to do", (_, argv, message) => {
    const { status, out, err } = run(...argv);
    expect(status).toBe(2);
    expect(err).toContain(message);
    expect(out).toBe("");
  });
});
