import { expect, test } from "vitest";
import { lintFiles } from "../support/lint.ts";

/** The line of the finding as it is shown. */
function shownLine(path: string, text: string): string | undefined {
  const frame = lintFiles({ [path]: text }).findings[0]?.frame;
  return frame?.lines[frame.mark.line - frame.first];
}

const flask = "import os, secrets, string\nfrom flask import Flask\napp = Flask(__name__)\n";

test.each([
  ["a literal", `app.secret_key = "zebra"\n`, `app.secret_key = "***"`],
  ["a call", "app.secret_key = os.urandom(24)\n", "app.secret_key = os.urandom(24)"],
  ["a method of an empty text", `app.secret_key = ''.join(secrets.choice(string.digits) for _ in range(20))\n`, "app.secret_key = ''.join(secrets.choice(string.digits) for _ in range(20))"],
])("%s", (_, line, shown) => {
  expect(shownLine("app.py", flask + line)).toBe(shown);
});

test("a bare value that looks like a method of an empty text is covered", () => {
  expect(shownLine(".env", "SECRET_KEY=x''.join(zebra\n")).toBe("SECRET_KEY=***");
});
