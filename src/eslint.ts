import type { ESLint, Linter, Rule as EslintRule } from "eslint";
import { rules as beliefs } from "../rules/index.ts";
import { findingsIn, type Shown } from "./eslint/findings.ts";
import { pageOf } from "./links.ts";
import { descriptorIdOf } from "./reporters/sarif-rules.ts";
import type { Rule } from "./types/rule.ts";
import { version } from "./version.ts";

/**
 * The ESLint plugin `keylint/eslint`: the same engine over one file at a time, as `keylint FILE`. ESLint's severity is a rule's, and
 * keylint's level a finding's: so findings that their context lowers (development, examples) have a rule of their own, `<rule>-example`,
 * as in SARIF. What only all files together tell (missing-key, reused-key) keylint itself says.
 */
const alone = beliefs.filter(({ check }) => check !== undefined);

const rules: Readonly<{ [name: string]: EslintRule.RuleModule }> = Object.fromEntries(alone.flatMap((rule) => [ruleOf(rule, false), ruleOf(rule, true)]));

const plugin = {
  meta: { name: "keylint", version, namespace: "keylint" },
  rules,
  configs: {} as { readonly recommended: Linter.Config },
} satisfies ESLint.Plugin;

// A configuration holds the plugin that it belongs to.
Object.assign(plugin.configs, {
  recommended: {
    name: "keylint/recommended",
    plugins: { keylint: plugin },
    rules: Object.fromEntries(alone.flatMap(({ id, level }) => [
      [`keylint/${descriptorIdOf(id, false)}`, level === "error" ? "error" : "warn"],
      [`keylint/${descriptorIdOf(id, true)}`, "warn"],
    ])),
  } satisfies Linter.Config,
});

export default plugin;

function ruleOf(rule: Rule, lowered: boolean): readonly [string, EslintRule.RuleModule] {
  const id = descriptorIdOf(rule.id, lowered);
  return [id, {
    meta: {
      type: "problem",
      docs: { description: `${rule.summary}${lowered ? " (development and examples)" : ""}`, url: pageOf(rule.id), recommended: true },
      hasSuggestions: true,
      schema: [],
    },
    create: (context) => ({
      Program() {
        for (const shown of findingsIn(context)) if (descriptorIdOf(shown.rule, shown.lowered) === id) context.report(descriptorOf(shown));
      },
    }),
  }];
}

function descriptorOf({ message, from, to, way }: Shown): EslintRule.ReportDescriptor {
  const suggest = way === undefined ? [] : [{
    desc: way.text,
    fix: (fixer: EslintRule.RuleFixer) => way.changes.map(({ start, end, text }) => fixer.replaceTextRange([start, end], text)),
  }];
  return { message, loc: { start: from, end: to }, suggest };
}
