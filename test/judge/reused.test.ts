import { describe, expect, test } from "vitest";
import type { Request } from "../../src/lint.ts";
import { clock } from "../support/clock.ts";
import { lintFiles } from "../support/lint.ts";
import { filled, type Project } from "../support/shown.ts";

/** Of each finding its place, and what it says of the key elsewhere. */
function said(project: Project, more: Partial<Request> = {}): readonly string[] {
  return lintFiles(filled(project), more).findings.map(({ region, what }) => `${region.path}:${region.line} ${what.slice(what.indexOf(".") + 2)}`.trim());
}

const flask = "import jwt\nfrom flask import Flask\napp = Flask(__name__)\n";
const services: Project = { "services/a/.env": "JWT_SECRET=@1\n", "services/b/.env": "SESSION_SECRET=@1\n" };

describe("one key in several places", () => {
  test("each says where it is found too, by name and path", () => {
    expect(said(services)).toEqual(["services/a/.env:1 The same key is SESSION_SECRET in services/b/.env.", "services/b/.env:1 The same key is JWT_SECRET in services/a/.env."]);
    const [finding] = lintFiles(filled(services)).findings;
    expect(finding).toMatchObject({ rule: "committed-env-file", rules: ["committed-env-file", "reused-key"], level: "error", elsewhere: [{ path: "services/b/.env", line: 1, column: 16, name: "SESSION_SECRET" }] });
  });

  test("three are named, more are counted", () => {
    const many = Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((name) => [`${name}/.env`, "JWT_SECRET=@1\n"]));
    expect(said(many)[0]).toBe("a/.env:1 The same key is JWT_SECRET in b/.env, JWT_SECRET in c/.env, JWT_SECRET in d/.env and what stands in 2 more places.");
  });

  test("one that nothing is wrong with is none: it comes from outside", () => {
    expect(said({ "app.py": `${flask}import os\napp.secret_key = os.environ["KEY"]\njwt.encode({}, os.environ["KEY"])\n` })).toEqual([]);
  });

  test("a part of the repository knows of the rest", () => {
    expect(said(services, { below: ["services/b"] })).toEqual(["services/b/.env:1 The same key is JWT_SECRET in services/a/.env."]);
  });

  test.each<[string, Partial<Request>]>([["single files", { files: Object.keys(services) }], ["the rule is off", { config: { rules: { "reused-key": "off" } } }]])("%s: it is not said", (_, more) => {
    expect(lintFiles(filled(services), more).findings.map(({ rules, elsewhere }) => [rules, elsewhere])).toEqual([[["committed-env-file"], undefined], [["committed-env-file"], undefined]]);
  });
});

describe("one place, several purposes", () => {
  test.each<[string, Project, readonly string[]]>([
    ["sessions and tokens", { "app.py": `${flask}KEY = "@1"\napp.secret_key = KEY\njwt.encode({}, KEY)\n` }, ["app.py:4 The same key protects session cookies and JSON web tokens."]],
    ["tokens that are signed and read", { "app.py": `${flask}KEY = "@1"\njwt.encode({}, KEY)\njwt.decode("", KEY, algorithms=["HS256"])\n` }, ["app.py:4"]],
    ["sessions and the tokens of forms", { "app.py": `${flask}KEY = "@1"\napp.secret_key = KEY\napp.config["WTF_CSRF_SECRET_KEY"] = KEY\n` }, ["app.py:4"]],
    ["sessions, and something that is only called so", { "app.py": `${flask}JWT_SECRET = "@1"\napp.secret_key = JWT_SECRET\n` }, ["app.py:4"]],
  ])("%s", (_, project, lines) => {
    expect(said(project)).toEqual(lines);
  });
});

describe("the current key among the old ones", () => {
  const told = "The current key stands among the old ones, in SECRET_KEY_FALLBACKS.";

  test.each<[string, Project, readonly string[]]>([
    ["written again", { "app.py": `${flask}app.secret_key = "@1"\napp.config["SECRET_KEY_FALLBACKS"] = ["@2", "@1"]\n` }, [`app.py:4 ${told}`, "app.py:5", `app.py:5 ${told}`]],
    ["by its name", { "settings.py": 'INSTALLED_APPS = []\nSECRET_KEY = "@1"\nSECRET_KEY_FALLBACKS = [SECRET_KEY, "@2"]\n' }, [`settings.py:2 ${told}`, "settings.py:3"]],
    ["not when it is another", { "settings.py": 'INSTALLED_APPS = []\nSECRET_KEY = "@1"\nSECRET_KEY_FALLBACKS = ["@2", "@3"]\n' }, ["settings.py:2", "settings.py:3", "settings.py:3"]],
  ])("%s", (_, project, lines) => {
    expect(said(project)).toEqual(lines);
  });
});

test("thousands of one text are told in bounded time", () => {
  const lines = Array.from({ length: 3_000 }, (_, number) => `K${number}_SECRET_KEY=@1`).join("\n");
  const inTime = clock();
  const { findings } = lintFiles(filled({ ".env": `${lines}\n` }));
  expect(findings).toHaveLength(3_000);
  expect(findings.every(({ rules }) => rules.includes("reused-key"))).toBe(true);
  inTime(20_000);
});
