import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { CONTEXTS_OF, RULES_OF, UNJUDGED } from "./agreement.ts";
import { readLabels } from "./labels.ts";

const good = { repo: "acme/shop", commit: "0".repeat(40), path: "app/config.py", line: 3, verdict: "finding", category: "weak", context: "production", framework: "flask", sink: "SECRET_KEY", why: "a word" };

function line(fields: Readonly<{ [name: string]: unknown }>): string {
  return JSON.stringify({ ...good, ...fields });
}

describe("a file of labels", () => {
  test("one label a line; blank lines, a byte order mark and unknown fields do no harm", () => {
    const labels = readLabels(`\uFEFF${line({ suite: "web" })}\r\n\r\n${line({ line: 9, verdict: "clean", category: "salt", unsure: true })}\n`, "a.jsonl");
    expect(labels.map(({ repo, path, line: at, verdict, category, unsure }) => [repo, path, at, verdict, category, unsure])).toEqual([
      ["acme/shop", "app/config.py", 3, "finding", "weak", false],
      ["acme/shop", "app/config.py", 9, "clean", "salt", true],
    ]);
  });

  test("a sink counts in the label's own file only", () => {
    const [own, lists, other] = readLabels([line({ flows_to: "app/config.py:8" }), line({ line: 4, flows_to: ["app/config.py:8", "app/main.py:2"], peer_line: 5 }), line({ line: 6, flows_to: "a:b.py:2" })].join("\n"), "a.jsonl");
    expect([own, lists, other].map((label) => [...(label?.sinks ?? [])])).toEqual([[8], [8, 5], []]);
  });

  test("what a terminal would not show as itself is written out", () => {
    expect(readLabels(line({ why: "a \u001b[2Jword" }), "a.jsonl")[0]?.why).toBe("a \\x1b[2Jword");
  });
});

describe("what is no label is an error with its place", () => {
  test.each([
    ["no JSON", "not { json", "is no JSON"],
    ["a list", "[]", "is no JSON object"],
    ["null", "null", "is no JSON object"],
    ["a missing field", line({ why: undefined }), 'has no text at "why"'],
    ["a blank field", line({ sink: "  " }), 'has no text at "sink"'],
    ["a field of megabytes", line({ why: "x".repeat(5000) }), 'more than 1000 characters at "why"'],
    ["a misspelt context", line({ context: "prodution" }), '"prodution" is no context; did you mean production?'],
    ["a verdict of another kind", line({ verdict: "maybe" }), '"maybe" is no verdict; known: finding, clean'],
    ["a finding of an unknown category", line({ category: "salt" }), '"salt" is no category'],
    ["a category that is an object's own", line({ category: "constructor" }), "is no category"],
    ["line 0", line({ line: 0 }), '"line" is no line number'],
    ["a line as text", line({ line: "3" }), '"line" is no line number'],
    ["half a line", line({ line: 1.5 }), '"line" is no line number'],
    ["a repository that leaves its folder", line({ repo: "acme/.." }), '"repo" is not owner/name'],
    ["a repository below another", line({ repo: "acme/shop/x" }), '"repo" is not owner/name'],
    ["a path that leaves the repository", line({ path: "../../etc/passwd" }), '"path" is no plain path'],
    ["an absolute path", line({ path: "/etc/passwd" }), '"path" is no plain path'],
    ["a path in disguise", line({ path: "a/../b.py" }), '"path" is no plain path'],
    ["a path with backslashes", line({ path: "a\\b.py" }), '"path" is no plain path'],
    ["a sink without a line", line({ flows_to: "app/config.py" }), '"flows_to" is not path:line'],
    ["a sink that is a number", line({ flows_to: 8 }), '"flows_to" is not path:line'],
    ["an unsure that is a word", line({ unsure: "yes" }), '"unsure" is not true or false'],
    ["the same place and sink again", `${line({})}\n${line({ verdict: "clean" })}`, "a.jsonl:2: says the same place and sink as line 1"],
    ["no labels at all", "\n\n", "a.jsonl: no labels"],
  ])("%s", (_, text, message) => {
    expect(() => readLabels(text, "a.jsonl")).toThrow(message);
  });

  test("all wrong lines are named at once, up to ten", () => {
    const wrong = (): string => {
      try {
        return String(readLabels("{\n".repeat(13), "a.jsonl"));
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(wrong().split("\n")).toEqual([...Array.from({ length: 10 }, (_, index) => `a.jsonl:${index + 1}: is no JSON`), "… and 3 more"]);
  });
});

describe("what agrees with what", () => {
  test("names rules that there are, or that the design knows", () => {
    const known = [...rules.map(({ id }) => id), ...UNJUDGED];
    expect(Object.values(RULES_OF).flat().filter((id) => !known.includes(id))).toEqual([]);
  });

  test("each rule that leads is what some label says", () => {
    expect(rules.map(({ id }) => id).filter((id) => !UNJUDGED.includes(id) && !Object.values(RULES_OF).flat().includes(id))).toEqual([]);
  });

  test("each of our contexts is one of the labels' only", () => {
    expect(Object.values(CONTEXTS_OF).flat().sort()).toEqual(["development", "docs", "example", "production", "test"]);
  });
});

test("the labels of this project are labels", () => {
  const labels = readLabels(readFileSync(new URL("labels.jsonl", import.meta.url), "utf8"), "labels.jsonl");
  const aside = readFileSync(new URL("unseen.txt", import.meta.url), "utf8").split("\n").map((entry) => entry.split(" ")[1]);
  expect(labels.map(({ repo }) => repo).filter((repo) => !aside.includes(repo))).toEqual([]);
});
