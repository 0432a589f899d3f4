import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, describe, expect, test } from "vitest";
import type { Diagnostic } from "vscode-languageserver-protocol/node";
import { Editor } from "../support/editor.ts";
import { folderWith } from "../discover/repository.ts";
import { key, keylint, keylintLater, leak, leakInJavaScript, stagedProject, type Files, type Ran } from "../main/keylint.ts";

const ending: (() => Promise<Ran>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0)) expect(await end()).toMatchObject({ stdout: "", stderr: "" });
});

/** An editor with the server of this process behind it; it is closed when the test ends. */
async function editorOn(root: string, argv: readonly string[] = [], start: Parameters<Editor["start"]>[0] = {}): Promise<Editor> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const ran = keylintLater(root, ["lsp", ...argv], { streams: { input, output } });
  ending.push(() => {
    input.end();
    return ran;
  });
  const editor = new Editor(output, input, root);
  await editor.start(start);
  return editor;
}

const editing = (files: Files, ...more: readonly string[]): Promise<Editor> => editorOn(stagedProject(files), more);

/** `line rule severity`, from 1. */
function shown(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ range, code, severity }) => `${range.start.line + 1} ${code ?? ""} ${["", "error", "warning", "information"][severity ?? 0] ?? ""}`);
}

const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });

describe("keylint lsp", () => {
  test("says what it can", async () => {
    const root = stagedProject({});
    const [input, output] = [new PassThrough(), new PassThrough()];
    const ran = keylintLater(root, ["lsp", "--stdio"], { streams: { input, output } });
    const { capabilities, serverInfo } = await new Editor(output, input, root).start();
    expect(serverInfo).toMatchObject({ name: "keylint" });
    expect(capabilities).toMatchObject({ hoverProvider: true, textDocumentSync: { openClose: true, change: 2, save: true }, workspace: { workspaceFolders: { supported: true } } });
    input.end();
    expect((await ran).status).toBe(1);
  });

  test("ends with 0 once it was told to shut down", async () => {
    const root = stagedProject({});
    const [input, output] = [new PassThrough(), new PassThrough()];
    const ran = keylintLater(root, ["lsp"], { streams: { input, output } });
    const editor = new Editor(output, input, root);
    await editor.start();
    await editor.connection.sendRequest("shutdown");
    input.end();
    expect((await ran).status).toBe(0);
  });

  test("says to somebody who starts it by hand what it is", async () => {
    const [input, output] = [Object.assign(new PassThrough(), { isTTY: true }), new PassThrough()];
    const ran = keylintLater(stagedProject({}), ["lsp"], { streams: { input, output } });
    input.end();
    expect((await ran).stderr).toContain("this is a language server, which an editor starts");
  });

  test("takes no files, and needs streams of its own", () => {
    const root = stagedProject({ "lsp/app.py": leak });
    expect(keylint(root, ["lsp", "app.py"])).toMatchObject({ status: 2, stderr: expect.stringContaining("keylint lsp takes no files") });
    expect(keylint(root, ["lsp", "--format", "json"])).toMatchObject({ status: 2, stderr: expect.stringContaining("keylint lsp does not take --format") });
    expect(keylint(root, ["lsp"])).toMatchObject({ status: 2, stderr: expect.stringContaining("stdin and stdout") });
  });
});

describe("a text", () => {
  test("is looked at when it is opened, and after each change, saved or not", async () => {
    const editor = await editing({ "app.py": leak });
    const [first, ...others] = await editor.open("app.py");
    expect(others).toEqual([]);
    expect(first).toMatchObject({ range: { start: { line: 2, character: 17 }, end: { line: 2, character: 83 } }, severity: 1, source: "keylint", code: "hardcoded-key", codeDescription: { href: expect.stringContaining("/rules/hardcoded-key.md") } });
    expect(first?.message).toContain("secret_key");
    expect(JSON.stringify(first)).not.toContain(key.slice(0, 8));
    expect(shown(await editor.edit("app.py", { range: at(0, 0), newText: "import os\n" }))).toEqual(["4 hardcoded-key error"]);
    expect(await editor.edit("app.py", { range: { start: { line: 3, character: 17 }, end: { line: 3, character: 83 } }, newText: 'os.environ["SECRET_KEY"]' })).toEqual([]);
  });

  test("of any kind that keylint reads", async () => {
    const editor = await editing({});
    expect(shown(await editor.open("app.js", leakInJavaScript))).toEqual(["3 hardcoded-key error"]);
    expect(shown(await editor.open("app.tsx", leakInJavaScript))).toEqual(["3 hardcoded-key error"]);
    expect(shown(await editor.open("compose.yaml", `services:\n  web:\n    environment:\n      JWT_SECRET: ${key}\n`))).toEqual(["4 hardcoded-key error"]);
    expect(shown(await editor.open("app.json", `{ "JWT_SECRET": "${key}" }`))).toEqual(["1 hardcoded-key error"]);
    expect(await editor.open("readme.txt", leak)).toEqual([]);
  });

  test("shows nothing any more once it is closed", async () => {
    const editor = await editing({ "app.py": leak });
    await editor.open("app.py");
    expect(await editor.close("app.py")).toEqual([]);
    expect(await editor.hover("app.py", 2, 20)).toBeNull();
    expect(await editor.actions("app.py", at(2, 20))).toBeNull();
  });

  test("of which many changes come at once is looked at in the end", async () => {
    const editor = await editing({ "app.py": "" });
    await editor.open("app.py");
    const typed = [...leak].map((character, index) => editor.edit("app.py", { range: at(leak.slice(0, index).split("\n").length - 1, index - (leak.lastIndexOf("\n", index - 1) + 1)), newText: character }));
    expect(shown(await typed.at(-1) ?? [])).toEqual(["3 hardcoded-key error"]);
    expect(editor.text("app.py")).toBe(leak);
  });

  test("with ends of lines of all kinds and wide characters has its places where the editor has them", async () => {
    const editor = await editing({});
    const text = `# 😀\r\n# ü\rfrom flask import Flask\n"😀"; Flask("😀").secret_key = "${key}"\n`;
    const [found] = await editor.open("app.py", text);
    expect(found?.range).toEqual({ start: { line: 3, character: 31 }, end: { line: 3, character: 97 } });
  });

  test("is obeyed: ignores in comments, and files that nobody lints", async () => {
    const editor = await editing({ ".gitignore": "gen/\n", "gen/app.py": leak });
    expect(await editor.open("app.py", leak.replace("app.sec", "# keylint-ignore hardcoded-key -- fine\napp.sec"))).toEqual([]);
    expect(await editor.open("gen/app.py")).toEqual([]);
  });

  test("that cannot be read is told", async () => {
    const editor = await editing({});
    expect(await editor.open("app.py", `${leak}\0`)).toMatchObject([{ code: "not-checked", severity: 2, message: "Not checked in full: looks binary: it holds NUL bytes.", range: { start: { line: 0, character: 0 } } }]);
    expect(shown(await editor.open("app.ts", `${leakInJavaScript}\nconst = ;`))).toEqual(["1 not-checked warning"]);
  });

  test("that is no file of the disk is let be", async () => {
    const editor = await editing({ "app.py": leak });
    for (const uri of ["untitled:Untitled-1", "git:/app.py?HEAD", "file://[", "nonsense"]) await editor.connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "python", version: 1, text: leak } });
    expect(shown(await editor.open("app.py"))).toEqual(["3 hardcoded-key error"]);
    expect(await editor.connection.sendRequest("textDocument/hover", { textDocument: { uri: "untitled:Untitled-1" }, position: { line: 2, character: 20 } })).toBeNull();
  });
});

describe("files around a text", () => {
  const using = leak.replace(`"${key}"`, "KEY").replace("import Flask", "import Flask\nfrom config import KEY");

  test("are those of the disk: what they say counts as soon as they are saved", async () => {
    const editor = await editing({ "app.py": using, "config.py": "KEY = None\n" });
    const environment = 'import os\nKEY = os.environ.get("SECRET_KEY", "")\n';
    expect(shown(await editor.open("app.py"))).toEqual([]);
    await editor.open("config.py");
    await editor.edit("config.py", { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, newText: environment });
    const after = editor.next("app.py");
    await editor.save("config.py");
    expect(await after).toEqual([]);
  });

  test("that change on the disk are looked at again", async () => {
    const editor = await editing({ "app.py": leak });
    await editor.open("app.py");
    writeFileSync(join(editorRoot(editor), "keylint.config.json"), '{"rules": {"hardcoded-key": "warning"}}');
    const after = editor.next("app.py");
    await editor.changed("keylint.config.json");
    expect(shown(await after)).toEqual(["3 hardcoded-key warning"]);
    expect(editor.registered).toEqual(expect.arrayContaining(["workspace/didChangeWatchedFiles"]));
  });

  test("are told as what a finding is related to", async () => {
    const editor = await editing({ "app.py": `from flask import Flask\nKEY = "${key}"\nOTHER = KEY\napp = Flask(__name__)\napp.secret_key = OTHER\n` });
    const [found] = await editor.open("app.py");
    expect(found?.relatedInformation?.map(({ location, message }) => [location.uri, location.range.start.line, message])).toContainEqual([editor.uri("app.py"), 2, "OTHER"]);
  });
});

describe("a name", () => {
  test("can be changed: the old one shows nothing more", async () => {
    const editor = await editing({ "app.py": leak });
    await editor.open("app.py");
    expect(shown(await editor.rename("app.py", "app_test.py"))).toEqual([]);
    expect(editor.now("app.py")).toEqual([]);
    expect(shown(await editor.rename("app_test.py", "other.py"))).toEqual(["3 hardcoded-key error"]);
  });
});

describe("folders", () => {
  test("are scopes: each has its configuration", async () => {
    const root = folderWith({ "one/app.py": leak, "two/app.py": leak, "two/keylint.config.json": '{"rules": {"hardcoded-key": "note"}}', "three/app.py": leak });
    const editor = await editorOn(root, [], { folders: ["one", "two"] });
    expect(shown(await editor.open("one/app.py"))).toEqual(["3 hardcoded-key error"]);
    expect(shown(await editor.open("two/app.py"))).toEqual(["3 hardcoded-key information"]);
    expect(shown(await editor.open("three/app.py"))).toEqual(["3 hardcoded-key error"]);
  });

  test("can be added and removed", async () => {
    const root = folderWith({ "keylint.config.json": '{"rules": {"hardcoded-key": "off"}}', "sub/app.py": leak });
    const editor = await editorOn(root, [], { folders: ["sub"] });
    expect(shown(await editor.open("sub/app.py"))).toEqual(["3 hardcoded-key error"]);
    const after = editor.next("sub/app.py");
    const folder = (name: string) => ({ uri: editor.uri(name), name });
    await editor.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event: { added: [folder("")], removed: [folder("sub")] } });
    expect(await after).toEqual([]);
  });

  test("with a wrong configuration say so once, and are looked at once it is right", async () => {
    const editor = await editing({ "app.py": leak, "keylint.config.json": '{"rule": {}}' });
    expect(await editor.open("app.py")).toEqual([]);
    expect(await editor.edit("app.py", { range: at(0, 0), newText: "\n" })).toEqual([]);
    expect(editor.shown).toEqual([expect.stringMatching(/^keylint: [^]*rule/)]);
    await editor.open("keylint.config.json", "{}");
    const after = editor.next("app.py");
    await editor.save("keylint.config.json");
    expect(shown(await after)).toEqual(["4 hardcoded-key error"]);
  });

  test("may be none", async () => {
    const editor = await editorOn(stagedProject({ "sub/app.py": leak }), [], { folders: [] });
    expect(shown(await editor.open("sub/app.py"))).toEqual(["3 hardcoded-key error"]);
  });
});

describe("options", () => {
  test("are those of a run: contexts, a configuration, other tools' markers", async () => {
    expect(shown(await (await editing({ "test/app.py": leak })).open("test/app.py"))).toEqual([]);
    expect(shown(await (await editing({ "test/app.py": leak }, "--context", "all")).open("test/app.py"))).toEqual([expect.stringMatching(/^3 hardcoded-key/)]);
    const marked = leak.replace('"\n', '"  # nosec\n');
    expect(shown(await (await editing({ "app.py": marked })).open("app.py"))).toEqual([]);
    expect(shown(await (await editing({ "app.py": marked }, "--no-foreign-ignores")).open("app.py"))).toEqual(["3 hardcoded-key error"]);
    expect(shown(await (await editing({ "app.py": leak, "keylint.config.json": '{"rules": {"hardcoded-key": "off"}}' }, "--no-config")).open("app.py"))).toEqual(["3 hardcoded-key error"]);
  });
});

describe("the key under the pointer", () => {
  test("has its rule, why it matters, the way out and the page", async () => {
    const editor = await editing({ "app.py": leak });
    await editor.open("app.py");
    const hover = await editor.hover("app.py", 2, 40);
    expect(hover).toMatchObject({ contents: { kind: "markdown", value: expect.stringMatching(/^\*\*hardcoded-key\*\* · [^]*\n1\. [^]*\/rules\/hardcoded-key\.md\)/) }, range: { start: { line: 2, character: 17 } } });
    expect(JSON.stringify(hover)).not.toContain(key.slice(0, 8));
    expect(JSON.stringify(hover)).toContain("(git filter-repo `--replace-text`): it");
    expect(await editor.hover("app.py", 0, 0)).toBeNull();
  });

  test("is told in plain text where the editor asks for that", async () => {
    const editor = await editorOn(stagedProject({ "app.py": leak }), [], { capabilities: {} });
    await editor.open("app.py");
    expect(await editor.hover("app.py", 2, 17)).toMatchObject({ contents: { kind: "plaintext", value: expect.stringMatching(/^hardcoded-key: /) } });
  });

  test("cannot be dressed up by what the file calls it", async () => {
    const editor = await editing({});
    const name = "[x](http://evil.example) <img src=x> SECRET_KEY";
    await editor.open("app.json", JSON.stringify({ [name]: key, "JWT_SECRET": key }));
    for (const character of [60, 150]) {
      const hover = await editor.hover("app.json", 0, character);
      const markdown = (hover?.contents as { readonly value: string } | undefined)?.value ?? "";
      expect(markdown.replace(/`[^`]*`/g, "")).not.toMatch(/evil|<img/);
    }
  });
});

describe("actions", () => {
  test("mend what surely can be mended", async () => {
    const editor = await editing({ "app.py": leak });
    await editor.open("app.py");
    const [mend] = await editor.actions("app.py", at(2, 30));
    expect(mend).toMatchObject({ title: "Read SECRET_KEY from the environment, and stop where it is missing.", kind: "quickfix", isPreferred: true, diagnostics: [{ code: "hardcoded-key" }] });
    expect(mend && await editor.act("app.py", mend)).toEqual([]);
    expect(editor.text("app.py")).toBe(`import os\n\n${leak.replace(`"${key}"`, 'os.environ["SECRET_KEY"]')}`);
  });

  test("mend all of a file when it is saved, where the editor asks for that only", async () => {
    const editor = await editing({});
    await editor.open("app.py", `${leak}other = Flask("other")\nother.secret_key = "${key.toUpperCase()}"\n`);
    expect(await editor.actions("app.py", at(0, 0))).toEqual([]);
    for (const only of [["source.fixAll"], ["source.fixAll.keylint"], ["source"]]) expect(await editor.actions("app.py", at(0, 0), only)).toHaveLength(1);
    const [all] = await editor.actions("app.py", at(0, 0), ["source.fixAll"]);
    expect(all && shown(await editor.act("app.py", all))).toEqual([]);
    expect(editor.text("app.py").match(/os\.environ\["SECRET_KEY"\]/g)).toHaveLength(2);
  });

  test.each<[string, string, string]>([
    ["app.py", leak, "# keylint-ignore hardcoded-key -- reason\n"],
    ["app.js", leakInJavaScript, "// keylint-ignore hardcoded-key -- reason\n"],
    ["indented.py", `from flask import Flask\ndef make():\n    app = Flask("x")\n    app.secret_key = "${key}"\n`, "    # keylint-ignore hardcoded-key -- reason\n"],
    ["over-lines.js", `const jwt = require("jsonwebtoken");\nconst text = \`\n\${jwt.sign({}, "${key}")}\${\n  jwt}\`;\n`, "  // keylint-ignore hardcoded-key -- reason"],
    ["view.tsx", `import jwt from "jsonwebtoken";\nexport const View = () => (\n  <p>\n    {jwt.sign({}, "${key}")}\n  </p>\n);\n`, "    {/* keylint-ignore hardcoded-key -- reason */}\n"],
    ["compose.yaml", `services:\n  web:\n    environment:\n      JWT_SECRET: ${key}\n`, "      # keylint-ignore hardcoded-key -- reason\n"],
    [".env.production", `JWT_SECRET=${key}\n`, "# keylint-ignore committed-env-file -- reason\n"],
    ["Dockerfile", `FROM node\nENV JWT_SECRET=${key}\n`, "# keylint-ignore hardcoded-key -- reason\n"],
    ["app.toml", `JWT_SECRET = "${key}"\n`, "# keylint-ignore hardcoded-key -- reason\n"],
    ["windows.py", leak.replaceAll("\n", "\r\n"), "# keylint-ignore hardcoded-key -- reason\r\n"],
  ])("silence a finding by a comment that works: %s", async (path, text, comment) => {
    const editor = await editing({ [path]: text });
    const [found] = await editor.open(path);
    const line = found?.range.start.line ?? 0;
    const action = (await editor.actions(path, found?.range ?? at(0, 0))).find(({ title }) => title.startsWith("Ignore "));
    expect(action).toMatchObject({ kind: "quickfix", diagnostics: [{ range: { start: { line } } }] });
    expect(action && await editor.act(path, action)).toEqual([]);
    expect(editor.text(path).length).toBe(text.length + comment.length);
    expect(editor.text(path)).toContain(comment);
  });

  test("offer no comment where there can be none", async () => {
    const editor = await editing({});
    const [found] = await editor.open("app.json", `{ "JWT_SECRET": "${key}" }`);
    expect(await editor.actions("app.json", found?.range ?? at(0, 0))).toEqual([]);
    const [inText] = await editor.open("text.js", `const jwt = require("jsonwebtoken");\nconst text = \`\n\${jwt.sign({}, "${key}")}\nend\`;\n`);
    expect(inText).toMatchObject({ code: "hardcoded-key" });
    expect((await editor.actions("text.js", inText?.range ?? at(0, 0))).filter(({ title }) => title.startsWith("Ignore"))).toEqual([]);
  });

  test("say the changes by file where the editor knows no versions", async () => {
    const editor = await editorOn(stagedProject({ "app.py": leak }), [], { capabilities: {} });
    await editor.open("app.py");
    expect((await editor.actions("app.py", at(2, 30)))[0]).toMatchObject({ edit: { changes: { [editor.uri("app.py")]: [{ newText: "import os\n\n" }, { newText: 'os.environ["SECRET_KEY"]' }] } } });
  });
});

describe("a request", () => {
  test("waits for the newest version", async () => {
    const editor = await editing({ "app.py": leak });
    void editor.open("app.py");
    void editor.edit("app.py", { range: at(0, 0), newText: "\n\n" });
    expect(await editor.hover("app.py", 4, 30)).toMatchObject({ range: { start: { line: 4, character: 17 } } });
  });
});

/** Where its folders are. */
function editorRoot(editor: Editor): string {
  return decodeURIComponent(new URL(editor.uri("")).pathname);
}
