/** What a text without a language seems to be: the format's id. */
export interface Guess {
  readonly id: string;
  /** It shows plainly. */
  readonly sure: boolean;
}

/** Units of a line, and lines, that are looked at. */
const maxLine = 400;
const maxLines = 400;

const javascript = /^(?:(?:export[ ])?(?:const|let|var)[ ][\w${[]|import[ ][^'"]{0,200}from[ ]?['"]|import[ ]?['"]|(?:export[ ]default|module\.exports|exports\.\w)|(?:async[ ])?function[ *]|[\w.]{1,80}\.(?:use|register|listen)\(.{0,200}(?:require\(|=>|\{[ ]?$|\);?$)|.{0,200}=>[ ]\{$)/;
const python = /^(?:from[ ][\w.]+[ ]import[ ]|import[ ][\w.]+(?:[ ]as[ ]\w+|,.*)?$|(?:async[ ])?def[ ]\w+\(|class[ ]\w.*:$|\w+\.(?:config\b|secret_key[ ]?=)|\w+[ ]?=[ ]?[\w.]+\(__name__)/;
/** A setting of a program: blanks around the sign, and what is no word of an environment file. */
const setting = /^[A-Z][A-Z0-9_]{2,80}[ ]=[ ](?:[brufBRUF]{0,2}["'(]|[[{]|os\.|env[.(]|config\(|True$|False$)/;
const variable = /^(?:export[ ])?[A-Z_][A-Z0-9_]{1,80}=(?!=)/;
const commands = /^(?:sudo[ ])?(?:export|heroku|docker|docker-compose|podman|kubectl|fly|flyctl|dokku|railway|gcloud|az|eb|cf|vercel|wrangler|netlify|gh|git|cd|cp|mkdir|echo|curl|npm|npx|yarn|pnpm|pip3?|python3?|node|flask|env|cat|source|helm|uvicorn|gunicorn|\.\/[\w.-]{1,60})[ ]\S/;
const fish = /^set[ ]-\w{1,6}[ ]/;
const cmd = /^set[ ]"?\w{1,80}=/i;
const powershell = /^(?:\$env:\w|\[?(?:System\.)?Environment\]?::SetEnvironmentVariable)/i;

/** The format of a block that names no language; undefined when it could be anything. */
export function guessed(text: string): Guess | undefined {
  const lines = text.split(/\r\n?|\n/, maxLines).map((line) => line.slice(0, maxLine).trim()).filter((line) => line !== "" && !line.startsWith("# "));
  const first = lines[0] ?? "";
  if (lines.some((line) => line.startsWith(">>>"))) return sure("python");
  const session = sessionOf(lines);
  if (session) return session;
  if (/^[{[]/.test(first) && /[}\]]$/.test(lines.at(-1) ?? "") && lines.some((line) => /^[{[]?[ ]?"[^"]{1,80}"[ ]?:/.test(line))) return { id: "json", sure: false };
  if (lines.some((line) => javascript.test(line))) return sure("javascript");
  if (lines.some((line) => python.test(line))) return sure("python");
  if (share(lines, variable) > 0.5) return sure("env");
  if (lines.some((line) => setting.test(line))) return { id: "python", sure: false };
  if (/^FROM[ ]\S/.test(first)) return { id: "dockerfile", sure: false };
  if (isScript(lines)) return sure("shell");
  return isYaml(text, lines) ? { id: "yaml", sure: false } : undefined;
}

/** Whether nearly all lines set variables, as in an environment file: `export` is a shell's. */
export function isEnvironment(text: string): boolean {
  const lines = text.split(/\r\n?|\n/, maxLines).map((line) => line.slice(0, maxLine).trim()).filter((line) => line !== "" && !line.startsWith("#"));
  return lines.length > 0 && lines.every((line) => /^[A-Z_][A-Z0-9_]{1,80}=(?!=)/.test(line) && !/[;&|\\]$|\$\(|&&/.test(line));
}

/** Prompts, and the shell whose words follow them. */
function sessionOf(lines: readonly string[]): Guess | undefined {
  const typed = lines.flatMap((line) => /^(?:[$%>]|PS[^>]{0,80}>|[A-Za-z]:\\[^>]{0,80}>)[ ]{0,4}(?=\S)(.*)$/.exec(line)?.[1] ?? []);
  if (typed.some((line) => powershell.test(line)) || lines.some((line) => powershell.test(line))) return sure("powershell");
  if (typed.some((line) => fish.test(line)) || lines.some((line) => /^set[ ]-\w{0,4}x\w{0,2}[ ][A-Z]/.test(line))) return sure("fish");
  if (typed.some((line) => cmd.test(line)) || share(lines, cmd) > 0.5) return sure("cmd");
  return lines.some((line) => /^(?:\([^()\s]{1,40}\)[ ]?)?[$%][ ]\S/.test(line)) ? sure("shell") : undefined;
}

/** `heroku config:set NAME=value`, alone or with others. */
function isScript(lines: readonly string[]): boolean {
  return commands.test(lines[0] ?? "") && lines.some((line) => /[\w"']=|[ ][\w:-]{0,40}set[ ]/.test(line));
}

/** Lines of names with a colon, some of which hold others. */
function isYaml(text: string, lines: readonly string[]): boolean {
  const named = share(lines, /^(?:-[ ])?[\w.-]{1,80}:(?:[ ]|$)|^-[ ]|^#/);
  return named === 1 && lines.length > 1 && lines.some((line) => line.endsWith(":")) && /[\r\n][ ]{1,8}\S/.test(text);
}

function share(lines: readonly string[], expression: RegExp): number {
  return lines.filter((line) => expression.test(line)).length / Math.max(1, lines.length);
}

function sure(id: string): Guess {
  return { id, sure: true };
}
