import type { Word } from "./pieces.ts";

const environment = /(?:^|[._-])(?:dot)?env(?:ironment)?(?:$|[._$-])|^(?:\.dev\.vars|envfile)$/i;

/** Variables that hold such a name: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-environment-variable. */
const variable = /^\$\{?(\w{1,100})\}?$/;
const holding = /^(?:GITHUB_ENV|BASH_ENV)$|ENV_?FILE/i;

const program = /\.(?:py|js|ts|mjs|cjs|tsx|jsx|rb|php|go|json|ya?ml|toml|ini|md|html?|xml|conf)$/i;
const scripts = /\.(?:sh|bash|zsh|command)$|(?:^|\/)\.?(?:bashrc|zshrc|profile|bash_profile|zprofile|zshenv|bash_login)$/i;

/** Whether a word names an environment file, or a script that shells read when they start. */
export function isEnvironmentFile(text: string, word: Word): boolean {
  const name = nameIn(text, word);
  const held = variable.exec(name)?.[1];
  if (held !== undefined) return holding.test(held);
  return (environment.test(name.slice(name.lastIndexOf("/") + 1)) && !program.test(name)) || scripts.test(name);
}

function nameIn(text: string, { span }: Word): string {
  return text.slice(Math.max(span.start, span.end - 200), span.end).replace(/["']/g, "");
}
