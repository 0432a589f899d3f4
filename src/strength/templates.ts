/** A token that something fills in before the program runs. */
interface TemplateRow {
  readonly pattern: RegExp;
  /** People write it for people: with a stand-in phrase inside (`<put your key here>`) it is a placeholder, no template. */
  readonly byHand?: true;
}

/** All patterns are for short texts: a longer text is a document, not a token. */
const longest = 2_000;

const rows: readonly TemplateRow[] = [
  // a variable of a shell, compose, Terraform or JavaScript: ${SECRET_KEY}
  { pattern: /\$\{[A-Za-z_][^{}$]{0,200}\}/ },
  // a variable of a shell: $SECRET_KEY
  { pattern: /^\$[A-Z][A-Z0-9_]{1,80}$/ },
  // a variable of a shell or of string.Template: $secret_key
  { pattern: /^\$[a-z]+(_[a-z]+){1,8}$/ },
  // a command of a shell: $(openssl rand -hex 32)
  { pattern: /^\$\([a-z][a-z0-9_-]{0,40}( [^()]{0,200})?\)$/ },
  // a variable of Kubernetes, Azure Pipelines or make: $(SECRET_KEY)
  { pattern: /^\$\([A-Z][A-Z0-9_.]{1,80}\)$/ },
  // a command of a shell: `openssl rand -hex 32`
  { pattern: /^`[a-z][^`]{1,200}`$/ },
  // a place in a Python format: %(secret)s
  { pattern: /^%\([A-Za-z_]\w{0,80}\)[sd]$/ },
  // a place in a format: {secret}
  { pattern: /^\{[A-Za-z_][\w .-]{0,80}\}$/ },
  // a variable of Windows, or a token of a build: %SECRET_KEY%
  { pattern: /^%{1,2}[A-Z][A-Z0-9_]{1,80}%{1,2}$/ },
  // a token of a deployment: #{SECRET_KEY}#
  { pattern: /^#\{[\w .-]{1,80}\}#?$/ },
  // a token of a build: @SECRET_KEY@
  { pattern: /^@{1,2}[A-Za-z][\w.-]{1,80}@{1,2}$/ },
  // a token of a build: ##SECRET_KEY##
  { pattern: /^#{1,3}[A-Z][A-Z0-9_]{1,80}#{1,3}$/ },
  // a token of a build: __SECRET_KEY__
  { pattern: /^__[A-Z][A-Z0-9_]{1,80}__$/ },
  // a token of cookiecutter-django: !!!SET DJANGO_SECRET_KEY!!!
  { pattern: /^!{2,4}[A-Z][A-Z0-9_ ]{2,100}!{2,4}$/ },
  // a token of an engine: [[ secret ]]
  { pattern: /^\[\[[^[\]]{1,200}\]\]$/ },
  // a name in brackets: [SECRET_KEY]
  { pattern: /^\[[A-Za-z][A-Za-z _-]{1,80}\]$/, byHand: true },
  // a name in brackets: <secret>
  { pattern: /^<[^<>]{0,200}>$/, byHand: true },
  // dots that stand for something
  { pattern: /^(\.{3,}|…+)$/ },
  // a mask
  { pattern: /^([*•●]{3,}|[xX]{3,}([-_ ][xX]{3,}){0,8})$/ },
  // a mask: [REDACTED]
  { pattern: /^\W{0,2}(redacted|masked|censored)\W{0,2}$/i },
];

/** Engines whose tokens stand anywhere in a text: Jinja, Go, Handlebars, ERB, EJS. */
const brackets: readonly (readonly [open: string, close: string])[] = [["{{", "}}"], ["{%", "%}"], ["<%", "%>"]];

/**
 * Whether a generator or a template engine fills the text in, so that no program gets it as it is; `by hand` when it is
 * a form that people write for people.
 */
export function templateOf(text: string): "engine" | "by hand" | undefined {
  if (text.length > longest) return undefined;
  if (brackets.some(([open, close]) => holds(text, open, close))) return "engine";
  const trimmed = text.trim();
  const row = rows.find(({ pattern }) => pattern.test(trimmed));
  return row && (row.byHand ? "by hand" : "engine");
}

function holds(text: string, open: string, close: string): boolean {
  const at = text.indexOf(open);
  return at >= 0 && text.indexOf(close, at + open.length) >= 0;
}

/** Whether one of an owner's own marks for "not set" is the text; `*` stands for any characters. */
export function isUnset(text: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matches(text, pattern.split("*")));
}

/** The pieces in order: the first at the start, the last at the end. */
function matches(text: string, pieces: readonly string[]): boolean {
  const [first = "", ...others] = pieces;
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= text.length - last.length;
}
