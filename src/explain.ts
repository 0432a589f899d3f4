import { frameworks } from "../rules/frameworks/index.ts";
import { rules } from "../rules/index.ts";
import { rotationSteps } from "./judge/steps.ts";
import { pageOf, rotationPage } from "./links.ts";
import { examplesIn } from "./text/page.ts";
import { nearest } from "./text/nearest.ts";
import { printable } from "./text/printable.ts";
import type { Framework } from "./types/framework.ts";
import type { Rule } from "./types/rule.ts";

/** The text of a rule's page, which the package ships; undefined where it is missing. */
export type Pages = (rule: string) => string | undefined;

/** What `keylint explain` prints about a rule or a framework, of all that there are without a topic; or what is wrong with the topic, when there is none of that name. */
export function explain(topic: string | undefined, pages: Pages): { readonly text: string } | { readonly mistake: string } {
  if (topic === undefined) return { text: listed() };
  const rule = rules.find(({ id }) => id === topic);
  if (rule) return { text: explainRule(rule, pages(rule.id) ?? "") };
  const framework = frameworks.find(({ id }) => id === topic);
  if (framework) return { text: explainFramework(framework) };
  const near = nearest(topic.slice(0, 60), [...rules, ...frameworks].map(({ id }) => id));
  return { mistake: `There is no rule or framework "${printable(topic.slice(0, 60))}"${near === undefined ? "." : `; did you mean "${near}"?`} keylint explain lists them all.` };
}

function listed(): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return [
    "Rules", ...rules.map(({ id, level, summary }) => `  ${id.padEnd(width)}  ${level.padEnd("warning".length)}  ${summary}.`), "",
    "Frameworks and libraries", ...wrapped(frameworks.map(({ id }) => id).toSorted()), "",
    "keylint explain NAME says more of one: keylint explain short-key, keylint explain flask.", "",
  ].join("\n");
}

/** Names in lines of a terminal's width. */
function wrapped(names: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last === undefined || last.length + name.length > 76) lines.push(`  ${name}`);
    else lines[lines.length - 1] = `${last}, ${name}`;
  }
  return lines.map((line, at) => (at < lines.length - 1 ? `${line},` : line));
}

/** The first example of each kind. */
function examplesOn(page: string): readonly string[] {
  const all = examplesIn(page);
  return (["bad", "good"] as const).flatMap((kind) => {
    const first = all.find((example) => example.kind === kind);
    return first === undefined ? [] : [`${kind === "bad" ? "Bad" : "Good"}: ${first.title}`, ...shown(first.files), ""];
  });
}

function shown(files: Readonly<{ [path: string]: string }>): readonly string[] {
  return Object.entries(files).flatMap(([path, text]) => [`  ${path}`, ...text.trimEnd().split("\n").map((line) => `    ${line}`.trimEnd())]);
}

function explainRule({ id, summary, why, steps, level, severity, cwe }: Rule, page: string): string {
  const facts = [`level ${level}`, ...(severity === undefined ? [] : [`severity ${severity.toFixed(1)}`]), ...cwe.map((number) => `CWE-${number}`)];
  return [id, "", `${summary}.`, why, "", facts.join(", "), "", "The way out", ...numbered(steps), "", ...examplesOn(page), `More examples: ${pageOf(id)}`, `A key that leaked: ${rotationPage}`, ""].join("\n");
}

function explainFramework(framework: Framework): string {
  const { title, docs, protects, attack, fix, slots, good } = framework;
  const places = slots.map(({ label, min, unit }) => `  ${label}${min === undefined ? "" : `  (at least ${min} ${unit ?? "bytes"})`}`);
  return [
    title, "", `The key protects ${protects}. ${attack}`, "",
    "It is taken at", ...new Set(places), "",
    fix, "",
    "Good", ...shown(good), "",
    "When a key has leaked", ...numbered(rotationSteps(framework)), ...slots.flatMap(({ label, rotate }) => (rotate ? [`  For ${label}: ${rotate.charAt(0).toLowerCase()}${rotate.slice(1)}`] : [])), "",
    `Where the key goes in: ${docs}`, `A key that leaked: ${rotationPage}`, "",
  ].join("\n");
}

function numbered(sentences: readonly string[]): readonly string[] {
  return sentences.map((sentence, at) => `  ${at + 1}. ${sentence}`);
}
