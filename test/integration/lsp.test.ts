import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, inject, test } from "vitest";
import { CancellationTokenSource, type Diagnostic, type Position } from "vscode-languageserver-protocol/node";
import { main } from "../../src/main.ts";
import { Editor } from "../support/editor.ts";
import { randomOf, type Random } from "../support/random.ts";
import { fixture, folderWith, track } from "./support/folder.ts";
import { installKeylint } from "./support/keylint.ts";

const keylint = await installKeylint();
const children: ChildProcessWithoutNullStreams[] = [];
afterAll(() => { for (const child of children) child.kill(); });

/** An editor that has started the installed server as editors do. */
async function editorIn(root: string, installed = keylint.package): Promise<{ readonly editor: Editor; readonly child: ChildProcessWithoutNullStreams; readonly errors: () => string }> {
  const child = spawn(process.execPath, [join(installed, "dist/cli.js"), "lsp", "--stdio"], { cwd: keylint.home });
  children.push(child);
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => void (errors += text));
  const editor = new Editor(child.stdout, child.stdin, root);
  await editor.start();
  return { editor, child, errors: () => errors };
}

/** What `keylint --stdin` says of a text, `line:column-end rule level`. */
function expected(root: string, path: string, text: string): readonly string[] {
  let report = "";
  const errors: string[] = [];
  main({
    argv: ["--format", "json", "--stdin", "--stdin-filename", path], cwd: root, env: process.env, now: Date.now, stdin: () => Buffer.from(text),
    stdout: { write: (more) => void (report += more), isTTY: false }, stderr: { write: (more) => void errors.push(more), isTTY: false },
  });
  expect(errors).toEqual([]);
  const { findings, failures } = JSON.parse(report) as {
    readonly findings: readonly { readonly rule: string; readonly level: string; readonly region: { readonly line: number; readonly column: number; readonly endColumn: number } }[];
    readonly failures: readonly { readonly message: string }[];
  };
  return [...findings.map(({ rule, level, region: { line, column, endColumn } }) => `${line}:${column}-${endColumn} ${rule} ${level}`), ...failures.map(({ message }) => `not-checked ${message}`)].sort();
}

const levels = ["", "error", "warning", "note"];

function shown(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ range: { start, end }, code, severity = 0, message: said }) =>
    code === "not-checked" ? `not-checked ${textOf(said).replace(/^Not checked in full: |\.$/g, "")}` : `${start.line + 1}:${start.character + 1}-${end.character + 1} ${code ?? ""} ${levels[severity] ?? ""}`).sort();
}

/** Since LSP 3.18 a message may be Markdown for editors that ask for it. */
function textOf(message: Diagnostic["message"]): string {
  return typeof message === "string" ? message : message.value;
}

/** What people and tools put into texts, and what they have half written. */
const pieces = [
  "", "\n", "\n\n", "\r\n", " ", "    ", '"', "'", "`", "(", ")", "{", "}", "[", "]", ",", ":", "=", "#", "//", "/*", "*/", "\\", "😀", "é", "\t", "$", "${", "None", "null", "undefined", "import os\n",
  'SECRET_KEY = "dev"\n', 'app.secret_key = "changeme"\n', 'os.environ.get("SECRET_KEY", "secret")', 'process.env.JWT_SECRET || "secret"', "JWT_SECRET=hunter2\n", 'const secret = "keyboard cat";\n', "jwt.sign({}, 'shhhh');\n",
  "# keylint-ignore hardcoded-key -- fine\n", "// keylint-ignore low-entropy-key -- fine\n", "  # nosec", 'if __name__ == "__main__":\n    ', "def make():\n    return ", "secrets.token_hex(32)", "crypto.randomBytes(32)", '"0123456789abcdef0123456789abcdef"',
];

/** A change by lot: a piece put in, a part taken out or exchanged, a line moved. */
function edited(text: string, random: Random, place: (offset: number) => Position): { readonly range: { readonly start: Position; readonly end: Position }; readonly newText: string } {
  const start = random.below(text.length + 1);
  const length = random.below(3) === 0 ? random.below(Math.min(80, text.length - start + 1)) : 0;
  return { range: { start: place(start), end: place(start + length) }, newText: random.of(pieces) ?? "" };
}

/** Kilobytes that a process holds. Undefined where the system does not say. */
function memoryOf({ pid = 0 }: ChildProcessWithoutNullStreams): number | undefined {
  const file = `/proc/${pid}/status`;
  return existsSync(file) ? Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(file, "utf8"))?.[1]) : undefined;
}

const ranked = (times: readonly number[], part: number): number => times.toSorted((one, other) => one - other)[Math.floor((times.length - 1) * part)] ?? 0;

describe("a real editor's day", () => {
  const count = inject("all") ? 1_000 : 150;

  test(`after each of ${count} changes by lot the server shows what keylint --stdin finds`, async () => {
    const root = await track(fixture("article"));
    const { editor, child, errors } = await editorIn(root);
    const random = randomOf(9);
    const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => /\.(py|[jt]sx?|ya?ml|json|toml|env)$|(^|\/)\.env|Dockerfile/.test(path) && !/^\.git\/|keylint\.config\.json$/.test(path)).sort();
    expect(files.length).toBeGreaterThan(5);
    const originals = new Map(files.map((path) => [path, readFileSync(join(root, path), "utf8")]));
    const names = new Map(files.map((path) => [path, path]));
    const open = new Set<string>();
    const times: number[] = [];
    const memory: number[] = [];
    let found = 0;

    const check = async (path: string, what: Promise<readonly Diagnostic[]>): Promise<void> => {
      const start = performance.now();
      const diagnostics = shown(await what);
      times.push(performance.now() - start);
      found += diagnostics.length;
      expect({ path, diagnostics }).toEqual({ path, diagnostics: expected(root, path, editor.text(path)) });
    };

    for (let step = 0; step < count; step++) {
      const file = random.of(files) ?? "";
      const path = names.get(file) ?? "";
      const lot = random.below(20);
      if (!open.has(file)) {
        open.add(file);
        await check(path, editor.open(path));
      } else if (lot === 0) {
        open.delete(file);
        expect(await editor.close(path)).toEqual([]);
      } else if (lot === 1) {
        await check(path, editor.save(path));
      } else if (lot === 2) {
        const to = path.replace(/(\w+)(\.\w+)$/, (_, name: string, end: string) => `${name.startsWith("x") ? name.slice(1) : `x${name}`}${end}`);
        names.set(file, to);
        if (to !== path) await check(to, editor.rename(path, to));
      } else if (lot === 3) {
        const source = new CancellationTokenSource();
        const asked = editor.connection.sendRequest("textDocument/codeAction", { textDocument: { uri: editor.uri(path) }, range: { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } }, context: { diagnostics: [] } }, source.token).catch(({ code }: { code: number }) => code);
        source.cancel();
        expect([-32800, "list"]).toContainEqual(Array.isArray(await asked) ? "list" : await asked);
      } else if (lot === 4) {
        // Back to what it was: a text that only gets worse soon holds nothing that can be understood.
        const lines = editor.text(path).split(/\r\n|\r|\n/);
        await check(path, editor.edit(path, { range: { start: { line: 0, character: 0 }, end: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 } }, newText: originals.get(file) ?? "" }));
      } else if (lot === 5) {
        await editor.hover(path, random.below(20), random.below(40));
      } else {
        await check(path, editor.edit(path, edited(editor.text(path), random, editor.place(path))));
      }
      if (step % 50 === 49) memory.push(Math.round((memoryOf(child) ?? 0) / 1024));
    }
    expect(found).toBeGreaterThan(count / 4);
    expect(errors()).toBe("");
    // In the second half it may have grown by what a few larger trees take, not by what each change leaves.
    const [half = 0, last = 0] = [memory[Math.floor(memory.length / 2)], memory.at(-1)];
    expect(last).toBeLessThan(half + 120);
    process.stdout.write(`keylint lsp: ${count} steps, ${times.length} checked, ${found} diagnostics; shown after ${ranked(times, 0.5).toFixed(0)} ms in the middle, ${ranked(times, 0.95).toFixed(0)} ms of 95 in 100, ${ranked(times, 1).toFixed(0)} ms at most; memory ${memory.join(", ")} MB\n`);
  }, 600_000);
});

describe("the typing path", () => {
  test("is free while a large program is looked at", async () => {
    const large = `const session = require("express-session");\n${Array.from({ length: 9_000 }, (_, at) => `export function name${at}(a, b) { return a + b * ${at}; }\n`).join("")}app.use(session({ secret: "keyboard cat" }));\n`;
    const { editor } = await editorIn(await track(folderWith({ "large.js": large, "small.py": "" })));
    let isDone = false;
    const looked = editor.open("large.js").then((diagnostics) => {
      isDone = true;
      return diagnostics;
    });
    const answers: number[] = [];
    while (!isDone) {
      const start = performance.now();
      // What is not open is answered without a look.
      await editor.hover("none.py", 0, 0);
      answers.push(performance.now() - start);
    }
    expect(shown(await looked).length).toBeGreaterThan(0);
    expect(answers.length).toBeGreaterThan(3);
    process.stdout.write(`keylint lsp, while it looks at ${(large.length / 1024).toFixed(0)} KB: answers after ${ranked(answers, 0.5).toFixed(1)} ms in the middle, ${ranked(answers, 0.99).toFixed(1)} ms of 99 in 100\n`);
    expect(ranked(answers, 0.9)).toBeLessThan(50);
  });

});

describe("a look that ends its thread", () => {
  test("is told, and the next one has another thread", async () => {
    const home = folderWith();
    const { package: broken } = await installKeylint(home);
    const program = join(broken, "dist/looking.js");
    writeFileSync(program, `require("node:worker_threads").parentPort.on("message", ({ text }) => { if (text?.includes("END")) process.exit(1); });\n${readFileSync(program, "utf8")}`);
    const { editor } = await editorIn(await track(folderWith({ "app.py": "" })), broken);
    const leak = 'from flask import Flask\nFlask("x").secret_key = "changeme"\n';
    expect(shown(await editor.open("app.py", leak))).toHaveLength(1);
    expect(shown(await editor.open("end.py", `# END\n${leak}`))).toEqual([expect.stringMatching(/^not-checked .*memory/)]);
    expect(shown(await editor.edit("end.py", { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, newText: "" }))).toHaveLength(1);
  });
});

describe("its end", () => {
  test("is the editor's: told, by exit, and when the editor has gone", async () => {
    const root = await track(folderWith({ "app.py": "" }));
    const ended = async (end: (editor: Editor, child: ChildProcessWithoutNullStreams) => Promise<void>): Promise<number | null> => {
      const { editor, child } = await editorIn(root);
      await editor.open("app.py");
      const status = new Promise<number | null>((done) => child.once("exit", done));
      await end(editor, child);
      return status;
    };
    expect(await ended(async ({ connection }) => {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
    })).toBe(0);
    expect(await ended(({ connection }) => connection.sendNotification("exit"))).toBe(1);
    expect(await ended((_, child) => Promise.resolve(void child.stdin.end()))).toBe(1);
  });
});
