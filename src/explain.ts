import { frameworks } from "../rules/frameworks/index.ts";
import { rules } from "../rules/index.ts";
import { rotationSteps } from "./judge/steps.ts";
import { pageOf, rotationPage } from "./links.ts";
import { nearest } from "./text/nearest.ts";
import { printable } from "./text/printable.ts";
import type { Framework } from "./types/framework.ts";
import type { Rule } from "./types/rule.ts";

/** What `keylint explain` prints about a rule or a framework; or what is wrong with the topic, when there is none of that name. */
export function explain(topic: string): { readonly text: string } | { readonly mistake: string } {
  const rule = rules.find(({ id }) => id === topic);
  if (rule) return { text: explainRule(rule) };
  const framework = frameworks.find(({ id }) => id === topic);
  if (framework) return { text: explainFramework(framework) };
  const near = nearest(topic.slice(0, 60), [...rules, ...frameworks].map(({ id }) => id));
  return { mistake: `There is no rule or framework "${printable(topic.slice(0, 60))}"${near === undefined ? "." : `; did you mean "${near}"?`}\nRules: ${rules.map(({ id }) => id).join(", ")}.` };
}

function explainRule({ id, summary, why, steps, level, severity, cwe }: Rule): string {
  const facts = [`level ${level}`, ...(severity === undefined ? [] : [`severity ${severity.toFixed(1)}`]), ...cwe.map((number) => `CWE-${number}`)];
  return [id, "", `${summary}.`, why, "", facts.join(", "), "", "The way out", ...numbered(steps), "", `Examples: ${pageOf(id)}`, `A key that leaked: ${rotationPage}`, ""].join("\n");
}

function explainFramework(framework: Framework): string {
  const { title, docs, protects, attack, fix, slots } = framework;
  const places = slots.map(({ label, min, unit }) => `  ${label}${min === undefined ? "" : `  (at least ${min} ${unit ?? "bytes"})`}`);
  return [
    title, "", `The key protects ${protects}. ${attack}`, "",
    "It is taken at", ...new Set(places), "",
    fix, "",
    "When a key has leaked", ...numbered(rotationSteps(framework)), ...slots.flatMap(({ label, rotate }) => (rotate ? [`  For ${label}: ${rotate.charAt(0).toLowerCase()}${rotate.slice(1)}`] : [])), "",
    `Where the key goes in: ${docs}`, `A key that leaked: ${rotationPage}`, "",
  ].join("\n");
}

function numbered(sentences: readonly string[]): readonly string[] {
  return sentences.map((sentence, at) => `  ${at + 1}. ${sentence}`);
}
