import { rules } from "../../rules/index.ts";
import type { Rule } from "../../src/types/rule.ts";
import { code, table } from "./parts.ts";

/** The head of a rule's page: title, summary, why, and the facts that reports carry. */
export function headOf(rule: Rule): string {
  const facts = [
    ["Level", levelOf(rule)],
    ["Security severity", rule.severity === undefined ? "none" : `${rule.severity.toFixed(1)} of 10`],
    ["CWE", rule.cwe.length === 0 ? "none" : rule.cwe.map(cweLink).join(", ")],
    ["Lead order", `${rules.indexOf(rule) + 1} of ${rules.length}; ${leading(rule)}`],
  ];
  return `# ${rule.id}\n\n${rule.summary}. ${rule.why}\n\n${table(["", ""], facts)}`;
}

function levelOf({ level, beside }: Rule): string {
  return beside ? "named with others" : level;
}

/** Between which two rules it stands when several speak of one key. */
function leading(rule: Rule): string {
  const at = rules.indexOf(rule);
  const [before, after] = [rules[at - 1], rules[at + 1]];
  if (!before) return "it leads all others";
  return after ? `after ${pageLink(before)}, before ${pageLink(after)}` : `after ${pageLink(before)}`;
}

function pageLink({ id }: Rule): string {
  return `[${id}](${id}.md)`;
}

function cweLink(cwe: number): string {
  return `[CWE-${cwe}](https://cwe.mitre.org/data/definitions/${cwe}.html)`;
}

/** All rules in lead order. `folder` is the way from the page to rules/, with its slash. */
export function rulesTable(folder: string): string {
  const rows = rules.map((rule) => [`[${rule.id}](${folder}${rule.id}.md)`, rule.summary, levelOf(rule), rule.severity?.toFixed(1) ?? "", rule.cwe.map(cweLink).join(", ")]);
  return table(["rule", "fires when", "level", "severity", "CWE"], rows);
}

/** The rules for a reader in a hurry: name, and what they find. */
export function shortRulesTable(folder: string): string {
  return table(["rule", "what it finds", "level"], rules.map((rule) => [`[${code(rule.id)}](${folder}${rule.id}.md)`, rule.summary, levelOf(rule)]));
}
