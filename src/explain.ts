import { frameworks } from "../rules/frameworks/index.ts";
import { rules } from "../rules/index.ts";
import { pageOf } from "./links.ts";
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

function explainRule({ id, summary, why, level, severity, cwe }: Rule): string {
  const facts = [`level ${level}`, ...(severity === undefined ? [] : [`severity ${severity.toFixed(1)}`]), ...cwe.map((number) => `CWE-${number}`)];
  return [id, "", `${summary}.`, why, "", facts.join(", "), "", `Examples and the way out: ${pageOf(id)}`, ""].join("\n");
}

function explainFramework({ title, docs, protects, attack, fix, rotate, slots }: Framework): string {
  const places = slots.map(({ label, min, unit }) => `  ${label}${min === undefined ? "" : `  (at least ${min} ${unit ?? "bytes"})`}`);
  return [title, "", `The key protects ${protects}. ${attack}`, "", "It is taken at", ...new Set(places), "", fix, ...(rotate === undefined ? [] : [rotate]), "", docs, ""].join("\n");
}
