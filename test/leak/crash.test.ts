import { afterEach, describe, expect, test, vi } from "vitest";
import { hardcodedKey } from "../../rules/hardcoded-key.ts";
import { formats } from "../../src/formats/index.ts";
import { reporters } from "../../src/reporters/index.ts";
import { git } from "../discover/repository.ts";
import { patched, textOf } from "./keys.ts";
import { atTerminal, inFolder, run, type Files, type Outputs } from "./produce.ts";
import { leaksOf, sentinel } from "./sentinels.ts";

const key = sentinel(1);
const files: Files = { "app.py": `from flask import Flask\n\napp = Flask(__name__)\napp.secret_key = "${key}"  # ${sentinel(2)}\n`, "other.py": "SECRET_KEY = 'x'\n" };
const leaks = (outputs: Outputs): readonly string[] => leaksOf([key, sentinel(2)], outputs);

/** Messages as libraries and regular expressions make them, and worse ones. */
const quoting: readonly (readonly [string, (text: string) => unknown])[] = [
  ["a message that quotes", (text) => new Error(`unexpected token in ${text}`)],
  ["a message that looks like a stack", (text) => new Error(`wrong\n    at ${text} (/app.py:1:1)\n    at ${text}`)],
  ["a name that quotes", (text) => Object.assign(new Error("wrong"), { name: text })],
  ["a message changed afterwards", (text) => Object.assign(new Error(`${text}\n    at ${text}`), { message: "wrong" })],
  ["a message taken away afterwards", (text) => Object.assign(new Error(`${text}\n    at ${text}`), { message: "" })],
  // V8 may make a stack when it is asked for, with the message of then.
  ["a stack that begins with what the message is not", (text) => Object.assign(new Error("wrong"), { stack: `Error: ${text}\n    at ${text}\n    at run (/app.py:1:1)` })],
  ["a cause and more", (text) => Object.assign(new Error("wrong", { cause: new Error(text) }), { text, code: text })],
  ["what is no error", (text) => text],
  ["JSON's own", (text) => thrownBy(() => JSON.parse(`{"a": ${text}`))],
  ["a URL's own", (text) => thrownBy(() => new URL(text))],
];

function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe.each(quoting)("%s", (_, errorOf) => {
  test("thrown by a rule", () => {
    const outputs = patched(hardcodedKey, () => (asked) => {
      throw errorOf(textOf(asked) ?? "");
    }, () => atTerminal(files));
    expect(outputs["stderr without --debug"]).toMatch(/^keylint: .*report it/m);
    expect(leaks(outputs)).toEqual([]);
  });

  test("thrown by a format", () => {
    const python = formats.find(({ id }) => id === "python");
    if (python) vi.spyOn(python, "read").mockImplementation((path, text) => {
      throw errorOf(text);
    });
    const outputs = atTerminal(files);
    expect(outputs["stdout"]).toContain("keylint crashed on this file");
    expect(leaks(outputs)).toEqual([]);
  });

  test("thrown while a key is judged", () => {
    const first = formats.find(({ id }) => id === "python");
    const read = first?.read.bind(first);
    if (first && read) vi.spyOn(first, "read").mockImplementation((path, text) => ({ ...read(path, text), get bindings(): never {
      throw errorOf(text);
    } }));
    const outputs = atTerminal(files);
    expect(outputs["stdout"]).toContain("keylint crashed on this file");
    expect(leaks(outputs)).toEqual([]);
  });

  test("thrown by a reporter", () => {
    vi.spyOn(reporters, "stylish").mockImplementation(() => {
      throw errorOf(key);
    });
    const outputs = atTerminal(files);
    expect(outputs["stderr"]).toContain("keylint: it crashed");
    expect(leaks(outputs)).toEqual([]);
  });
});

test("with --debug, the place of a crash is told", () => {
  vi.spyOn(reporters, "stylish").mockImplementation(() => {
    throw new TypeError(key);
  });
  expect(atTerminal(files)["stderr"]).toMatch(/TypeError\n\s+at .*crash\.test\.ts/);
});

test("of an error without a message, too", () => {
  vi.spyOn(reporters, "stylish").mockImplementation(() => {
    throw Object.assign(new TypeError(), { stack: "TypeError\n    at run (/app.js:1:1)" });
  });
  expect(atTerminal(files)["stderr"]).toContain("TypeError\n    at run (/app.js:1:1)");
});

test("of a file, too: each place on its line", () => {
  const python = formats.find(({ id }) => id === "python");
  if (python) vi.spyOn(python, "read").mockImplementation(() => {
    throw new TypeError(key);
  });
  expect(atTerminal(files)["stderr"]).toMatch(/^keylint: app\.py: TypeError\nkeylint: +at .*crash\.test\.ts/m);
});

test("of what is no error, that there was one", () => {
  const python = formats.find(({ id }) => id === "python");
  if (python) vi.spyOn(python, "read").mockImplementation(() => {
    throw key as unknown as Error;
  });
  expect(atTerminal(files)["stderr"]).toMatch(/^keylint: app\.py: crash$/m);
});

describe("a mistake of keylint's own while files are listed is a crash, and no trouble of a folder's", () => {
  const wrong = new TypeError(key);

  test.each([["without git", atTerminal], ["in git", inGit]] as const)("%s", (_, produce) => {
    // What finds out whether a file is passed by asks for it.
    vi.spyOn(String.prototype, "lastIndexOf").mockImplementation(() => {
      throw wrong;
    });
    const outputs = produce(files);
    expect(outputs["stdout"]).toBe("");
    expect(outputs["stderr"]).toContain("keylint: it crashed, which is a mistake of keylint.");
  });
});

function inGit(project: Files): Outputs {
  return inFolder(project, (folder) => {
    git(folder, "init", "--quiet");
    return run(folder, []);
  });
}
