import { readLexically } from "../../src/formats/lexical.ts";
import type { Finding } from "../../src/types/finding.ts";
import type { Language, Module } from "../../src/types/module.ts";

/** A module with its comments. */
export function moduleOf(text: string, path = "app.py"): Module {
  const language: Language = path.endsWith(".js") ? "javascript" : "python";
  return readLexically(path, text, language, "read for a test");
}

/** A finding on a line. */
export function findingOn(line: number, more: Partial<Finding> = {}): Finding {
  return {
    id: `finding ${line}`,
    rule: "hardcoded-key",
    rules: ["hardcoded-key", "short-key"],
    level: "error",
    lowered: false,
    context: "production",
    region: { path: "app.py", line, column: 1, endLine: line, endColumn: 2 },
    framework: "flask",
    slot: "flask/secret-key",
    name: "SECRET_KEY",
    evidence: "api",
    what: "What.",
    why: "Why.",
    fix: "Fix.",
    steps: [],
    trail: [],
    uses: [],
    ...more,
  };
}
