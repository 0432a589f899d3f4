import { describe, expect, test } from "vitest";
import { clean, key, leak, stagedProject, told } from "./keylint.ts";

/** Lints what is given beside a good file, whose finding must still come. */
function beside(files: { readonly [path: string]: string | Buffer }, argv: readonly string[] = []) {
  const ran = told(stagedProject({ ...files, "good.py": leak }), argv);
  expect(ran.findings).toContain("good.py:3 hardcoded-key error");
  expect(ran.stdout + ran.stderr).not.toContain(key);
  return { ...ran, findings: ran.findings.filter((finding) => !finding.startsWith("good.py")) };
}

const utf16 = (text: string, order: "little" | "big", mark: boolean): Buffer => {
  const bytes = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
  return order === "little" ? bytes : bytes.swap16();
};

describe("broken syntax", () => {
  test.each([
    ["bad.py", `${leak}def f(:\n  x = (\n`, "could not be parsed as Python near line 4"],
    ["bad.js", `\n\nconst SESSION_SECRET = "${key}";\nconst = {{;\n`, "could not be parsed as JavaScript (line 4)"],
    ["bad.ts", `\n\nconst SESSION_SECRET: string = "${key}";\ntype = <<<;\n`, "could not be parsed as JavaScript (line 4)"],
  ])("%s: what can be found is found, the rest is said", (name, text, message) => {
    const { status, findings, failures } = beside({ [name]: text });
    expect(status).toBe(1);
    expect(failures).toEqual([expect.stringContaining(`${name}: ${message}`)]);
    expect(findings).toEqual([`${name}:3 hardcoded-key error`]);
    expect(beside({ [name]: text }, [".", "--strict"]).status).toBe(2);
    expect(beside({ [name]: text }, [name, "good.py"]).status).toBe(1);
  });

  test("a merge left behind", () => {
    expect(beside({ "bad.py": `${leak}<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> other\n` }).findings).toEqual(["bad.py:3 hardcoded-key error"]);
  });

  test("a file where no key can stand is not read, and so not said", () => {
    expect(beside({ "bad.py": "x = (\n" })).toMatchObject({ status: 1, failures: [] });
  });
});

describe("encodings", () => {
  const accented = leak.replace("app = Flask(__name__)", "app = Flask(__name__)  # clé");
  test.each([
    ["UTF-8 with a mark", Buffer.from(`\ufeff${accented}`)],
    ["UTF-16 LE with a mark", utf16(accented, "little", true)],
    ["UTF-16 BE with a mark", utf16(accented, "big", true)],
    ["UTF-16 LE without a mark", utf16(accented, "little", false)],
    ["UTF-16 BE without a mark", utf16(accented, "big", false)],
    ["Latin-1", Buffer.from(accented, "latin1")],
    ["a broken sequence of UTF-8", Buffer.concat([Buffer.from(accented), Buffer.from([0x23, 0xc3, 0x28, 0xf0, 0x9f, 0x0a])])],
    ["Windows line ends", Buffer.from(accented.replaceAll("\n", "\r\n"))],
    ["old Mac line ends", Buffer.from(accented.replaceAll("\n", "\r"))],
    ["UTF-16 with half a character at the end", Buffer.concat([utf16(accented, "little", true), Buffer.from([0x23])])],
  ])("%s is read", (_what, bytes) => {
    expect(beside({ "odd.py": bytes })).toMatchObject({ status: 1, findings: ["odd.py:3 hardcoded-key error"], failures: [] });
  });

  test.each([
    ["NUL bytes", Buffer.from(`${leak}\0\0\0`)],
    ["UTF-32", Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), ...[...leak].map((letter) => Buffer.from([letter.charCodeAt(0), 0, 0, 0]))])],
    ["a program", Buffer.concat([Buffer.from("\x7fELF\0\0\nSECRET_KEY"), Buffer.alloc(1000)])],
  ])("%s: no text, which is said", (_what, bytes) => {
    const { status, failures } = beside({ "odd.py": bytes });
    expect(status).toBe(1);
    expect(failures).toEqual(["odd.py: looks binary: it holds NUL bytes"]);
    expect(beside({ "odd.py": bytes }, ["odd.py", "good.py"])).toMatchObject({ status: 2, failures: ["!odd.py: looks binary: it holds NUL bytes"] });
  });

  test.each([["nothing", ""], ["a mark", "\ufeff"], ["half a mark", Buffer.from([0xff])], ["a line end", "\n"], ["half of UTF-16", Buffer.from([0xff, 0xfe, 0x41])]])("a file of %s is clean", (_what, bytes) => {
    expect(beside({ "empty.py": bytes, ".env": bytes, "empty.ts": bytes })).toMatchObject({ status: 1, findings: [], failures: [] });
  });

  test.each(["package.json", "pyproject.toml", "requirements.txt", "keylint.config.json"])("UTF-16 in %s", (name) => {
    const text = name.endsWith("json") ? "{}" : "";
    expect(beside({ [name]: utf16(text, "little", true), "app.js": 'import x from "other";\nimport session from "express-session";\nsession({ secret: x });\n' })).toMatchObject({ status: 1 });
  });
});

test("manifests that are no JSON, or another thing than people write", () => {
  for (const text of ["{", "[]", "null", '{"name": 1}', '{"name": "a", "name": {"__proto__": 1}}', "[".repeat(1e5)]) {
    expect(beside({ "package.json": text, "app.js": 'import x from "other";\nimport session from "express-session";\nsession({ secret: x });\n', "clean.py": clean })).toMatchObject({ status: 1, failures: [] });
  }
});
