import type { Word } from "./pieces.ts";

/** Names of environment files, and variables that hold such a name: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-environment-variable. */
const environment = /(?:^|[/._-])(?:dot)?env(?:ironment)?(?:[._-][\w.-]{0,100})?$|^\$(?:\{?(?:GITHUB_ENV|BASH_ENV|\w{0,60}ENV_?FILE\w{0,60})\}?)$|\.env\$?\{?\w{0,60}\}?$|(?:^|\/)(?:\.dev\.vars|envfile)$/i;
const program = /\.(?:py|js|ts|mjs|cjs|tsx|jsx|rb|php|go|json|ya?ml|toml|ini|md|html?|xml|conf)$/i;
const scripts = /\.(?:sh|bash|zsh|command)$|(?:^|\/)\.?(?:bashrc|zshrc|profile|bash_profile|zprofile|zshenv|bash_login)$/i;

/** Whether a word names an environment file, or a script that shells read when they start. */
export function isEnvironmentFile(text: string, word: Word): boolean {
  const name = nameIn(text, word);
  return (environment.test(name) && !program.test(name)) || scripts.test(name);
}

export function isScript(text: string, word: Word): boolean {
  return scripts.test(nameIn(text, word));
}

function nameIn(text: string, { span }: Word): string {
  return text.slice(Math.max(span.start, span.end - 200), span.end).replace(/["']/g, "").replace(/^\{\{.{0,100}\}\}/, "");
}
