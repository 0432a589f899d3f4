/** A variable's value as loaders of environment files read it. They differ, so there may be several. */
export interface Setting {
  readonly name: string;
  readonly line: number;
  readonly values: readonly string[];
}

/** Values this short are numbers, words and names, unless their name says that they are a key. */
const leastUnits = 4;
const keyish = /key|secret|pass|token|salt|sign|session|cookie|jwt|auth/i;

/** The variables of an environment file that may be keys: `NAME=value`, `export NAME="value"`, with a comment behind it or not. */
export function settingsIn(text: string): readonly Setting[] {
  return text.split(/\r\n|\n|\r/).flatMap((line, at) => {
    const [, name = "", rest = ""] = /^[ \t]*(?:(?:export|set)[ \t]+)?([A-Za-z_][\w.-]{0,199})[ \t]*[=:](.*)$/.exec(line) ?? [];
    const values = valuesOf(rest.trim()).filter((value) => value.length >= (keyish.test(name) ? 1 : leastUnits));
    return values.length === 0 ? [] : [{ name, line: at + 1, values }];
  });
}

function valuesOf(rest: string): readonly string[] {
  const [, quote, inner = ""] = /^(["'`])(.*?)\1/.exec(rest) ?? [];
  if (quote === undefined) return [...new Set([(rest.split(/[ \t]#/)[0] ?? "").trim(), rest])];
  // Double quotes may hide line breaks, quotes and dollars: https://github.com/theskumar/python-dotenv#file-format
  const escaped = inner.replace(/\\(.)/g, (_, sign: string) => (sign === "n" ? "\n" : sign === "t" ? "\t" : sign === "r" ? "\r" : sign));
  return [...new Set([inner, ...(quote === "'" ? [] : [escaped]), rest])];
}
