/**
 * The words that documents use for languages, and the formats that can read them, the first one that is there. The words are those of
 * https://github.com/github-linguist/linguist/blob/main/lib/linguist/languages.yml, https://pygments.org/docs/lexers/ and
 * https://prismjs.com/#supported-languages.
 */
const formats: { readonly [ids: string]: string } = {
  python: "python py py3 python3 pycon python-console python-repl ipython ipython3 py2 python2 pytb3 doctest",
  javascript: "javascript js jsx typescript ts tsx mjs cjs mts cts node nodejs javascriptreact typescriptreact ecmascript babel",
  shell: "sh bash shell zsh ksh console shell-session shellsession sh-session bash-session terminal shellscript commandline command-line cli sudo",
  fish: "fish fishshell",
  powershell: "powershell ps1 pwsh posh pwsh-session ps1con",
  cmd: "bat cmd batch batchfile dosbatch winbatch doscon dos",
  env: "env dotenv envfile",
  "ini env": "ini properties conf cfg config editorconfig systemd",
  yaml: "yaml yml docker-compose compose",
  json: "json jsonc json5",
  toml: "toml",
  dockerfile: "dockerfile docker containerfile",
  terraform: "hcl terraform tf",
  markup: "vue svelte astro html htm html+jinja html+django html+erb html5 xhtml",
};

const readers: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(formats).flatMap(([ids, words]) => words.split(" ").map((word) => [word, ids.split(" ")] as const)));

/** Words that name no language. */
const none: ReadonlySet<string> = new Set(["", "text", "txt", "plain", "plaintext", "none", "no-highlight", "nohighlight", "raw", "default", "output", "code", "literal", "guess"]);

/** The formats, by id, that read a language; undefined when the word is none and its text has to tell. An unknown language has no format. */
export function formatsOf(word: string): readonly string[] | undefined {
  const known = word.toLowerCase();
  return none.has(known) ? undefined : (readers.get(known) ?? []);
}
