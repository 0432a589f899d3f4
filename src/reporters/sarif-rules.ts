import type { ReportingDescriptor } from "sarif";
import { pageOf, rotationPage } from "../links.ts";
import type { Rule } from "../types/rule.ts";

/** Severity of a finding whose context lowered it: GitHub takes it from the descriptor, so such findings have one of their own. */
const loweredSeverity = 3.0;

/** What SARIF says of the rules: of each once for findings in full, and once for those whose context lowered them. */
export function descriptorsOf(rules: readonly Rule[]): readonly ReportingDescriptor[] {
  return rules.flatMap((rule) => [descriptorOf(rule, false), descriptorOf(rule, true)]);
}

/** The id of a finding's descriptor. */
export function descriptorIdOf(rule: string, lowered: boolean): string {
  return lowered ? `${rule}-example` : rule;
}

function descriptorOf(rule: Rule, lowered: boolean): ReportingDescriptor {
  const id = descriptorIdOf(rule.id, lowered);
  const name = id.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  const where = lowered ? " (development, examples, tests and documentation)" : "";
  const severity = rule.severity === undefined ? undefined : lowered ? loweredSeverity : rule.severity;
  const level = lowered ? "note" : rule.level;
  return {
    id,
    name,
    shortDescription: { text: `${rule.summary}${where}.` },
    fullDescription: { text: `${rule.summary}${where}. ${rule.why}` },
    helpUri: pageOf(rule.id),
    help: {
      text: `${[rule.why, ...rule.steps].join(" ")} See ${pageOf(rule.id)} for examples, and ${rotationPage} for the whole way out.`,
      markdown: `${rule.why}\n\n${rule.steps.map((step, at) => `${at + 1}. ${step}`).join("\n")}\n\n[Examples](${pageOf(rule.id)}), [the whole way out](${rotationPage})`,
    },
    defaultConfiguration: { level },
    properties: {
      tags: [...(severity === undefined ? ["reliability"] : ["security"]), ...rule.cwe.map((cwe) => `external/cwe/cwe-${String(cwe).padStart(3, "0")}`)],
      precision: lowered ? "medium" : "high",
      "problem.severity": level === "note" ? "recommendation" : level,
      ...(severity === undefined ? {} : { "security-severity": severity.toFixed(1) }),
    },
  };
}

/** What a notification refers to. */
export const notChecked: ReportingDescriptor = {
  id: "not-checked",
  name: "NotChecked",
  shortDescription: { text: "A file could not be read or understood in full." },
  fullDescription: { text: "A file could not be read or understood in full, so a key in it may have been missed." },
  help: { text: "See the message for what to do." },
  defaultConfiguration: { level: "warning" },
};
