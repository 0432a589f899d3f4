import type { ESLint, Linter, Rule as EslintRule } from "eslint";
import { rules as beliefs } from "../rules/index.ts";
import { findingsIn, type Shown } from "./eslint/findings.ts";
import { homepage, pageOf } from "./links.ts";
import { descriptorIdOf, notChecked } from "./reporters/sarif-rules.ts";
import { version } from "./version.ts";

/**
 * The ESLint plugin `keylint/eslint`: the same engine over one file at a time, as `keylint FILE`. ESLint's severity is a rule's, and
 * keylint's level a finding's: so findings that their context lowers (development, examples) have a rule of their own, `<rule>-example`,
 * as in SARIF, and so has a file that was not checked in full. What only all files together tell (missing-key, reused-key) keylint itself says.
 */
const alone = beliefs.filter(({ check }) => check !== undefined);

const rules: Readonly<{ [name: string]: EslintRule.RuleModule }> = Object.fromEntries([
  ...alone.flatMap((rule) => [
    ruleOf(descriptorIdOf(rule.id, false), rule.summary, pageOf(rule.id)),
    ruleOf(descriptorIdOf(rule.id, true), `${rule.summary} (development and examples)`, pageOf(rule.id)),
  ]),
  ruleOf(notChecked.id, "A file could not be read or understood in full, so a key in it may have been missed", `${homepage}#eslint`),
]);

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
    rules: Object.fromEntries(Object.keys(rules).map((id) => [`keylint/${id}`, alone.some((rule) => rule.id === id && rule.level === "error") ? "error" : "warn"])),
  } satisfies Linter.Config,
});

export default plugin;

function ruleOf(id: string, description: string, url: string): readonly [string, EslintRule.RuleModule] {
  return [id, {
    meta: { type: "problem", docs: { description, url, recommended: true }, hasSuggestions: true, schema: [] },
    create: (context) => ({
      Program() {
        for (const shown of findingsIn(context)) if (shown.rule === id) context.report(descriptorOf(shown));
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
